package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// relative reads last week, the past two years, earlier this month, every day.
func (l *line) relative(i int) hit {
	t := l.at(i)
	if t.is&isRelative == 0 || t.capital && !t.first {
		return hit{}
	}
	if among(t.low, "early late earlier later mid end beginning start") {
		return l.within(i)
	}
	k := i + 1
	if w := l.at(k).low; among(w, "few couple several full past coming same single calendar financial fiscal academic half") {
		k++
		if w == "couple" && l.at(k).low == "of" || w == "few" && l.at(k).is&isMagnitude != 0 {
			k++
		}
	} else if n := l.number(k); n.end > 0 && n.suffix == "" {
		if t.low == "this" || t.low == "that" {
			return hit{}
		}
		k = n.end
	}
	return l.relativeUnit(t, k, k == i+1)
}

// relativeUnit reads the day, week or season at token k after a word such as
// last or next; at once says that no number stands between them.
func (l *line) relativeUnit(t *token, k int, atOnce bool) hit {
	u := l.at(k)
	switch {
	case among(u.low, "night morning afternoon evening") || u.is&isClockUnit != 0 && !among(u.low, "second minute min seconds"):
		if t.low == "that" && u.is&isClockUnit != 0 || among(t.low, "same final opening") {
			return hit{}
		}
		return hit{to: k + 1, label: Time, score: 0.93, reason: "part of a day"}
	case u.is&isDayUnit != 0 && !u.capital && !among(u.low, "season seasons generation generations"):
		if among(t.low, "final opening that each") || t.low == "same" && u.low == "day" {
			return hit{}
		}
		return hit{to: l.past(k + 1), label: Date, score: 0.93, reason: "relative to today"}
	case u.is&isSeason != 0 && among(t.low, "this last next every each previous"):
		return hit{to: k + 1, label: Date, score: 0.93, reason: "a season"}
	case t.low == "that" || t.low == "each":
		return hit{}
	case u.is&isWeekday != 0 && u.capital && atOnce && t.low != "same":
		return l.weekday(k)
	case u.is&isMonth != 0 && u.capital && atOnce:
		return l.monthFirst(k)
	case among(u.low, "christmas easter ramadan thanksgiving"):
		return l.holiday(k)
	}
	return hit{}
}

// within reads early 2017, late on Monday, mid July, earlier this week, end of
// the year.
func (l *line) within(i int) hit {
	t := l.at(i)
	k := i + 1
	if t.low == "mid" && l.at(k).word == "-" {
		k++
	}
	if among(t.low, "end beginning start") {
		if l.at(k).low != "of" {
			return hit{}
		}
		k++
		if l.at(k).low == "the" {
			k++
		}
		if u := l.at(k); among(u.low, "year month week decade century") && l.at(k-1).low == "the" {
			return hit{to: k + 1, label: Date, score: 0.85, reason: "part of a year or month"}
		}
	} else if among(l.at(k).low, "on in the") {
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
	if u := l.at(k); u.is&isSeason != 0 && u.low != "fall" && (t.low == "early" || t.low == "late") {
		return hit{to: k + 1, label: Date, score: 0.85, reason: "a season"}
	}
	if u := l.at(k); (t.low == "early" || t.low == "late") && (among(u.low, "morning afternoon evening night") || u.is&isDayPart != 0) {
		return hit{to: k + 1, label: Time, score: 0.8, reason: "part of a day"}
	}
	return hit{}
}

func (l *line) decade(i int) hit {
	t := l.at(i)
	d, s := splitNumber(t.word)
	if (t.word == "'" || t.word == "’" || t.word == "‘") && l.glued(i+1) && len(l.at(i+1).word) == 3 && strings.HasSuffix(l.at(i+1).word, "0s") {
		return hit{to: i + 2, label: Date, score: 0.95, reason: "a decade"}
	}
	if t.kind == segment.Number && s == "s" && (len(d) == 4 || len(d) == 2) && !strings.ContainsAny(d, ".,:/") {
		return hit{to: i + 1, label: Date, score: 0.95, reason: "a decade"}
	}
	return hit{}
}

// part reads a decade with a prefix, and a season with its year.
func (l *line) part(i int) hit {
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
	}
	if t.is&isSeason != 0 && !t.capital {
		prev, next := l.at(i-1).low, l.at(i+1)
		loose := next.kind != segment.Word || next.is&(isFunction|isPreposition) != 0 && next.low != "of"
		if among(prev, "in during over by until since before after through") && loose && t.low != "fall" ||
			prev == "the" && among(l.at(i-2).low, "in during over through by since until of") && loose {
			return hit{to: i + 1, label: Date, score: 0.75, reason: "a season"}
		}
	}
	return hit{}
}

// single reads the words that are a date or time alone.
func (l *line) single(i int) hit {
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
		prev := l.at(i - 1).low
		if prev == "the" && among(l.at(i-2).low, "in during through throughout by") || among(prev, "by before until till since mid") {
			return hit{to: i + 1, label: Time, score: 0.8, reason: "part of a day"}
		}
	case "dawn", "dusk", "lunchtime", "teatime", "suppertime", "midmorning", "nightfall", "daybreak", "sunrise", "sunset", "mid-morning", "mid-afternoon":
		if prev := l.at(i - 1).low; next.kind != segment.Word && prev != "the" || among(prev, "before after at by until till from since around") {
			return hit{to: i + 1, label: Time, score: 0.75, reason: "a time of day"}
		}
	case "weekend", "weekends", "weekday", "weekdays":
		if prev := l.at(i - 1).low; among(prev, "the over at on this") && (next.kind != segment.Word || next.is&isFunction != 0 || strings.HasSuffix(t.low, "s")) {
			return hit{to: i + 1, label: Date, score: 0.8, reason: "relative to today"}
		}
	case "annual":
		return hit{to: i + 1, label: Date, score: 0.7, reason: "every year"}
	case "weeks", "months", "years", "decades", "days", "centuries":
		if among(l.at(i-1).low, "for over within") && (next.kind != segment.Word || next.is&(isFunction|isPreposition) != 0 && next.low != "of" && next.low != "to") {
			return hit{to: l.past(i + 1), label: Date, score: 0.7, reason: "a duration of days or more"}
		}
		return l.afterwards(i, Date)
	case "minutes", "hours", "seconds":
		if among(l.at(i-1).low, "for within") && (next.kind != segment.Word || next.is&(isFunction|isPreposition) != 0) {
			return hit{to: l.past(i + 1), label: Time, score: 0.7, reason: "a duration under a day"}
		}
		return l.afterwards(i, Time)
	}
	return hit{}
}

// afterwards reads minutes before, days later, years ago.
func (l *line) afterwards(i int, label string) hit {
	if !among(l.at(i+1).low, "before after later ago earlier") || l.at(i-1).kind == segment.Number {
		return hit{}
	}
	return hit{to: l.past(i + 1), label: label, score: 0.75, reason: "a stretch of time"}
}
