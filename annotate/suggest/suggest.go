// Package suggest runs the suggesters over an article and gives their findings
// as one set of marks: quotes with their cues and speakers, and named things.
//
// Start with [Article]. It needs nothing but the text, and equal text gives
// equal marks.
package suggest

import (
	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

// Version is the version of the rules, for [annotate.Origin].
const Version = "1"

// Article returns the suggested marks for an article's text: QUOTE, CUE,
// SPEAKER and entity spans with the relations between them, all in the state
// suggested. Ids tell the kind and count in the order of the text: q1 is the
// first quote, c1 the first cue, m1 the first pronoun or role that speaks, p1
// the first named thing and r1 the first relation. Times are zero, for the
// caller to set. The marks fit an empty [annotate.Sheet] on the same text. A text
// that is not English gets none.
func Article(text string) annotate.Marks { return Builtin().Article(text) }

// Article is like the function of that name, by the model m.
func (m *Model) Article(text string) annotate.Marks {
	if !English(text) {
		return annotate.Marks{}
	}
	found := m.names.Find(text)
	names := make([]quote.Name, len(found))
	for i, e := range found {
		names[i] = quote.Name{Start: e.Start, End: e.End, Label: e.Label}
	}
	b := newBuilder(text)
	quotes := m.quotes.Find(text, names)
	for _, q := range quotes {
		b.quote(q)
	}
	for i, e := range found {
		b.entity(i, e)
	}
	for i, q := range quotes {
		b.relate(i, q)
	}
	return b.marks()
}
