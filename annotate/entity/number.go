package entity

import (
	"strings"
	"unicode"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// numeral is a number in tokens.
type numeral struct {
	end    int    // index after its last token; 0 where there is none
	suffix string // letters at once after the digits: km, pm, th
	words  bool   // written in words
	scaled bool   // has a magnitude: million, bn
	vague  bool   // a few, dozens
	digits string // the digits of a single token
}

// at returns the token i, or an empty one outside the line.
func (l *line) at(i int) *token {
	if i < 0 || i >= len(l.tokens) {
		return &l.none
	}
	return &l.tokens[i]
}

// glued reports whether the token i stands without white space after the one
// before it.
func (l *line) glued(i int) bool { return i > 0 && i < len(l.tokens) && !l.tokens[i].space }

func splitNumber(w string) (digits, suffix string) {
	i := strings.IndexFunc(w, unicode.IsLetter)
	if i < 0 {
		return w, ""
	}
	return w[:i], w[i:]
}

// number reads the number that begins at token i, with its magnitudes.
func (l *line) number(i int) numeral {
	t := l.at(i)
	switch {
	case t.kind == segment.Number && t.word != "":
		return l.digits(i)
	case t.kind == segment.Symbol && strings.ContainsAny(t.word, "½⅓¼¾⅔⅕⅛"):
		return numeral{end: i + 1, words: true}
	case among(t.low, "a an half several few many couple"):
		return l.indefinite(i)
	case t.is&isPlural != 0:
		return l.plurals(i)
	case t.is&(isUnitNumber|isTens) != 0 || compound(t.low):
		return l.spelled(i)
	}
	return numeral{}
}

// compound reports whether w is a number of two words with a hyphen.
func compound(w string) bool {
	tens, unit, ok := strings.Cut(w, "-")
	if !ok || !strings.HasSuffix(tens, "ty") {
		return false
	}
	switch unit {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "odd", "something":
		return true
	}
	return false
}

func (l *line) digits(i int) numeral {
	n := numeral{end: i + 1}
	n.digits, n.suffix = splitNumber(l.at(i).word)
	low := strings.ToLower(n.suffix)
	switch low {
	case "m", "bn", "tn", "k", "mn", "b", "million", "billion", "mln", "cr":
		n.suffix, n.scaled = "", true
	case "":
		if f := l.at(n.end); f.kind == segment.Symbol && strings.ContainsAny(f.word, "½⅓¼¾⅔⅕⅛") {
			n.end++
		}
		n = l.scale(n)
	}
	return n
}

// scale goes on over hundred, million, bn and the like.
func (l *line) scale(n numeral) numeral {
	for t := l.at(n.end); t.is&isMagnitude != 0; t = l.at(n.end) {
		short := len(t.low) <= 2
		if short && !among(t.low, "m bn tn mn") {
			break
		}
		if t.low == "m" && (l.at(n.end+1).kind == segment.Word && !l.at(n.end+1).first && l.at(n.end+1).low == "long") {
			break
		}
		n.end++
		n.scaled = n.scaled || t.low != "hundred" && t.low != "dozen"
	}
	return n
}

// indefinite reads a hundred, a few thousand, half a million, several hundred.
func (l *line) indefinite(i int) numeral {
	j := i
	if w := l.at(j).low; w == "half" && (l.at(j+1).low == "a" || l.at(j+1).low == "an") {
		j++
	}
	if w := l.at(j).low; w == "a" || w == "an" {
		j++
	}
	vague := false
	if w := l.at(j).low; among(w, "few couple several many") {
		vague = true
		j++
		if w == "couple" && l.at(j).low == "of" {
			j++
		}
	}
	if w := l.at(j).low; w == "half" && l.at(j+1).is&isMagnitude != 0 {
		j++
	}
	if t := l.at(j); t.is&isMagnitude == 0 || len(t.low) <= 2 {
		return numeral{}
	}
	return l.scale(numeral{end: j, words: true, vague: vague})
}

// plurals reads dozens, hundreds of thousands, tens of millions.
func (l *line) plurals(i int) numeral {
	n := numeral{end: i + 1, words: true, vague: true}
	for l.at(n.end).low == "of" && (l.at(n.end+1).is&isPlural != 0) {
		n.end += 2
	}
	if t := l.at(i); n.end == i+1 && (t.low == "tens" || t.low == "scores" && l.at(i+1).low != "of") {
		return numeral{}
	}
	return n
}

// spelled reads a number in words: two hundred and fifty, two and a half million.
func (l *line) spelled(i int) numeral {
	n := numeral{end: i + 1, words: true}
	for {
		t := l.at(n.end)
		switch {
		case t.is&isMagnitude != 0 && len(t.low) > 2:
			n.scaled = n.scaled || t.low != "hundred" && t.low != "dozen"
			n.end++
		case (t.is&(isUnitNumber|isTens) != 0 || compound(t.low)) && l.at(n.end-1).is&(isMagnitude|isTens) != 0 && t.word != "":
			n.end++
		case t.low == "and" && l.at(n.end-1).is&isMagnitude != 0 && (l.at(n.end+1).is&(isUnitNumber|isTens) != 0 || compound(l.at(n.end+1).low)):
			n.end += 2
		case t.low == "and" && l.at(n.end+1).low == "a" && l.at(n.end+2).low == "half":
			n.end += 3
		case t.word == "-" && l.glued(n.end) && l.glued(n.end+1) && l.at(n.end+1).is&(isUnitNumber|isMagnitude) != 0:
			n.end += 2
		default:
			return n
		}
	}
}

// span reads a number or a range of two: 10-12, 10 to 12, five or six.
func (l *line) span(i int) numeral {
	n := l.number(i)
	if n.end == 0 || n.suffix != "" {
		return n
	}
	t := l.at(n.end)
	dash := among(t.word, "- – —") && (l.glued(n.end) == l.glued(n.end+1))
	if !dash && t.low != "to" && t.low != "or" {
		return n
	}
	m := l.number(n.end + 1)
	if m.end == 0 || m.vague || n.vague || m.words != n.words && !m.scaled || strings.ContainsAny(m.digits, ":/") {
		return n
	}
	if t.low == "or" && (!n.words || l.at(i).low == "one" && m.end == n.end+2 && l.at(n.end+1).low == "one") {
		return n
	}
	if m.suffix != "" && !dash {
		return n
	}
	m.words = n.words
	m.digits = ""
	return m
}

// modifier returns the index after what qualifies the number that follows:
// more than, at least, about.
func (l *line) modifier(i int) int {
	w, next := l.at(i).low, l.at(i+1).low
	switch w {
	case "more", "less", "fewer", "greater", "higher", "lower", "larger", "bigger", "longer", "older", "younger":
		if next == "than" {
			return l.further(i + 2)
		}
	case "at":
		if next == "least" || next == "most" {
			return i + 2
		}
	case "as":
		if among(next, "much many little few low high long") && l.at(i+2).low == "as" {
			return i + 3
		}
	case "up", "close":
		if next == "to" {
			return i + 2
		}
	case "no":
		if among(next, "more fewer less") && l.at(i+2).low == "than" {
			return i + 3
		}
	case "just", "well", "slightly", "little":
		if among(next, "over under above below") {
			return i + 2
		}
		if w == "just" && among(next, "about shy") {
			return i + 2
		}
	case "about", "around", "approximately", "nearly", "almost", "over", "under", "roughly", "some", "above", "below", "exceeding", "circa", "approx", "approx.", "estimated", "upwards", "minimum", "maximum", "~", "<", ">":
		if w == "upwards" && next == "of" {
			return i + 2
		}
		return i + 1
	}
	return i
}

// further goes over a second modifier: more than about 300.
func (l *line) further(i int) int {
	switch l.at(i).low {
	case "about", "around", "double":
		return i + 1
	}
	return i
}
