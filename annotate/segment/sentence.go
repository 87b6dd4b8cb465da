package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts the paragraphs of text into sentences, without the white space
// between them. A stop after an abbreviation, an initial or inside a number ends
// none; marks that close a quotation belong to the sentence before them; and a
// quotation that ends in ! or ? goes on where a small letter follows.
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
		at += n
		if !strings.ContainsRune(".!?…。！？", r) {
			continue
		}
		end := closing(text, at, p.End)
		if !ends(text, Range{start, p.End}, at-n, end, r) {
			continue
		}
		if s := trimmed(text, start, end); s.Start < s.End {
			out = append(out, s)
		}
		start, at = end, end
	}
	if s := trimmed(text, start, p.End); s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// closing returns the end of the stops, quotation marks and brackets at at.
func closing(text string, at, limit int) int {
	for at < limit {
		r, n := utf8.DecodeRuneInString(text[at:limit])
		if !strings.ContainsRune(".!?…\"”’'»)]", r) {
			break
		}
		at += n
	}
	return at
}

// ends reports whether the stop at stop, with what closes after it up to end,
// ends the sentence that is running.
func ends(text string, run Range, stop, end int, r rune) bool {
	if end >= run.End || r == '。' || r == '！' || r == '？' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(text[end:run.End])
	if !unicode.IsSpace(next) {
		return false
	}
	rest := strings.TrimLeftFunc(text[end:run.End], unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"“‘'«„([—–-"))
	if unicode.IsLower(first) {
		return false
	}
	if r != '.' || end > stop+1 {
		return true
	}
	word := lastWord(text[run.Start:stop])
	return !neverLast(word) || first == 0
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

// neverLast reports whether a stop after the word rarely ends a sentence: after
// titles and other short forms that a name or number follows, and initials.
func neverLast(word string) bool {
	if r, n := utf8.DecodeRuneInString(word); n == len(word) && unicode.IsUpper(r) && r != 'I' {
		return true
	}
	return slices.Contains(beforeNames, strings.ToLower(strings.TrimSuffix(word, ".")))
}

// beforeNames are short forms that something else follows.
var beforeNames = strings.Fields(`mr mrs ms mx dr prof rev fr sr st sen rep gov gen col lt
	capt cpl sgt maj cmdr adm pte pc det insp supt hon pres amb atty supt cllr messrs mme mlle
	no nos vs v fig vol p pp art sec ch approx est ft mt jan feb mar apr jun jul aug sep sept oct nov dec`)

// abbreviation reports whether the word is written with a stop that belongs to it.
func abbreviation(word string) bool {
	low := strings.ToLower(word)
	if low == "no" || low == "sec" || low == "art" || low == "mar" || low == "p" {
		return false // words of their own far more often
	}
	return slices.Contains(beforeNames, low) || slices.Contains(withStop, low)
}

// withStop are other short forms that are written with a stop.
var withStop = strings.Fields("inc ltd co corp bros jr etc ave blvd rd dept univ assn cent")
