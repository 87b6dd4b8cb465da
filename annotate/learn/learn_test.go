package learn

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// toy makes sentences in which capital words are names: a name behind "in" is a
// place, any other a person, and two capitals are one name.
func toy(n int, seed uint64, open bool) ([]Example, [][]Tag) {
	rng := rand.New(rand.NewPCG(seed, 0))
	names := strings.Fields("Ana Roy Lima Bonn Omar Cork Ruth Oslo Nils Paro")
	var out []Example
	var gold [][]Tag
	for range n {
		var words []string
		var tags []Tag
		for range 3 + rng.IntN(3) {
			switch label := rng.IntN(3); label {
			case 2:
				words, tags = append(words, "and"), append(tags, Outside)
			default:
				words = append(words, []string{"said", "in"}[label])
				tags = append(tags, Outside)
				size := 1 + rng.IntN(2)
				for i := range size {
					words = append(words, names[rng.IntN(len(names))])
					tags = append(tags, tagOf(label, i, size))
				}
			}
		}
		e := Example{}
		for i := range words {
			e.Features = append(e.Features, see(words, i))
			set := Only(tags[i])
			if l := tags[i].Label(); open && l >= 0 {
				set |= Only(Tag(1 + 4*(1-l) + tags[i].place())) // either label
			}
			e.Allowed = append(e.Allowed, set)
		}
		out, gold = append(out, e), append(gold, tags)
	}
	return out, gold
}

func see(words []string, i int) []uint32 {
	at := func(k int) string {
		if k < 0 || k >= len(words) {
			return "|"
		}
		if w := words[k]; w[0] >= 'A' && w[0] <= 'Z' {
			return "Name"
		}
		return words[k]
	}
	hash := func(s string) uint32 {
		h := uint32(2166136261)
		for i := range len(s) {
			h = (h ^ uint32(s[i])) * 16777619
		}
		return h
	}
	return []uint32{hash("0" + at(i)), hash("-" + at(i-1)), hash("+" + at(i+1)), hash("--" + at(i-2) + at(i-1)), hash("w" + words[i])}
}

func tagged(m *Model, e Example) []Tag {
	t := NewTagger(m)
	t.Start(len(e.Features))
	for _, row := range e.Features {
		t.Next()
		for _, f := range row {
			t.Add(f)
		}
	}
	return slices.Clone(t.Tags())
}

func share(m *Model, examples []Example, gold [][]Tag) float64 {
	right := 0
	for i, e := range examples {
		if slices.Equal(tagged(m, e), gold[i]) {
			right++
		}
	}
	return float64(right) / float64(len(examples))
}

func options() Options {
	o := Defaults()
	o.Prune = 8
	return o
}

func TestATaggerLearnsWhatItIsShown(t *testing.T) {
	examples, _ := toy(400, 1, false)
	m, err := Train([]string{"PERSON", "PLACE"}, examples, options())
	if err != nil {
		t.Fatal(err)
	}
	unseen, gold := toy(200, 2, false)
	if got := share(m, unseen, gold); got < 0.98 {
		t.Errorf("%.2f of unseen sentences are right", got)
	}
}

func TestSetsThatLeaveLabelsOpenTeachTheirEdges(t *testing.T) {
	sure, _ := toy(12, 1, false)
	open, _ := toy(600, 3, true)
	m, err := Train([]string{"PERSON", "PLACE"}, append(sure, open...), options())
	if err != nil {
		t.Fatal(err)
	}
	unseen, gold := toy(200, 2, false)
	if got := share(m, unseen, gold); got < 0.95 {
		t.Errorf("%.2f of unseen sentences are right", got)
	}
}

func TestEqualExamplesGiveEqualBytes(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		examples, _ := toy(100, 1, false)
		m, err := Train([]string{"A", "B"}, examples, options())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := m.WriteTo(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings on the same examples differ")
	}
}

func TestAModelComesBackFromItsFile(t *testing.T) {
	examples, gold := toy(200, 1, false)
	m, err := Train([]string{"PERSON", "PLACE"}, examples, options())
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := m.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	back, err := Read(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(back.Labels, m.Labels) || back.Weights() != m.Weights() {
		t.Errorf("%v with %d weights came back as %v with %d", m.Labels, m.Weights(), back.Labels, back.Weights())
	}
	for i, e := range examples {
		if a, b := tagged(m, e), tagged(back, e); !slices.Equal(a, b) {
			t.Fatalf("sentence %d: %v before, %v after, right %v", i, a, b, gold[i])
		}
	}
}

func TestADamagedModelIsRefusedInWords(t *testing.T) {
	examples, _ := toy(50, 1, false)
	m, err := Train([]string{"A", "B"}, examples, options())
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := m.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	whole := file.Bytes()
	changed := func(at int, by byte) []byte {
		c := slices.Clone(whole)
		c[at] ^= by
		return c
	}
	for name, x := range map[string]struct {
		data []byte
		want error
	}{
		"empty":         {nil, ErrNoModel},
		"another file":  {[]byte("PK\x03\x04 and so on, for many bytes"), ErrNoModel},
		"too new":       {changed(len(signature), 0x7f), ErrTooNew},
		"one bit wrong": {changed(len(whole)-9, 1), ErrDamaged},
		"cut short":     {whole[:len(whole)-20], ErrDamaged},
		"only its head": {whole[:len(signature)+5], ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Read(bytes.NewReader(x.data)); !errors.Is(err, x.want) {
				t.Errorf("the error is %v, want %v", err, x.want)
			}
		})
	}
}

func TestOnlyLegalTagsFollowEachOther(t *testing.T) {
	b, i, l, u := tagOf(0, 0, 3), tagOf(0, 1, 3), tagOf(0, 2, 3), tagOf(0, 0, 1)
	other := tagOf(1, 1, 3)
	for _, x := range []struct {
		a, b Tag
		want bool
	}{
		{Outside, b, true},
		{Outside, u, true},
		{Outside, i, false},
		{Outside, l, false},
		{b, i, true},
		{b, l, true},
		{b, Outside, false},
		{b, b, false},
		{b, other, false},
		{l, Outside, true},
		{l, b, true},
		{u, u, true},
		{u, l, false},
		{i, i, true},
	} {
		if got := legal(x.a, x.b); got != x.want {
			t.Errorf("legal(%d, %d) = %v", x.a, x.b, got)
		}
	}
}

func TestLabelsAreCounted(t *testing.T) {
	for _, n := range []int{0, MaxLabels + 1} {
		labels := make([]string, n)
		if _, err := Train(labels, nil, options()); err == nil {
			t.Errorf("%d labels are no error", n)
		}
	}
}

func FuzzRead(f *testing.F) {
	examples, _ := toy(20, 1, false)
	m, err := Train([]string{"A", "B"}, examples, options())
	if err != nil {
		f.Fatal(err)
	}
	var file bytes.Buffer
	if _, err := m.WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte(signature))
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, data []byte) {
		m, err := Read(bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, e := range examples {
			_ = tagged(m, e)
		}
	})
}

func ExampleTrain() {
	// Two words: a name, and what is none. Features are any hashes.
	const name, small = 1, 2
	var examples []Example
	for range 20 {
		examples = append(examples, Example{
			Features: [][]uint32{{small}, {name}},
			Allowed:  []TagSet{Only(Outside), SpanTags([]int{0}, 0, 1)},
		})
	}
	opt := Defaults()
	opt.Prune, opt.Dropout = 0, 0
	m, err := Train([]string{"PERSON"}, examples, opt)
	if err != nil {
		fmt.Println(err)
		return
	}
	t := NewTagger(m)
	t.Start(2)
	for _, f := range []uint32{small, name} {
		t.Next()
		t.Add(f)
	}
	for _, s := range t.Spans() {
		fmt.Println(s.From, s.To, m.Labels[s.Label])
	}
	// Output: 1 2 PERSON
}
