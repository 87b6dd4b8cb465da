package entity

import (
	"math/bits"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// window gives a line's features, token by token.
type window struct {
	a    *article
	l    *line
	s    []sight
	doc  []uint32 // what the article shows elsewhere about each word
	runs []int    // start of the run of capitals that a token is in
	ends []int
}

// edge stands for what lies outside the line.
var edgeHash = hash("</s>")

func (w *window) low(i int) uint32 {
	if i < 0 || i >= len(w.s) {
		return edgeHash
	}
	return w.s[i].low
}

func (w *window) at(i int) sight {
	if i < 0 || i >= len(w.s) {
		return sight{low: edgeHash, word: edgeHash, shape: edgeHash}
	}
	return w.s[i]
}

// features gives the features of token i to add.
func (w *window) features(i int, add func(uint32)) {
	s, p, n := w.at(i), w.at(i-1), w.at(i+1)
	add(fBias)
	w.words(i, s, p, n, add)
	w.shapes(i, s, p, n, add)
	w.lists(s, p, n, add)
	w.classes(s, p, n, add)
	w.run(i, add)
	d := w.doc[i]
	add(mix(fDoc, d))
	add(mix(mix(fDocShape, d), s.shape))
	for ; d != 0; d &= d - 1 {
		add(mix(fDocBit, uint32(bits.TrailingZeros32(d))))
	}
}

// words are the features of the words themselves.
func (w *window) words(i int, s, p, n sight, add func(uint32)) {
	t := &w.l.tokens[i]
	p2, n2 := w.low(i-2), w.low(i+2)
	add(mix(fLow, s.low))
	add(mix(fWord, s.word))
	add(mix(fLowBefore, p.low))
	add(mix(fLowAfter, n.low))
	add(mix(fLowBefore2, p2))
	add(mix(fLowAfter2, n2))
	add(mix(mix(fPairBefore, p.low), s.low))
	add(mix(mix(fPairAfter, s.low), n.low))
	add(mix(mix(mix(fSkipBefore, p2), p.low), s.shape))
	add(mix(mix(mix(fSkipAfter, n2), n.low), s.shape))
	for k := 1; k <= 4; k++ {
		head, tail := ends(t.low, k)
		if head == 0 {
			break
		}
		if k > 1 {
			add(mix(fPrefix, head))
		}
		add(mix(fSuffix, tail))
	}
	if p.tail != 0 {
		add(mix(fTailBefore, p.tail))
	}
	if n.tail != 0 {
		add(mix(fTailAfter, n.tail))
	}
}

// shapes are the features of capitals and signs.
func (w *window) shapes(i int, s, p, n sight, add func(uint32)) {
	t := &w.l.tokens[i]
	add(mix(mix(fBeforeShape, p.low), s.shape))
	add(mix(mix(fShapeAfter, s.shape), n.low))
	add(mix(fShape, s.shape))
	add(mix(fShapeBefore, p.shape))
	add(mix(fShapeNext, n.shape))
	add(mix(mix(fShapes, p.shape), s.shape))
	add(mix(mix(fShapes2, s.shape), n.shape))
	add(mix(mix(mix(fShapes3, p.shape), s.shape), n.shape))
	add(mix(mix(fStyle, uint32(w.l.style)), s.shape))
	if t.first {
		add(mix(fFirst, s.shape))
		add(mix(fFirstLow, s.low))
	}
	if t.space {
		add(mix(fGlued, s.shape))
	}
}

// lists are the features of what the lists say.
func (w *window) lists(s, p, n sight, add func(uint32)) {
	add(mix(mix(fList, s.list), s.name))
	for in := s.list; in != 0; in &= in - 1 {
		b := uint32(bits.TrailingZeros32(in))
		add(mix(fListBit, b))
		add(mix(mix(fListShape, b), s.shape))
	}
	for in := s.name; in != 0; in &= in - 1 {
		b := uint32(bits.TrailingZeros32(in)) + 32
		add(mix(fListBit, b))
		add(mix(mix(fListShape, b), s.name&(nameBegin|nameEnd)))
	}
	add(mix(fListBefore, p.list))
	add(mix(fListAfter, n.list))
	add(mix(mix(fListPair, p.list), s.list))
	add(mix(mix(fListNext, n.list), s.list))
}

// classes are the features of the words' clusters and grammatical classes.
func (w *window) classes(s, p, n sight, add func(uint32)) {
	add(mix(fKin, s.kin))
	add(mix(fKinBefore, p.kin))
	add(mix(fKinAfter, n.kin))
	add(mix(mix(fKinBeforeShape, p.kin), s.shape))
	add(mix(mix(fKinAfterShape, n.kin), s.shape))
	add(mix(mix(fKinPair, p.kin), s.kin))
	add(mix(fRole, s.role))
	for in := s.role; in != 0; in &= in - 1 {
		add(mix(fRoleBit, uint32(bits.TrailingZeros32(in))))
	}
	for in := p.role; in != 0; in &= in - 1 {
		add(mix(mix(fRoleBitBefore, uint32(bits.TrailingZeros32(in))), s.shape))
	}
	for in := n.role; in != 0; in &= in - 1 {
		add(mix(mix(fRoleBitAfter, uint32(bits.TrailingZeros32(in))), s.shape))
	}
	add(mix(mix(fRoleBefore, p.role), s.role))
	add(mix(mix(fRoleAfter, n.role), s.role))
}

// run are the features of the run of capitals that token i is in: what stands on
// its sides, how it begins and how it ends.
func (w *window) run(i int, add func(uint32)) {
	from, to := w.runs[i], w.ends[i]
	before, after := w.at(from-1), w.at(to)
	first, head := w.at(from), w.at(to-1)
	where := uint32(min(i-from, 3))*4 + uint32(min(to-1-i, 3))
	add(mix(fRunSize, where))
	add(mix(mix(fRunBefore, before.low), where))
	add(mix(mix(fRunAfter, after.low), where))
	add(mix(mix(fRunBeforeShape, before.role), where))
	add(mix(mix(fRunAfterShape, after.role), where))
	add(mix(mix(fRunHead, head.low), where))
	add(mix(mix(fRunHeadRole, head.role), where))
	add(mix(mix(fRunFirst, first.low), where))
	add(mix(mix(fRunFirstList, first.list), where))
	add(mix(mix(mix(fRunRoles, first.list), head.role), where))
	add(mix(mix(mix(fRunKins, before.kin), after.kin), where))
}

// evidence is what the article shows about a word with a capital, in bits.
const (
	seenLow uint32 = 1 << iota
	seenMiddle
	seenTitled   // after Mr or a role
	seenGiven    // after a first name
	seenTail     // before a word such as Council
	seenPlaced   // after in, at, from
	seenSays     // beside a verb of saying
	seenLast     // the last of several capitals
	seenFirst    // the first of several
	seenBrackets // alone in brackets
	seenThe      // after the
	seenOwner    // before 's
)

// evidence collects, by word, what the article shows about it.
func (a *article) evidence() map[uint64]uint32 {
	out := make(map[uint64]uint32, 256)
	for n := range a.lines {
		l := &a.lines[n]
		if l.style != running {
			continue
		}
		for i := range l.tokens {
			t := &l.tokens[i]
			if !t.capital {
				if t.kind == segment.Word && t.is&isFunction == 0 && hasLetter(t.low) {
					out[t.lowKey] |= seenLow
				}
				continue
			}
			var e uint32
			p, q := l.at(i-1), l.at(i+1)
			if !t.first {
				e |= seenMiddle
			}
			switch {
			case p.is&(isTitle|isRole) != 0:
				e |= seenTitled
			case p.capital && p.in&inGiven != 0:
				e |= seenGiven
			case p.is&isPreposition != 0 && among(p.low, "in at from near"):
				e |= seenPlaced
			case p.low == "the":
				e |= seenThe
			case p.word == "(" && q.word == ")":
				e |= seenBrackets
			}
			if p.capital && p.space {
				e |= seenLast
			}
			switch {
			case q.capital && q.is&(isOrgTail|isOrgSuffix|isFacTail|isLocTail) != 0:
				e |= seenTail
			case q.capital:
				e |= seenFirst
			case q.low == "'s":
				e |= seenOwner
			}
			if q.is&isSay != 0 || p.is&isSay != 0 {
				e |= seenSays
			}
			out[t.key] |= e
		}
	}
	return out
}

func hasLetter(s string) bool { return s != "" && (s[0] >= 'a' && s[0] <= 'z' || s[0] >= 0x80) }

// window prepares a line.
func (a *article) window(l *line, ev map[uint64]uint32) *window {
	w := &window{a: a, l: l, s: a.sights(l)}
	w.doc = make([]uint32, len(l.tokens))
	w.runs = make([]int, len(l.tokens))
	w.ends = make([]int, len(l.tokens))
	for i := range l.tokens {
		t := &l.tokens[i]
		if t.capital {
			w.doc[i] = ev[t.key] | ev[t.lowKey]&seenLow
		}
	}
	for i := 0; i < len(l.tokens); {
		end := i + 1
		if w.s[i].open {
			for end < len(l.tokens) && w.s[end].open && l.tokens[end].capital {
				end++
			}
		}
		for k := i; k < end; k++ {
			w.runs[k], w.ends[k] = i, end
		}
		i = end
	}
	return w
}
