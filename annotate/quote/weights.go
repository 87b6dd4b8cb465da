package quote

import (
	"bufio"
	_ "embed" // the built-in weights
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"sync"
)

// weights is what each feature is worth, in log odds.
type weights [featureCount]float64

// The built-in weights, and those that [Train] begins with.
var (
	//go:embed weights.txt
	builtin string
	//go:embed hand.txt
	hand string
)

// ErrNoWeights is wrapped by the errors of [New].
var ErrNoWeights = errors.New("not the weights of this program's quote finder")

// featureList has the features' names as they stand in a file of weights, in the
// order of the constants.
const featureList = `
behind-touching behind-near behind-far before-touching before-near before-gap behind-gap hands-over
hands-over-not joined busy across strong-verb weak-verb infinitive-verb no-verb owner-before under-other
under-colon no-subject by-pronoun by-name by-role by-org sentences-back sentence-next paragraph-back same-turn
interrupted turn-after-quote turn-far alternates answers answers-first interviewed whole-sentence mixed-words
figure-named figure-sentence figure-order figure-subject figure-owner figure-speaks figure-spoke
figure-spoke-sentence figure-spoke-paras figure-agrees figure-leans figure-leans-not figure-stranger words-two words-three
words-four words-six words-nine mark-tagged mark-cued mark-colon mark-that mark-sentence mark-weak mark-starts
mark-fills mark-stop mark-named mark-article mark-odd mark-title mark-title-loose mark-title-owned mark-call
mark-bias`

func featureNames() []string { return strings.Fields(featureList) }

// Finder finds quotations and their speakers with one set of weights. It is
// never changed, so goroutines may share it.
type Finder struct {
	weights weights
}

// Builtin returns the finder with the weights that are part of the program.
var Builtin = sync.OnceValue(func() *Finder {
	f, err := New(strings.NewReader(builtin))
	if err != nil {
		return &Finder{} // cannot happen: a test reads the weights
	}
	return f
})

// byHand returns the finder whose weights were set by hand.
var byHand = sync.OnceValue(func() *Finder {
	f, err := New(strings.NewReader(hand))
	if err != nil {
		return &Finder{} // cannot happen: a test reads the weights
	}
	return f
})

// New returns a finder with the weights that it reads: one feature a line, its
// name and its weight. The error says, in words for the user, what is wrong.
func New(r io.Reader) (*Finder, error) {
	f := &Finder{}
	place := map[string]feature{}
	for i, name := range featureNames() {
		place[name] = feature(i)
	}
	in := bufio.NewScanner(r)
	for line := 1; in.Scan(); line++ {
		name, value, _ := strings.Cut(in.Text(), " ")
		at, ok := place[name]
		if !ok {
			return nil, fmt.Errorf("%w: line %d: there is no feature %q", ErrNoWeights, line, name)
		}
		w, err := strconv.ParseFloat(value, 64)
		if err != nil || math.IsNaN(w) || math.IsInf(w, 0) || math.Abs(w) > 100 {
			return nil, fmt.Errorf("%w: line %d: %q is no weight", ErrNoWeights, line, value)
		}
		f.weights[at] = w
		delete(place, name)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoWeights, err)
	}
	for name := range place {
		return nil, fmt.Errorf("%w: the feature %s is missing", ErrNoWeights, name)
	}
	return f, nil
}

// WriteTo writes the weights as [New] reads them.
func (f *Finder) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	for i, name := range featureNames() {
		fmt.Fprintf(&b, "%s %s\n", name, strconv.FormatFloat(f.weights[i], 'f', -1, 64))
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}
