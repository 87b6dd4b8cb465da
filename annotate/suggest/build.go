package suggest

import (
	"cmp"
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/entity"
	"github.com/bluepencil/bluepencil/annotate/offset"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

// place is a span's position and label: no two suggestions share one.
type place struct {
	start, end int
	label      string
}

// link is a relation between spans that have no ids yet.
type link struct {
	kind     string
	from, to int // indices into the builder's spans
	score    float64
	reason   string
}

// builder collects spans and relations and gives them ids at the end.
type builder struct {
	text   string
	spans  []annotate.Span
	at     map[place]int // index into spans
	quotes []int         // the span of each quote, or -1
	edges  []place       // the quotes that have one, in order
	names  map[int]int   // the span of each name of the recognizer
	links  []link
}

func newBuilder(text string) *builder {
	return &builder{text: text, at: map[place]int{}, names: map[int]int{}, spans: make([]annotate.Span, 0, 16+len(text)/50)}
}

func origin(name string) annotate.Origin {
	return annotate.Origin{Kind: annotate.ByRule, Name: name, Version: Version}
}

func entityOrigin(e entity.Entity) annotate.Origin {
	o := annotate.Origin{Kind: annotate.ByRule, Name: "entity", Version: entity.Version}
	if e.Learned {
		o.Kind = annotate.ByModel
	}
	return o
}

// add puts a span in, once, on whole characters. It returns -1 for one that
// lies outside the text or is empty.
func (b *builder) add(s annotate.Span) int {
	if s.Start < 0 || s.End > len(b.text) || s.Start >= s.End {
		return -1
	}
	for !offset.IsBoundary(b.text, s.Start) {
		s.Start--
	}
	for !offset.IsBoundary(b.text, s.End) {
		s.End++
	}
	p := place{s.Start, s.End, s.Label}
	if i, ok := b.at[p]; ok {
		return i
	}
	s.State = annotate.Suggested
	b.spans = append(b.spans, s)
	b.at[p] = len(b.spans) - 1
	return len(b.spans) - 1
}

func (b *builder) quote(q quote.Quote) {
	i := b.add(annotate.Span{
		Start: q.Start, End: q.End, Label: annotate.Quote, Origin: origin("quote"),
		Score: q.Score, QuoteType: q.Kind, Speaker: q.Speaker, Reason: q.Reason,
	})
	b.quotes = append(b.quotes, i)
	if i >= 0 {
		b.edges = append(b.edges, place{b.spans[i].Start, b.spans[i].End, annotate.Quote})
	}
}

// entity adds the name i of the recognizer, unless it would cut a quotation's
// edge.
func (b *builder) entity(i int, e entity.Entity) {
	// Quotes do not overlap, so only the first that ends behind e's start, and
	// the one that e's end lies in, can be cut.
	k, _ := slices.BinarySearchFunc(b.edges, e.Start+1, func(q place, off int) int { return cmp.Compare(q.end, off) })
	for ; k < len(b.edges) && b.edges[k].start < e.End; k++ {
		q := b.edges[k]
		inside, around := e.Start > q.start && e.End < q.end, e.Start < q.start && e.End > q.end
		if !inside && !around {
			return
		}
	}
	b.names[i] = b.add(annotate.Span{
		Start: e.Start, End: e.End, Label: e.Label, Origin: entityOrigin(e), Score: e.Score, Reason: e.Reason,
	})
}

// relate adds what attributes the i-th quote.
func (b *builder) relate(i int, q quote.Quote) {
	from := b.quotes[i]
	if from < 0 {
		return
	}
	if q.Mention != nil {
		to := b.mention(q)
		b.link(link{kind: annotate.SpeakerOf, from: from, to: to, score: q.Certainty, reason: q.Reason})
	}
	if q.Cue != nil {
		to := b.add(annotate.Span{
			Start: q.Cue.Start, End: q.Cue.End, Label: annotate.Cue, Origin: origin("quote"),
			Score: q.Certainty, Reason: "attributes a quote",
		})
		b.link(link{kind: annotate.CueOf, from: from, to: to, score: q.Certainty})
	}
}

// mention returns the span of the quote's mention: the entity itself, or a
// SPEAKER span with what it refers to.
func (b *builder) mention(q quote.Quote) int {
	m := q.Mention
	if s, ok := b.names[m.Name]; ok && m.Name >= 0 && s >= 0 {
		return s
	}
	if m.Kind == quote.ByName {
		return b.person(m.Start, m.End, q.Certainty)
	}
	reason := "speaks"
	if q.Speaker != "" && q.Speaker != b.text[m.Start:m.End] {
		reason = "speaks; stands for " + q.Speaker
	}
	to := b.add(annotate.Span{
		Start: m.Start, End: m.End, Label: annotate.Speaker, Origin: origin("quote"), Score: q.Certainty, Reason: reason,
	})
	if to >= 0 && m.Full != nil {
		full, ok := b.names[m.Refers]
		if !ok || m.Refers < 0 || full < 0 {
			full = b.person(m.Full.Start, m.Full.End, q.Certainty)
		}
		b.link(link{kind: annotate.RefersTo, from: to, to: full, score: q.Certainty})
	}
	return to
}

// person is the span of a name that the recognizer did not know for one.
func (b *builder) person(start, end int, score float64) int {
	for _, label := range []string{annotate.Person, annotate.Org, "GPE", "NORP", "FAC"} {
		if s, ok := b.at[place{start, end, label}]; ok {
			return s
		}
	}
	return b.add(annotate.Span{
		Start: start, End: end, Label: annotate.Person, Origin: origin("quote"), Score: score, Reason: "speaks, so it is a name",
	})
}

func (b *builder) link(l link) {
	if l.from >= 0 && l.to >= 0 && l.from != l.to {
		b.links = append(b.links, l)
	}
}
