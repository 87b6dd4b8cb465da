package learn

import (
	"math/rand/v2"
	"slices"
)

// Example is a stretch of tokens with what each may be.
type Example struct {
	Features [][]uint32 // of each token: hashes of its features
	Allowed  []TagSet   // of each token: the tags that are right
	Weight   int        // how much a mistake here counts; 0 is 1
}

// Options tune [Train]. The zero value is not useful; start with [Defaults].
type Options struct {
	Runs     int    // how many times it is learned, in other orders; the weights are their mean
	Epochs   int    // how often each example is seen in a run
	MinCount int    // features that fewer tokens have are left out
	Prune    int32  // averaged weights smaller than this, in 1/256 of a step, are left out
	Dropout  int    // how many features in 100 an example is shown without
	Seed     uint64 // of the order in which examples are seen, and of what is dropped
	Progress func(epoch, wrong int)
}

// Defaults are the options that did best on the development sets.
func Defaults() Options {
	return Options{Runs: 4, Epochs: 6, MinCount: 2, Dropout: 20, Prune: 512, Seed: 1}
}

// trainer holds the weights while they are learned. They are integers, so that
// sums do not depend on the machine.
type trainer struct {
	tags    int
	kept    []uint32 // the features' hashes, in order
	index   map[uint32]int32
	weights []int32 // of feature f and tag t: [f*tags+t]
	sums    []int64
	moves   []int32 // of tags a, b: [a*tags+b]
	moved   []int64
	clock   int64
	lattice lattice
	opt     Options
	rng     *rand.Rand
	shown   [][]int32

	total, totalMoves []int32 // averages, added up over the runs
}

// Train learns a model from examples. Equal arguments give equal models.
func Train(labels []string, examples []Example, opt Options) (*Model, error) {
	if err := checkLabels(labels); err != nil {
		return nil, err
	}
	t := newTrainer(len(labels), examples, opt)
	rows := t.rows(examples)
	for run := range max(opt.Runs, 1) {
		t.run(run, rows, examples)
	}
	return t.model(labels), nil
}

// run sees the examples in an order of its own, and adds the averaged weights to
// the totals. What one order learns by chance, the mean of several does not.
func (t *trainer) run(run int, rows [][][]int32, examples []Example) {
	clear(t.weights)
	clear(t.sums)
	clear(t.moves)
	clear(t.moved)
	t.clock = 1
	t.rng = rand.New(rand.NewPCG(t.opt.Seed, uint64(run)))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range t.opt.Epochs {
		t.rng.Shuffle(len(order), func(a, b int) { order[a], order[b] = order[b], order[a] })
		wrong := 0
		for _, i := range order {
			if t.see(t.drop(rows[i]), examples[i]) {
				wrong++
			}
		}
		if t.opt.Progress != nil {
			t.opt.Progress(run*t.opt.Epochs+epoch, wrong)
		}
	}
	for i := range t.weights {
		t.total[i] += t.mean(t.weights[i], t.sums[i])
	}
	for i := range t.moves {
		t.totalMoves[i] += t.mean(t.moves[i], t.moved[i])
	}
}

func newTrainer(labels int, examples []Example, opt Options) *trainer {
	count := map[uint32]int32{}
	for _, e := range examples {
		for _, row := range e.Features {
			for _, f := range row {
				count[f]++
			}
		}
	}
	var kept []uint32
	for f, n := range count {
		if int(n) >= opt.MinCount {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	t := &trainer{tags: 1 + 4*labels, index: make(map[uint32]int32, len(kept)), clock: 1, opt: opt, kept: kept}
	for i, f := range kept {
		t.index[f] = int32(i)
	}
	t.weights = make([]int32, len(kept)*t.tags)
	t.sums = make([]int64, len(kept)*t.tags)
	t.moves = make([]int32, t.tags*t.tags)
	t.moved = make([]int64, t.tags*t.tags)
	t.total = make([]int32, len(t.weights))
	t.totalMoves = make([]int32, len(t.moves))
	return t
}

// rows replaces the hashes by places in the weights, and drops the rare ones.
func (t *trainer) rows(examples []Example) [][][]int32 {
	out := make([][][]int32, len(examples))
	for i, e := range examples {
		out[i] = make([][]int32, len(e.Features))
		for k, row := range e.Features {
			r := make([]int32, 0, len(row))
			for _, f := range row {
				if at, ok := t.index[f]; ok {
					r = append(r, at*int32(t.tags))
				}
			}
			out[i][k] = r
		}
	}
	return out
}

// drop leaves out some of the features, others each time, so that no mistake is
// explained by one rare feature alone (Srivastava et al. 2014).
func (t *trainer) drop(rows [][]int32) [][]int32 {
	if t.opt.Dropout == 0 {
		return rows
	}
	for len(t.shown) < len(rows) {
		t.shown = append(t.shown, nil)
	}
	for i, row := range rows {
		kept := t.shown[i][:0]
		for _, at := range row {
			if t.rng.IntN(100) >= t.opt.Dropout {
				kept = append(kept, at)
			}
		}
		t.shown[i] = kept
	}
	return t.shown[:len(rows)]
}

// see decodes one example and moves the weights if it came out wrong.
func (t *trainer) see(rows [][]int32, e Example) bool {
	t.clock++
	l := &t.lattice
	l.reset(len(rows), t.tags)
	for i, row := range rows {
		scores := l.scores(i)
		for _, at := range row {
			for k, w := range t.weights[at : at+int32(t.tags)] {
				scores[k] += w
			}
		}
	}
	got := l.best(t.moves, nil)
	wrong := false
	for i, tag := range got {
		wrong = wrong || !e.Allowed[i].Has(tag)
	}
	if !wrong {
		return false
	}
	guess := slices.Clone(got)
	right := l.best(t.moves, e.Allowed)
	if right == nil {
		return false // no legal path is allowed: the example contradicts itself
	}
	weight := int32(max(e.Weight, 1))
	before, after := Outside, Outside
	for i := range rows {
		if right[i] != guess[i] {
			for _, at := range rows[i] {
				t.add(int(at)+int(right[i]), weight)
				t.add(int(at)+int(guess[i]), -weight)
			}
		}
		t.move(before, right[i], weight)
		t.move(after, guess[i], -weight)
		before, after = right[i], guess[i]
	}
	t.move(before, Outside, weight)
	t.move(after, Outside, -weight)
	return true
}

func (t *trainer) add(at int, step int32) {
	t.weights[at] += step
	t.sums[at] += int64(step) * t.clock
}

func (t *trainer) move(a, b Tag, step int32) {
	at := int(a)*t.tags + int(b)
	t.moves[at] += step
	t.moved[at] += int64(step) * t.clock
}

// scale is how many parts a unit of weight has in a model.
const scale = 256

// mean is the average of a weight over all steps, in parts of 1/scale.
func (t *trainer) mean(w int32, sum int64) int32 {
	return int32((int64(w)*t.clock - sum) * scale / t.clock)
}
