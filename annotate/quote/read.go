package quote

import (
	"strings"
	"unicode/utf8"
)

// paragraph is a non-blank line, without the white space around it.
type paragraph struct {
	start, end int
}

func paragraphs(text string) []paragraph {
	var out []paragraph
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexAny(text[start:], "\n\r\u2029"); n >= 0 {
			end = start + n
		}
		line := text[start:end]
		trimmed := strings.TrimSpace(line)
		if trimmed != "" {
			at := start + strings.Index(line, trimmed)
			out = append(out, paragraph{at, at + len(trimmed)})
		}
		_, n := utf8.DecodeRuneInString(text[end:])
		start = end + max(n, 1)
	}
	return out
}

// stretches reads every paragraph's marks and returns the quoted stretches of
// the text in order, an outer one before those in it.
func stretches(text string, paras []paragraph, h habit) []stretch {
	var out []stretch
	for i, p := range paras {
		var next [families]bool
		if i+1 < len(paras) {
			next = opensWith(text, paras[i+1])
		}
		for _, s := range read(marksIn(text, p.start, p.end, h), p.start, p.end, next) {
			s.end = s.start + len(strings.TrimSpace(text[s.start:s.end]))
			if !s.closed && s.end == p.end && !next[s.family] {
				s.end = beforeTag(text, s.start, s.end)
			}
			out = append(out, s)
		}
	}
	return out
}

// opensWith tells which families of marks could open the paragraph p.
func opensWith(text string, p paragraph) [families]bool {
	r, _ := utf8.DecodeRuneInString(text[p.start:p.end])
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
