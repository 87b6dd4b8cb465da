package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

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
		if l := &a.lines[h.line]; h.label == Person && (i+1 == len(hits) || hits[i+1].line != h.line || hits[i+1].from > h.to+6) {
			for to := h.to + 3; to <= h.to+6 && to < len(l.tokens); to++ {
				if l.tokens[to].capital && l.tokens[to].kind == segment.Word && l.nickname(h.to, to) {
					h.to, h.reason = to+1, "a nickname between the names"
					break
				}
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
