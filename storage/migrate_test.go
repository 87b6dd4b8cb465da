package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/bluepencil/bluepencil/annotate"
)

// later returns our migrations and further ones.
func later(t *testing.T, scripts ...string) []migration {
	t.Helper()
	all, err := steps(migrations)
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range scripts {
		all = append(all, migration{"later.sql", script})
	}
	return all
}

func TestMigrate_bringsAnOldFileOnAfterABackup(t *testing.T) {
	p, path, s := played(t, 30, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	all := later(t, "CREATE TABLE a (x)", "INSERT INTO a VALUES (7)")
	p, err := openWith(path, all)
	if err != nil {
		t.Fatal(err)
	}
	var x, version int
	if err := p.db.QueryRow("SELECT x FROM a").Scan(&x); err != nil || x != 7 {
		t.Errorf("the steps were not made: %d %v", x, err)
	}
	if err := p.db.QueryRow("PRAGMA user_version").Scan(&version); err != nil || version != len(all) {
		t.Errorf("version %d, %v", version, err)
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	// This program does not know those steps: to it, the file is a newer one.
	if _, err := Open(path); !errors.Is(err, ErrNewerFile) {
		t.Errorf("got %v", err)
	}
	backups := Backups(path)
	if len(backups) != 1 {
		t.Fatalf("backups %v", backups)
	}
	b, err := Open(backups[0])
	if err != nil {
		t.Fatalf("the backup is not of the old version: %v", err)
	}
	defer b.Close()
	if diff := s.differs(b); diff != "" {
		t.Error(diff)
	}
}

func TestMigrate_thatFailsLeavesTheLastVersionThatWorked(t *testing.T) {
	p, path, s := played(t, 31, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := openWith(path, later(t, "CREATE TABLE a (x); DELETE FROM spans; INSERT INTO nowhere VALUES (1)")); err == nil {
		t.Error("a wrong step was made")
	}
	alone(t, path)
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	sound(t, p)
}

func TestMigrate_doesNotBeginWithoutABackup(t *testing.T) {
	p, path, _ := played(t, 32, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(backupDir(path), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openWith(path, later(t, "CREATE TABLE a (x)")); err == nil {
		t.Error("it was migrated without a backup")
	}
	if _, err := inspect(path, 1, true); err != nil {
		t.Errorf("the file is of another version now: %v", err)
	}
}

func TestOpenReadOnly_doesNotMigrate(t *testing.T) {
	p, path, _ := played(t, 33, 20)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := inspect(path, len(later(t)), false); err != nil {
		t.Fatal(err)
	}
	if _, err := openReadOnlyWith(path, later(t, "CREATE TABLE a (x)")); err == nil {
		t.Error("an old file was opened as it is")
	}
	alone(t, path)
}

func TestSteps_areInTheOrderOfTheirNames(t *testing.T) {
	got, err := steps(fstest.MapFS{
		"migrations/0010_c.sql": {Data: []byte("c")}, "migrations/0002_b.sql": {Data: []byte("b")}, "migrations/0001_a.sql": {Data: []byte("a")},
	})
	if err != nil || len(got) != 3 || got[0].script+got[1].script+got[2].script != "abc" {
		t.Errorf("got %v, %v", got, err)
	}
}

// dump is all that a project holds, as text for a golden file.
func dump(t *testing.T, p *Project) []byte {
	t.Helper()
	type sheetDump struct {
		Annotator  string
		Marks      annotate.Marks
		Undo, Redo string
	}
	type docDump struct {
		annotate.Document
		Changes int
		Sheets  []sheetDump
	}
	var all []docDump
	entries, err := p.Entries("")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		doc, err := p.Document(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		past, err := p.History(e.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		names, err := p.Annotators(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		d := docDump{Document: doc, Changes: len(past)}
		for _, name := range names {
			sheet, err := p.Sheet(e.ID, name)
			if err != nil {
				t.Fatal(err)
			}
			u, _, err := p.LastUndoable(name)
			if err != nil {
				t.Fatal(err)
			}
			r, _, err := p.LastRedoable(name)
			if err != nil {
				t.Fatal(err)
			}
			d.Sheets = append(d.Sheets, sheetDump{name, sheet.Marks(), u.ID, r.ID})
		}
		all = append(all, d)
	}
	labels, err := p.Labels()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.MarshalIndent(struct {
		Labels   annotate.LabelSet
		Articles []docDump
	}{labels, all}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(raw, '\n')
}

// A file of version 1 that an early program made, with what it holds as text. It
// must open for ever.
func TestOpen_readsTheStoredVersion1(t *testing.T) {
	stored, golden := filepath.Join("testdata", "v1.bluepencil"), filepath.Join("testdata", "v1.json")
	if *update {
		p, path, _ := played(t, 1, 120)
		want := dump(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(os.WriteFile(stored, raw, 0o644), os.WriteFile(golden, want, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	p, err := Open(copied(t, stored))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	sound(t, p)
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(t, p); !bytes.Equal(got, want) {
		t.Errorf("it holds\n%s\nwant\n%s", got, want)
	}
	c, ok, err := p.LastUndoable("ed")
	if err != nil || !ok {
		t.Fatal("nothing is there to undo", err)
	}
	back := c.Inverse()
	back.ID, back.Verb = "back", annotate.VerbUndo
	if err := p.Record("ed", back); err != nil {
		t.Errorf("undo in it: %v", err)
	}
	sound(t, p)
}

// copied returns the path of a copy, which tests may change.
func copied(t *testing.T, file string) string {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), filepath.Base(file))
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
