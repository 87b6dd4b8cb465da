package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts the paragraphs of text into sentences, without the white space
// between them. A stop after a title, an initial or inside a number ends none;
// one after another abbreviation does where a word follows that often begins a
// sentence; marks that close a quotation belong to the sentence before them; and
// a quotation that ends in ! or ? goes on where its attribution follows.
func Sentences(text string) []Range {
	var out []Range
	for _, p := range Paragraphs(text) {
		out = appendSentences(out, text, p)
	}
	return out
}

func appendSentences(out []Range, text string, p Range) []Range {
	start := p.Start
	for at := p.Start; at < p.End; {
		r, n := utf8.DecodeRuneInString(text[at:p.End])
		if !strings.ContainsRune(".!?…。！？", r) {
			at += n
			continue
		}
		stop, after := at, closing(text, at+n, p.End)
		at = after
		if !ends(text, Range{start, p.End}, stop, after) {
			continue
		}
		if s := trimmed(text, start, after); s.Start < s.End {
			out = append(out, s)
		}
		start = after
	}
	if s := trimmed(text, start, p.End); s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// closing returns the end of the stops, quotation marks and brackets at at. A
// guillemet may stand off by a space, as it does in French.
func closing(text string, at, limit int) int {
	for at < limit {
		r, n := utf8.DecodeRuneInString(text[at:limit])
		if (r == ' ' || r == '\u00a0' || r == '\u202f') && strings.HasPrefix(text[at+n:limit], "»") {
			at += n
			continue
		}
		if !strings.ContainsRune(".!?…。！？\"”’'»)]」』）", r) {
			break
		}
		at += n
	}
	return at
}

// ends reports whether the stop at stop, with what closes after it up to after,
// ends the sentence that is running.
func ends(text string, run Range, stop, after int) bool {
	if after >= run.End {
		return true
	}
	r, n := utf8.DecodeRuneInString(text[stop:])
	rest := text[after:run.End]
	next, _ := utf8.DecodeRuneInString(rest)
	if strings.ContainsRune("。！？", r) { // a particle carries a quotation on: 「はい。」と
		return after == stop+n || !unicode.Is(unicode.Hiragana, next)
	}
	if !unicode.IsSpace(next) {
		return false
	}
	rest = strings.TrimLeft(strings.TrimLeftFunc(rest, unicode.IsSpace), "\"“‘'«„([—–-")
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsLower(first):
		return false
	case r != '.' && after > stop+n:
		return !attributed(rest)
	case r != '.' || after > stop+n:
		return true
	}
	return afterWord(text[run.Start:stop], rest)
}

// afterWord reports whether the full stop between before and rest ends a
// sentence.
func afterWord(before, rest string) bool {
	word := lastWord(before)
	switch low := strings.ToLower(word); {
	case low == "a.m" || low == "p.m":
		return !goesWithTime(firstWord(rest))
	case useOf(word) == title:
		return false
	case useOf(word) == counted:
		return !shortForm(word, rest)
	case initial(word), useOf(word) == closer, strings.Contains(word, ".") && unicode.IsUpper(firstRune(word)):
		return starts(firstWord(rest))
	}
	return true
}

// attributed reports whether rest, after a quotation, says who spoke.
func attributed(rest string) bool {
	words := strings.FieldsFunc(rest[:min(len(rest), 120)], unicode.IsSpace)
	for _, w := range words[:min(len(words), 6)] {
		bare := strings.TrimRight(w, ".,:;!?")
		if attributes(bare) {
			return true
		}
		if bare != w && useOf(bare) != title {
			return false
		}
	}
	return false
}

// lastWord returns the letters and stops at the end of s.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

// firstWord returns the letters at the start of s.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
