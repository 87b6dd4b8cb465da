package entity

import "strings"

// boilerplate reports whether a line is part of the page and not of the article:
// cookie notices, share bars, imprint, calls to subscribe.
func (a *article) boilerplate(i int) bool {
	l := &a.lines[i]
	if len(l.tokens) == 0 {
		return true
	}
	last := l.tokens[len(l.tokens)-1]
	text := strings.ToLower(strings.TrimSpace(a.text[l.tokens[0].start:last.end]))
	if strings.HasPrefix(text, "©") || strings.HasPrefix(text, "(c) ") || strings.HasPrefix(text, "copyright ") || strings.Contains(text, "all rights reserved") {
		return true
	}
	sentence := strings.HasSuffix(text, ".") && len(l.tokens) > 12
	if sentence {
		return false
	}
	for _, s := range []string{
		"cookie", "privacy policy", "terms and conditions", "terms of use", "terms of service", "more in this section",
		"share this article", "share on ", "sign up for", "sign up to", "subscribe to", "follow us on", "most read",
		"advertisement", "skip to main", "click here", "related topics", "download our app", "newsletter",
		"already a subscriber", "log in", "contact us", "most popular", "recommended for you", "view comments", "back to top",
	} {
		if strings.Contains(text, s) && (len(l.tokens) < 12 || s != "log in" && s != "newsletter" && s != "cookie") {
			return true
		}
	}
	return shareBar(text)
}

// shareBar reports whether a line is nothing but the names of networks to share
// the page on.
func shareBar(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" |·•,/\t", r) })
	for _, w := range words {
		if !among(w, shareWords) {
			return false
		}
	}
	return len(words) > 0
}
