package learn

import "math"

// lattice is the table of the Viterbi algorithm. It is used again and again, so
// that decoding allocates nothing.
type lattice struct {
	n, tags int
	emit    []int32 // of token i and tag t: the sum of its features' weights
	total   []int32 // the score of the best path that ends there
	from    []Tag   // where that path comes from
	path    []Tag
}

// never is the score of what is not allowed.
const never = math.MinInt32 / 2

func (l *lattice) reset(n, tags int) {
	l.n, l.tags = n, tags
	if size := n * tags; cap(l.emit) < size {
		l.emit = make([]int32, size, 2*size)
		l.total = make([]int32, size, 2*size)
		l.from = make([]Tag, size, 2*size)
	}
	l.emit, l.total, l.from = l.emit[:n*tags], l.total[:n*tags], l.from[:n*tags]
	clear(l.emit)
	if cap(l.path) < n {
		l.path = make([]Tag, n, 2*n)
	}
	l.path = l.path[:n]
}

// scores are those of the tags of token i, to be added to.
func (l *lattice) scores(i int) []int32 { return l.emit[i*l.tags : (i+1)*l.tags] }

// best returns the legal path with the highest score, among the allowed tags if
// allowed is not nil; nil where there is none. The path is good until the next
// call.
func (l *lattice) best(moves []int32, allowed []TagSet) []Tag {
	for i := range l.n {
		set := Any
		if allowed != nil {
			set = allowed[i]
		}
		l.step(i, moves, set)
	}
	top, at := int32(never), -1
	for t := range l.tags {
		tag := Tag(t)
		if tag != Outside && !tag.Closes() {
			continue
		}
		s := l.total[(l.n-1)*l.tags+t]
		if s > never/2 {
			s += moves[t*l.tags]
		}
		if s > top {
			top, at = s, t
		}
	}
	if at < 0 || top <= never/2 {
		return nil
	}
	for i := l.n - 1; i >= 0; i-- {
		l.path[i] = Tag(at)
		at = int(l.from[i*l.tags+at])
	}
	return l.path
}

// step fills column i.
func (l *lattice) step(i int, moves []int32, set TagSet) {
	row := l.total[i*l.tags : (i+1)*l.tags]
	from := l.from[i*l.tags : (i+1)*l.tags]
	emit := l.emit[i*l.tags : (i+1)*l.tags]
	if i == 0 {
		for t := range row {
			row[t], from[t] = never, 0
			if tag := Tag(t); set.Has(tag) && (tag == Outside || tag.Opens()) {
				row[t] = emit[t] + moves[t]
			}
		}
		return
	}
	before := l.total[(i-1)*l.tags : i*l.tags]
	for t := range row {
		row[t], from[t] = never, 0
		tag := Tag(t)
		if !set.Has(tag) {
			continue
		}
		best, source := int32(never), 0
		if tag != Outside && !tag.Opens() {
			open := 1 + 4*tag.Label()
			for _, s := range [2]int{open, open + 1} {
				if v := before[s] + moves[s*l.tags+t]; v > best {
					best, source = v, s
				}
			}
		} else {
			best, source = before[0]+moves[t], 0
			for s := 3; s < l.tags; s += 4 { // the last token of a span, and the only one
				if v := before[s] + moves[s*l.tags+t]; v > best {
					best, source = v, s
				}
				if v := before[s+1] + moves[(s+1)*l.tags+t]; v > best {
					best, source = v, s+1
				}
			}
		}
		if best > never/2 {
			row[t], from[t] = best+emit[t], Tag(source)
		}
	}
}
