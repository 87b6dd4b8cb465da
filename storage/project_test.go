package storage

import (
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

// update writes the stored file of version 1 anew. That was done once; a file
// that is rewritten proves nothing about the files that people have.
var update = flag.Bool("update", false, "write testdata anew")

func newProject(t testing.TB) (*Project, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.bluepencil")
	p, err := Create(path, annotate.DefaultLabels())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p, path
}

// played returns a project in which a script has made so many steps.
func played(t testing.TB, seed uint64, steps int) (*Project, string, *script) {
	t.Helper()
	p, path := newProject(t)
	s := newScript(seed)
	for range steps {
		if err := s.next().play(p); err != nil {
			t.Fatal(err)
		}
	}
	return p, path, s
}

func sound(t *testing.T, p *Project) {
	t.Helper()
	problems, err := p.Check()
	if err != nil || len(problems) > 0 {
		t.Errorf("check: %v %v", problems, err)
	}
}

// reopened closes a project and opens it again.
func reopened(t *testing.T, p *Project, path string) *Project {
	t.Helper()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// alone fails where anything but the project and its backups is left.
func alone(t *testing.T, path string) {
	t.Helper()
	if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
		t.Errorf("%v stay beside it", left)
	}
}

func TestProject_holdsWhatAScriptDoesAcrossReopening(t *testing.T) {
	for seed := range uint64(8) {
		p, path, s := played(t, seed, 150)
		if diff := s.differs(p); diff != "" {
			t.Fatal(diff)
		}
		sound(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		alone(t, path)
		p, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := s.differs(p); diff != "" {
			t.Error("after reopening: " + diff)
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLabels_comeBackInOrderAndAreReplacedWhole(t *testing.T) {
	p, path := newProject(t)
	want := annotate.LabelSet{{Name: "Z", Key: "ß", Guideline: "“z” <&>", Group: "g", Kind: annotate.KindEntity, Color: "#010203"}, {Name: "A"}}
	if err := p.SetLabels(want); err != nil {
		t.Fatal(err)
	}
	twice := annotate.LabelSet{{Name: "B"}, {Name: "B"}}
	if err := p.SetLabels(twice); err == nil {
		t.Error("two labels of one name were taken")
	}
	p = reopened(t, p, path)
	if got, err := p.Labels(); err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestCreate_overwritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "there.bluepencil")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if raw, _ := os.ReadFile(path); string(raw) != "mine" {
		t.Errorf("the file holds %q", raw)
	}
}

func TestCreate_saysWhenThereIsNoFolder(t *testing.T) {
	if _, err := Create(filepath.Join(t.TempDir(), "none", "p.bluepencil"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

func TestClose_twiceIsOnce(t *testing.T) {
	p, path := newProject(t)
	for range 2 {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
	alone(t, path)
	if err := p.SetLabels(nil); err == nil {
		t.Error("a closed project was written")
	}
}

func TestSpanHistory_tellsWhatHappenedToOneSpan(t *testing.T) {
	p, _, s := played(t, 14, 200)
	for key, sheet := range s.sheets {
		for _, sp := range sheet.Spans() {
			steps, err := p.SpanHistory(key.doc, sp.ID)
			if err != nil || len(steps) == 0 {
				t.Fatalf("%s: %+v %v", sp.ID, steps, err)
			}
			for i := 1; i < len(steps); i++ {
				if steps[i].At.Before(steps[i-1].At) {
					t.Errorf("%s: step %d is older than the one before it", sp.ID, i)
				}
			}
		}
	}
}
