package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// date reads a day, month, year, season, decade or age that begins at token i;
// with a part of the day after it, it is a time.
func (a *article) date(l *line, i int) hit {
	for _, read := range []func(int) hit{l.dayFirst, l.monthFirst, l.weekday, l.year, l.relative, l.part, l.single, l.quarter, l.holiday} {
		if h := read(i); h.to > i {
			return h
		}
	}
	return hit{}
}

const calendar = "a day of the calendar"

// day reports whether the token i can be the day of a month.
func (l *line) day(i int) bool {
	t := l.at(i)
	if t.kind != segment.Number {
		return false
	}
	d, s := splitNumber(t.word)
	if d == "" || len(d) > 2 || strings.Trim(d, "0123456789") != "" || strings.Trim(d, "0") == "" || len(d) == 2 && d > "31" {
		return false
	}
	return s == "" || among(s, "st nd rd th")
}

// isYear reports whether the token i is a number of four digits that can be a
// year.
func (l *line) isYear(i int) bool {
	t := l.at(i)
	return t.kind == segment.Number && len(t.word) == 4 && t.word >= "1000" && t.word < "2200" && strings.Trim(t.word, "0123456789") == ""
}

// month reports whether the token i has the name of a month, with a capital.
func (l *line) month(i int) bool {
	t := l.at(i)
	return t.is&isMonth != 0 && t.capital
}

// withYear goes on over a year after a month or day, with or without comma.
func (l *line) withYear(k int) int {
	j := k
	if l.at(j).word == "," {
		j++
	} else if l.at(j).low == "of" && l.isYear(j+1) {
		j++
	}
	if w := l.at(k).low; among(w, "last this next") && l.at(k+1).low == "year" {
		return k + 2
	}
	if l.isYear(j) && (j == k || !strings.HasPrefix(l.at(j+1).low, "people")) {
		if s := l.at(j + 1).word; (s == "-" || s == "–") && l.glued(j+1) && l.glued(j+2) && len(l.at(j+2).word) == 2 && l.at(j+2).kind == segment.Number {
			return j + 3
		}
		return j + 1
	}
	return k
}

// dayFirst reads 21 July 2017, 21st of July, 5-7 May.
func (l *line) dayFirst(i int) hit {
	if !l.day(i) {
		return hit{}
	}
	k := i + 1
	if t := l.at(k); (t.word == "-" || t.word == "–" || t.low == "to" || t.low == "and") && l.day(k+1) {
		k += 2
	}
	if l.at(k).low == "of" {
		k++
	}
	if !l.month(k) {
		return hit{}
	}
	return hit{to: l.withYear(k + 1), label: Date, score: 0.98, reason: calendar}
}

// monthFirst reads July 21, 2017, July 2017 and July.
func (l *line) monthFirst(i int) hit {
	t := l.at(i)
	if !l.month(i) {
		return hit{}
	}
	k := i + 1
	if l.day(k) && !(l.at(k+1).word == "%" || l.at(k+1).is&(isMagnitude|isMeasure) != 0) {
		k++
		if d := l.at(k); (d.word == "-" || d.word == "–" || d.low == "to") && l.day(k+1) {
			k += 2
		} else if d.low == "to" && l.month(k+1) && l.day(k+2) {
			k += 3
		}
		return hit{to: l.withYear(k), label: Date, score: 0.98, reason: calendar}
	}
	if y := l.withYear(k); y > k && l.at(k).word != "," || y > k && t.is&isMonth != 0 {
		return hit{to: y, label: Date, score: 0.97, reason: "a month with its year"}
	}
	prev := l.at(i - 1).low
	if among(t.low, "may march mar jan sep dec jun august april june") {
		sure := among(prev, "in by since until till last next this of from to early late mid during every and before after between through end") || prev == "-"
		weak := among(t.low, "august april june")
		next := l.at(k)
		if !sure && !(weak && !next.capital && !l.at(i-1).capital) {
			return hit{}
		}
		if !weak && next.capital && next.space && prev != "in" {
			return hit{}
		}
	}
	if strings.HasSuffix(t.low, "'s") {
		return hit{}
	}
	return hit{to: k, label: Date, score: 0.92, reason: "a month"}
}

// weekday reads Friday, Friday, July 21, Monday night.
func (l *line) weekday(i int) hit {
	t := l.at(i)
	if t.is&isWeekday == 0 || !t.capital || len(t.low) < 5 && !strings.HasSuffix(t.low, ".") && !l.day(i+1) && !l.at(i).upper {
		return hit{}
	}
	if among(t.low, "sun sat mon") && !l.at(i).first {
		return hit{}
	}
	k := i + 1
	if l.at(k).is&isDayPart != 0 && !l.at(k).capital {
		return hit{to: k + 1, label: Time, score: 0.95, reason: "part of a day"}
	}
	if l.at(k).low == "lunchtime" {
		return hit{to: k + 1, label: Time, score: 0.95, reason: "part of a day"}
	}
	j := k
	if l.at(j).word == "," {
		j++
	}
	if l.at(j).low == "the" {
		j++
	}
	if h := l.monthFirst(j); h.to > j && (l.day(j+1) || j == k) {
		return hit{to: h.to, label: Date, score: 0.98, reason: calendar}
	}
	if h := l.dayFirst(j); h.to > j {
		return hit{to: h.to, label: Date, score: 0.98, reason: calendar}
	}
	if next := l.at(k); next.low == "last" || next.low == "next" {
		if l.at(k+1).low == "week" {
			return hit{to: k + 2, label: Date, score: 0.95, reason: "a day of the week"}
		}
	}
	return hit{to: k, label: Date, score: 0.95, reason: "a day of the week"}
}

// year reads 2017, 2016-17, 2017/18, 1990s, '90s, 2024-05-06, 06/05/2024.
func (l *line) year(i int) hit {
	t := l.at(i)
	if t.kind != segment.Number {
		return hit{}
	}
	if strings.Count(t.word, "/") == 2 || len(t.word) == 7 && t.word[4] == '/' && !l.isYear(i) && t.word >= "1900/00" && t.word < "2100/00" {
		return hit{to: i + 1, label: Date, score: 0.93, reason: calendar}
	}
	if !l.isYear(i) || zone(l.at(i+1).word) {
		return hit{}
	}
	k := i + 1
	if l.at(k).word == "-" && l.glued(k) && l.glued(k+1) && l.at(k+1).kind == segment.Number {
		if l.at(k+2).word == "-" && l.at(k+3).kind == segment.Number && len(l.at(k+1).word) == 2 {
			return hit{to: k + 4, label: Date, score: 0.95, reason: calendar}
		}
		if w := l.at(k + 1).word; len(w) == 2 || l.isYear(k+1) {
			return hit{to: k + 2, label: Date, score: 0.93, reason: "years"}
		}
	}
	short := l.at(k).word == "–" && len(l.at(k+1).word) == 2 && l.at(k+1).kind == segment.Number
	if short || among(l.at(k).word, "- –") && l.isYear(k+1) {
		return hit{to: k + 2, label: Date, score: 0.93, reason: "years"}
	}
	prev, next := l.at(i-1).low, l.at(k)
	if t.word < "1900" || t.word > "2100" {
		if !among(prev, "in since by until from of early late circa around about before after between and ( to the") || prev == "" {
			return hit{}
		}
		if among(prev, "the of and to from about around by between") {
			if next.kind == segment.Word && next.is&isFunction == 0 || t.word < "1400" {
				return hit{}
			}
		}
	}
	const unit = isMeasure | isCurrency | isMagnitude | isDayUnit | isClockUnit
	if plural(next) && prev != "in" && prev != "the" || next.is&unit != 0 && !next.capital || among(next.low, "% percent") {
		return hit{}
	}
	return hit{to: k, label: Date, score: 0.9, reason: "a year"}
}

// plural reports whether a lower-case word looks like the plural of a noun.
func plural(t *token) bool {
	if t.kind != segment.Word || t.capital || t.is&(isFunction|isSay|isDayPart) != 0 {
		return false
	}
	if among(t.low, "people men women children") {
		return true
	}
	return strings.HasSuffix(t.low, "s") && !strings.HasSuffix(t.low, "ss") && !among(t.low, "was is has elections championships")
}
