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
	case next.low == "in" && l.at(k+1).low == "the" && among(l.at(k+2).low, "morning afternoon evening") && len(d) < 3:
		k += 3
	case spelled:
		return l.words(i)
	case l.dotted(i, d):
	case zone(next.word) && (colon || len(d) == 4):
	case colon && d[0] <= '2' && d[len(d)-2] <= '5':
		if l.at(i-1).word == "-" {
			return hit{} // the end of a score
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

// dotted reports whether the digits d of token i are a time with a full stop:
// at 17.31, or alone on its line.
func (l *line) dotted(i int, d string) bool {
	if len(d) < 4 || len(d) > 5 || d[len(d)-3] != '.' || d[len(d)-2] > '5' || len(d) == 5 && d[:2] > "23" {
		return false
	}
	next := l.at(i + 1)
	if zone(next.word) || len(l.tokens) == 1 {
		return true
	}
	return among(l.at(i-1).low, "at by until till before after from around since shortly") && next.kind != segment.Symbol && next.word != "%" &&
		next.is&(isMeasure|isMagnitude|isCurrency) == 0 && !among(next.low, "per percent points times")
}

// words reads a time in words: five to five, half past six.
func (l *line) words(i int) hit {
	if among(l.at(i+1).low, "to past") && l.at(i+2).is&isUnitNumber != 0 && !l.at(i).capital && l.at(i+3).kind != segment.Word {
		return hit{to: i + 3, label: Time, score: 0.8, reason: "a time of day"}
	}
	return hit{}
}
