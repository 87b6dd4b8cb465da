package suggest

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/learn"
	"github.com/bluepencil/bluepencil/annotate/marked"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

func TestAModelComesBackFromItsFile(t *testing.T) {
	var one, two bytes.Buffer
	if _, err := Builtin().WriteTo(&one); err != nil {
		t.Fatal(err)
	}
	if _, err := Builtin().WriteTo(&two); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("one model was written in two ways")
	}
	back, err := ReadModel(bytes.NewReader(one.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	text := "“It is safe,” said Ana Roy of the Harbor Board in Lima on Monday. She left for Peru."
	if d := cmp.Diff(Article(text), back.Article(text)); d != "" {
		t.Errorf("-built in +read\n%s", d)
	}
	if n := one.Len(); n > 10<<20 {
		t.Errorf("the model has %d bytes; 10 MB with all lists are the most that is shipped", n)
	}
}

// archive makes a ZIP file of some members.
func archive(t *testing.T, members map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, data := range members {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOtherFilesAreNoModel(t *testing.T) {
	var names, weights bytes.Buffer
	if _, err := Builtin().names.WriteTo(&names); err != nil {
		t.Fatal(err)
	}
	if _, err := Builtin().quotes.WriteTo(&weights); err != nil {
		t.Fatal(err)
	}
	damaged := slices.Clone(names.Bytes())
	damaged[len(damaged)/2] ^= 1
	for name, x := range map[string]struct {
		data []byte
		want error
	}{
		"empty":           {nil, ErrNoModel},
		"text":            {[]byte("Roy said so."), ErrNoModel},
		"another archive": {archive(t, map[string][]byte{"a.txt": []byte("a")}), ErrNoModel},
		"without weights": {archive(t, map[string][]byte{namesMember: names.Bytes()}), ErrNoModel},
		"damaged names":   {archive(t, map[string][]byte{namesMember: damaged, quotesMember: weights.Bytes()}), learn.ErrDamaged},
		"foreign weights": {archive(t, map[string][]byte{namesMember: names.Bytes(), quotesMember: []byte("x 1\n")}), quote.ErrNoWeights},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ReadModel(bytes.NewReader(x.data)); !errors.Is(err, x.want) {
				t.Errorf("the error is %v, want %v", err, x.want)
			}
		})
	}
}

func TestAnEditorsOwnNamesAreLearned(t *testing.T) {
	var set Set
	for _, in := range []string{
		"The [Zarnika|ORG] rose. Then [Zarnika|ORG] fell again.\n\nIn [Lima|GPE] the [Zarnika|ORG] won.",
		"A [Zarnika|ORG] spoke. So did [Ana Roy|PERSON] of [Lima|GPE].",
	} {
		text, m, err := marked.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			set.Articles = append(set.Articles, Example{Text: text, Marks: m})
		}
	}
	m, err := Train([]Set{set}, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := "The Zarnika rose in Lima."
	found := false
	for _, s := range m.Article(text).Spans {
		found = found || s.Label == annotate.Org && text[s.Start:s.End] == "Zarnika"
	}
	if !found {
		t.Errorf("found only %+v", m.Article(text).Spans)
	}
	if _, err := Train([]Set{{}}, nil); !errors.Is(err, ErrNothingToLearn) {
		t.Errorf("nothing to learn from is the error %v", err)
	}
}

func FuzzReadModel(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte{})
	f.Fuzz(func(_ *testing.T, data []byte) {
		if m, err := ReadModel(bytes.NewReader(data)); err == nil {
			m.Article("“No,” said Roy.")
		}
	})
}
