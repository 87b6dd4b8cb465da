package entity

import (
	"math"

	"github.com/bluepencil/bluepencil/annotate/learn"
	"github.com/bluepencil/bluepencil/annotate/segment"
)

// names finds the names of all lines.
func (a *article) names(m *learn.Model) []hit {
	var out []hit
	seen := a.evidence()
	t := learn.NewTagger(m)
	add := t.Add
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute {
			continue
		}
		w := a.window(l, seen)
		for i := 0; i < len(l.tokens); {
			end := w.open(i)
			if end == i {
				i++
				continue
			}
			t.Start(end - i)
			for k := i; k < end; k++ {
				t.Next()
				w.features(k, add)
			}
			for _, s := range t.Spans() {
				label := m.Labels[s.Label]
				from, to := l.clean(i+s.From, i+s.To)
				if label == Person {
					from, to = l.bare(from, to)
				}
				if cut := l.conjoined(from, to); label == Law && cut > from {
					out = append(out, w.hit(n, from, cut, label, s.Margin))
					from, _ = l.clean(l.afterThe(cut+1), to)
				}
				if from < to && !(to-from == 1 && l.seat(from+2)) {
					out = append(out, w.hit(n, from, to, label, s.Margin))
				}
			}
			i = end
		}
	}
	return out
}

// clean leaves signs and possessives out of the edges of a name.
func (l *line) clean(from, to int) (int, int) {
	for from < to && (l.tokens[from].kind == segment.Punct || l.tokens[from].low == "'s") {
		from++
	}
	for from < to && (l.tokens[to-1].kind == segment.Punct && l.tokens[to-1].word != "." && l.tokens[to-1].word != "!" || l.tokens[to-1].low == "'s" && to-from < 3) {
		to--
	}
	return from, to
}

// conjoined returns the place of the "and" between an article of one law and
// the name of the next, «Article 5 and the Data Act», or 0.
func (l *line) conjoined(from, to int) int {
	if !among(l.tokens[from].low, "article section clause rule") {
		return 0
	}
	for i := from + 1; i+1 < to; i++ {
		if l.tokens[i].low == "and" && l.at(l.afterThe(i+1)).capital {
			return i
		}
	}
	return 0
}

// afterThe steps over an article at i.
func (l *line) afterThe(i int) int {
	if l.at(i).low == "the" {
		return i + 1
	}
	return i
}

// seat reports whether token i is the place behind a party's letter: R-Texas.
func (l *line) seat(i int) bool {
	return l.at(i-1).word == "-" && l.glued(i) && among(l.at(i-2).word, "R D I") && l.at(i).in.placeName()
}

// bare leaves titles and offices out of a person's name: «Coxswain Ana Roy»,
// «Ana Roy TD». What is a title alone is no name.
func (l *line) bare(from, to int) (int, int) {
	for from < to {
		t, next := &l.tokens[from], l.at(from+1)
		office := t.is&(isTitle|isRole) != 0 && !(to-from > 1 && t.in&inGiven != 0) && t.in&inSurnames == 0 && t.low != "major"
		word := to-from > 1 && t.in&inCommon != 0 && t.in&(inGiven|inSurnames) == 0 && next.in&inGiven != 0
		if !office && !word {
			break
		}
		from++
	}
	for to-from > 1 && among(l.tokens[to-1].word, "TD MP MEP MSP MLA KC QC SC JP OBE MBE CBE") {
		to--
	}
	return from, to
}

// open returns the end of the stretch of tokens from i on that can be parts of
// names.
func (w *window) open(i int) int {
	for i < len(w.s) && w.s[i].open {
		i++
	}
	return i
}

// hit is what the tagger found, with its certainty and the reason in words. The
// curve was drawn through the share of right names at each margin in the
// development articles of the corpus.
func (w *window) hit(line, from, to int, label string, margin float64) hit {
	return hit{line: line, from: from, to: to, label: label, score: 1 / (1 + math.Exp(1.7-.055*margin)), reason: w.reason(from, to, label), learned: true}
}

// reason says what an editor would look at first: a list, the words around, the
// words inside.
func (w *window) reason(from, to int, label string) string {
	l := w.l
	first, last := l.at(from), l.at(to-1)
	prev, next := l.at(from-1), l.at(to)
	in := w.s[from].name
	if to-from == 1 {
		in |= uint32(first.in)
	}
	if name := listOf(label, class(in)); name != "" {
		return name
	}
	switch label {
	case Person:
		switch {
		case prev.is&isTitle != 0:
			return "after " + prev.word
		case prev.is&isRole != 0:
			return "after the role " + prev.word
		case first.in&inGiven != 0 && to-from > 1:
			return "the first name " + first.word
		case next.is&isSay != 0 || prev.is&isSay != 0:
			return "somebody who speaks"
		}
	case Org, Fac, Loc, Event, Law:
		if last.is&(isOrgTail|isOrgSuffix|isFacTail|isLocTail|isEventTail|isLawTail) != 0 && to-from > 1 {
			return "ends with " + last.word
		}
		if first.is&(isOrgHead|isLocHead) != 0 && to-from > 1 {
			return "begins with " + first.word
		}
	case GPE:
		if prev.is&isPreposition != 0 {
			return "a place, after " + prev.low
		}
	}
	return "learned from annotated news"
}

// listOf names the list that speaks for a label, or returns "".
func listOf(label string, in class) string {
	for _, x := range []struct {
		label string
		in    class
		list  string
	}{
		{GPE, inCountries, "list of countries"},
		{GPE, inStates | inRegions, "list of states and regions"},
		{GPE, inBigCities | inTowns | inVillages, "list of towns"},
		{Norp, inNationalities, "list of peoples and parties"},
		{Language, inLanguages | inNationalities, "list of languages"},
		{Org, inOrgs, "list of organizations"},
		{Loc, inPlaces, "list of places"},
		{Fac, inFacilities, "list of buildings and streets"},
		{Event, inEvents, "list of events"},
		{WorkOfArt, inWorks, "list of works"},
		{Law, inLaws, "list of laws"},
		{Product, inProducts, "list of products"},
	} {
		if x.label == label && in&x.in != 0 {
			return x.list
		}
	}
	return ""
}
