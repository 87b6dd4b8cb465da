package entity

import (
	"slices"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// peoples settles what the lists know better than the tagger: words of
// nationality, creed and party are a closed class, and whether one names a people
// or a tongue is told by the words around it.
func (a *article) peoples(hits []hit) []hit {
	var more []hit
	k := 0
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute {
			continue
		}
		tongues := -9 // where the last language stood
		for i := range l.tokens {
			t := &l.tokens[i]
			if t.in&inNationalities == 0 || !t.capital || t.kind != segment.Word {
				continue
			}
			for k < len(hits) && (hits[k].line < n || hits[k].line == n && hits[k].to <= i) {
				k++
			}
			inside := k < len(hits) && hits[k].line == n && hits[k].from <= i
			if inside && hits[k].label != Norp && hits[k].label != Language &&
				!(hits[k].to-hits[k].from == 1 && hits[k].label != Person && t.in&(inOrgs|inCommon) == 0 && !t.in.placeName()) {
				continue
			}
			spoken := tongue(l, i) || i-tongues <= 2 && among(l.at(i-1).word, ", and or")
			if spoken {
				tongues = i
			}
			switch {
			case inside && hits[k].to-hits[k].from == 1:
				hits[k].label, hits[k].reason = Norp, "list of peoples and parties"
				if spoken {
					hits[k].label, hits[k].reason = Language, "a language, by the words around it"
				}
			case inside:
			case spoken:
				more = append(more, hit{line: n, from: i, to: i + 1, label: Language, score: 0.85, reason: "a language, by the words around it"})
			case l.certain(i):
				more = append(more, hit{line: n, from: i, to: i + 1, label: Norp, score: 0.85, reason: "list of peoples and parties"})
			}
		}
	}
	return merged(hits, more)
}

// certain reports whether the listed word at token i can hardly be anything but
// a people or a party.
func (l *line) certain(i int) bool {
	t, prev, next := l.at(i), l.at(i-1), l.at(i+1)
	if prev.word == "(" && next.word == ")" && l.at(i-2).capital {
		return true // Cllr Ada Roy (Lab)
	}
	if next.capital && next.space || prev.capital && t.space && !t.first {
		return false
	}
	return t.in&(inCommon|inOrgs|inGiven|inSurnames|inTowns|inBigCities|inRegions|inPlaces|inProducts|inVillages) == 0 && !(t.first && t.in&inCommon != 0)
}

// tongue reports whether the words around token i are those around a language.
func tongue(l *line, i int) bool {
	prev, next := l.at(i-1), l.at(i+1)
	if among(next.low, "language speaker speakers speaking lessons translation") {
		return true
	}
	if next.capital && next.space || next.kind == segment.Word && next.is&(isFunction|isSay) == 0 && next.low != "" {
		return prev.low == "reo"
	}
	if prev.low == "the" && l.at(i-2).low == "from" && among(l.at(i-3).low, "translated translation") {
		return true
	}
	return among(prev.low, "in speak speaks spoke speaking spoken fluent learn learned learnt learning learns into reo broken perfect")
}

// merged returns both lists in the order of the text; where two overlap, the one
// of the first list stays.
func merged(hits, more []hit) []hit {
	if len(more) == 0 {
		return hits
	}
	all := append(slices.Clone(hits), more...)
	slices.SortStableFunc(all, func(x, y hit) int {
		if x.line != y.line {
			return x.line - y.line
		}
		return x.from - y.from
	})
	out := all[:0]
	for _, h := range all {
		if n := len(out); n > 0 && out[n-1].line == h.line && out[n-1].to > h.from {
			continue
		}
		out = append(out, h)
	}
	return out
}
