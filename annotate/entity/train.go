package entity

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/learn"
	"github.com/bluepencil/bluepencil/annotate/segment"
)

// Set is a data set: articles that were annotated by one policy. What a set does
// not tell apart is told from the labels that it uses anywhere:
//
//   - A set with LOC and without GPE or FAC calls every place LOC. Which of the
//     three a place is stays open, unless a list knows it.
//   - MISC is any of the labels that the set lacks.
//   - Peoples, events, works and so on that the set never labels may hide among
//     its unlabeled words, where a list says so.
type Set struct {
	Name     string
	Articles []Article
}

// Article is a text with its entities.
type Article struct {
	Text     string
	Entities []Entity // Start, End and Label; others are ignored, and so are labels that are not names
}

// misc is the label that data sets in the tradition of CoNLL-2003 give to names
// of all other kinds.
const misc = "MISC"

// fullWeight is how much a set counts that follows the whole policy, against one
// that leaves labels open.
const fullWeight = 5

// Train learns to recognize names from data sets. Equal arguments give equal
// bytes when the model is written.
func Train(sets []Set, opt learn.Options) (*Recognizer, error) {
	var all []learn.Example
	for _, s := range sets {
		p := policyOf(s)
		for _, a := range s.Articles {
			all = append(all, p.examples(a)...)
		}
	}
	m, err := learn.Train(names(), all, opt)
	if err != nil {
		return nil, err
	}
	return &Recognizer{model: m}, nil
}

// policy is what a set's labels mean.
type policy struct {
	lex    *lexicon
	used   map[string]bool
	index  map[string]int // of the labels of names
	weight int
}

func policyOf(s Set) *policy {
	p := &policy{lex: lists(), used: map[string]bool{}, index: map[string]int{}, weight: 1}
	for i, n := range names() {
		p.index[n] = i
	}
	for _, a := range s.Articles {
		for _, e := range a.Entities {
			p.used[e.Label] = true
		}
	}
	if p.used[GPE] && p.used[Fac] && p.used[WorkOfArt] {
		p.weight = fullWeight
	}
	return p
}

// whole reports whether the set tells all places apart.
func (p *policy) whole() bool { return p.used[GPE] && p.used[Fac] }

// allowed returns the labels that a span of the set may have, or nil for one
// that is no name. Where the set leaves a label open, lists and the words that
// names of a kind begin or end with settle it.
func (p *policy) allowed(label string, tokens []token) []int {
	switch {
	case (label == Loc || label == GPE) && !p.whole():
		return p.of(place(p.lex, tokens)...)
	case label == misc:
		var out []string
		for _, l := range miscellany(p.lex, tokens) {
			if !p.used[l] {
				out = append(out, l)
			}
		}
		return p.of(out...)
	}
	if _, ok := p.index[label]; ok {
		return p.of(label)
	}
	return nil
}

func (p *policy) of(labels ...string) []int {
	var out []int
	for _, l := range labels {
		out = append(out, p.index[l])
	}
	return out
}

// place returns which of the three kinds of place a name may be.
func place(lex *lexicon, tokens []token) []string {
	first, last := &tokens[0], &tokens[len(tokens)-1]
	in := lex.look(phrase(tokens))
	switch {
	case in&(inCountries|inStates) != 0:
		return []string{GPE}
	case in&inPlaces != 0:
		return []string{Loc}
	case in&inFacilities != 0:
		return []string{Fac}
	case len(tokens) > 1 && last.is&isFacTail != 0:
		return []string{Fac}
	case len(tokens) > 1 && (last.is&isLocTail != 0 || first.is&isLocHead != 0):
		return []string{Loc}
	case in&(inBigCities|inTowns|inRegions|inVillages) != 0:
		return []string{GPE}
	case len(tokens) == 1:
		return []string{GPE, Loc}
	}
	return []string{GPE, Loc, Fac}
}

// miscellany returns which of the smaller kinds a name may be.
func miscellany(lex *lexicon, tokens []token) []string {
	last := &tokens[len(tokens)-1]
	in := lex.look(phrase(tokens)) | tokens[0].in&inNationalities
	switch {
	case len(tokens) == 1 && in&inNationalities != 0 && in&inLanguages != 0:
		return []string{Norp, Language}
	case len(tokens) == 1 && in&inNationalities != 0:
		return []string{Norp}
	case in&inLanguages != 0:
		return []string{Language}
	case in&inEvents != 0, len(tokens) > 1 && last.is&isEventTail != 0:
		return []string{Event}
	case in&inLaws != 0, len(tokens) > 1 && last.is&isLawTail != 0:
		return []string{Law}
	case in&inWorks != 0, len(tokens) > 1 && last.is&isAwardTail != 0:
		return []string{WorkOfArt}
	case in&inProducts != 0:
		return []string{Product}
	}
	return []string{Product, WorkOfArt, Event, Norp}
}

// hidden returns what a token without a label may still be: a set that labels no
// peoples has them among its other words.
func (p *policy) hidden(l *line, i int, around class) learn.TagSet {
	t := &l.tokens[i]
	none := learn.Only(learn.Outside)
	in := t.in | around
	if in&inNationalities != 0 && !p.used[Norp] && !p.used[misc] && t.capital && around == 0 {
		set := learn.SpanTags(p.of(Norp), 0, 1)
		if in&inLanguages != 0 && tongue(l, i) {
			set = learn.SpanTags(p.of(Language), 0, 1)
		}
		if in&(inCommon|inOrgs|inGiven|inSurnames|inTowns|inBigCities) != 0 {
			set |= none
		}
		return set
	}
	set := none
	for _, x := range []struct {
		in    class
		label string
	}{
		{inEvents, Event}, {inWorks, WorkOfArt}, {inLaws, Law}, {inProducts, Product}, {inFacilities, Fac},
	} {
		if in&x.in != 0 && !p.used[x.label] && !(p.used[misc] && x.label != Fac) {
			set |= learn.LabelTags(p.of(x.label))
		}
	}
	return set
}

// examples cuts an article into the stretches that the tagger sees.
func (p *policy) examples(from Article) []learn.Example {
	a := read(from.Text)
	a.grammar()
	seen := a.evidence()
	var out []learn.Example
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute || len(l.tokens) == 0 {
			continue
		}
		w := a.window(l, seen)
		gold := p.gold(from, w)
		for i := 0; i < len(l.tokens); {
			end := w.open(i)
			if end == i {
				i++
				continue
			}
			e := learn.Example{Weight: p.weight}
			for k := i; k < end; k++ {
				var row []uint32
				w.features(k, func(f uint32) { row = append(row, f) })
				e.Features = append(e.Features, row)
				if gold[k] == 0 {
					gold[k] = p.hidden(l, k, class(w.s[k].name)&^(nameBegin|nameEnd))
				}
				e.Allowed = append(e.Allowed, gold[k])
			}
			out = append(out, e)
			i = end
		}
	}
	return out
}

// gold returns the tags that the article's entities allow for the tokens of a
// line; 0 for a token without one. A span that no tagging can give is left out.
func (p *policy) gold(a Article, w *window) []learn.TagSet {
	l := w.l
	out := make([]learn.TagSet, len(l.tokens))
	first, last := l.tokens[0].start, l.tokens[len(l.tokens)-1].end
	for _, e := range a.Entities {
		if e.Start < first || e.Start >= last || e.End > len(a.Text) || e.Start >= e.End {
			continue
		}
		from, to := w.trimmed(e)
		if from >= to {
			continue
		}
		labels := p.allowed(e.Label, l.tokens[from:to])
		free := labels != nil
		for i := from; i < to; i++ {
			free = free && w.s[i].open && out[i] == 0
		}
		for i := from; free && i < to; i++ {
			out[i] = learn.SpanTags(labels, i-from, to-from)
		}
	}
	return out
}

// trimmed returns the tokens of an entity, without the article, the titles and
// the possessive that some policies count to it.
func (w *window) trimmed(e Entity) (from, to int) {
	l := w.l
	from, to = -1, -1
	for i := range l.tokens {
		if t := &l.tokens[i]; t.start < e.End && t.end > e.Start {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	if from < 0 {
		return 0, 0
	}
	if e.Label != WorkOfArt && e.Label != misc && to-from > 1 && l.tokens[from].low == "the" {
		from++
	}
	if e.Label != Person {
		return from, to
	}
	for to-from > 1 && l.tokens[from].is&isTitle != 0 && l.tokens[from].kind == segment.Word && !strings.HasSuffix(l.tokens[from].word, "-") {
		from++
	}
	if to-from > 1 && l.tokens[to-1].low == "'s" {
		to--
	}
	return from, to
}
