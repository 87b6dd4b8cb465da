package entity

import (
	"cmp"
	"slices"

	"github.com/bluepencil/bluepencil/annotate/offset"
)

// Version is the version of the rules and lists, for annotate.Origin.
const Version = "1"

// The labels, as OntoNotes 5 names them.
const (
	Person    = "PERSON"
	Norp      = "NORP"
	Fac       = "FAC"
	Org       = "ORG"
	GPE       = "GPE"
	Loc       = "LOC"
	Product   = "PRODUCT"
	Event     = "EVENT"
	WorkOfArt = "WORK_OF_ART"
	Law       = "LAW"
	Language  = "LANGUAGE"
	Date      = "DATE"
	Time      = "TIME"
	Percent   = "PERCENT"
	Money     = "MONEY"
	Quantity  = "QUANTITY"
	Ordinal   = "ORDINAL"
	Cardinal  = "CARDINAL"
)

// Entity is one named thing or number: text[Start:End].
type Entity struct {
	Start, End int     // bytes, half open, on grapheme boundaries
	Label      string  // one of the labels above
	Score      float64 // 0 to 1: how sure the rules are; not a measured probability
	Reason     string  // the strongest evidence, in a few words
	Learned    bool    // the model found it, and not a grammar
}

// Find returns the entities of an article in the order of the text. They do not
// overlap. Equal text gives equal entities. The time is linear in len(text).
func Find(text string) []Entity { return Builtin().Find(text) }

// hit is an entity in tokens: line[from:to].
type hit struct {
	line, from, to int
	label          string
	score          float64
	reason         string
	learned        bool
}

// entities turns the hits into byte offsets; where two overlap, the earlier in
// the list wins.
func (a *article) entities() []Entity {
	out := make([]Entity, 0, len(a.hits))
	for _, h := range a.hits {
		l := a.lines[h.line].tokens
		e := Entity{Start: l[h.from].start, End: l[h.to-1].end, Label: h.label, Score: h.score, Reason: h.reason, Learned: h.learned}
		if !offset.IsBoundary(a.text, e.Start) || !offset.IsBoundary(a.text, e.End) {
			e.Start, e.End = offset.SnapStart(a.text, e.Start), offset.SnapEnd(a.text, e.End)
			if !offset.IsBoundary(a.text, e.Start) || !offset.IsBoundary(a.text, e.End) {
				continue // broken UTF-8 has no characters to mark
			}
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(x, y Entity) int { return cmp.Compare(x.Start, y.Start) })
	kept := out[:0]
	for _, e := range out {
		if len(kept) == 0 || kept[len(kept)-1].End <= e.Start {
			kept = append(kept, e)
		}
	}
	return kept
}

// settle adds the names to the numbers: a name wins over a date or number that
// lies inside it, and loses otherwise.
func (a *article) settle(names []hit) {
	numbers := a.hits
	a.hits = nil
	k := 0
	for _, h := range names {
		for k < len(numbers) && before(numbers[k], h) {
			a.hits = append(a.hits, numbers[k])
			k++
		}
		lost := false
		j := k
		for ; j < len(numbers) && numbers[j].line == h.line && numbers[j].from < h.to; j++ {
			if numbers[j].from < h.from || numbers[j].to > h.to || numbers[j].from == h.from && numbers[j].to == h.to {
				lost = true
			}
		}
		if lost {
			continue
		}
		k = j
		a.hits = append(a.hits, h)
	}
	a.hits = append(a.hits, numbers[k:]...)
}

func before(x, y hit) bool { return x.line < y.line || x.line == y.line && x.to <= y.from }
