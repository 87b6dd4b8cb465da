package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// date reads a day, month, year, season, decade or age that begins at token i;
// with a part of the day after it, it is a time.
func (a *article) date(l line, i int) hit {
	for _, read := range []func(int) hit{l.dayFirst, l.monthFirst, l.weekday, l.year, l.relative, l.part, l.single, l.quarter, l.holiday} {
		if h := read(i); h.to > i {
			return h
		}
	}
	return hit{}
}

const calendar = "a day of the calendar"

// day reports whether the token i can be the day of a month; the length of what
// it takes is 1.
func (l line) day(i int) bool {
	t := l.at(i)
	if t.kind != segment.Number {
		return t.is&isOrdinal != 0 && t.low != "second" && t.low != "hundredth" && false
	}
	d, s := splitNumber(t.word)
	return len(d) <= 2 && d != "0" && d != "00" && (len(d) == 1 || d <= "31") && d != "" && !strings.ContainsAny(d, ".,:/") &&
		(s == "" || s == "st" || s == "nd" || s == "rd" || s == "th")
}

func (l line) isYear(i int) bool {
	t := l.at(i)
	return t.kind == segment.Number && len(t.word) == 4 && t.word >= "1000" && t.word < "2200" && strings.IndexFunc(t.word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// month reports whether the token i is surely a month: «may» and «march» need a
// capital and something of a date near them.
func (l line) month(i int) bool {
	t := l.at(i)
	return t.is&isMonth != 0 && (t.capital)
}

// withYear goes on over a year after a month or day, with or without comma.
func (l line) withYear(k int) int {
	j := k
	if l.at(j).word == "," {
		j++
	} else if l.at(j).low == "of" && l.isYear(j+1) {
		j++
	}
	if l.isYear(j) && (j == k || !strings.HasPrefix(l.at(j+1).low, "people")) {
		return j + 1
	}
	return k
}

// dayFirst reads 21 July 2017, 21st of July, 5-7 May.
func (l line) dayFirst(i int) hit {
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
func (l line) monthFirst(i int) hit {
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
	if t.low == "may" || t.low == "march" || t.low == "mar" || t.low == "jan" || t.low == "sep" || t.low == "dec" || t.low == "jun" || t.low == "august" || t.low == "april" || t.low == "june" {
		sure := strings.Contains(" in by since until till last next this of from to early late mid during every and before after between through end ", " "+prev+" ") || prev == "-"
		weak := t.low == "august" || t.low == "april" || t.low == "june"
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
func (l line) weekday(i int) hit {
	t := l.at(i)
	if t.is&isWeekday == 0 || !t.capital || len(t.low) < 5 && !strings.HasSuffix(t.low, ".") && !l.day(i+1) && !l.at(i).upper {
		return hit{}
	}
	if t.low == "sun" || t.low == "sat" || t.low == "mon" && !l.at(i).first {
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
func (l line) year(i int) hit {
	t := l.at(i)
	if t.kind != segment.Number {
		return hit{}
	}
	if strings.Count(t.word, "/") == 2 || len(t.word) == 7 && t.word[4] == '/' && l.isYear(i) == false && t.word >= "1900/00" && t.word < "2100/00" {
		return hit{to: i + 1, label: Date, score: 0.93, reason: calendar}
	}
	if !l.isYear(i) {
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
	if l.at(k).word == "–" && l.isYear(k+1) || l.at(k).word == "–" && len(l.at(k+1).word) == 2 && l.at(k+1).kind == segment.Number {
		return hit{to: k + 2, label: Date, score: 0.93, reason: "years"}
	}
	prev, next := l.at(i-1).low, l.at(k)
	if t.word < "1900" || t.word > "2100" {
		if !strings.Contains(" in since by until from of early late circa around about before after between and ( to the ", " "+prev+" ") || prev == "" {
			return hit{}
		}
		if prev == "the" || prev == "of" || prev == "and" || prev == "to" || prev == "from" || prev == "about" || prev == "around" || prev == "by" || prev == "between" {
			if next.kind == segment.Word && next.is&isFunction == 0 || t.word < "1400" {
				return hit{}
			}
		}
	}
	if plural(next) && prev != "in" && prev != "the" || next.is&(isMeasure|isCurrency|isMagnitude|isDayUnit|isClockUnit) != 0 && !next.capital || next.word == "%" || next.low == "percent" {
		return hit{}
	}
	return hit{to: k, label: Date, score: 0.9, reason: "a year"}
}

// plural reports whether a lower-case word looks like the plural of a noun.
func plural(t token) bool {
	return t.kind == segment.Word && !t.capital && t.is&(isFunction|isSay|isDayPart) == 0 && (strings.HasSuffix(t.low, "s") && !strings.HasSuffix(t.low, "ss") && t.low != "was" && t.low != "is" && t.low != "has" && t.low != "elections" && t.low != "championships" || t.low == "people" || t.low == "men" || t.low == "women" || t.low == "children")
}

// relative reads last week, the past two years, earlier this month, every day.
func (l line) relative(i int) hit {
	t := l.at(i)
	if t.is&isRelative == 0 || t.capital && !t.first {
		return hit{}
	}
	k := i
	switch t.low {
	case "early", "late", "earlier", "later", "mid", "end", "beginning", "start":
		return l.within(i)
	case "this", "last", "next", "past", "previous", "coming", "following", "same", "that", "each", "every", "final", "opening", "recent":
		k = i + 1
	default:
		return hit{}
	}
	if w := l.at(k).low; w == "few" || w == "couple" || w == "several" || w == "full" || w == "past" || w == "coming" || w == "same" || w == "single" || w == "calendar" || w == "financial" || w == "fiscal" || w == "academic" || w == "half" {
		k++
		if w == "couple" && l.at(k).low == "of" {
			k++
		}
		if w == "few" && l.at(k).is&isMagnitude != 0 {
			k++
		}
	} else if n := l.number(k); n.end > 0 && n.suffix == "" {
		if t.low == "this" || t.low == "that" {
			return hit{}
		}
		k = n.end
	}
	u := l.at(k)
	switch {
	case u.low == "night" || u.low == "morning" || u.low == "afternoon" || u.low == "evening" || u.is&isClockUnit != 0 && u.low != "second" && u.low != "minute" && u.low != "min" && u.low != "seconds":
		if t.low == "that" && u.is&isClockUnit != 0 || t.low == "same" || t.low == "final" || t.low == "opening" {
			return hit{}
		}
		return hit{to: k + 1, label: Time, score: 0.93, reason: "part of a day"}
	case u.is&isDayUnit != 0 && !u.capital && u.low != "season" && u.low != "seasons" && u.low != "generation" && u.low != "generations":
		if t.low == "final" || t.low == "opening" {
			return hit{}
		}
		if t.low == "same" && u.low == "day" {
			return hit{}
		}
		if u.low == "weekend" || u.low == "week" {
			if l.at(k+1).low == "'s" {
				return hit{to: k + 1, label: Date, score: 0.9, reason: "relative to today"}
			}
		}
		return hit{to: l.past(k + 1), label: Date, score: 0.93, reason: "relative to today"}
	case u.is&isSeason != 0 && (t.low == "this" || t.low == "last" || t.low == "next" || t.low == "every" || t.low == "each" || t.low == "previous"):
		return hit{to: k + 1, label: Date, score: 0.93, reason: "a season"}
	case u.is&isWeekday != 0 && u.capital && k == i+1 && t.low != "that" && t.low != "same":
		if h := l.weekday(k); h.to > k {
			return h
		}
	case u.is&isMonth != 0 && u.capital && k == i+1 && t.low != "that":
		if h := l.monthFirst(k); h.to > k {
			return h
		}
	case u.low == "christmas" || u.low == "easter" || u.low == "ramadan" || u.low == "thanksgiving":
		if h := l.holiday(k); h.to > k {
			return h
		}
	}
	return hit{}
}

// within reads early 2017, late on Monday, mid July, earlier this week, end of
// the year.
func (l line) within(i int) hit {
	t := l.at(i)
	k := i + 1
	if t.low == "mid" && l.at(k).word == "-" {
		k++
	}
	if t.low == "end" || t.low == "beginning" || t.low == "start" {
		if l.at(k).low != "of" {
			return hit{}
		}
		k++
		if l.at(k).low == "the" {
			k++
		}
		if u := l.at(k); (u.low == "year" || u.low == "month" || u.low == "week" || u.low == "decade" || u.low == "century") && l.at(k-1).low == "the" {
			return hit{to: k + 1, label: Date, score: 0.85, reason: "part of a year or month"}
		}
	} else if l.at(k).low == "on" || l.at(k).low == "in" || l.at(k).low == "the" {
		if l.at(k).low == "in" {
			k++
			if l.at(k).low != "the" {
				return hit{}
			}
		}
		k++
	}
	for _, read := range []func(int) hit{l.dayFirst, l.monthFirst, l.weekday, l.year, l.decade, l.relative, l.single} {
		if h := read(k); h.to > k {
			if t.low == "mid" && h.label == Time {
				return hit{}
			}
			return h
		}
	}
	if u := l.at(k); u.low == "century" && false || (u.is&isSeason != 0 && u.low != "fall") && (t.low == "early" || t.low == "late") {
		return hit{to: k + 1, label: Date, score: 0.85, reason: "a season"}
	}
	if u := l.at(k); (t.low == "early" || t.low == "late") && (u.low == "morning" || u.low == "afternoon" || u.low == "evening" || u.low == "night" || u.is&isDayPart != 0) {
		return hit{to: k + 1, label: Time, score: 0.8, reason: "part of a day"}
	}
	return hit{}
}

func (l line) decade(i int) hit {
	t := l.at(i)
	d, s := splitNumber(t.word)
	if t.kind == segment.Number && s == "s" && (len(d) == 4 || len(d) == 2) && !strings.ContainsAny(d, ".,:/") {
		return hit{to: i + 1, label: Date, score: 0.95, reason: "a decade"}
	}
	return hit{}
}

// part reads a decade with a prefix, and a season with its year.
func (l line) part(i int) hit {
	t := l.at(i)
	if rest, ok := strings.CutPrefix(t.low, "mid-"); ok {
		if strings.HasSuffix(rest, "0s") || len(rest) == 4 && rest >= "1000" && rest < "2200" {
			return hit{to: i + 1, label: Date, score: 0.93, reason: "a decade"}
		}
		first, _, _ := strings.Cut(rest, "-")
		if strings.Contains(monthWords, first) && len(first) > 2 && t.word[4:] != rest {
			return hit{to: l.withYear(i + 1), label: Date, score: 0.93, reason: "a month"}
		}
	}
	if h := l.decade(i); h.to > i {
		return h
	}
	if t.is&isSeason != 0 && (t.low != "fall" && t.low != "spring" || l.isYear(i+1) || l.at(i+1).low == "of") {
		if k := l.withYear(i + 1); k > i+1 {
			return hit{to: k, label: Date, score: 0.95, reason: "a season with its year"}
		}
		prev := l.at(i - 1).low
		if (prev == "the" || prev == "in" || prev == "during" || prev == "over") && !t.capital && l.at(i+1).kind != segment.Word && t.low != "fall" {
			return hit{to: i + 1, label: Date, score: 0.75, reason: "a season"}
		}
	}
	return hit{}
}

// single reads the words that are a date or time alone.
func (l line) single(i int) hit {
	t, next := l.at(i), l.at(i+1)
	if t.capital && !t.first && l.style == running {
		return hit{}
	}
	switch t.low {
	case "today", "yesterday", "tomorrow":
		if next.is&isDayPart != 0 {
			return hit{to: i + 2, label: Time, score: 0.95, reason: "part of a day"}
		}
		if l.at(i-1).low == "the" {
			return hit{}
		}
		return hit{to: i + 1, label: Date, score: 0.93, reason: "relative to today"}
	case "tonight", "overnight":
		return hit{to: i + 1, label: Time, score: 0.9, reason: "part of a day"}
	case "midnight", "noon", "midday":
		return hit{to: i + 1, label: Time, score: 0.92, reason: "a time of day"}
	case "morning", "afternoon", "evening":
		if l.at(i-1).low == "the" && (l.at(i-2).low == "in" || l.at(i-2).low == "during") {
			return hit{to: i + 1, label: Time, score: 0.8, reason: "part of a day"}
		}
	case "weekend":
		if l.at(i-1).low == "the" || l.at(i-1).low == "over" {
			return hit{to: i + 1, label: Date, score: 0.8, reason: "relative to today"}
		}
	}
	return hit{}
}

// quarter reads third quarter of 2024, Q3, fiscal 2024.
func (l line) quarter(i int) hit {
	t, next := l.at(i), l.at(i+1)
	end := 0
	switch {
	case t.is&isOrdinal != 0 && next.low == "quarter" && (l.at(i-1).low == "the" || l.at(i-1).low == "in" || l.at(i-1).low == "its"):
		end = i + 2
	case t.is&isOrdinal != 0 && next.word == "-" && l.at(i+2).low == "quarter":
		return hit{to: i + 3, label: Date, score: 0.85, reason: "a quarter"}
	case t.is&isOrdinal != 0 && next.low == "half" && (l.at(i+2).low == "of" && (l.isYear(i+3) || l.at(i+3).low == "the" && l.at(i+4).low == "year")):
		end = i + 2
	case len(t.word) == 2 && (t.word[0] == 'Q' || t.word[0] == 'H') && t.word[1] >= '1' && t.word[1] <= '4':
		end = i + 1
	case (t.low == "fiscal" || t.low == "financial") && (l.isYear(i+1) || next.low == "year" && l.isYear(i+2)):
		if !l.isYear(i + 1) {
			i++
		}
		return hit{to: i + 2, label: Date, score: 0.9, reason: "a financial year"}
	default:
		return hit{}
	}
	if l.at(end).low == "of" && l.at(end+1).low == "the" && l.at(end+2).low == "year" {
		end += 3
	}
	if l.at(end).low == "of" && (l.at(end+1).low == "this" || l.at(end+1).low == "last") && l.at(end+2).low == "year" {
		end += 3
	}
	return hit{to: l.withYear(end), label: Date, score: 0.88, reason: "a quarter"}
}

// holiday reads the names of holidays.
func (l line) holiday(i int) hit {
	t := l.at(i)
	if !t.capital {
		return hit{}
	}
	found := func(n int) hit {
		return hit{to: l.withYear(i + n), label: Date, score: 0.9, reason: "a holiday"}
	}
	one, two, three := l.at(i+1).low, l.at(i+2).low, l.at(i+3).low
	switch t.low {
	case "christmas", "easter", "thanksgiving", "ramadan", "halloween", "diwali", "hanukkah", "passover", "lent", "eid", "pentecost", "yom", "rosh":
		if one == "day" || one == "eve" || one == "sunday" || one == "monday" || one == "week" || one == "weekend" || one == "al-fitr" || one == "al-adha" || one == "kippur" || one == "hashanah" {
			return found(2)
		}
		if t.low == "yom" || t.low == "rosh" || l.at(i+1).capital && l.at(i+1).space {
			return hit{}
		}
		return found(1)
	case "good", "ash", "boxing", "bank", "labor", "labour", "memorial", "independence", "presidents", "veterans", "columbus", "canada", "australia", "anzac", "bastille", "victory", "workers", "palm", "holy", "christmastime", "republic", "democracy", "mothers", "fathers", "spring":
		if t.low == "good" && one == "friday" || t.low == "ash" && one == "wednesday" || (t.low == "palm" || t.low == "holy") && (one == "sunday" || one == "week" || one == "thursday") || t.low == "bank" && one == "holiday" {
			return found(2)
		}
		if one == "day" && l.at(i+1).capital && t.low != "good" && t.low != "holy" && t.low != "bank" && t.low != "palm" && t.low != "ash" {
			return found(2)
		}
	case "new":
		if one == "year" && two == "'s" && (three == "day" || three == "eve") {
			return found(4)
		}
		if one == "year" && l.at(i+1).capital {
			return found(2)
		}
	case "st", "st.", "saint", "valentine", "mother", "father", "international":
		for k := i + 1; k < i+5; k++ {
			if l.at(k).low == "day" && l.at(k).capital && (l.at(k-1).low == "'s" || l.at(k-1).low == "valentines" || l.at(k-1).low == "patricks") {
				return found(k - i + 1)
			}
		}
	}
	return hit{}
}
