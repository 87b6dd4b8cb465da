package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// stretches reads every paragraph's marks and returns the quoted stretches of
// the text in order, an outer one before those in it.
func stretches(text string, paras []segment.Range, h habit) []stretch {
	var out []stretch
	for i, p := range paras {
		var next [families]bool
		if i+1 < len(paras) {
			next = opensWith(text, paras[i+1])
		}
		for _, s := range read(marksIn(text, p.Start, p.End, h), p.Start, p.End, next) {
			s.end = s.start + len(strings.TrimSpace(text[s.start:s.end]))
			if carried := s.end == p.End && next[s.family]; !s.closed && !carried {
				s.end = beforeTag(text, s.start, s.end)
			}
			out = append(out, s)
		}
	}
	return out
}

// opensWith tells which families of marks could open the paragraph p.
func opensWith(text string, p segment.Range) [families]bool {
	r, _ := utf8.DecodeRuneInString(text[p.Start:p.End])
	var out [families]bool
	switch r {
	case '"', '“', '”', '＂':
		out[double], out[straight] = true, true
	case '‘', '\'':
		out[single] = true
	case '«', '»': // French and Russian newspapers carry a quote on with either
		out[guillemet], out[reversed] = true, true
	case '„':
		out[low] = true
	}
	return out
}
