package textpaint

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// Marks is an index of highlights by place. It does not change.
type Marks struct {
	list   []Highlight // by start, longer first
	ends   []int       // the greatest end of list[:i+1]
	lane   []uint8     // of underlines and dots: how far below the words, 0 the nearest
	byName map[string]int
}

// maxLanes is how many underlines may lie under each other; more share the last.
const maxLanes = 6

// NewMarks indexes highlights. Those that cover nothing are left out.
func NewMarks(hs []Highlight) *Marks {
	m := &Marks{list: make([]Highlight, 0, len(hs)), byName: make(map[string]int, len(hs))}
	for _, h := range hs {
		if h.Start >= 0 && h.Start < h.End {
			m.list = append(m.list, h)
		}
	}
	slices.SortStableFunc(m.list, func(a, b Highlight) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	m.ends = make([]int, len(m.list))
	most := 0
	for i := range m.list {
		most = max(most, m.list[i].End)
		m.ends[i] = most
		m.byName[m.list[i].ID] = i
	}
	m.stack()
	return m
}

// Find returns the highlight of that ID.
func (m *Marks) Find(id string) (Highlight, bool) {
	if i, ok := m.byName[id]; ok && id != "" {
		return m.list[i], true
	}
	return Highlight{}, false
}

// in yields the indexes of the highlights that overlap [start, end), by start.
func (m *Marks) in(start, end int) iter.Seq[int] {
	return func(yield func(int) bool) {
		first := sort.SearchInts(m.ends, start+1)
		for i := first; i < len(m.list) && m.list[i].Start < end; i++ {
			if m.list[i].End > start && !yield(i) {
				return
			}
		}
	}
}

// At returns the highlights over the byte at off, the shortest first.
func (m *Marks) At(off int) []Highlight {
	var out []Highlight
	for i := range m.in(off, off+1) {
		out = append(out, m.list[i])
	}
	slices.SortStableFunc(out, func(a, b Highlight) int {
		return cmp.Compare(a.End-a.Start, b.End-b.Start)
	})
	return out
}

// stack gives every underline a lane, such that no two that overlap share one and
// the shorter lies nearer to the words.
func (m *Marks) stack() {
	m.lane = make([]uint8, len(m.list))
	var group []int
	end := 0
	flush := func() {
		m.stackGroup(group)
		group = group[:0]
	}
	for i := range m.list {
		h := &m.list[i]
		if h.Style != Underline && h.Style != Dotted {
			continue
		}
		if h.Start >= end {
			flush()
		}
		group = append(group, i)
		end = max(end, h.End)
	}
	flush()
}

// crowd is the size of a group of overlapping underlines beyond which they are
// stacked in the order of the text, since comparing all with all takes too long.
const crowd = 64

// stackGroup gives lanes to underlines that hang together.
func (m *Marks) stackGroup(group []int) {
	if len(group) > crowd {
		var ends [maxLanes]int
		for _, i := range group {
			lane := 0
			for lane < maxLanes-1 && ends[lane] > m.list[i].Start {
				lane++
			}
			ends[lane] = m.list[i].End
			m.lane[i] = uint8(lane)
		}
		return
	}
	order := slices.Clone(group)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(m.list[a].End-m.list[a].Start, m.list[b].End-m.list[b].Start)
	})
	for k, i := range order {
		var taken uint
		for _, j := range order[:k] {
			if m.list[i].Start < m.list[j].End && m.list[j].Start < m.list[i].End {
				taken |= 1 << m.lane[j]
			}
		}
		for taken&1 == 1 && m.lane[i] < maxLanes-1 {
			taken >>= 1
			m.lane[i]++
		}
	}
}
