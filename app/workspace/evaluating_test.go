package workspace

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage/formats"
)

const goldFolder = "testdata/gold"

// evaluated measures, and fails where something cannot be read.
func evaluated(t *testing.T, o EvaluateOptions, paths ...string) Evaluation {
	t.Helper()
	o.Note = func(n Note) { t.Log(n) }
	o.Fault = func(err error) { t.Error(err) }
	e, err := Evaluate(strings.NewReader(""), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEvaluate_isTheSameWhateverTheNumberOfJobs(t *testing.T) {
	one := evaluated(t, EvaluateOptions{Jobs: 1}, goldFolder)
	if d := cmp.Diff(one, evaluated(t, EvaluateOptions{Jobs: 7}, goldFolder)); d != "" {
		t.Error(d)
	}
	var names []string
	for _, a := range one.Articles {
		names = append(names, filepath.Base(a.Name))
	}
	if d := cmp.Diff([]string{"harbour.marked", "library.marked", "market.marked"}, names); d != "" {
		t.Error(d)
	}
}

// What Evaluate measures is a function: a model, or, here, the gold itself.
func TestEvaluate_measuresWhatItIsGiven(t *testing.T) {
	gold := map[string]annotate.Marks{}
	for r := range formats.ReadFile(goldFolder) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		gold[r.Article.Document.Text] = r.Article.Marks
	}
	var calls atomic.Int32
	seen := 0
	perfect := evaluated(t, EvaluateOptions{
		Jobs:     2,
		Suggest:  func(text string) annotate.Marks { calls.Add(1); return gold[text] },
		Progress: func(done, total int) { seen = 100*total + done },
	}, goldFolder)
	s := perfect.Total
	if s.All.Exact().F1 != 1 || s.Quotes().Exact().F1 != 1 || s.Speakers.OfGold() != 1 || s.Mentions.OfGold() != 1 {
		t.Errorf("gold does not agree with itself: %+v", s)
	}
	if calls.Load() != 3 || seen != 303 {
		t.Errorf("%d calls, progress %d", calls.Load(), seen)
	}
	none := evaluated(t, EvaluateOptions{Suggest: func(string) annotate.Marks { return annotate.Marks{} }}, goldFolder)
	if s := none.Total; s.All.Found != 0 || s.All.Gold != perfect.Total.All.Gold || s.Speakers.Right != 0 {
		t.Errorf("nothing was found, and yet: %+v", s)
	}
}

// A label that one article of a set uses is scored in all of them.
func TestEvaluate_takesAllThatIsGivenForOneSet(t *testing.T) {
	whole := evaluated(t, EvaluateOptions{}, goldFolder)
	part := evaluated(t, EvaluateOptions{}, filepath.Join(goldFolder, "harbour.marked"), filepath.Join(goldFolder, "library.marked"), filepath.Join(goldFolder, "market.marked"))
	if d := cmp.Diff(whole, part); d != "" {
		t.Error(d)
	}
	only := evaluated(t, EvaluateOptions{Labels: []string{"GPE", "EVENT"}}, goldFolder)
	if d := cmp.Diff([]string{"GPE", "EVENT"}, only.Scheme.Labels); d != "" || only.Total.All != sum(only.Total.Labels["GPE"], only.Total.Labels["EVENT"]) {
		t.Errorf("%s %+v", d, only.Total)
	}
}

func sum(a, b Tally) Tally {
	a.Add(b)
	return a
}

func TestEvaluate_saysThatThereIsNothingToMeasureBy(t *testing.T) {
	const lines = `{"text":"Ana Roy won.","spans":[{"start":0,"end":7,"label":"PERSON","state":"suggested"}]}`
	_, err := Evaluate(strings.NewReader(lines), []string{"-"}, EvaluateOptions{Note: func(Note) {}, Fault: func(err error) { t.Error(err) }})
	if !errors.Is(err, ErrNoGold) {
		t.Errorf("got %v", err)
	}
	faults := 0
	e, err := Evaluate(strings.NewReader(""), []string{"none.marked", goldFolder}, EvaluateOptions{Note: func(Note) {}, Fault: func(error) { faults++ }})
	if err != nil || faults != 1 || e.Total.Articles != 3 {
		t.Errorf("%d faults, %d articles, %v", faults, e.Total.Articles, err)
	}
}

func TestEvaluate_leavesOutWhatNobodyHasMarked(t *testing.T) {
	dir := t.TempDir()
	for name, raw := range map[string]string{
		"README.md": "A page about Ana Roy.", "a.marked": "[Ana Roy|PERSON] won.", "b.marked": "Nobody is named here.",
		"c.jsonl": `{"text":"Ana Roy waits.","status":"todo"}` + "\n" + `{"text":"It rains.","status":"done"}` + "\n" + `{"text":"It snows."}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(raw), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var notes []string
	e, err := Evaluate(strings.NewReader(""), []string{dir}, EvaluateOptions{
		Note: func(n Note) { notes = append(notes, n.String()) }, Fault: func(err error) { t.Error(err) },
	})
	if err != nil || e.Total.Articles != 4 || e.Total.Labels["PERSON"].Gold != 1 {
		t.Errorf("%+v %v", e.Total, err)
	}
	if len(notes) != 2 || !strings.Contains(notes[0], "README.md") || !strings.Contains(notes[1], "c.jsonl") {
		t.Errorf("notes %q", notes)
	}
}

func TestEvaluate_namesArticlesAsTheyAreFound(t *testing.T) {
	for want, a := range map[string]annotate.Document{
		"wire-17":         {ID: "wire-17", Source: "a.jsonl", Title: "T"},
		"club.txt":        {ID: newID(), Source: "club.txt", Title: "T"},
		"\"Club “wins”\"": {Title: "Club “wins”"},
	} {
		if got := nameOf(formats.Article{Document: a}); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	for b.Loop() {
		_, err := Evaluate(strings.NewReader(""), []string{goldFolder}, EvaluateOptions{Jobs: 1, Suggest: suggest.Article})
		if err != nil {
			b.Fatal(err)
		}
	}
}
