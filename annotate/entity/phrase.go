package entity

import (
	"strings"
	"unicode"
)

// phrase joins the words of tokens with one space; a possessive follows at once.
func phrase(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.space {
			b.WriteByte(' ')
		}
		b.WriteString(t.word)
	}
	return b.String()
}

// titled writes every word with one capital.
func titled(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		start = r == ' ' || r == '-' || r == '\''
	}
	return b.String()
}
