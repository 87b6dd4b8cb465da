package quote

// stretch is a run of text between quotation marks.
type stretch struct {
	start, end int
	family     family
	depth      int  // 0 for the outermost
	opened     bool // it begins with a mark
	closed     bool // it ends with one
}

// Costs of what a whole paragraph's reading may need.
const (
	nested     = .5  // a quote in a quote, of another family
	sameNested = 4.0 // a quote in a quote of the same marks
	restarted  = 4.5 // an opener where the last quote was never closed
	unopened   = 5.0 // a closer whose opener is missing at the paragraph's start
	leftOpen   = 3.0 // a quote that the paragraph does not close
	carriedOn  = .4  // the same where the next paragraph begins with an opener
	midOpen    = 2.0 // on top of leftOpen, where the quote begins inside the paragraph
	singleOpen = 3.5 // on top of leftOpen, for a single mark
)

// act is what a reading does with one mark.
type act uint8

const (
	skip act = iota
	openIt
	closeIt
	reopen
)

// step remembers how the cheapest reading reached a state.
type step struct {
	from   uint8
	act    act
	family family
}

// board is the search for the cheapest reading of one paragraph, by the method
// of Viterbi over the marks. State 0 is outside of any quote, 1+f inside one of
// the f-th family in use, and 1+n+f*n+g inside one of family g within one of f.
type board struct {
	marks []mark
	used  []family
	cost  []float64
	steps []step // len(marks) rows of one step for each state
}

// read returns the stretches of the cheapest reading of the paragraph
// text[start:end], outermost first. next tells which families the next
// paragraph could carry on.
func read(marks []mark, start, end int, next [families]bool) []stretch {
	if len(marks) == 0 {
		return nil
	}
	b := &board{marks: marks}
	var seen [families]bool
	for i := range marks {
		for f := range families {
			if !seen[f] && (marks[i].open[f] < impossible || f <= straight && marks[i].close[f] < unlikely) {
				seen[f] = true
				b.used = append(b.used, f)
			}
		}
	}
	n := len(b.used)
	states := 1 + n + n*n
	b.cost = make([]float64, states)
	for s := range b.cost {
		b.cost[s] = impossible
	}
	b.cost[0] = 0
	for i, f := range b.used {
		if f <= straight {
			b.cost[1+i] = unopened
		}
	}
	b.steps = make([]step, len(marks)*states)
	spare := make([]float64, states)
	for i := range marks {
		for s := range spare {
			spare[s] = impossible
		}
		b.advance(i, spare)
		b.cost, spare = spare, b.cost
	}
	return b.trace(start, end, b.best(start, next))
}

// advance extends every state's cheapest reading by mark i.
func (b *board) advance(i int, to []float64) {
	m, n := &b.marks[i], len(b.used)
	row := b.steps[i*len(to) : (i+1)*len(to)]
	relax := func(from, state int, cost float64, s step) {
		if c := b.cost[from] + cost; c < to[state] {
			s.from = uint8(from)
			to[state], row[state] = c, s
		}
	}
	for s := range b.cost {
		if b.cost[s] >= impossible {
			continue
		}
		relax(s, s, m.none, step{act: skip})
		switch {
		case s == 0:
			for f, fam := range b.used {
				relax(s, 1+f, m.open[fam], step{act: openIt, family: fam})
			}
		case s <= n:
			outer := b.used[s-1]
			relax(s, 0, m.close[outer], step{act: closeIt, family: outer})
			for f, fam := range b.used {
				relax(s, 1+f, m.open[fam]+restarted, step{act: reopen, family: fam})
				extra := nested
				if fam == outer {
					extra = sameNested
				}
				relax(s, 1+n+(s-1)*n+f, m.open[fam]+extra, step{act: openIt, family: fam})
			}
		default:
			outer, inner := (s-1-n)/n, b.used[(s-1-n)%n]
			relax(s, 1+outer, m.close[inner], step{act: closeIt, family: inner})
		}
	}
}

// best returns the state in which the paragraph most cheaply ends.
func (b *board) best(start int, next [families]bool) int {
	n, best, least := len(b.used), 0, impossible
	ends := func(f family) float64 {
		c := leftOpen
		if next[f] {
			c = carriedOn
		} else if b.marks[0].start > start {
			c += midOpen
		}
		if f == single || f == lowSingle {
			c += singleOpen
		}
		return c
	}
	for s, c := range b.cost {
		switch {
		case s == 0:
		case s <= n:
			c += ends(b.used[s-1])
		default:
			c += ends(b.used[(s-1-n)/n]) + ends(b.used[(s-1-n)%n])
		}
		if c < least {
			best, least = s, c
		}
	}
	return best
}

// trace walks the cheapest reading back and returns its stretches.
func (b *board) trace(start, end, state int) []stretch {
	states := len(b.cost)
	acts := make([]step, len(b.marks))
	for i := len(b.marks) - 1; i >= 0; i-- {
		acts[i] = b.steps[i*states+state]
		state = int(acts[i].from)
	}
	var out []stretch
	var stack []int // indices into out
	push := func(at int, f family, opened bool) {
		out = append(out, stretch{start: at, end: end, family: f, depth: len(stack), opened: opened})
		stack = append(stack, len(out)-1)
	}
	if state > 0 {
		push(start, b.used[state-1], false)
	}
	for i, s := range acts {
		m := &b.marks[i]
		switch s.act {
		case openIt:
			push(m.start, s.family, true)
		case closeIt:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			out[top].end, out[top].closed = m.end, true
		case reopen:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			out[top].end = m.start
			push(m.start, s.family, true)
		}
	}
	return out
}
