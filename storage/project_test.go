package storage

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
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

func TestProject_holdsWhatAScriptDoesAcrossReopening(t *testing.T) {
	for seed := range uint64(5) {
		p, path, s := played(t, seed, 150)
		if diff := s.differs(p); diff != "" {
			t.Fatal(diff)
		}
		sound(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
			t.Errorf("closed, but %v stay", left)
		}
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

func TestUndo_allGivesTheBeginningAndRedoAllTheEnd(t *testing.T) {
	p, path, s := played(t, 11, 200)
	all := len(s.undo)
	end := map[string]annotate.Marks{}
	for id, sheet := range s.sheets {
		end[id] = sheet.Marks()
	}
	reverse := func(top func(string) (annotate.Change, bool, error), verb annotate.Verb) int {
		n := 0
		for {
			c, ok, err := top("ed")
			if err != nil {
				t.Fatal(err)
			}
			if !ok {
				return n
			}
			back := c.Inverse()
			n++
			s.step++
			back.ID, back.Verb, back.By = s.id("back"), verb, "ed"
			if err := p.Record("ed", back); err != nil {
				t.Fatalf("%s %d: %v", verb, n, err)
			}
		}
	}
	if n := reverse(p.LastUndoable, annotate.VerbUndo); n != all {
		t.Errorf("%d changes were undone, want %d", n, all)
	}
	for id := range s.sheets {
		if sheet, err := p.Sheet(id, "ed"); err != nil || sheet.Len() > 0 || len(sheet.Relations()) > 0 || sheet.Status() != annotate.Todo {
			t.Errorf("after undoing all, %s holds %+v, %v", id, sheet.Marks(), err)
		}
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if n := reverse(p.LastRedoable, annotate.VerbRedo); n != all {
		t.Errorf("%d changes were redone, want %d", n, all)
	}
	for id, want := range end {
		if sheet, err := p.Sheet(id, "ed"); err != nil || !sheet.Marks().Equal(want) {
			t.Errorf("after redoing all, %s differs: %v", id, err)
		}
	}
	sound(t, p)
}

func TestRecord_refusesWhatIsStaleAndChangesNothing(t *testing.T) {
	p, _, s := played(t, 3, 60)
	doc := s.docs[0]
	sp, ok := s.pick(s.sheets[doc])
	if !ok {
		t.Fatal("the script made no span")
	}
	wrong := sp
	wrong.Label = "OTHER"
	link := annotate.Relation{ID: "r", Type: "speaker", From: sp.ID, To: "nowhere", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor}}
	cases := map[string]annotate.Change{
		"a span that has changed":      {ID: "a", DocumentID: doc, Before: annotate.Marks{Spans: []annotate.Span{wrong}}},
		"a span that is not there":     {ID: "b", DocumentID: doc, Before: annotate.Marks{Spans: []annotate.Span{{ID: "none"}}}},
		"a span that is there twice":   {ID: "c", DocumentID: doc, After: annotate.Marks{Spans: []annotate.Span{sp}}},
		"another status":               {ID: "d", DocumentID: doc, Before: annotate.Marks{Status: "gone"}, After: annotate.Marks{Status: annotate.Done}},
		"a relation to nothing":        {ID: "e", DocumentID: doc, After: annotate.Marks{Relations: []annotate.Relation{link}}},
		"an article that is not there": {ID: "f", DocumentID: "none", After: annotate.Marks{Status: annotate.Done}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if err := p.Record("ed", c); err == nil {
				t.Error("it was taken")
			}
			if diff := s.differs(p); diff != "" {
				t.Error(diff)
			}
		})
	}
	sound(t, p)
}

func TestOpen_refusesBadFilesAndLeavesThemAlone(t *testing.T) {
	p, good, _ := played(t, 5, 80)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, with ...byte) []byte {
		raw := bytes.Clone(whole)
		copy(raw[at:], with)
		return raw
	}
	newer := binary.BigEndian.AppendUint32(nil, uint32(99))
	scrambled := bytes.Clone(whole)
	for i := 4096; i < len(scrambled); i++ {
		scrambled[i] ^= 0x5a
	}
	cases := map[string]struct {
		content []byte
		want    error
	}{
		"an empty file":            {nil, ErrNotProject},
		"a text":                   {[]byte(strings.Repeat("not a project ", 40)), ErrNotProject},
		"another program's file":   {patched(68, 0, 0, 0, 0), ErrNotProject},
		"a newer version":          {patched(60, newer...), ErrNewerFile},
		"a file cut in half":       {whole[:len(whole)/2], ErrDamaged},
		"a file cut after a page":  {whole[:4096], ErrDamaged},
		"a file cut in its header": {whole[:50], ErrDamaged},
		"a scrambled file":         {scrambled, ErrDamaged},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bad.bluepencil")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, open := range []func(string) (*Project, error){Open, OpenReadOnly} {
				p, err := open(path)
				if err == nil {
					// A reader trusts what it reads; the check must not.
					problems, err := p.Check()
					_ = p.Close()
					if err == nil && len(problems) == 0 {
						t.Error("it was opened and found sound")
					}
					continue
				}
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, c.content) {
				t.Errorf("the file was changed: %v", err)
			}
			if left, _ := filepath.Glob(path + "?*"); len(left) > 0 {
				t.Errorf("%v stay beside it", left)
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		if _, err := Open(t.TempDir()); !errors.Is(err, ErrNotProject) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("nothing", func(t *testing.T) {
		if _, err := Open(filepath.Join(t.TempDir(), "none.bluepencil")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
	})
}

func TestOpen_namesTheNewestBackupOfADamagedFile(t *testing.T) {
	p, path, _ := played(t, 6, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := Open(path) // makes the day's backup
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	backups := Backups(path)
	if len(backups) != 1 {
		t.Fatalf("backups %v", backups)
	}
	if err := os.Truncate(path, 9000); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), backups[0]) {
		t.Errorf("got %v, want a word about %s", err, backups[0])
	}
	b, err := Open(backups[0])
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_letsOneWorkAndOthersRead(t *testing.T) {
	p, path, s := played(t, 8, 40)
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("a second one to work: %v", err)
	}
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := s.differs(r); diff != "" {
		t.Error("the reader: " + diff)
	}
	if err := r.SetLabels(nil); !errors.Is(err, ErrReadOnly) {
		t.Errorf("the reader writes: %v", err)
	}
	sound(t, r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.next().play(p); err != nil {
		t.Errorf("work after a reader: %v", err)
	}
}

func TestOpen_saysWhenAFileCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everything; TestOpen_asAnotherUser does it as somebody else")
	}
	p, path, _ := played(t, 9, 20)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// As the superuser the test above proves nothing, so it is run by nobody.
func TestOpen_asAnotherUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("TestOpen_saysWhenAFileCannotBeWritten does it as this user")
	}
	if _, err := exec.LookPath("setpriv"); err != nil {
		t.Skip("setpriv is not here to become another user")
	}
	dir, err := os.MkdirTemp("", "bluepencil-user-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	bin := filepath.Join(dir, "test.bin")
	raw, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bin, raw, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", bin, "-test.run", "TestOpen_saysWhenAFileCannotBeWritten")
	cmd.Env, cmd.Dir = append(os.Environ(), "TMPDIR="+dir, "HOME="+dir), dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestRecord_onAFullDiskTakesTheChangeBack(t *testing.T) {
	p, _, s := played(t, 10, 30)
	var pages int
	if err := p.pen.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := p.pen.Exec("PRAGMA max_page_count = " + strconv.Itoa(pages)); err != nil {
		t.Fatal(err)
	}
	big := annotate.Span{ID: "big", Start: 0, End: 6, Label: "X", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor}, Reason: strings.Repeat("long ", 20000)}
	err := p.Record("ed", annotate.Change{ID: "big", DocumentID: s.docs[0], Verb: annotate.VerbLabel, After: annotate.Marks{Spans: []annotate.Span{big}}})
	if !errors.Is(err, ErrDiskFull) {
		t.Errorf("got %v", err)
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	if _, err := p.pen.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if err := s.next().play(p); err != nil {
			t.Fatalf("with room again: %v", err)
		}
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	sound(t, p)
}

func TestBackup_isAWholeProjectAndOverwritesNothing(t *testing.T) {
	p, path, s := played(t, 12, 90)
	to := filepath.Join(filepath.Dir(path), "copy.bluepencil")
	if err := p.Backup(to); err != nil {
		t.Fatal(err)
	}
	if err := p.Backup(to); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second one: %v", err)
	}
	b, err := Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if diff := s.differs(b); diff != "" {
		t.Error(diff)
	}
	sound(t, b)
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

func TestCheck_findsDamageThatSQLiteDoesNotSee(t *testing.T) {
	damage := map[string]string{
		"a span past the end":    "UPDATE spans SET end_byte = 100000 WHERE id = (SELECT min(id) FROM spans)",
		"a span moved":           "UPDATE spans SET label = 'OTHER' WHERE id = (SELECT min(id) FROM spans)",
		"a text changed":         "UPDATE documents SET text = text || 'x' WHERE seq = 1",
		"a count wrong":          "UPDATE sheets SET suggested = suggested + 1",
		"a line of the log gone": "DELETE FROM changes WHERE seq = (SELECT min(seq) FROM changes)",
	}
	for name, query := range damage {
		t.Run(name, func(t *testing.T) {
			p, _, _ := played(t, 13, 60)
			if _, err := p.pen.Exec(query); err != nil {
				t.Fatal(err)
			}
			problems, err := p.Check()
			if err != nil || len(problems) == 0 {
				t.Errorf("found %v, %v", problems, err)
			}
		})
	}
}

// A file of version 1 that an early program made. It must open for ever.
func TestOpen_readsTheStoredVersion1(t *testing.T) {
	stored := filepath.Join("testdata", "v1.bluepencil")
	if *update {
		p, path, _ := played(t, 1, 120)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(stored, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw, err := os.ReadFile(stored)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "v1.bluepencil")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	sound(t, p)
	s := newScript(1)
	for range 120 {
		s.next()
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	if labels, err := p.Labels(); err != nil || len(labels) != 21 {
		t.Errorf("%d labels, %v", len(labels), err)
	}
	if err := s.next().play(p); err != nil {
		t.Errorf("work on it: %v", err)
	}
}

// Whatever the bytes of a file are: no panic, and the file stays as it is.
func FuzzOpen(f *testing.F) {
	raw, err := os.ReadFile(filepath.Join("testdata", "v1.bluepencil"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(100, []byte{1, 2, 3}, len(raw))
	f.Add(4096*3, []byte("SELECT"), len(raw))
	f.Add(0, []byte("SQLite format 3\x00"), 5000)
	f.Fuzz(func(t *testing.T, at int, with []byte, length int) {
		bad := bytes.Clone(raw)
		if at >= 0 && at < len(bad) {
			copy(bad[at:], with)
		}
		if length >= 0 && length < len(bad) {
			bad = bad[:length]
		}
		path := filepath.Join(t.TempDir(), "x.bluepencil")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := OpenReadOnly(path)
		if err == nil {
			_, _ = p.Check()
			_, _ = p.Stats()
			_ = p.Close()
		}
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, bad) {
			t.Errorf("the file was changed: %v", err)
		}
		if p, err = Open(path); err == nil {
			_ = p.Close()
		}
	})
}

func TestSpanHistory_tellsWhatHappenedToOneSpan(t *testing.T) {
	p, _, s := played(t, 14, 200)
	for _, doc := range s.docs {
		for _, sp := range s.sheets[doc].Spans() {
			steps, err := p.SpanHistory(doc, sp.ID)
			if err != nil || len(steps) == 0 || steps[0].Verb != annotate.VerbLabel {
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
