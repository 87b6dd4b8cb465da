package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// grammar finds dates, times, sums, shares, measures and numbers.
func (a *article) grammar() {
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute {
			continue
		}
		for i := 0; i < len(l.tokens); {
			h := a.match(l, i)
			if h.to <= i {
				i++
				continue
			}
			h.line = n
			a.hits = append(a.hits, h)
			for k := h.from; k < h.to; k++ {
				l.tokens[k].taken = true
			}
			i = h.to
		}
	}
}

// match returns what begins at token i, or an empty hit.
func (a *article) match(l *line, i int) hit {
	t := l.at(i)
	if (t.kind == segment.Word || t.kind == segment.Punct && t.word != "'" && t.word != "’" && t.word != "‘") && t.is&opening == 0 && strings.IndexByte(t.low, '-') < 0 {
		return hit{}
	}
	if h := a.range2(l, i); h.to > i {
		return h
	}
	j := l.modifier(i)
	if j > i {
		if h := a.plain(l, j); h.to > j && modifies(l, i, h.label) {
			h.from = i
			return h
		}
	}
	return a.plain(l, i)
}

// opening are the classes of words that a number, sum or date begins with.
const opening = isMonth | isWeekday | isSeason | isDayPart | isClockUnit | isDayUnit | isMeasure | isCurrency | isCode |
	isMagnitude | isUnitNumber | isTens | isOrdinal | isPlural | isRelative | isOpener

// modifies reports whether the words before token i's number qualify a thing of
// the label: «over two days» is a preposition, «over 200 people» is not.
func modifies(l *line, i int, label string) bool {
	w := l.at(i).low
	switch label {
	case Ordinal, Law:
		return false
	case Date, Time:
		if among(w, "over under above below") || w == "some" && l.at(i+1).kind != segment.Number && l.at(i+1).is&isUnitNumber == 0 {
			return false
		}
	}
	return true
}

// range2 reads between X and Y, where both are of one kind.
func (a *article) range2(l *line, i int) hit {
	if l.at(i).low != "between" {
		return hit{}
	}
	x := a.plain(l, i+1)
	bare := l.number(i + 1)
	end := x.to
	if x.to == 0 {
		if bare.end == 0 {
			return hit{}
		}
		end = bare.end
	}
	if l.at(end).low != "and" {
		return hit{}
	}
	y := a.plain(l, end+1)
	if y.to == 0 || x.to > 0 && y.label != x.label && x.label != Cardinal {
		return hit{}
	}
	if y.label == Date || y.label == Time {
		return hit{} // two days, and not one stretch
	}
	y.from = i
	return y
}

// plain reads what begins at token i, without modifiers.
func (a *article) plain(l *line, i int) hit {
	for _, read := range []func(*line, int) hit{lawPart, a.date, a.clock, a.money, a.counted, a.ordinal} {
		if h := read(l, i); h.to > i {
			h.from = i
			if h.score == 0 {
				h.score = 0.9
			}
			return h
		}
	}
	return hit{}
}

// lawPart reads the section 6 of «section 6 of the Theft Act»; with a capital
// inside a sentence it is left to the names.
func lawPart(l *line, i int) hit {
	t := l.at(i)
	if !among(t.low, "section sections article paragraph clause regulation schedule") || t.capital && !t.first || l.at(i+1).kind != segment.Number {
		return hit{}
	}
	return hit{to: i + 2, label: Law, score: 0.85, reason: "a section of a law"}
}
