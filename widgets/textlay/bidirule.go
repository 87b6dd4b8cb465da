package textlay

import "golang.org/x/text/unicode/bidi"

// sequence is an isolating run sequence (BD13): the indexes of its characters
// without those that rule X9 removes.
type sequence struct {
	at       []int
	level    uint8
	sos, eos bidi.Class
}

// sequences cuts the paragraph into isolating run sequences (X10).
func (b *bidiText) sequences() []sequence {
	var runs [][]int
	runOf := make([]int, len(b.class))
	prev := -1
	for i, c := range b.class {
		runOf[i] = -1
		if removed(c) {
			continue
		}
		if prev < 0 || b.level[prev] != b.level[i] {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], i)
		runOf[i] = len(runs) - 1
		prev = i
	}
	var out []sequence
	for _, r := range runs {
		if first := r[0]; b.class[first] == bidi.PDI && b.pair[first] >= 0 {
			continue // it goes on in its initiator's sequence
		}
		seq := sequence{level: b.level[r[0]]}
		for {
			seq.at = append(seq.at, r...)
			last := r[len(r)-1]
			if !isolates(b.class[last]) || b.pair[last] < 0 {
				break
			}
			r = runs[runOf[b.pair[last]]]
		}
		out = append(out, seq)
	}
	return out
}

// side returns the class that stands at a border between two levels (X10).
func side(a, b uint8) bidi.Class { return direction(max(a, b)) }

func direction(level uint8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}

func (s *sequence) resolve(b *bidiText, base uint8) {
	before, after := base, base
	for i := s.at[0] - 1; i >= 0; i-- {
		if !removed(b.class[i]) {
			before = b.level[i]
			break
		}
	}
	last := s.at[len(s.at)-1]
	if !isolates(b.class[last]) {
		for i := last + 1; i < len(b.class); i++ {
			if !removed(b.class[i]) {
				after = b.level[i]
				break
			}
		}
	}
	s.sos, s.eos = side(before, s.level), side(after, s.level)
	// The neighbors' classes are still needed by other sequences: work on a copy.
	c := make([]bidi.Class, len(s.at))
	for k, i := range s.at {
		c[k] = b.class[i]
	}
	s.weak(c)
	s.brackets(b, c)
	s.neutral(c)
	for k, i := range s.at { // I1, I2
		switch {
		case s.level&1 == 0 && c[k] == bidi.R:
			b.level[i]++
		case s.level&1 == 0 && (c[k] == bidi.AN || c[k] == bidi.EN):
			b.level[i] += 2
		case s.level&1 == 1 && c[k] != bidi.R:
			b.level[i]++
		}
	}
}

// weak resolves marks, numbers and their separators (W1 to W7).
func (s *sequence) weak(c []bidi.Class) {
	prev, strong := s.sos, s.sos
	for k := range c {
		switch {
		case c[k] == bidi.NSM: // W1
			c[k] = prev
			if isolates(prev) || prev == bidi.PDI {
				c[k] = bidi.ON
			}
		case c[k] == bidi.EN && strong == bidi.AL: // W2
			c[k] = bidi.AN
		}
		prev = c[k]
		if prev == bidi.L || prev == bidi.R || prev == bidi.AL {
			strong = prev
		}
	}
	for k := range c {
		if c[k] == bidi.AL { // W3
			c[k] = bidi.R
		}
	}
	for k := 1; k+1 < len(c); k++ { // W4
		a, z := c[k-1], c[k+1]
		if a == z && (c[k] == bidi.CS && (a == bidi.EN || a == bidi.AN) || c[k] == bidi.ES && a == bidi.EN) {
			c[k] = a
		}
	}
	s.terminators(c)
	strong = s.sos
	for k := range c { // W6, W7
		switch c[k] {
		case bidi.ES, bidi.ET, bidi.CS:
			c[k] = bidi.ON
		case bidi.L, bidi.R:
			strong = c[k]
		case bidi.EN:
			if strong == bidi.L {
				c[k] = bidi.L
			}
		}
	}
}

// terminators makes signs beside a European number part of it (W5).
func (s *sequence) terminators(c []bidi.Class) {
	for k := 0; k < len(c); {
		if c[k] != bidi.ET {
			k++
			continue
		}
		end := k
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if k > 0 && c[k-1] == bidi.EN || end < len(c) && c[end] == bidi.EN {
			for ; k < end; k++ {
				c[k] = bidi.EN
			}
		}
		k = end
	}
}

// strength returns what a class counts as among neutrals: L, R or ON.
func strength(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// opening is a bracket that waits for its end.
type opening struct {
	want rune
	k    int
}

// maxBrackets is how many brackets may wait at once (BD16).
const maxBrackets = 63

// brackets resolves paired brackets (N0).
func (s *sequence) brackets(b *bidiText, c []bidi.Class) {
	type pair struct{ open, end int }
	var waiting []opening
	var pairs []pair
	for k, i := range s.at {
		if c[k] != bidi.ON {
			continue
		}
		r := plainBracket(b.runes[i])
		props, _ := bidi.LookupRune(r)
		if !props.IsBracket() {
			continue
		}
		if props.IsOpeningBracket() {
			if len(waiting) == maxBrackets {
				break
			}
			want := []rune(bidi.ReverseString(string(r)))[0]
			waiting = append(waiting, opening{want, k})
			continue
		}
		for j := len(waiting) - 1; j >= 0; j-- {
			if waiting[j].want == r {
				pairs = append(pairs, pair{waiting[j].k, k})
				waiting = waiting[:j]
				break
			}
		}
	}
	// In the order of the opening brackets; there are few.
	for i := 1; i < len(pairs); i++ {
		for j := i; j > 0 && pairs[j].open < pairs[j-1].open; j-- {
			pairs[j], pairs[j-1] = pairs[j-1], pairs[j]
		}
	}
	for _, p := range pairs {
		if d := s.bracketDirection(c, p.open, p.end); d != bidi.ON {
			s.setBracket(b, c, p.open, d)
			s.setBracket(b, c, p.end, d)
		}
	}
}

// setBracket sets a bracket's direction, and that of the marks on it.
func (s *sequence) setBracket(b *bidiText, c []bidi.Class, k int, d bidi.Class) {
	c[k] = d
	for j := k + 1; j < len(c) && b.class[s.at[j]] == bidi.NSM; j++ {
		c[j] = d
	}
}

func plainBracket(r rune) rune {
	switch r { // canonical equivalents
	case '\u2329':
		return '\u3008'
	case '\u232a':
		return '\u3009'
	}
	return r
}

func (s *sequence) bracketDirection(c []bidi.Class, open, end int) bidi.Class {
	own := direction(s.level)
	opposite := false
	for k := open + 1; k < end; k++ {
		switch d := strength(c[k]); {
		case d == own:
			return own
		case d != bidi.ON:
			opposite = true
		}
	}
	if !opposite {
		return bidi.ON
	}
	context := s.sos
	for k := open - 1; k >= 0; k-- {
		if d := strength(c[k]); d != bidi.ON {
			context = d
			break
		}
	}
	if context != own {
		return context
	}
	return own
}

// neutral gives neutrals the direction that both neighbors have, else that of the
// embedding (N1, N2).
func (s *sequence) neutral(c []bidi.Class) {
	for k := 0; k < len(c); {
		if strength(c[k]) != bidi.ON {
			k++
			continue
		}
		end := k
		for end < len(c) && strength(c[end]) == bidi.ON {
			end++
		}
		before, after := s.sos, s.eos
		if k > 0 {
			before = strength(c[k-1])
		}
		if end < len(c) {
			after = strength(c[end])
		}
		d := direction(s.level)
		if before == after {
			d = before
		}
		for ; k < end; k++ {
			c[k] = d
		}
	}
}
