package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// clock reads a time of day: 7.30pm, 10:30 a.m. ET, 9 o'clock, 1400 GMT.
func (a *article) clock(l *line, i int) hit {
	t := l.at(i)
	k := i + 1
	d, s := splitNumber(t.word)
	next := l.at(k)
	spelled := t.is&isUnitNumber != 0
	if t.kind != segment.Number && !spelled {
		return hit{}
	}
	low := strings.ToLower(s)
	colon := len(d) >= 4 && len(d) <= 5 && d[len(d)-3] == ':'
	switch {
	case low == "am" || low == "pm":
	case s != "":
		return hit{}
	case among(next.low, "am pm a.m. p.m. a.m p.m noon midnight"):
		if next.low == "am" && t.kind != segment.Number {
			return hit{}
		}
		k++
	case next.low == "o'clock":
		k++
	case spelled:
		return hit{}
	case zone(next.word) && (colon || len(d) == 4):
	case colon && d[0] <= '2' && d[len(d)-2] <= '5':
		if prev := l.at(i - 1).low; !among(prev, "at by until from before after to around about since till - – and ( ,") && prev != "" {
			return hit{}
		}
	default:
		return hit{}
	}
	if w := l.at(k); zone(w.word) {
		k++
	} else if among(w.low, "local eastern irish") && l.at(k+1).low == "time" {
		k += 2
	}
	return hit{to: k, label: Time, score: 0.97, reason: "a time of day"}
}

// zone reports whether w is the short name of a time zone.
func zone(w string) bool {
	switch w {
	case "GMT", "BST", "IST", "ET", "EST", "EDT", "PT", "PST", "PDT", "CET", "CEST", "UTC", "CST", "CDT", "MST", "JST", "AEST", "WAT", "EAT", "SAST", "MSK":
		return true
	}
	return false
}
