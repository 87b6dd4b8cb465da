package suggest

import (
	"slices"
	"strconv"

	"github.com/bluepencil/bluepencil/annotate"
)

// marks gives everything ids in the order of the text.
func (b *builder) marks() annotate.Marks {
	order := make([]int, len(b.spans))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(x, y int) int { return annotate.CompareSpans(b.spans[x], b.spans[y]) })
	count := map[string]int{}
	next := func(prefix string) string {
		count[prefix]++
		return prefix + strconv.Itoa(count[prefix])
	}
	var m annotate.Marks
	for _, i := range order {
		b.spans[i].ID = next(prefix(b.spans[i].Label))
		m.Spans = append(m.Spans, b.spans[i])
	}
	rank := make([]int, len(b.spans))
	for n, i := range order {
		rank[i] = n
	}
	slices.SortStableFunc(b.links, func(x, y link) int {
		if x.from != y.from {
			return rank[x.from] - rank[y.from]
		}
		return rank[x.to] - rank[y.to]
	})
	seen := map[[3]string]bool{}
	for _, l := range b.links {
		from, to := b.spans[l.from].ID, b.spans[l.to].ID
		key := [3]string{l.kind, from, to}
		if seen[key] {
			continue
		}
		seen[key] = true
		m.Relations = append(m.Relations, annotate.Relation{
			ID: next("r"), Type: l.kind, From: from, To: to, State: annotate.Suggested,
			Origin: origin("quote"), Score: l.score, Reason: l.reason,
		})
	}
	m.Sort()
	return m
}

func prefix(label string) string {
	switch label {
	case annotate.Quote:
		return "q"
	case annotate.Cue:
		return "c"
	case annotate.Speaker:
		return "m"
	}
	return "p"
}
