package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// clock reads a time of day: 7.30pm, 10:30 a.m. ET, 9 o'clock, 1400 GMT.
func (a *article) clock(l line, i int) hit {
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
	case next.low == "am" || next.low == "pm" || next.low == "a.m." || next.low == "p.m." || next.low == "a.m" || next.low == "p.m" || next.low == "noon" || next.low == "midnight":
		if next.low == "am" && !t.is.numeric(t) {
			return hit{}
		}
		k++
	case next.low == "o'clock":
		k++
	case spelled:
		return hit{}
	case zone(next.word) && (colon || len(d) == 4):
	case colon && d[0] <= '2' && d[len(d)-2] <= '5':
		if prev := l.at(i - 1).low; !strings.Contains(" at by until from before after to around about since till - – and ( , ", " "+prev+" ") && prev != "" {
			return hit{}
		}
	default:
		return hit{}
	}
	if w := l.at(k); zone(w.word) {
		k++
	} else if (w.low == "local" || w.low == "eastern" || w.low == "irish") && l.at(k+1).low == "time" {
		k += 2
	}
	return hit{to: k, label: Time, score: 0.97, reason: "a time of day"}
}

// numeric reports whether t is written in digits.
func (w word) numeric(t token) bool { return t.kind == segment.Number }

// zone reports whether w is the short name of a time zone.
func zone(w string) bool {
	switch w {
	case "GMT", "BST", "IST", "ET", "EST", "EDT", "PT", "PST", "PDT", "CET", "CEST", "UTC", "CST", "CDT", "MST", "JST", "AEST", "WAT", "EAT", "SAST", "MSK":
		return true
	}
	return false
}
