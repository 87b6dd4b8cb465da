package marked

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/bluepencil/bluepencil/annotate"
)

// autoIDs returns the ids that unnamed spans with these labels have.
func autoIDs(spans []annotate.Span) []string {
	count := map[string]int{}
	ids := make([]string, len(spans))
	for i, sp := range spans {
		p := prefix(sp.Label)
		count[p]++
		ids[i] = p + strconv.Itoa(count[p])
	}
	return ids
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

// tie is a relation with the places of its spans in the order of the page.
type tie struct {
	annotate.Relation
	from, to int
}

func compareTies(a, b tie) int {
	return cmp.Or(
		cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.Type, b.Type),
		cmp.Compare(a.State, b.State), cmp.Compare(a.ID, b.ID),
	)
}

// ties returns the relations whose spans are among spans, in the order in which
// they are numbered.
func ties(spans []annotate.Span, relations []annotate.Relation) []tie {
	rank := make(map[string]int, len(spans))
	for i, sp := range spans {
		rank[sp.ID] = i
	}
	var out []tie
	for _, r := range relations {
		from, okFrom := rank[r.From]
		to, okTo := rank[r.To]
		if okFrom && okTo {
			out = append(out, tie{r, from, to})
		}
	}
	slices.SortStableFunc(out, compareTies)
	return out
}

// Rename returns m with the short ids that [Parse] gives to marks without a
// name, in the order of the page. So marks with ids made by a program can be
// compared with a golden file. Relations whose spans are not in m are left out.
func Rename(m annotate.Marks) annotate.Marks {
	out := annotate.Marks{Status: m.Status, Spans: slices.Clone(m.Spans)}
	slices.SortFunc(out.Spans, annotate.CompareSpans)
	for i, t := range ties(out.Spans, m.Relations) {
		t.ID = "r" + strconv.Itoa(i+1)
		out.Relations = append(out.Relations, t.Relation)
	}
	ids := make(map[string]string, len(out.Spans))
	for i, id := range autoIDs(out.Spans) {
		ids[out.Spans[i].ID] = id
		out.Spans[i].ID = id
	}
	for i := range out.Relations {
		r := &out.Relations[i]
		r.From, r.To = ids[r.From], ids[r.To]
	}
	out.Sort()
	return out
}
