package learn

import "math"

// Model is what [Train] has learned. It is never changed, so goroutines may
// share it.
type Model struct {
	Labels []string

	moves []int32  // of tags a, b: [a*tags+b]
	maybe []uint64 // a bit for each feature that the table may hold, small enough for a core's cache
	slots []slot   // an open hash table; a power of two of them
	parts []part
}

// slot is where a feature's weights are: most features have one, and it stands
// here, so that it costs one look at the memory and not two.
type slot struct {
	key   uint32
	where uint32 // 0: empty; with the flag alone: the tag and the weight; else the index into parts, plus one
}

// alone marks a slot that holds a feature's only weight: the tag in bits 16 to
// 23, the weight in the lowest 16.
const alone = 1 << 31

func packed(p part) uint32 { return alone | uint32(p.tag)<<16 | uint32(uint16(p.weight)) }

// part is the weight that a feature gives to a tag. The last part of a feature
// says so.
type part struct {
	weight int16 // in 1/scale
	tag    uint8
	end    bool
}

// keyed is a feature with the place of its weights.
type keyed struct{ key, start uint32 }

// model takes the averages, without those that are near zero.
func (t *trainer) model(labels []string) *Model {
	runs := int32(max(t.opt.Runs, 1))
	m := &Model{Labels: labels, moves: make([]int32, len(t.moves))}
	for i := range t.moves {
		m.moves[i] = t.totalMoves[i] / runs
	}
	var keys []keyed
	for i, key := range t.kept {
		start := len(m.parts)
		for k := range t.tags {
			at := i*t.tags + k
			if w := t.total[at] / runs; w >= t.opt.Prune || w <= -t.opt.Prune {
				m.parts = append(m.parts, part{weight: int16(max(-32767, min(32767, w))), tag: uint8(k)})
			}
		}
		if len(m.parts) > start {
			m.parts[len(m.parts)-1].end = true
			keys = append(keys, keyed{key, uint32(start)})
		}
	}
	m.index(keys)
	return m
}

// index fills the table.
func (m *Model) index(keys []keyed) {
	size := 1
	for size*2 < len(keys)*3 {
		size *= 2
	}
	m.slots = make([]slot, size)
	m.maybe = make([]uint64, 1<<filterBits/64)
	mask := uint32(size - 1)
	for _, k := range keys {
		at := k.key & mask
		for m.slots[at].where != 0 {
			at = (at + 1) & mask
		}
		m.slots[at] = slot{k.key, k.start + 1}
		if p := m.parts[k.start]; p.end {
			m.slots[at].where = packed(p)
		}
		bit := k.key >> (32 - filterBits)
		m.maybe[bit/64] |= 1 << (bit % 64)
	}
}

// filterBits is the binary logarithm of the bits of the filter: 128 KB.
const filterBits = 20

// of returns the weights of a feature.
func (m *Model) of(s slot) []part {
	if s.where&alone != 0 {
		return []part{{weight: int16(s.where & 0xffff), tag: uint8(s.where >> 16), end: true}}
	}
	return m.parts[s.where-1:]
}

// Weights returns how many weights the model has.
func (m *Model) Weights() int { return len(m.parts) }

// tags returns the number of tags.
func (m *Model) tags() int { return 1 + 4*len(m.Labels) }

// add adds the weights of a feature to the scores of the tags.
func (m *Model) add(scores []int32, feature uint32) {
	if bit := feature >> (32 - filterBits); m.maybe[bit/64]>>(bit%64)&1 == 0 {
		return
	}
	mask := uint32(len(m.slots) - 1)
	for at := feature & mask; ; at = (at + 1) & mask {
		s := m.slots[at]
		if s.where == 0 {
			return
		}
		if s.key != feature {
			continue
		}
		if s.where&alone != 0 {
			scores[s.where>>16&0xff] += int32(int16(s.where & 0xffff))
			return
		}
		for _, p := range m.parts[s.where-1:] {
			scores[p.tag] += int32(p.weight)
			if p.end {
				return
			}
		}
	}
}

// Tagger applies a model. It keeps its memory from call to call, so each
// goroutine needs one of its own.
type Tagger struct {
	model   *Model
	lattice lattice
	scores  []int32
	at      int
	spans   []Span
}

// NewTagger returns a tagger of the model.
func NewTagger(m *Model) *Tagger { return &Tagger{model: m} }

// Start begins a sequence of n tokens.
func (t *Tagger) Start(n int) {
	t.lattice.reset(n, t.model.tags())
	t.at = -1
}

// Next goes on to the next token; [Tagger.Add] gives its features.
func (t *Tagger) Next() {
	t.at++
	t.scores = t.lattice.scores(t.at)
}

// Add gives a feature of the token.
func (t *Tagger) Add(feature uint32) { t.model.add(t.scores, feature) }

// Tags returns the tags of the sequence. They are good until the next Start.
func (t *Tagger) Tags() []Tag { return t.lattice.best(t.model.moves, nil) }

// Span is a stretch of a sequence that carries a label.
type Span struct {
	From, To int     // tokens, half open
	Label    int     // index into the model's labels
	Margin   float64 // how far the label's score lies above that of the next best reading of these tokens; 0 is a draw
}

// Spans returns the spans of the sequence, in order. They are good until the
// next call.
func (t *Tagger) Spans() []Span {
	t.spans = t.spans[:0]
	from := 0
	for i, tag := range t.Tags() {
		if tag.Opens() {
			from = i
		}
		if tag.Closes() {
			t.spans = append(t.spans, Span{from, i + 1, tag.Label(), t.margin(from, i+1, tag.Label())})
		}
	}
	return t.spans
}

// margin compares the reading of the tokens as a span of the label with those as
// spans of the other labels, and as no span.
func (t *Tagger) margin(from, to, label int) float64 {
	own, other := int32(0), int32(math.MinInt32)
	for l := -1; l < len(t.model.Labels); l++ {
		sum := int32(0)
		for i := from; i < to; i++ {
			tag := Outside
			if l >= 0 {
				tag = tagOf(l, i-from, to-from)
			}
			sum += t.lattice.scores(i)[tag]
		}
		if l == label {
			own = sum
		} else {
			other = max(other, sum)
		}
	}
	return float64(own-other) / scale
}
