package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// word is a word, a number or a single sign of the text.
type word struct {
	start, end int
	kind       kind
	upper      bool // it begins with a capital
}

// kind tells the items of a line apart.
type kind uint8

const (
	plain  kind = iota // a word in the reporter's sentence
	proper             // a name, or a run of capitalized words
	number
	sign      // punctuation
	quoted    // a whole quotation
	lineBreak // the end of a paragraph
)

// words splits text[start:end]. What hyphens join to a number is one word with
// it: a 45-year-old.
func words(text string, start, end int) []word {
	tokens := segment.Tokens(text[start:end])
	out := make([]word, 0, len(tokens))
	for _, t := range tokens {
		w := word{start: start + t.Start, end: start + t.End, kind: sign}
		switch t.Kind {
		case segment.Word:
			r, _ := utf8.DecodeRuneInString(text[w.start:])
			w.kind, w.upper = plain, unicode.IsUpper(r) || unicode.IsTitle(r)
		case segment.Number:
			w.kind = number
		}
		if n := len(out); n > 1 && w.kind == plain && out[n-2].kind == number && hyphen(text[out[n-1].start:out[n-1].end]) &&
			out[n-2].end == out[n-1].start && out[n-1].end == w.start {
			out[n-2].end, out[n-2].kind = w.end, plain
			out = out[:n-1]
			continue
		}
		out = append(out, w)
	}
	return out
}

func hyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

// contracted reports whether a verb is drawn together with the word before it:
// we’re, I’d, they’ve.
func contracted(w string) bool {
	for _, end := range [...]string{"d", "re", "ve", "ll", "m", "t"} {
		if head, ok := strings.CutSuffix(w, end); ok && (strings.HasSuffix(head, "’") || strings.HasSuffix(head, "'")) && len(head) > 1 {
			return true
		}
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "de", "van", "von", "der", "den", "la", "le", "del", "da", "di", "al", "el", "bin", "ibn", "ter", "du", "dos", "y":
		return true
	}
	return false
}
