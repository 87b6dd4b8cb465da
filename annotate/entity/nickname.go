package entity

import "strings"

// nicknames joins a name that a nickname in quotation marks cuts in two: Dan
// ‘The Whip’ Cotter.
func (a *article) nicknames(hits []hit) []hit {
	out := hits[:0]
	for i := 0; i < len(hits); i++ {
		h := hits[i]
		for j := i + 1; j <= i+2 && j < len(hits) && h.label == Person; j++ {
			next := hits[j]
			if next.line == h.line && next.label == Person && a.lines[h.line].nickname(h.to, next.from) {
				h.to, h.reason = next.to, "a nickname between the names"
				i = j
				break
			}
		}
		out = append(out, h)
	}
	return out
}

// nickname reports whether the tokens [from, to) are a few words in quotation
// marks, each with a capital.
func (l *line) nickname(from, to int) bool {
	if to-from < 3 || to-from > 6 {
		return false
	}
	for _, t := range l.tokens[from+1 : to-1] {
		if !t.capital && t.is&isParticle == 0 && t.low != "the" {
			return false
		}
	}
	first, last := l.tokens[from], l.tokens[to-1]
	return strings.ContainsAny(first.word, "‘“\"'«") && strings.ContainsAny(last.word, "’”\"'»") &&
		first.space && !l.tokens[from+1].space && l.at(to).space
}
