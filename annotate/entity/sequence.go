package entity

import (
	"math/bits"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// window gives a line's features, token by token.
type window struct {
	a     *article
	l     *line
	s     []sight
	doc   []uint32 // what the article shows elsewhere about each word
	rules []uint32 // what the rules think
	hist  []uint32
	runs  []int // start of the run of capitals that a token is in
	ends  []int
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
	t := &w.l.tokens[i]
	s, p, n := w.at(i), w.at(i-1), w.at(i+1)
	p2, n2 := w.low(i-2), w.low(i+2)
	add(fBias)
	add(mix(fLow, s.low))
	add(mix(fWord, s.word))
	add(mix(fLowBefore, p.low))
	add(mix(fLowAfter, n.low))
	add(mix(fLowBefore2, p2))
	add(mix(fLowAfter2, n2))
	add(mix(mix(fPairBefore, p.low), s.low))
	add(mix(mix(fPairAfter, s.low), n.low))
	add(mix(mix(fBeforeShape, p.low), s.shape))
	add(mix(mix(fShapeAfter, s.shape), n.low))
	add(mix(fShape, s.shape))
	add(mix(fShapeBefore, p.shape))
	add(mix(fShapeNext, n.shape))
	add(mix(mix(fShapes, p.shape), s.shape))
	add(mix(mix(fShapes2, s.shape), n.shape))
	add(mix(mix(mix(fShapes3, p.shape), s.shape), n.shape))
	add(mix(mix(mix(fSkipBefore, p2), p.low), s.shape))
	add(mix(mix(mix(fSkipAfter, n2), n.low), s.shape))
	for k := 1; k <= 4; k++ {
		h, e := ends(t.low, k)
		if h == 0 {
			break
		}
		if k > 1 {
			add(mix(fPrefix, h))
		}
		add(mix(fSuffix, e))
	}
	if p.tail != 0 {
		add(mix(fTailBefore, p.tail))
	}
	if n.tail != 0 {
		add(mix(fTailAfter, n.tail))
	}
	if t.first {
		add(mix(fFirst, s.shape))
		add(mix(fFirstLow, s.low))
	}
	add(mix(mix(fStyle, uint32(w.l.style)), s.shape))
	if t.space {
		add(mix(fGlued, s.shape))
	}
	d := w.doc[i]
	add(mix(fDoc, d))
	add(mix(mix(fDocShape, d), s.shape))
	for b := uint32(0); b < 16; b++ {
		if d>>b&1 != 0 {
			add(mix(fDocBit, b))
		}
	}
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
	add(mix(mix(fListPair+1000, n.list), s.list))
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
		add(mix(mix(fRoleBefore+1000, uint32(bits.TrailingZeros32(in))), s.shape))
	}
	for in := n.role; in != 0; in &= in - 1 {
		add(mix(mix(fRoleAfter+1000, uint32(bits.TrailingZeros32(in))), s.shape))
	}
	add(mix(mix(fRoleBefore, p.role), s.role))
	add(mix(mix(fRoleAfter, n.role), s.role))
	from, to := w.runs[i], w.ends[i]
	b, e := w.at(from-1), w.at(to)
	head := w.at(to - 1)
	first := w.at(from)
	where := uint32(min(i-from, 3))*4 + uint32(min(to-1-i, 3))
	add(mix(mix(fRunBefore, b.low), where))
	add(mix(mix(fRunAfter, e.low), where))
	add(mix(mix(fRunBeforeShape, b.role), where))
	add(mix(mix(fRunAfterShape, e.role), where))
	add(mix(mix(fRunHead, head.low), where))
	add(mix(mix(fRunHeadRole, head.role), where))
	add(mix(mix(fRunFirst, first.low), where))
	add(mix(mix(fRunFirstList, first.list), where))
	add(mix(fRunSize, where))
	add(mix(mix(mix(fRunRoles, first.list), head.role), where))
	add(mix(mix(mix(fRunKins, b.kin), e.kin), where))
	if w.rules != nil {
		r := w.rules[i]
		add(mix(fRule, r))
		add(mix(mix(fRule+1000, r), s.shape))
		var before, after uint32
		if i > 0 {
			before = w.rules[i-1]
		}
		if i+1 < len(w.rules) {
			after = w.rules[i+1]
		}
		add(mix(mix(fRulePair, r), before))
		add(mix(mix(fRulePair+1000, r), after))
	}
	if w.hist != nil {
		h := w.hist[i]
		add(mix(fHist, h))
		add(mix(mix(fHist+1000, h), s.shape))
		if i > 0 {
			add(mix(mix(fHistPair, h), w.hist[i-1]))
		}
		if i+1 < len(w.hist) {
			add(mix(mix(fHistPair+1000, h), w.hist[i+1]))
		}
	}
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
