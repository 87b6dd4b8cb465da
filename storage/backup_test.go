package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

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

func TestBackup_ofAProjectThatIsReadOnly(t *testing.T) {
	p, path, s := played(t, 17, 60)
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	to := filepath.Join(t.TempDir(), "copy.bluepencil")
	if err := r.Backup(to); err != nil {
		t.Fatal(err)
	}
	if err := s.next().play(p); err != nil {
		t.Fatal(err)
	}
	alone(t, to)
}

func TestBackup_leavesNothingWhereItFails(t *testing.T) {
	p, _, _ := played(t, 17, 10)
	dir := filepath.Join(t.TempDir(), "none")
	if err := p.Backup(filepath.Join(dir, "copy.bluepencil")); err == nil {
		t.Error("there is no such folder")
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

func TestOpen_keepsOneBackupADayAndTheLastSeven(t *testing.T) {
	p, path, _ := played(t, 18, 20)
	day := time.Date(2026, 2, 25, 9, 0, 0, 0, time.UTC)
	for range 10 {
		for _, hour := range []int{0, 5} { // the second one of a day is not due
			if err := p.keepBackup(false, day.Add(time.Duration(hour)*time.Hour)); err != nil {
				t.Fatal(err)
			}
		}
		day = day.AddDate(0, 0, 1)
	}
	stray := filepath.Join(backupDir(path), "mine.bluepencil")
	if err := os.WriteFile(stray, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, b := range Backups(path) {
		names = append(names, filepath.Base(b))
	}
	want := []string{
		"2026-03-06T090000.000.bluepencil", "2026-03-05T090000.000.bluepencil", "2026-03-04T090000.000.bluepencil",
		"2026-03-03T090000.000.bluepencil", "2026-03-02T090000.000.bluepencil", "2026-03-01T090000.000.bluepencil",
		"2026-02-28T090000.000.bluepencil",
	}
	if !slices.Equal(names, want) {
		t.Errorf("kept %v", names)
	}
}

func TestOpen_worksWithoutABackupAndSaysSo(t *testing.T) {
	p, path, s := played(t, 19, 20)
	if err := os.WriteFile(backupDir(path), []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p.BackupError() != nil {
		t.Error(p.BackupError())
	}
	p = reopened(t, p, path)
	if p.BackupError() == nil {
		t.Error("nothing is said of the backup that could not be made")
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
}

func TestRestore_putsABackupInThePlaceOfADamagedFile(t *testing.T) {
	p, path, s := played(t, 20, 50)
	p = reopened(t, p, path)
	backup := Backups(path)[0]
	if _, err := Restore(path, backup); !errors.Is(err, ErrLocked) {
		t.Errorf("while it is open: %v", err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	broken := []byte("SQLite format 3\x00 and no more")
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	// The log of the damaged file must not be played into the restored one.
	if err := os.WriteFile(path+"-wal", []byte("old log"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(path, path); err == nil {
		t.Error("a damaged file was taken as a backup")
	}
	kept, err := Restore(path, backup)
	if err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(kept); err != nil || !bytes.Equal(raw, broken) {
		t.Errorf("the damaged file is kept as %q, %v", raw, err)
	}
	alone(t, path)
	p, err = Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	sound(t, p)
}

func TestRestore_putsABackupWhereTheFileIsLost(t *testing.T) {
	p, path, s := played(t, 20, 30)
	p = reopened(t, p, path)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if kept, err := Restore(path, Backups(path)[0]); err != nil || kept != "" {
		t.Fatal(kept, err)
	}
	p, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
}
