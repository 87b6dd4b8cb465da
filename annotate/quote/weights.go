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

// featureNames are the features as they stand in a file of weights, in order.
func featureNames() [featureCount]string {
	return [featureCount]string{
		behindTouching:      "behind-touching",
		behindNear:          "behind-near",
		behindFar:           "behind-far",
		beforeTouching:      "before-touching",
		beforeNear:          "before-near",
		beforeGap:           "before-gap",
		behindGap:           "behind-gap",
		handsOver:           "hands-over",
		handsOverNot:        "hands-over-not",
		joined:              "joined",
		busy:                "busy",
		across:              "across",
		strongVerb:          "strong-verb",
		weakVerb:            "weak-verb",
		infinitiveVerb:      "infinitive-verb",
		noVerb:              "no-verb",
		ownerBefore:         "owner-before",
		underOther:          "under-other",
		underColon:          "under-colon",
		noSubject:           "no-subject",
		byPronoun:           "by-pronoun",
		byName:              "by-name",
		byRole:              "by-role",
		byOrg:               "by-org",
		sentencesBack:       "sentences-back",
		sentenceNext:        "sentence-next",
		paragraphBack:       "paragraph-back",
		sameTurn:            "same-turn",
		interrupted:         "interrupted",
		turnAfterQuote:      "turn-after-quote",
		turnFar:             "turn-far",
		alternates:          "alternates",
		answers:             "answers",
		answersFirst:        "answers-first",
		interviewed:         "interviewed",
		wholeSentence:       "whole-sentence",
		mixedWords:          "mixed-words",
		figureNamed:         "figure-named",
		figureSentence:      "figure-sentence",
		figureOrder:         "figure-order",
		figureSubject:       "figure-subject",
		figureOwner:         "figure-owner",
		figureSpeaks:        "figure-speaks",
		figureSpoke:         "figure-spoke",
		figureSpokeSentence: "figure-spoke-sentence",
		figureSpokeParas:    "figure-spoke-paras",
		figureAgrees:        "figure-agrees",
		figureLeans:         "figure-leans",
		figureLeansNot:      "figure-leans-not",
		wordsTwo:            "words-two",
		wordsThree:          "words-three",
		wordsFour:           "words-four",
		wordsSix:            "words-six",
		wordsNine:           "words-nine",
		markTagged:          "mark-tagged",
		markCued:            "mark-cued",
		markColon:           "mark-colon",
		markThat:            "mark-that",
		markSentence:        "mark-sentence",
		markWeak:            "mark-weak",
		markStarts:          "mark-starts",
		markFills:           "mark-fills",
		markStop:            "mark-stop",
		markNamed:           "mark-named",
		markArticle:         "mark-article",
		markOdd:             "mark-odd",
		markTitle:           "mark-title",
		markTitleLoose:      "mark-title-loose",
		markTitleOwned:      "mark-title-owned",
		markCall:            "mark-call",
		markBias:            "mark-bias",
	}
}

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
