package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// money reads a sum that begins with its currency: $5, US$1.5 billion, EUR 120m.
func (a *article) money(l *line, i int) hit {
	j := l.currency(i)
	if j == 0 {
		return hit{}
	}
	n := l.number(j)
	if n.end == 0 || n.words && !n.scaled || strings.ContainsAny(n.digits, ":/") {
		return hit{}
	}
	if n.suffix != "" && n.suffix != "s" {
		n.end = j + 1
	}
	if t := l.at(n.end); (t.word == "-" || t.word == "–") && l.glued(n.end) || t.low == "to" && l.currency(n.end+1) == 0 {
		k := n.end + 1
		if c := l.currency(k); c > 0 {
			k = c
		}
		if m := l.number(k); m.end > 0 && !m.words && (t.low != "to" || m.scaled) {
			n = m
		}
	}
	for l.at(n.end).word == "-" && l.at(n.end+1).is&isMagnitude != 0 {
		n.end += 2
	}
	if t := l.at(n.end); t.is&isCurrency != 0 && t.low != "won" && t.low != "real" {
		n.end++
	}
	return hit{to: n.end, label: Money, score: 0.97, reason: "a sum with its currency"}
}

// currency returns the index after the currency sign or code at token i, or 0.
func (l *line) currency(i int) int {
	t := l.at(i)
	next := l.at(i + 1)
	switch {
	case t.kind == segment.Symbol && strings.ContainsAny(t.word, "$£€¥₹₦₽₩₪₺₴₱฿₵¢₫"):
		return i + 1
	case t.kind == segment.Word && t.capital && utf8.RuneCountInString(t.word) <= 4 && next.kind == segment.Symbol && !next.space && next.word == "$":
		return i + 2
	case t.is&isCode != 0 && t.capital && next.kind == segment.Number && !among(t.low, "try rub all") && (len(t.low) < 3 || t.upper || t.low == "rs." || t.low == "ksh"):
		return i + 1
	case (t.word == "N" || t.word == "R") && next.kind == segment.Number && !next.space:
		return i + 1
	}
	return 0
}

// counted reads a number and decides by what follows it.
func (a *article) counted(l *line, i int) hit {
	if h := l.fraction(i); h.to > i {
		return h
	}
	n := l.span(i)
	if n.end == 0 {
		return a.indefiniteUnit(l, i)
	}
	if h := l.bySuffix(n); h.to > 0 {
		return h
	}
	if n.suffix != "" {
		return hit{}
	}
	if h := l.byUnit(n); h.to > 0 {
		return h
	}
	if h := l.metres(i, n); h.to > 0 {
		return h
	}
	return a.cardinal(l, i, n)
}

// byUnit reads the unit after a number.
func (l *line) byUnit(n numeral) hit {
	k := n.end
	hyphen := l.at(k).word == "-" && l.glued(k) && l.glued(k+1)
	if hyphen {
		k++
	}
	t, next := l.at(k), l.at(k+1)
	switch {
	case t.word == "%" || t.low == "percent" || t.low == "pc" && !n.words || t.low == "pct":
		end := k + 1
		if l.at(end).low == "points" || l.at(end).low == "point" {
			end++
		}
		return hit{to: end, label: Percent, score: 0.98, reason: "a share of a hundred"}
	case t.low == "per" && (next.low == "cent" || next.low == "cent.") || t.low == "percentage" && strings.HasPrefix(next.low, "point"):
		return hit{to: k + 2, label: Percent, score: 0.98, reason: "a share of a hundred"}
	case strings.HasPrefix(t.low, "year-old"):
		return hit{to: k + 1, label: Date, score: 0.95, reason: "an age"}
	case t.low == "year" && next.low == "olds" || (t.low == "years" || t.low == "months") && next.low == "old":
		return hit{to: k + 2, label: Date, score: 0.95, reason: "an age"}
	case t.is&isCurrency != 0 && !t.capital:
		return l.sumWords(n, k)
	case t.is&isClockUnit != 0 && !t.capital:
		return hit{to: l.more(k + 1), label: Time, score: 0.92, reason: "a duration under a day"}
	case t.is&isDayUnit != 0 && !t.capital && !among(t.low, "quarter quarters generation"):
		return hit{to: l.past(k + 1), label: Date, score: 0.92, reason: "a duration of days or more"}
	case among(t.low, "working business calendar consecutive straight successive full more light") && next.is&isDayUnit != 0:
		return hit{to: l.past(k + 2), label: Date, score: 0.9, reason: "a duration of days or more"}
	}
	return l.measured(n, k, hyphen)
}

// measured reads a unit of measure after a number.
func (l *line) measured(n numeral, k int, hyphen bool) hit {
	t := l.at(k)
	end := 0
	switch next := l.at(k + 1); {
	case among(t.low, "square sq cubic sq. metric nautical"):
		if next.is&isMeasure != 0 {
			end = k + 2
		}
	case t.word == "°":
		end = k + 1
		if w := l.at(end).word; w == "C" || w == "F" {
			end++
		}
	case t.low == "stone" && n.words && !hyphen:
		end = 0
	case t.is&isMeasure != 0 && t.word != "MW" && (utf8.RuneCountInString(t.low) > 2 || !hyphen) && (!t.capital || t.upper):
		end = k + 1
	case t.word == "MW":
		end = k + 1
	}
	if end == 0 {
		return hit{}
	}
	switch next := l.at(end); {
	case t.low == "degrees" && (next.low == "celsius" || next.low == "fahrenheit" || next.word == "C" || next.word == "F"):
		end++
	case among(next.low, "per an a") && (l.at(end+1).low == "hour" || l.at(end+1).low == "second"):
		end += 2
	case next.word == "-" && l.glued(end) && l.at(end+1).kind == segment.Number: // 6-foot-2
		end += 2
	case among(t.low, "feet foot ft") && l.number(end).end > 0:
		if m := l.number(end); l.at(m.end).is&isMeasure != 0 {
			end = m.end + 1
		}
	}
	return hit{to: end, label: Quantity, score: 0.92, reason: "a number with its unit"}
}

// sumWords reads the currency after a number: 5 million euros, 20 pence.
func (l *line) sumWords(n numeral, k int) hit {
	switch t := l.at(k); t.low {
	case "won", "real", "try", "quid", "sterling", "reais":
		if !n.scaled {
			return hit{}
		}
	case "pound", "pounds":
		if strings.HasPrefix(l.at(n.end-2).low, "weigh") || l.at(n.end).word == "-" || among(l.at(k+1).low, "of lighter heavier") {
			return hit{to: k + 1, label: Quantity, score: 0.8, reason: "a number with its unit"}
		}
		if n.words && !n.scaled && l.at(k-1).low == "one" && l.at(k+1).low == "of" {
			return hit{to: k + 1, label: Quantity, score: 0.6, reason: "a number with its unit"}
		}
	}
	if l.at(k+1).low == "sterling" {
		k++
	}
	return hit{to: k + 1, label: Money, score: 0.95, reason: "a sum with its currency"}
}

// more goes on over «and 20 minutes» after a duration.
func (l *line) more(k int) int {
	j := k
	if w := l.at(j).low; w == "and" || w == "," {
		j++
	}
	if m := l.number(j); m.end > 0 && l.at(m.end).is&isClockUnit != 0 {
		k = m.end + 1
	}
	return l.past(k)
}

// past goes on over ago, later and the like after a duration.
func (l *line) past(k int) int {
	switch l.at(k).low {
	case "ago", "earlier", "later":
		return k + 1
	case "and":
		if l.at(k+1).low == "a" && l.at(k+2).low == "half" {
			return k + 3
		}
		if m := l.number(k + 1); m.end > 0 && l.at(m.end).is&isDayUnit != 0 && l.at(k-1).is&isDayUnit != 0 {
			return l.past(m.end + 1)
		}
	}
	return k
}

// indefiniteUnit reads a year, an hour, a few weeks, several days ago.
func (a *article) indefiniteUnit(l *line, i int) hit {
	j := i
	switch l.at(i).low {
	case "a", "an":
		j = i + 1
		if w := l.at(j).low; w == "few" || w == "couple" {
			j++
		}
		if l.at(j).low == "of" && l.at(j-1).low == "couple" {
			j++
		}
		if w := l.at(j).low; among(w, "full whole further single") {
			j++
		}
	case "several", "many", "few":
		j = i + 1
	case "half":
		j = i + 1
		if w := l.at(j).low; w == "a" || w == "an" {
			j++
		}
		if j == i+1 {
			return hit{}
		}
	default:
		return hit{}
	}
	t := l.at(j)
	if t.capital || among(t.low, "second season quarter generation min seasons") {
		return hit{}
	}
	if l.at(j+1).word == "-" && l.glued(j+1) {
		return hit{}
	}
	switch {
	case t.is&isClockUnit != 0:
		return hit{to: l.past(j + 1), label: Time, score: 0.85, reason: "a duration under a day"}
	case t.is&isDayUnit != 0:
		return hit{to: l.past(j + 1), label: Date, score: 0.85, reason: "a duration of days or more"}
	}
	return hit{}
}

// fraction reads half, a third, two-thirds, three quarters.
func (l *line) fraction(i int) hit {
	t := l.at(i)
	found := hit{label: Cardinal, score: 0.8, reason: "a fraction"}
	next := l.at(i + 1)
	switch t.low {
	case "two-thirds", "one-third", "three-quarters", "one-quarter", "three-fourths", "one-fifth", "two-fifths", "three-fifths", "four-fifths", "one-half", "one-sixth", "one-tenth":
		found.to = i + 1
	case "two", "three", "four", "one":
		if w := next.low; (among(w, "thirds quarters fifths") || (t.low == "one" && among(w, "third quarter fifth"))) && l.at(i+2).low != "year" {
			found.to = i + 2
		}
	case "a":
		if w := next.low; among(w, "third quarter fifth tenth") && l.at(i+2).low == "of" {
			found.to = i + 2
		}
	case "half":
		if prev := l.at(i - 1); prev.is&isOrdinal != 0 || among(prev.low, "other better opening") || prev.word == "-" || next.word == "-" || among(next.low, "time back centuries century") {
			return hit{}
		}
		if next.low == "a" || next.low == "an" {
			return hit{}
		}
		if among(next.low, "of the its their that his her were are") {
			found.to = i + 1
		}
	}
	return found
}

// bySuffix decides by letters at once after the digits: 5km, 20th, 1990s.
func (l *line) bySuffix(n numeral) hit {
	low := strings.ToLower(n.suffix)
	switch {
	case n.suffix == "":
		return hit{}
	case among(low, "st nd rd th"):
		if t := l.at(n.end); t.low == "century" || t.low == "centuries" {
			return hit{to: n.end + 1, label: Date, score: 0.95, reason: "a century"}
		} else if t.word == "-" && l.at(n.end+1).low == "century" {
			return hit{to: n.end + 2, label: Date, score: 0.95, reason: "a century"}
		}
		return hit{to: n.end, label: Ordinal, score: 0.93, reason: "a rank"}
	case low == "s" && (len(n.digits) == 4 || len(n.digits) == 2):
		return hit{to: n.end, label: Date, score: 0.93, reason: "a decade"}
	case low == "c" || low == "p":
		return hit{to: n.end, label: Money, score: 0.7, reason: "a sum with its currency"}
	case low == "pc" || low == "pct":
		return hit{to: n.end, label: Percent, score: 0.9, reason: "a share of a hundred"}
	case among(low, "hrs mins min sec secs hr"):
		return hit{to: n.end, label: Time, score: 0.9, reason: "a duration under a day"}
	case low == "am" || low == "pm":
		return hit{to: n.end, label: Time, score: 0.97, reason: "a time of day"}
	}
	if vocabularyMeasure(low) {
		end := n.end
		if s := l.at(end); s.word == "/" && l.glued(end) && among(l.at(end+1).low, "h s ml l kg ha") {
			return hit{to: end + 2, label: Quantity, score: 0.92, reason: "a number with its unit"}
		}
		if m := l.number(end); m.end > 0 && !l.at(end).first && among(m.suffix, "in lb lbs oz cm") {
			end = m.end
		}
		return hit{to: end, label: Quantity, score: 0.92, reason: "a number with its unit"}
	}
	return hit{}
}

func vocabularyMeasure(low string) bool {
	return among(low, "ha t km kms cm mm ft in kg g mg lb lbs oz ml l mph kph kmh mw gw kw kwh gb mb tb ghz mhz hp st m² km² bhp cc")
}

// metres reads 1.52m tall, 400m offshore, and feet and inches as in 6'4".
func (l *line) metres(i int, n numeral) hit {
	found := hit{label: Quantity, score: 0.85, reason: "a number with its unit"}
	t := l.at(i)
	if strings.HasSuffix(t.word, "m") && n.end == i+1 && among(l.at(n.end).low, "tall high wide long deep offshore away above below from sprint hurdles race freestyle relay runner final north south east west") {
		found.to = n.end
		return found
	}
	if s := l.at(i + 1); (s.word == "'" || s.word == "’" || s.word == "′") && l.glued(i+1) && l.glued(i+2) && l.at(i+2).kind == segment.Number {
		found.to = i + 3
		if e := l.at(i + 3); (e.word == "\"" || e.word == "”" || e.word == "″") && l.glued(i+3) {
			found.to++
		}
		return found
	}
	return hit{}
}
