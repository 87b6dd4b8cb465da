package quote

// talk are the candidates of a conversation in which nobody is named: the answer
// to a question, by the person who was spoken of before it, and the answers of an
// interview, by the person whom the article is about.
func (a *attributor) talk(q int) []candidate {
	l, seat := a.l, a.l.seat[q]
	if seat < 2 || !a.fills(seat) || !a.speeches[q].closed {
		return nil
	}
	if q > 0 && a.speeches[q-1].voice.figure >= 0 && l.para[l.seat[q-1]] == l.para[seat]-1 && a.asks(q-1) {
		if f := a.other(l.seat[q-1], a.speeches[q-1].voice.figure); f >= 0 {
			c := candidate{from: -1, figure: f}
			c.see(answersFirst, 1)
			return []candidate{c}
		}
		return nil
	}
	if l.sign(before(l, seat), "?") && l.para[before(l, seat)] == l.para[seat]-1 {
		if f := a.hero(); f >= 0 {
			c := candidate{from: -1, figure: f}
			c.see(interviewed, 1)
			return []candidate{c}
		}
	}
	return nil
}

// asks reports whether quotation q is a question, or is said to be one.
func (a *attributor) asks(q int) bool {
	sp := &a.speeches[q]
	if lastInside(a.l.text[sp.start:sp.end]) == '?' {
		return true
	}
	return sp.event != nil && sp.turn < 0 && repliesTo(a.l.low(sp.event.cueFirst))
}

// other returns the person named last before item i who is not figure f, or -1.
func (a *attributor) other(i, f int) int {
	for k := len(a.r.sightings) - 1; k >= 0; k-- {
		s := a.r.sightings[k]
		if s.item >= i || s.figure == f || !a.r.c.figures[s.figure].person {
			continue
		}
		if a.l.para[i]-a.l.para[s.item] > 3 {
			return -1
		}
		return s.figure
	}
	return -1
}

// hero returns the person who is named most, or -1.
func (a *attributor) hero() int {
	if a.main != nil {
		return *a.main
	}
	best, most := -1, 0
	counts := map[int]int{}
	for _, s := range a.r.sightings {
		if !a.r.c.figures[s.figure].person || a.r.c.figures[s.figure].full < 0 {
			continue
		}
		if counts[s.figure]++; counts[s.figure] > most {
			best, most = s.figure, counts[s.figure]
		}
	}
	a.main = &best
	return best
}
