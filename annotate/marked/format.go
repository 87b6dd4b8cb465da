package marked

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
)

// Format writes text with the marks m in it; [Parse] reads them back, equal in
// all that the notation holds. The marks must be such as an [annotate.Sheet] on
// that text takes. What else there may be is written as near as can be: bounds
// outside the text are moved to its ends, and relations to missing spans left
// out.
func Format(text string, m annotate.Marks) string {
	spans := slices.Clone(m.Spans)
	for i := range spans {
		sp := &spans[i]
		sp.Start = min(max(sp.Start, 0), len(text))
		sp.End = min(max(sp.End, sp.Start), len(text))
	}
	slices.SortFunc(spans, annotate.CompareSpans)
	f := formatter{text: text}
	tags := tagsOf(spans, ties(spans, m.Relations))
	for i, sp := range spans {
		f.closeUntil(sp.Start)
		f.copyUntil(sp.Start)
		f.open(end{off: sp.End, tag: tags[i]})
	}
	f.closeUntil(len(text))
	f.copyUntil(len(text))
	return f.out.String()
}

// tagsOf returns what stands behind the words of each span.
func tagsOf(spans []annotate.Span, links []tie) []string {
	named := make([]bool, len(spans))
	fields := make([]string, len(spans))
	for _, l := range links {
		named[l.to] = true
		fields[l.from] += " " + atom(l.Type) + "=" + sign(l.State) + "#" + atom(l.To)
	}
	tags := make([]string, len(spans))
	for i, id := range autoIDs(spans) {
		sp := spans[i]
		tag := sign(sp.State) + atom(sp.Label)
		if named[i] || sp.ID != id {
			tag += "#" + atom(sp.ID)
		}
		if sp.QuoteType != "" {
			tag += " type=" + atom(sp.QuoteType)
		}
		if sp.Speaker != "" {
			tag += " speaker=" + atom(sp.Speaker)
		}
		tags[i] = tag + fields[i]
	}
	return tags
}

func sign(s annotate.State) string {
	switch s {
	case annotate.Suggested:
		return "?"
	case annotate.Rejected:
		return "!"
	}
	return ""
}

// end is the end of a span that is open.
type end struct {
	off int
	key int // the number that ties it to its start; 0 where it nests
	tag string
}

type formatter struct {
	text  string
	done  int // bytes of text written
	keys  int
	out   strings.Builder
	nest  []end // open spans that nest; the innermost is last
	apart []end // open spans that do not, by their ends
}

func (f *formatter) copyUntil(off int) {
	f.out.WriteString(escape(f.text[f.done:off]))
	f.done = off
}

func (f *formatter) open(e end) {
	if n := len(f.nest); n == 0 || f.nest[n-1].off >= e.off {
		f.nest = append(f.nest, e)
		f.out.WriteByte('[')
		return
	}
	f.keys++
	e.key = f.keys
	i, _ := slices.BinarySearchFunc(f.apart, e, func(a, b end) int {
		return cmp.Or(cmp.Compare(a.off, b.off), cmp.Compare(a.key, b.key))
	})
	f.apart = slices.Insert(f.apart, i, e)
	f.out.WriteString("[|" + strconv.Itoa(e.key) + ">]")
}

// closeUntil closes the spans that end at or before off.
func (f *formatter) closeUntil(off int) {
	for {
		n := len(f.nest)
		switch {
		case n > 0 && f.nest[n-1].off <= off && (len(f.apart) == 0 || f.nest[n-1].off <= f.apart[0].off):
			e := f.nest[n-1]
			f.nest = f.nest[:n-1]
			f.copyUntil(e.off)
			f.out.WriteString("|" + e.tag + "]")
		case len(f.apart) > 0 && f.apart[0].off <= off:
			e := f.apart[0]
			f.apart = f.apart[1:]
			f.copyUntil(e.off)
			f.out.WriteString("[|<" + strconv.Itoa(e.key) + " " + e.tag + "]")
		default:
			return
		}
	}
}
