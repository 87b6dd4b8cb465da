package quote

import (
	"errors"
	"strings"
	"testing"
)

func TestTheBuiltInWeightsAreWhole(t *testing.T) {
	for name, data := range map[string]string{"learned": builtin, "by hand": hand} {
		if _, err := New(strings.NewReader(data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := len(featureNames()); got != int(featureCount) {
		t.Errorf("%d names for %d features", got, featureCount)
	}
}

func TestWeightsComeBackFromTheirFile(t *testing.T) {
	var file strings.Builder
	if _, err := Builtin().WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	back, err := New(strings.NewReader(file.String()))
	if err != nil {
		t.Fatal(err)
	}
	if *back != *Builtin() {
		t.Error("the weights changed on their way through a file")
	}
}

func TestOtherFilesAreNoWeights(t *testing.T) {
	for name, data := range map[string]string{
		"empty":             "",
		"some text":         "Roy said so.\n",
		"a feature missing": strings.Join(strings.SplitAfter(hand, "\n")[1:], ""),
		"a feature twice":   hand + strings.SplitAfter(hand, "\n")[0],
		"no number":         strings.Replace(hand, " 6\n", " six\n", 1),
		"not finite":        strings.Replace(hand, " 6\n", " NaN\n", 1),
	} {
		if _, err := New(strings.NewReader(data)); !errors.Is(err, ErrNoWeights) {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestTrainingMovesWeightsTowardsWhatIsRight(t *testing.T) {
	// Here two words behind an article are always somebody's, which by hand they are not.
	text := "It was the “grand bargain” again. It was a “quiet deal” again. It was the “slow road” again."
	var e Example
	e.Text = text
	for _, words := range []string{"“grand bargain”", "“quiet deal”", "“slow road”"} {
		at := strings.Index(text, words)
		e.Quotes = append(e.Quotes, Known{Start: at, End: at + len(words)})
	}
	before := len(byHand().Find(text, nil))
	trained := Train([]Example{e, e, e}, nil)
	if after := len(trained.Find(text, nil)); after <= before {
		t.Errorf("%d quotations before training, %d after it", before, after)
	}
	again := Train([]Example{e, e, e}, nil)
	if *again != *trained {
		t.Error("equal examples gave other weights")
	}
}

func FuzzNew(f *testing.F) {
	f.Add(hand)
	f.Add("")
	f.Add("answers 1e999\n")
	f.Fuzz(func(_ *testing.T, data string) {
		if finder, err := New(strings.NewReader(data)); err == nil {
			finder.Find("“No,” said Roy.", nil)
		}
	})
}
