package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

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

func TestOpen_isLockedByWhateverNameTheFileIsGiven(t *testing.T) {
	p, path, s := played(t, 14, 30)
	link := filepath.Join(t.TempDir(), "link.bluepencil")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	for _, name := range []string{path, link, filepath.Join(filepath.Dir(path), ".", "..", filepath.Base(filepath.Dir(path)), filepath.Base(path))} {
		for range 2 { // a refused attempt must not loosen the lock
			if q, err := Open(name); !errors.Is(err, ErrLocked) {
				t.Errorf("%s: %v", name, err)
				_ = q.Close()
			}
		}
	}
	if err := s.next().play(p); err != nil {
		t.Error(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := reopened(t, p, link).Close(); err != nil {
		t.Error(err)
	}
}

func TestOpen_mindsNoLockFileThatNobodyHolds(t *testing.T) {
	p, path, s := played(t, 15, 30)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-lock", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p = reopened(t, p, path)
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	alone(t, path)
}

// readChild tells the test binary to be another program that looks into a project.
const readChild = "BLUEPENCIL_READ_CHILD"

// read opens a project for reading, prints what it finds and exits.
func read(path string) {
	p, err := OpenReadOnly(path)
	if err == nil {
		var e []Entry
		if e, err = p.Entries("ed"); err == nil {
			fmt.Println(len(e), "articles")
			err = p.Close()
		}
	}
	if err == nil {
		_, err = Open(path)
	}
	fmt.Println(err)
	os.Exit(0)
}

// A process that closes a file loses all locks that it has on it. If reading in
// this process did that, another program that comes and goes would take the
// write-ahead log for abandoned, and remove it.
func TestOpenReadOnly_loosensNoLockOfTheSameProcess(t *testing.T) {
	p, path, s := played(t, 16, 60)
	for range 3 {
		r, err := OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), readChild+"="+path)
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), fmt.Sprint(len(s.docs), " articles")) || !strings.Contains(string(out), ErrLocked.Error()) {
			t.Errorf("the other program says %s, %v", out, err)
		}
		if shell, err := exec.LookPath("sqlite3"); err == nil {
			if out, err := exec.Command(shell, path, "SELECT count(*) FROM spans").CombinedOutput(); err != nil {
				t.Errorf("SQLite's shell says %s, %v", out, err)
			}
		}
		if _, err := os.Stat(path + "-wal"); err != nil {
			t.Errorf("the other program has taken the log away: %v", err)
		}
		for range 30 {
			if err := s.next().play(p); err != nil {
				t.Fatal(err)
			}
		}
	}
	p = reopened(t, p, path)
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	sound(t, p)
}

func TestOpenReadOnly_leavesNothingBeside(t *testing.T) {
	p, path, s := played(t, 24, 40)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := s.differs(r); diff != "" {
		t.Error(diff)
	}
	if err := r.Close(); err != nil {
		t.Error(err)
	}
	alone(t, path)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("reading has changed the file: %v", err)
	}
}

func TestOpenReadOnly_seesWhatIsRecordedMeanwhile(t *testing.T) {
	p, path := newProject(t)
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if err := p.Add(annotate.Document{ID: "d", Text: "x"}); err != nil {
		t.Fatal(err)
	}
	if e, err := r.Entries("ed"); err != nil || len(e) != 1 {
		t.Errorf("the reader sees %v, %v", e, err)
	}
}
