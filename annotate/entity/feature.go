package entity

import (
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// sight is what the features of a token are made of: hashes that its neighbors
// ask for again and again.
type sight struct {
	low, word, shape uint32
	tail, head       uint32 // the last and the first three letters
	kin              uint32 // the cluster of words that keep similar company
	list             uint32 // lists that the word is in
	name             uint32 // lists that a name of several words around it is in
	role             uint32 // the word's classes
	open             bool   // may be part of a name
}

// Templates of features; each is the seed of its hashes.
const (
	fBias uint32 = iota + 1
	fLow
	fLowBefore
	fLowAfter
	fLowBefore2
	fLowAfter2
	fWord
	fPairBefore
	fPairAfter
	fBeforeShape
	fShapeAfter
	fShape
	fShapeBefore
	fShapeNext
	fShapes
	fShapes2
	fShapes3
	fSkipBefore
	fSkipAfter
	fPrefix
	fSuffix
	fTailBefore
	fTailAfter
	fFirst
	fFirstLow
	fStyle
	fDoc
	fDocShape
	fDocBit
	fList
	fListBit
	fListShape
	fListBefore
	fListAfter
	fListPair
	fListNext
	fKin
	fKinBefore
	fKinAfter
	fKinBeforeShape
	fKinAfterShape
	fKinPair
	fRole
	fRoleBit
	fRoleBitBefore
	fRoleBitAfter
	fRoleBefore
	fRoleAfter
	fRunBefore
	fRunAfter
	fRunBeforeShape
	fRunAfterShape
	fRunHead
	fRunHeadRole
	fRunFirst
	fRunFirstList
	fRunSize
	fRunRoles
	fRunKins
	fGlued
)

func mix(a, b uint32) uint32 {
	x := a*0x9e3779b1 ^ b
	x ^= x >> 16
	x *= 0x7feb352d
	x ^= x >> 15
	return x
}

func hash(s string) uint32 {
	x := uint32(2166136261)
	for i := range len(s) {
		x = (x ^ uint32(s[i])) * 16777619
	}
	x ^= x >> 15
	x *= 0x85ebca6b
	return x ^ x>>13
}

// shapeOf hashes the pattern of a word's letters: Xx, X.X., XX, Xx-Xx, dd.
func shapeOf(w string) uint32 {
	x := uint32(2166136261)
	var last, before byte
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r == '-' || r == '.' || r == '&' || r == '\'':
			c = byte(r)
		}
		if c == last && c == before {
			continue
		}
		before, last = last, c
		x = (x ^ uint32(c)) * 16777619
	}
	return x ^ x>>13
}

// ends returns the hashes of the first and the last n letters of w, or 0.
func ends(w string, n int) (head, tail uint32) {
	if len(w) <= n {
		return 0, 0
	}
	i, j := 0, len(w)
	for range n {
		_, k := utf8.DecodeRuneInString(w[i:])
		i += k
		_, k = utf8.DecodeLastRuneInString(w[:j])
		j -= k
		if i >= len(w) || j <= 0 {
			return 0, 0
		}
	}
	return hash(w[:i]), hash(w[j:])
}

// sights looks at every token of a line.
func (a *article) sights(l *line) []sight {
	out := make([]sight, len(l.tokens))
	for i := range l.tokens {
		t := &l.tokens[i]
		s := &out[i]
		s.low, s.word = uint32(t.lowKey>>16), uint32(t.key>>16)
		s.shape = shapeOf(t.word)
		if l.style == shouted && t.upper {
			s.word = hash(titled(t.word))
		}
		s.head, s.tail = ends(t.low, 3)
		s.list = uint32(t.in)
		s.role = uint32(t.is>>uint(14)) & 0x3ffff
		if t.is&(isMonth|isWeekday) != 0 {
			s.role |= 1 << 18
		}
		s.kin = uint32(t.kin)
		s.open = t.kind == segment.Word && (t.capital || t.in&(inNationalities|inLanguages) != 0)
	}
	a.spread(l, out)
	fill(l, out)
	return out
}

// Names of several words are marked in the upper bits of name.
const (
	nameBegin = 1 << 28
	nameEnd   = 1 << 29
)

// spread marks the tokens of listed names of several words.
func (a *article) spread(l *line, out []sight) {
	for i := range l.tokens {
		if !out[i].open {
			continue
		}
		n := int(l.tokens[i].reach)
		for k := min(i+n, len(l.tokens)); k > i+1; k-- {
			c := a.look(phrase(l.tokens[i:k])) &^ (inCommon | inNoName | inGiven)
			if c == 0 {
				continue
			}
			for j := i; j < k; j++ {
				out[j].name |= uint32(c)
				out[j].open = true
			}
			out[i].name |= nameBegin
			out[k-1].name |= nameEnd
			break
		}
	}
}

// fill opens the words and signs in lower case between two words with a capital.
func fill(l *line, out []sight) {
	last := -1
	for i := range out {
		t := &l.tokens[i]
		if t.kind == segment.Number && last == i-1 && last >= 0 && t.space {
			out[i].open = true
		}
		if !out[i].open {
			continue
		}
		if last >= 0 && i-last <= 4 && i-last > 1 {
			ok := true
			for k := last + 1; k < i; k++ {
				u := &l.tokens[k]
				ok = ok && (joins(u) || u.low == "'s" || u.word == "'" || u.word == "." || u.word == "," || u.word == "/" || u.word == "&" || u.kind == segment.Number)
			}
			if ok {
				for k := last + 1; k < i; k++ {
					out[k].open = true
				}
			}
		}
		if k := i - 1; k >= 0 && !out[k].open && l.tokens[k].is&isParticle != 0 && l.tokens[i].space {
			out[k].open = true
		}
		last = i
	}
}

// joins reports whether a word in lower case can stand inside a name.
func joins(t *token) bool {
	if t.is&isParticle != 0 {
		return true
	}
	switch t.low {
	case "of", "for", "the", "and", "&", "on", "in", "without", "to", "against", "at", "with":
		return true
	}
	return false
}
