package entity

import (
	"strings"
	"unicode/utf8"
)

// memory is what the article has shown about its names: the first pass fills it,
// the second asks it.
type memory struct {
	forms   map[string][]seen
	longest map[string]int // by first word: tokens of the longest form
}

// seen is one reading of a form.
type seen struct {
	label  string
	weight float64
	full   string // the name that the form is short for; "" for the form itself
}

// learned is the score from which a name of the first pass speaks for its other
// mentions.
const learned = 2.2

// learn fills the memory from the hits of the first pass.
func (a *article) learn(hits []hit) {
	m := memory{forms: map[string][]seen{}, longest: map[string]int{}}
	for _, h := range hits {
		if h.score < learned {
			continue
		}
		tokens := a.lines[h.line].tokens[h.from:h.to]
		full := phrase(tokens)
		if a.lines[h.line].style == shouted {
			full = titled(full)
		}
		m.note(full, seen{label: h.label, weight: min(h.score, 4)}, len(tokens))
		switch h.label {
		case Person:
			m.notePerson(tokens, full, h.score)
		case Org:
			m.noteOrg(a, h, tokens, full)
		}
	}
	a.memory = m
}

func (m *memory) note(form string, s seen, tokens int) {
	list := m.forms[form]
	for i := range list {
		if list[i].label == s.label {
			list[i].weight = min(list[i].weight+s.weight, 12)
			if s.full == "" {
				list[i].full = ""
			}
			return
		}
	}
	m.forms[form] = append(list, s)
	first, _, _ := strings.Cut(form, " ")
	m.longest[first] = max(m.longest[first], tokens)
}

// notePerson adds the surname, with and without particles, and the first name.
func (m *memory) notePerson(tokens []token, full string, score float64) {
	if len(tokens) < 2 {
		return
	}
	k := len(tokens) - 1
	for k > 1 && (tokens[k].word == "Jr." || tokens[k].word == "Jr" || tokens[k].word == "III" || tokens[k].word == "Sr.") {
		k--
	}
	surname := tokens[k]
	if utf8.RuneCountInString(surname.word) > 2 {
		m.note(surname.word, seen{label: Person, weight: min(score, 4), full: full}, 1)
	}
	p := k
	for p > 1 && tokens[p-1].is&isParticle != 0 && !tokens[p-1].capital {
		p--
	}
	if p < k {
		m.note(phrase(tokens[p:k+1]), seen{label: Person, weight: 5, full: full}, k+1-p)
	}
	if first := tokens[0]; first.in&inCommon == 0 && utf8.RuneCountInString(first.word) > 2 && first.in&inGiven != 0 {
		m.note(first.word, seen{label: Person, weight: 1.5, full: full}, 1)
	}
}

// noteOrg adds the short form in brackets, and the initials of a long name.
func (m *memory) noteOrg(a *article, h hit, tokens []token, full string) {
	l := &a.lines[h.line]
	if l.at(h.to).word == "(" && l.at(h.to+2).word == ")" && l.at(h.to+1).upper {
		m.note(l.at(h.to+1).word, seen{label: Org, weight: 6, full: full}, 1)
	}
	m.noteShort(tokens, full)
	if len(tokens) < 3 {
		return
	}
	var short strings.Builder
	for _, t := range tokens {
		if t.capital {
			r, _ := utf8.DecodeRuneInString(t.word)
			short.WriteRune(r)
		}
	}
	if short.Len() >= 3 {
		m.note(short.String(), seen{label: Org, weight: 4, full: full}, 1)
	}
}

// noteShort adds an organization's name without what a second mention leaves
// out: Norvela for Norvela Group plc.
func (m *memory) noteShort(tokens []token, full string) {
	k := len(tokens)
	for k > 1 && (tokens[k-1].is&isOrgSuffix != 0 || among(tokens[k-1].low, "group company corporation holdings limited")) {
		k--
	}
	if last := tokens[len(tokens)-1]; len(tokens) == 2 && among(last.low, "rovers united city town wanderers athletic albion hotspur county") {
		m.note(last.word, seen{label: Org, weight: 3, full: full}, 1)
		if !tokens[0].in.placeName() {
			m.note(tokens[0].word, seen{label: Org, weight: 3, full: full}, 1)
		}
	}
	if k < len(tokens) && k > 0 && tokens[k-1].capital && tokens[k-1].is&isFunction == 0 {
		m.note(phrase(tokens[:k]), seen{label: Org, weight: 4, full: full}, k)
	}
}

// bonus returns how much the memory speaks for or against a reading of the form.
func (m *memory) bonus(form, label string) (float64, string) {
	if form == "" || len(m.forms) == 0 {
		return 0, ""
	}
	best, other := 0.0, 0.0
	var full string
	for _, s := range m.forms[form] {
		if s.label == label {
			best, full = s.weight, s.full
		} else {
			other = max(other, s.weight)
		}
	}
	switch {
	case best == 0 && other == 0:
		return 0, ""
	case best >= other && full != "":
		return min(best, 4) * 0.8, "second mention of " + full
	case best >= other:
		return min(best, 4) * 0.5, ""
	case other >= 2*best:
		return -1, ""
	}
	return 0, ""
}

// recall reads a form that no rule knows as what it was elsewhere.
func (m *memory) recall(c *candidate) guess {
	if c.phrase == "" || c.joined && c.list == 0 && len(m.forms[c.phrase]) == 0 {
		return guess{}
	}
	var top guess
	for _, s := range m.forms[c.phrase] {
		if w := min(s.weight, 4) * 0.7; w > top.score {
			top = guess{label: s.label, score: w, reason: "as elsewhere in the article"}
			if s.full != "" {
				top.reason = "second mention of " + s.full
			}
		}
	}
	return top
}
