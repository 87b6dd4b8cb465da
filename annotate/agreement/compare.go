package agreement

import (
	"cmp"
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
)

// Report is the score of one article, with everything that was wrong.
type Report struct {
	Score    Score
	Mistakes []Mistake // in the order of the text
}

// Compare scores the marks that were found in text against gold. Of gold only
// confirmed marks count, of what was found all but the rejected. Spans outside
// the text are left out.
func (s Scheme) Compare(text string, gold, found annotate.Marks) Report {
	c := &comparison{scheme: s, text: text}
	c.gold = marksOf(text, gold, func(st annotate.State) bool { return st == annotate.Confirmed })
	c.found = marksOf(text, found, func(st annotate.State) bool { return st != annotate.Rejected })
	c.report.Score = Score{Articles: 1, Labels: map[string]Tally{}}
	c.entities()
	for _, label := range []string{annotate.Cue, annotate.Speaker} {
		if s.scores(label) {
			c.plain(label)
		}
	}
	if s.scores(annotate.Quote) {
		c.quotes()
	}
	slices.SortStableFunc(c.report.Mistakes, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(a.Span().Start, b.Span().Start), cmp.Compare(a.Kind, b.Kind))
	})
	return c.report
}

// comparison is the work on one article.
type comparison struct {
	scheme      Scheme
	text        string
	gold, found marks
	report      Report
}

// marks are the marks of one side that count.
type marks struct {
	spans []annotate.Span // in the order of the page
	byID  map[string]annotate.Span
	links map[string][]annotate.Relation // by the span that they start at
}

func marksOf(text string, m annotate.Marks, counts func(annotate.State) bool) marks {
	out := marks{byID: map[string]annotate.Span{}, links: map[string][]annotate.Relation{}}
	for _, sp := range m.Spans {
		if counts(sp.State) && sp.Start >= 0 && sp.Start < sp.End && sp.End <= len(text) {
			out.spans = append(out.spans, sp)
			out.byID[sp.ID] = sp
		}
	}
	slices.SortFunc(out.spans, annotate.CompareSpans)
	for _, r := range m.Relations {
		if counts(r.State) {
			out.links[r.From] = append(out.links[r.From], r)
		}
	}
	return out
}

// linked returns the spans to which relations of one type lead from a span.
func (m marks) linked(from, kind string) []annotate.Span {
	var out []annotate.Span
	for _, r := range m.links[from] {
		if to, ok := m.byID[r.To]; ok && r.Type == kind {
			out = append(out, to)
		}
	}
	return out
}

// item is a span with what its label counts as.
type item struct {
	start, end int // bytes
	label      string
	span       int // index into the spans of its side
}

type place struct {
	start, end int
	label      string
}

func (i item) place() place { return place{i.start, i.end, i.label} }

// items returns the spans whose label counts as something, each place and label
// once.
func items(spans []annotate.Span, label func(string) string) []item {
	var out []item
	seen := map[place]bool{}
	for i, sp := range spans {
		it := item{sp.Start, sp.End, label(sp.Label), i}
		if it.label != "" && !seen[it.place()] {
			seen[it.place()] = true
			out = append(out, it)
		}
	}
	return out
}

// entities scores all names and numbers, by label and in groups.
func (c *comparison) entities() {
	scored := c.scheme.label
	gold, found := items(c.gold.spans, scored), items(c.found.spans, scored)
	for label, t := range tallies(c.text, gold, found) {
		c.report.Score.Labels[label] = t
		c.report.Score.All.Add(t)
	}
	c.mistakes(gold, found)
	group := func(in func(string) string) Tally {
		label := func(l string) string { return in(scored(l)) }
		var sum Tally
		for _, t := range tallies(c.text, items(c.gold.spans, label), items(c.found.spans, label)) {
			sum.Add(t)
		}
		return sum
	}
	if !c.scheme.Coarse {
		c.report.Score.Core = group(core)
	}
	c.report.Score.Names = group(name)
	c.report.Score.Agnostic = group(func(l string) string {
		if l == "" {
			return ""
		}
		return "any"
	})
}

// plain scores one label by itself.
func (c *comparison) plain(label string) {
	only := func(l string) string {
		if l == label {
			return l
		}
		return ""
	}
	gold, found := items(c.gold.spans, only), items(c.found.spans, only)
	if t, ok := tallies(c.text, gold, found)[label]; ok {
		c.report.Score.Labels[label] = t
	}
	c.mistakes(gold, found)
}

// tallies compares items by label.
func tallies(text string, gold, found []item) map[string]Tally {
	out := map[string]Tally{}
	add := func(label string, t Tally) {
		sum := out[label]
		sum.Add(t)
		out[label] = sum
	}
	places := map[place]bool{}
	for _, g := range gold {
		places[g.place()] = true
		add(g.label, Tally{Gold: 1})
	}
	for _, f := range found {
		t := Tally{Found: 1}
		if places[f.place()] {
			t.Right = 1
		}
		add(f.label, t)
	}
	goldCover, foundCover := covers(gold), covers(found)
	for _, g := range gold {
		if foundCover[g.label].half(text, g.start, g.end) {
			add(g.label, Tally{GoldHit: 1})
		}
	}
	for _, f := range found {
		if goldCover[f.label].half(text, f.start, f.end) {
			add(f.label, Tally{FoundHit: 1})
		}
	}
	return out
}
