package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// cardinal decides whether a bare number counts something.
func (a *article) cardinal(l *line, i int, n numeral) hit {
	t, prev := l.at(i), l.at(i-1)
	found := hit{to: n.end, label: Cardinal, score: 0.85, reason: "a number"}
	if t.low == "one" && n.end == i+1 {
		if !l.counts(i) {
			return hit{}
		}
		found.score = 0.6
		return found
	}
	if prev.low == "of" && l.at(i-2).low == "age" || among(prev.low, "was is turned turns") && among(l.at(i-2).low, "he she who") && among(l.at(n.end).word, ". ,") && n.end == i+1 {
		return hit{to: n.end, label: Date, score: 0.8, reason: "an age"}
	}
	if n.words {
		if l.spelledAge(i, n) {
			return hit{to: n.end, label: Date, score: 0.75, reason: "an age"}
		}
		if t.capital && !t.first && l.style == running {
			return hit{}
		}
		return found
	}
	if strings.Contains(n.digits, "/") && strings.Count(n.digits, "/") == 1 && len(n.digits) > 5 {
		return hit{}
	}
	if prev.word == "#" || prev.word == "@" || prev.kind == segment.Symbol && !t.space && prev.word != "~" && prev.word != "+" {
		return hit{}
	}
	if (prev.word == "-" || prev.word == "/") && !t.space && !prev.space && prev.kind == segment.Punct && l.at(i-2).kind == segment.Word {
		return hit{}
	}
	if h := l.age(i, n); h.to > 0 {
		return h
	}
	return found
}

// spelledAge recognizes the six of «Alfie, six, and».
func (l *line) spelledAge(i int, n numeral) bool {
	who := l.at(i - 2)
	return n.end == i+1 && l.at(i-1).word == "," && who.capital && who.in&(inGiven|inSurnames) != 0 &&
		!l.at(i).capital && among(l.at(n.end).word, ", . )")
}

// age reads the 58 of «Holland, 58,» and «aged 58».
func (l *line) age(i int, n numeral) hit {
	d := n.digits
	if n.scaled || n.end != i+1 || len(d) == 0 || len(d) > 3 || strings.Trim(d, "0123456789") != "" || d[0] == '0' || len(d) == 3 && d > "119" {
		return hit{}
	}
	prev, next := l.at(i-1), l.at(n.end)
	found := hit{to: n.end, label: Date, score: 0.85, reason: "an age"}
	if prev.low == "aged" || prev.low == "age" {
		return found
	}
	closes := among(next.word, ", . ) ;") || next.word == "" || among(next.low, "and from of")
	who := l.at(i - 2)
	person := who.capital && who.is&(isMonth|isWeekday) == 0 && l.at(i-3).kind != segment.Number
	if person && closes && among(prev.word, ", (") && len(d) == 2 {
		if prev.word == "(" && next.word != ")" {
			return hit{}
		}
		return found
	}
	return hit{}
}

// counts reports whether «one» at token i is a number: one of the banks, one man,
// but not «no one», «this one», «one another».
func (l *line) counts(i int) bool {
	prev, next := l.at(i-1), l.at(i+1)
	if among(prev.low, "the this that which no any every each another some only a") && next.low != "of" {
		return false
	}
	switch {
	case next.low == "of":
		return !among(prev.low, "any every no")
	case next.kind != segment.Word || next.capital || next.word == "":
		return false
	case among(next.low, "day another more thing that 's"):
		return false
	}
	return next.is&(isFunction|isSay) == 0
}

// ordinal reads first, 20th, twenty-first.
func (a *article) ordinal(l *line, i int) hit {
	t, prev, next := l.at(i), l.at(i-1), l.at(i+1)
	if t.is&isOrdinal == 0 || t.word == "" {
		return hit{}
	}
	if next.low == "century" || next.low == "centuries" {
		return hit{to: i + 2, label: Date, score: 0.95, reason: "a century"}
	}
	if t.capital && (!t.first || next.capital && next.space) {
		return hit{}
	}
	if t.low == "second" && (prev.is&(isUnitNumber|isTens) != 0 || prev.kind == segment.Number || prev.low == "a" && next.word == "," || prev.low == "per" || prev.low == "split") {
		return hit{}
	}
	if t.low == "first" && (prev.low == "at" || next.low == "of" && l.at(i+2).low == "all" || next.low == "and" && l.at(i+2).low == "foremost" || among(next.low, "aid lady minister")) {
		return hit{}
	}
	if t.low == "third" && (prev.low == "a" || prev.low == "one") && next.low == "of" {
		return hit{}
	}
	return hit{to: i + 1, label: Ordinal, score: 0.93, reason: "a rank"}
}
