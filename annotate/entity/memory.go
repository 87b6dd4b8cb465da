package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// memory is what the long names of an article say about their short forms: the
// surname of a person, the last word of a club, the initials of a body.
type memory struct {
	forms map[string]form
}

// form is a word with what it is short for.
type form struct {
	label string
	full  string
	mixed bool // names of several labels have it
}

// remember collects the short forms of the long names.
func (a *article) remember(hits []hit) memory {
	m := memory{forms: map[string]form{}}
	for _, h := range hits {
		tokens := a.lines[h.line].tokens[h.from:h.to]
		if len(tokens) < 2 || h.score < 0.3 {
			continue
		}
		last := tokens[len(tokens)-1]
		switch h.label {
		case Person:
			for len(tokens) > 2 && among(last.word, "Jr Jr. Sr Sr. II III") {
				tokens = tokens[:len(tokens)-1]
				last = tokens[len(tokens)-1]
			}
			m.note(last.word, Person, tokens)
		case Org:
			if among(last.low, "rovers united city town wanderers athletic albion hotspur rangers celtic harps swifts gaels emmets") || len(tokens) > 2 {
				m.note(initials(tokens), Org, tokens)
			}
			if last.is&isOrgSuffix != 0 || among(last.low, "group company corporation holdings limited bank foods energy motors") {
				m.note(tokens[0].word, Org, tokens)
			}
			if among(last.low, "rovers wanderers swifts gaels emmets harps") {
				m.note(last.word, Org, tokens)
			}
		}
	}
	return m
}

func initials(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t.capital {
			r, _ := utf8.DecodeRuneInString(t.word)
			b.WriteRune(r)
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return b.String()
}

func (m *memory) note(word, label string, tokens []token) {
	if utf8.RuneCountInString(word) < 3 {
		return
	}
	f, ok := m.forms[word]
	if ok && f.label != label {
		f.mixed = true
		m.forms[word] = f
		return
	}
	if !ok {
		m.forms[word] = form{label: label, full: phrase(tokens)}
	}
}

// unsure is the score under which the article's own names overrule the tagger.
const unsure = 0.5

// recall labels the short forms of long names, where the tagger saw none or was
// not sure.
func (a *article) recall(hits []hit) []hit {
	m := a.remember(hits)
	if len(m.forms) == 0 {
		return hits
	}
	var more []hit
	k := 0
	for n := range a.lines {
		l := &a.lines[n]
		if l.style != running {
			continue
		}
		for i := range l.tokens {
			t := &l.tokens[i]
			if !t.capital || t.kind != segment.Word || t.taken {
				continue
			}
			f, ok := m.forms[t.word]
			if !ok || f.mixed {
				continue
			}
			for k < len(hits) && (hits[k].line < n || hits[k].line == n && hits[k].to <= i) {
				k++
			}
			inside := k < len(hits) && hits[k].line == n && hits[k].from <= i
			switch {
			case inside && (hits[k].to-hits[k].from > 1 || hits[k].label == f.label || hits[k].score > unsure && !(f.label == Org && t.in&inCommon == 0 && strings.HasSuffix(f.full, " "+t.word))):
			case f.label == Person && among(l.at(i-1).low, "in at near from of") && t.in.placeName():
			case inside:
				hits[k].label, hits[k].score, hits[k].reason = f.label, 0.8, "second mention of "+f.full
			case t.in&inCommon != 0 && (t.first || f.label == Person && l.at(i-1).is&isTitle == 0), l.at(i+1).capital && l.at(i+1).space, l.at(i-1).capital && t.space && l.at(i-1).is&(isTitle|isRole) == 0:
			default:
				more = append(more, hit{line: n, from: i, to: i + 1, label: f.label, score: 0.8, reason: "second mention of " + f.full, learned: true})
			}
		}
	}
	return merged(hits, more)
}

// placeName reports whether a name is in a list of places.
func (c class) placeName() bool {
	return c&(inCountries|inStates|inBigCities|inTowns|inRegions|inPlaces|inVillages) != 0
}

// agree gives a word that the tagger was not sure of the label that the word has
// elsewhere in the article.
func (a *article) agree(hits []hit) []hit {
	weight := map[uint64]map[string]float64{}
	word := func(h hit) *token { return &a.lines[h.line].tokens[h.from] }
	for _, h := range hits {
		if h.to-h.from > 1 {
			continue
		}
		k := word(h).key
		if weight[k] == nil {
			weight[k] = map[string]float64{}
		}
		weight[k][h.label] += h.score
	}
	for i := range hits {
		h := &hits[i]
		if h.to-h.from > 1 || h.score >= unsure {
			continue
		}
		t := word(*h)
		for _, label := range names() {
			if w := weight[t.key]; w[label] > 2*w[h.label] && label != Person {
				h.label, h.reason, h.score = label, "as elsewhere in the article", unsure
			}
		}
	}
	return hits
}
