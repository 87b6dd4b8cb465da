package agreement

import (
	"sort"
	"unicode/utf8"
)

// stretch is a part of the text, in bytes.
type stretch struct{ start, end int }

// cover is the text that a number of spans cover together: stretches in order
// that neither touch nor overlap.
type cover []stretch

// covers returns what the items of each label cover. The items are in the order
// of their start.
func covers(items []item) map[string]cover {
	out := map[string]cover{}
	for _, it := range items {
		out[it.label] = out[it.label].with(it.start, it.end)
	}
	return out
}

// with adds a stretch that starts at or behind the start of the last one.
func (c cover) with(start, end int) cover {
	if n := len(c); n > 0 && start <= c[n-1].end {
		c[n-1].end = max(c[n-1].end, end)
		return c
	}
	return append(c, stretch{start, end})
}

// half reports whether at least half the characters of text[start:end] are
// covered.
func (c cover) half(text string, start, end int) bool {
	all, covered := utf8.RuneCountInString(text[start:end]), 0
	for i := sort.Search(len(c), func(i int) bool { return c[i].end > start }); i < len(c) && c[i].start < end; i++ {
		covered += utf8.RuneCountInString(text[max(c[i].start, start):min(c[i].end, end)])
	}
	return all > 0 && 2*covered >= all
}
