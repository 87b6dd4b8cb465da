package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// backupsKept is how many backups stay beside a project.
const backupsKept = 7

// backupName is the format of a backup's name: the time when it was made, UTC.
const backupName = "2006-01-02T150405.000"

// ending is how the names of project files end.
const ending = ".bluepencil"

// Backup writes a whole copy of the project to path, also while others read or
// write it. It refuses to overwrite a file (fs.ErrExist).
func (p *Project) Backup(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("copy to %s: %w", path, fs.ErrExist)
	}
	part := path + ".part" // so that half a copy never has the name of a whole one
	_ = os.Remove(part)
	err := copyFile(p.path, p.copying, part)
	if err == nil {
		err = settle(part, path)
	}
	if err != nil {
		_ = os.Remove(part)
		return fmt.Errorf("copy to %s: %w", path, err)
	}
	return nil
}

// settle makes a finished file durable under its name.
func settle(part, path string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// BackupError says why the backup that Open makes once a day could not be made;
// nil where it was made or not due.
func (p *Project) BackupError() error { return p.noBackup }

// backupDir is the folder beside a project that holds its backups.
func backupDir(project string) string {
	return strings.TrimSuffix(project, filepath.Ext(project)) + ".backups"
}

// Backups returns the backups that lie beside a project, newest first.
func Backups(projectPath string) []string {
	dir := backupDir(projectPath)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries { // sorted by name, and the names are times
		if _, err := time.Parse(backupName, strings.TrimSuffix(e.Name(), ending)); err == nil && strings.HasSuffix(e.Name(), ending) {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	slices.Reverse(found)
	return found
}

// keepBackup makes the day's backup, or one now where force is set, and drops
// the oldest ones. A project without articles needs none.
func (p *Project) keepBackup(force bool, now time.Time) error {
	have := Backups(p.path)
	name := now.UTC().Format(backupName)
	if !force && len(have) > 0 && strings.HasPrefix(filepath.Base(have[0]), name[:len("2006-01-02")]) {
		return nil
	}
	var n int
	if err := p.db.QueryRow("SELECT count(*) FROM (SELECT 1 FROM documents LIMIT 1)").Scan(&n); err != nil || n == 0 {
		return plain(err)
	}
	dir := backupDir(p.path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if err := p.Backup(filepath.Join(dir, name+ending)); err != nil {
		return err
	}
	for _, old := range have[min(len(have), backupsKept-1):] {
		if err := os.Remove(old); err != nil {
			return err
		}
	}
	return nil
}

// Restore puts a backup in the place of a project file that is damaged or lost.
// The file that was there is kept, with what lies beside it, under the name that
// is returned ("" where there was none). A project that is open is refused
// (ErrLocked), and so is a backup that is itself no sound project.
func Restore(projectPath, backup string) (kept string, err error) {
	kept, err = restore(projectPath, backup, time.Now())
	if err != nil {
		return kept, fmt.Errorf("restore %s from %s: %w", projectPath, backup, err)
	}
	return kept, nil
}

func restore(project, backup string, now time.Time) (kept string, err error) {
	all, err := steps(migrations)
	if err != nil {
		return "", err
	}
	if err := isFile(backup); err != nil {
		return "", err
	}
	if _, err := inspect(backup, len(all), true); err != nil {
		return "", err
	}
	part := project + ".part"
	_ = os.Remove(part)
	if err := copyFile(backup, toLookAt, part); err != nil {
		_ = os.Remove(part)
		return "", err
	}
	if isFile(project) != nil {
		return "", settle(part, project)
	}
	l, err := takeLock(project)
	if err != nil {
		return "", errors.Join(err, os.Remove(part))
	}
	defer func() { err = errors.Join(err, l.release()) }()
	// A log of the old file beside the new one would be played into it.
	kept = strings.TrimSuffix(project, filepath.Ext(project)) + ".damaged-" + now.UTC().Format(backupName) + ending
	for _, end := range []string{"-shm", "-wal", ""} {
		if err := os.Rename(project+end, kept+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", errors.Join(err, os.Remove(part))
		}
	}
	return kept, settle(part, project)
}
