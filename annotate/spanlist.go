package annotate

import (
	"slices"
	"sort"
)

// chunkSize bounds a chunk: small enough that one insertion moves little memory,
// large enough that an article of 20,000 marks has few hundred chunks.
const chunkSize = 64

// spanList keeps spans in the order of CompareSpans, cut into chunks, so that a
// single change and a query by place stay cheap in an article with very many.
type spanList struct {
	chunks []chunk
	n      int
}

// chunk is a part of the list; it is never empty. Its bounds are kept beside its
// spans, so that a query passes by without looking into them.
type chunk struct {
	spans  []Span
	start  int // the smallest Start in spans
	maxEnd int // the largest End in spans
}

func newChunk(spans []Span) chunk {
	c := chunk{spans: spans}
	c.measure()
	return c
}

func (c *chunk) measure() {
	c.start, c.maxEnd = c.spans[0].Start, 0
	for i := range c.spans {
		c.maxEnd = max(c.maxEnd, c.spans[i].End)
	}
}

// all returns a copy of every span, in order; nil where there is none.
func (l *spanList) all() []Span {
	if l.n == 0 {
		return nil
	}
	out := make([]Span, 0, l.n)
	for _, c := range l.chunks {
		out = append(out, c.spans...)
	}
	return out
}

// home returns the index of the chunk where sp is or belongs.
func (l *spanList) home(sp Span) int {
	after := sort.Search(len(l.chunks), func(i int) bool { return CompareSpans(l.chunks[i].spans[0], sp) > 0 })
	return max(after-1, 0)
}

func (l *spanList) insert(sp Span) {
	l.n++
	if len(l.chunks) == 0 {
		l.chunks = []chunk{newChunk([]Span{sp})}
		return
	}
	k := l.home(sp)
	c := &l.chunks[k]
	i, _ := slices.BinarySearchFunc(c.spans, sp, CompareSpans)
	c.spans = slices.Insert(c.spans, i, sp)
	c.start, c.maxEnd = c.spans[0].Start, max(c.maxEnd, sp.End)
	if len(c.spans) <= chunkSize {
		return
	}
	left, right := c.spans[:chunkSize/2], slices.Clone(c.spans[chunkSize/2:])
	clear(c.spans[chunkSize/2:])
	l.chunks[k] = newChunk(left)
	l.chunks = slices.Insert(l.chunks, k+1, newChunk(right))
}

// remove takes out a span that is in the list.
func (l *spanList) remove(sp Span) {
	k := l.home(sp)
	c := &l.chunks[k]
	i, found := slices.BinarySearchFunc(c.spans, sp, CompareSpans)
	if !found {
		return
	}
	l.n--
	c.spans = slices.Delete(c.spans, i, i+1)
	if len(c.spans) == 0 {
		l.chunks = slices.Delete(l.chunks, k, k+1)
		return
	}
	if i == 0 || sp.End == c.maxEnd {
		c.measure()
	}
}

// replace exchanges out for in. Few are moved one by one; for many the list is
// built anew.
func (l *spanList) replace(out, in []Span) {
	if len(out)+len(in) <= chunkSize {
		for _, sp := range out {
			l.remove(sp)
		}
		for _, sp := range in {
			l.insert(sp)
		}
		return
	}
	gone := make(map[string]bool, len(out))
	for i := range out {
		gone[out[i].ID] = true
	}
	all := slices.DeleteFunc(l.all(), func(sp Span) bool { return gone[sp.ID] })
	all = append(all, in...)
	slices.SortFunc(all, CompareSpans)
	l.n, l.chunks = len(all), nil
	for part := range slices.Chunk(all, chunkSize/2) {
		l.chunks = append(l.chunks, newChunk(slices.Clone(part)))
	}
}

// overlapping returns the spans that share a byte with [start, end), in order.
func (l *spanList) overlapping(start, end int) []Span {
	var out []Span
	for k := range l.chunks {
		c := &l.chunks[k]
		if c.start >= end {
			break
		}
		if c.maxEnd <= start {
			continue
		}
		for i := range c.spans {
			if c.spans[i].Start >= end {
				break
			}
			if c.spans[i].End > start {
				out = append(out, c.spans[i])
			}
		}
	}
	return out
}
