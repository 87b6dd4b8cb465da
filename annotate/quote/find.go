package quote

import (
	"math"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// Find returns the quotations of the text in order, with their speakers, as far
// as the article names them, by the built-in weights. Names outside the text are
// ignored.
func Find(text string, names []Name) []Quote { return Builtin().Find(text, names) }

// Find returns the quotations of the text in order, with their speakers, as far
// as the article names them. Names outside the text are ignored.
func (f *Finder) Find(text string, names []Name) []Quote {
	paras := segment.Paragraphs(text)
	h := habitOf(text)
	var outer []stretch
	for _, s := range stretches(text, paras, h) {
		if s.depth == 0 {
			outer = append(outer, s)
		}
	}
	if len(outer) == 0 {
		return nil
	}
	draft := lay(text, paras, names, outer, nil)
	var kept []stretch
	var odds []float64
	var whole []bool
	for i, s := range outer {
		seen := look(draft, s, draft.seat[i], h)
		if o := seen.genuine(&f.weights); o > 0 {
			kept, odds, whole = append(kept, s), append(odds, o), append(whole, seen.whole())
		}
	}
	l := lay(text, paras, names, kept, draft)
	c := castOf(l)
	c.learnRoles(l)
	c.observe(l)
	a := &attributor{l: l, r: newResolver(l, c, &f.weights), weights: &f.weights, events: map[int][]event{}}
	for i, s := range kept {
		a.speeches = append(a.speeches, speech{stretch: s, whole: whole[i]})
	}
	a.run()
	a.echoes()
	out := make([]Quote, len(kept))
	for i := range kept {
		out[i] = a.quote(i, odds[i], len(names))
	}
	return out
}

// quote is the finished quotation q.
func (a *attributor) quote(q int, odds float64, names int) Quote {
	sp := &a.speeches[q]
	out := Quote{Start: sp.start, End: sp.end, Kind: Mixed, Score: logistic(odds)}
	if sp.whole {
		out.Kind = Direct
	}
	if e := sp.event; e != nil {
		if e.cueFirst <= e.cueLast {
			out.Cue = &Range{a.l.items[e.cueFirst].start, a.l.items[e.cueLast].end}
		}
		if e.found {
			out.Mention = a.mention(e.subject, sp.voice, names)
		}
	}
	out.Speaker = a.r.name(sp.voice)
	if out.Mention != nil {
		out.Certainty = sp.certainty()
	}
	out.Reason = a.reason(q)
	return out
}

// mention is the phrase as the caller sees it; names is how many names are the
// caller's own.
func (a *attributor) mention(p phrase, v voice, names int) *Mention {
	l := a.l
	m := &Mention{Start: l.items[p.first].start, End: l.items[p.last].end, Kind: p.kind, Name: -1, Refers: -1}
	if l.kind(p.head) == proper {
		m.Start, m.End = l.items[p.head].start, l.items[p.head].end
		if n := l.items[p.head].name; n < names {
			m.Name = n
		}
	}
	if v.figure >= 0 && a.r.c.figures[v.figure].full >= 0 {
		n := a.r.c.figures[v.figure].full
		m.Full = &Range{l.names[n].Start, l.names[n].End}
		if n < names {
			m.Refers = n
		}
	}
	return m
}

// name is the voice as the article gives it most fully.
func (r *resolver) name(v voice) string {
	if v.figure < 0 {
		return v.role
	}
	if r.c.figures[v.figure].full < 0 {
		return r.c.figures[v.figure].role
	}
	n := r.l.names[r.c.figures[v.figure].full]
	return r.l.text[n.Start:n.End]
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
