package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// cardinal decides whether a bare number counts something.
func (a *article) cardinal(l *line, i int, n numeral) hit {
	t, prev := l.at(i), l.at(i-1)
	found := hit{to: n.end, label: Cardinal, score: 0.85, reason: "a number"}
	if h := l.oneIn(i, n); h.to > 0 {
		return h
	}
	if l.label(i, n) {
		return hit{}
	}
	if t.low == "one" && n.end == i+1 {
		if !l.counts(i) {
			return hit{}
		}
		found.score = 0.6
		return found
	}
	if n.end == i+1 && l.yearsOld(i, n) {
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
	closes := among(next.word, ", . ) ; – —") || next.word == "" || among(next.low, "and from of who")
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
	if among(prev.low, "only just exactly") || next.word == "-" && l.glued(i+1) && l.glued(i+2) && prev.low != "no" {
		return true
	}
	if among(prev.low, "the this that which no any every each another some a") && next.low != "of" {
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
	if t.capital && (!t.first || next.capital && next.space || next.word == ",") {
		return hit{}
	}
	if h := l.nth(i); h.to > i {
		return h
	}
	if t.low == "first" && l.adverb(i) {
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

// nth reads the third week, the first six months.
func (l *line) nth(i int) hit {
	k := i + 1
	if n := l.number(k); n.end > 0 && n.suffix == "" {
		k = n.end
	}
	u := l.at(k)
	if u.capital || among(u.low, "quarter season generation day second") {
		return hit{}
	}
	switch {
	case u.is&isDayUnit != 0:
		return hit{to: l.past(k + 1), label: Date, score: 0.8, reason: "one of several days, weeks or years"}
	case u.is&isClockUnit != 0 && k > i+1:
		return hit{to: l.past(k + 1), label: Time, score: 0.8, reason: "a duration under a day"}
	}
	return hit{}
}

// adverb reports whether «first» at token i means for the first time: had first
// asked, first published, went first.
func (l *line) adverb(i int) bool {
	prev, next := l.at(i-1), l.at(i+1)
	switch {
	case among(prev.low, "had has have having was were been be when who that she he they it we i you and came went come go to"):
		return prev.low != "the" && !(prev.low == "to" && next.kind == segment.Word)
	case strings.HasSuffix(next.low, "ed") && next.kind == segment.Word && prev.kind == segment.Word && prev.is&isFunction == 0 && !prev.capital:
		return true
	}
	return false
}

// numbered are words before a number that is a name and counts nothing.
const numbered = "grade day local unit chapter room gate route phase level page group stage class type category channel bill order act " +
	"part volume episode season series lot plot flat apartment suite terminal platform pier junction exit dock zone district ward " +
	"precinct tier step item file number version windows genotype estlink no no. nos. figure fig. paragraph table version win"

// label reports whether the number at token i names something, as in Grade 3,
// or counts the points of a list.
func (l *line) label(i int, n numeral) bool {
	prev := l.at(i - 1)
	if n.words || n.scaled || n.end != i+1 {
		return false
	}
	if i == 0 && l.at(1).word == "." && l.glued(1) {
		return true
	}
	return among(prev.low, numbered) && (prev.capital || among(prev.low, "unit page room number paragraph no. genotype file"))
}

// oneIn reads one in four.
func (l *line) oneIn(i int, n numeral) hit {
	t := l.at(i)
	if !among(t.low, "one two three four nine 1 2 3 4 9") || n.end != i+1 || l.at(i+1).low != "in" {
		return hit{}
	}
	m := l.number(i + 2)
	if m.end == 0 || m.suffix != "" || m.end == i+3 && l.isYear(i+2) || l.at(m.end).is&(isDayUnit|isClockUnit|isMeasure) != 0 {
		return hit{}
	}
	return hit{to: m.end, label: Cardinal, score: 0.8, reason: "a share"}
}

// yearsOld reports whether the number at token i is an age: she is 34 and, he
// was nine, died at 88, a man of 46.
func (l *line) yearsOld(i int, n numeral) bool {
	if !n.words && (len(n.digits) > 3 || strings.Trim(n.digits, "0123456789") != "" || len(n.digits) == 3 && n.digits > "119") || n.scaled || n.vague {
		return false
	}
	prev, who, next := l.at(i-1), l.at(i-2), l.at(i+1)
	ends := next.kind != segment.Word && !among(next.word, "% - / °") || among(next.low, "and when now but or at who, from")
	switch {
	case prev.low == "of" && who.low == "age":
		return true
	case prev.low == "of":
		return among(who.low, "man woman boy girl") && ends
	case among(prev.low, "is was turned turns being i'm he's she's be just only now"):
		if among(prev.low, "just only now") && !among(who.low, "is was turned turns") {
			return false
		}
		person := among(who.low, "he she who i you , age") || who.capital && who.in&(inGiven|inSurnames) != 0 || among(who.low, "is was turned turns")
		return person && ends
	case prev.low == "at" && !n.words && len(n.digits) == 2 && n.digits >= "13":
		return ends && next.low != "from" && who.kind == segment.Word && (strings.HasSuffix(who.low, "ed") || strings.HasSuffix(who.low, "es") || among(who.low, "death began born school left"))
	case prev.low == "as":
		return among(who.low, "young old") && ends
	case prev.low == "and":
		return l.at(i-2).kind == segment.Number && l.at(i-3).low == "aged"
	}
	return false
}
