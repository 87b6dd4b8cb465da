package segment

import (
	"strings"
	"unicode"
)

// Range is a half-open stretch of a text, in bytes.
type Range struct{ Start, End int }

// Paragraphs returns the lines of text that are not blank, without the white
// space around them. A line feed ends a paragraph.
func Paragraphs(text string) []Range {
	var out []Range
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text) - start
		}
		if r := trimmed(text, start, start+end); r.Start < r.End {
			out = append(out, r)
		}
		start += end + 1
	}
	return out
}

// trimmed returns text[start:end] without white space at its ends.
func trimmed(text string, start, end int) Range {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, unicode.IsSpace)
	start += len(s) - len(left)
	return Range{start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))}
}
