package textlay

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// levels returns the embedding level of every character of a paragraph, and of
// the paragraph itself, by the Unicode Bidirectional Algorithm (UAX #9, rules P2
// to I2). The library's own implementation tells only the parity of a level, and
// numbers inside right-to-left text need more.
func levels(rs []rune) (lv []uint8, base uint8) {
	b := &bidiText{runes: rs, class: make([]bidi.Class, len(rs)), level: make([]uint8, len(rs))}
	for i, r := range rs {
		props, _ := bidi.LookupRune(r)
		b.class[i] = props.Class()
	}
	b.match()
	base = b.base(0, len(rs))
	b.explicit(base)
	for _, seq := range b.sequences() {
		seq.resolve(b, base)
	}
	b.fill(base)
	return b.level, base
}

// maxDepth is the deepest embedding (UAX #9, BD2).
const maxDepth = 125

// bidiText is a paragraph while its levels are found.
type bidiText struct {
	runes []rune
	class []bidi.Class
	level []uint8
	pair  []int // of an isolate initiator its PDI, of a PDI its initiator; -1 for none
}

func isolates(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed reports whether rule X9 takes a class out of the text.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// match pairs isolate initiators with their ends (BD9).
func (b *bidiText) match() {
	b.pair = make([]int, len(b.class))
	var open []int
	for i, c := range b.class {
		b.pair[i] = -1
		switch {
		case isolates(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			j := open[len(open)-1]
			open = open[:len(open)-1]
			b.pair[i], b.pair[j] = j, i
		}
	}
}

// base finds the direction of class[from:to] by its first strong character
// outside isolates (P2, P3).
func (b *bidiText) base(from, to int) uint8 {
	for i := from; i < to; i++ {
		switch c := b.class[i]; {
		case c == bidi.L:
			return 0
		case c == bidi.R || c == bidi.AL:
			return 1
		case isolates(c):
			if b.pair[i] < 0 {
				return 0
			}
			i = b.pair[i]
		}
	}
	return 0
}

// status is an entry of the directional status stack.
type status struct {
	level    uint8
	override bidi.Class // L, R, or ON for none
	isolate  bool
}

// explicit gives every character its explicit level (X1 to X8).
func (b *bidiText) explicit(base uint8) {
	e := embedder{b: b, stack: []status{{base, bidi.ON, false}}}
	for i, c := range b.class {
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO:
			e.embed(c, i)
		case bidi.RLI, bidi.LRI, bidi.FSI:
			e.isolate(c, i)
		case bidi.PDI:
			e.endIsolate(i)
		case bidi.PDF:
			e.endEmbedding(i)
		case bidi.BN:
			b.level[i] = e.top().level
		default:
			e.set(i)
		}
	}
}

// embedder runs rules X1 to X8 over a paragraph.
type embedder struct {
	b          *bidiText
	stack      []status
	overIso    int // isolates and embeddings that were too deep
	overEmbed  int
	validIsols int
}

func (e *embedder) top() status { return e.stack[len(e.stack)-1] }

// set gives a character the level, and the override, that is in force.
func (e *embedder) set(i int) {
	t := e.top()
	e.b.level[i] = t.level
	if t.override != bidi.ON {
		e.b.class[i] = t.override
	}
}

func (e *embedder) next(rtl bool) uint8 {
	l := e.top().level + 1
	if (l&1 == 1) != rtl {
		l++
	}
	return l
}

func (e *embedder) embed(c bidi.Class, i int) {
	e.b.level[i] = e.top().level
	l := e.next(c == bidi.RLE || c == bidi.RLO)
	if l > maxDepth || e.overIso > 0 || e.overEmbed > 0 {
		if e.overIso == 0 {
			e.overEmbed++
		}
		return
	}
	over := bidi.ON
	switch c {
	case bidi.RLO:
		over = bidi.R
	case bidi.LRO:
		over = bidi.L
	}
	e.stack = append(e.stack, status{l, over, false})
}

func (e *embedder) isolate(c bidi.Class, i int) {
	rtl := c == bidi.RLI
	if c == bidi.FSI {
		end := e.b.pair[i]
		if end < 0 {
			end = len(e.b.class)
		}
		rtl = e.b.base(i+1, end) == 1
	}
	e.set(i)
	l := e.next(rtl)
	if l > maxDepth || e.overIso > 0 || e.overEmbed > 0 {
		e.overIso++
		return
	}
	e.validIsols++
	e.stack = append(e.stack, status{l, bidi.ON, true})
}

func (e *embedder) endIsolate(i int) {
	switch {
	case e.overIso > 0:
		e.overIso--
	case e.validIsols > 0:
		e.overEmbed = 0
		for !e.top().isolate {
			e.stack = e.stack[:len(e.stack)-1]
		}
		e.stack = e.stack[:len(e.stack)-1]
		e.validIsols--
	}
	e.set(i)
}

func (e *embedder) endEmbedding(i int) {
	switch {
	case e.overIso > 0:
	case e.overEmbed > 0:
		e.overEmbed--
	case !e.top().isolate && len(e.stack) > 1:
		e.stack = e.stack[:len(e.stack)-1]
	}
	e.b.level[i] = e.top().level
}

// fill gives what rule X9 removed the level of what stands before it.
func (b *bidiText) fill(base uint8) {
	prev := base
	for i, c := range b.class {
		if removed(c) {
			b.level[i] = prev
		}
		prev = b.level[i]
	}
}

// shapeBidi shapes a paragraph that has right-to-left text: every piece has one
// level, and spaces are pieces of their own since those at a line's end take the
// paragraph's direction (L1).
func (fs *Faces) shapeBidi(p *para, s string) {
	runes := []rune(s)
	lv, base := levels(runes)
	p.rtl = base == 1
	at := make([]uint8, len(s)+1) // the level of each byte
	i := 0
	for off := range s {
		at[off] = lv[i]
		i++
	}
	weight := lookOf(p.kind).weight
	for off := 0; off < len(s); {
		n := nextChunk(s[off:])
		from := off
		eachBreak(s[off:off+n], func(end int) {
			fs.addLevels(p, s, from, off+end, at, weight)
			from = off + end
		})
		off += n
	}
}

// addLevels appends s[from:to], after which a line may break, cut where the level
// changes and before its spaces.
func (fs *Faces) addLevels(p *para, s string, from, to int, at []uint8, w Weight) {
	text := from + len(strings.TrimRightFunc(s[from:to], breakingSpace))
	if !isBoundary(s, text) {
		text = to
	}
	for off := from; off < to; {
		end := NextGrapheme(s, off)
		for end < to && end != text && at[end] == at[off] {
			end = NextGrapheme(s, end)
		}
		end = min(end, to)
		fs.addChunk(p, s, off, end, w, at[off], end == to)
		off = end
	}
}
