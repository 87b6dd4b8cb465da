package formats

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// piece is one token of a text in bytes, and whether white space follows.
type piece struct {
	start, end int
	space      bool
}

// prodigyTokens cuts a text at white space, around every sign that is no letter
// or digit, and at every boundary of a span, so that each span is a row of whole
// tokens.
func prodigyTokens(text string, spans []annotate.Span) []piece {
	var cuts []int
	for _, s := range spans {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	var out []piece
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		for len(cuts) > 0 && cuts[0] <= at {
			cuts = cuts[1:]
		}
		if unicode.IsSpace(r) {
			if len(out) > 0 && out[len(out)-1].end == at {
				out[len(out)-1].space = true
			}
			at += n
			continue
		}
		end := at + n
		if inWord(r) {
			for end < len(text) {
				r, n := utf8.DecodeRuneInString(text[end:])
				if !inWord(r) || (len(cuts) > 0 && cuts[0] <= end) {
					break
				}
				end += n
			}
		} else {
			end = signEnd(text, end, cuts)
		}
		out = append(out, piece{start: at, end: end})
		at = end
	}
	return out
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_'
}

// signEnd keeps marks and joiners with the sign before them, as far as no span
// ends there.
func signEnd(text string, at int, cuts []int) int {
	for at < len(text) && (len(cuts) == 0 || cuts[0] > at) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsMark(r) && r != '\u200d' {
			return at
		}
		at += n
	}
	return at
}
