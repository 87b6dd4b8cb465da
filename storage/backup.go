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

// Backup writes a whole copy of the project to path, also while others read or
// write it. It refuses to overwrite a file.
func (p *Project) Backup(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	tmp := path + ".part"
	_ = os.Remove(tmp)
	err := copyPages(p.db, tmp)
	if err == nil {
		err = syncFile(tmp)
	}
	if err == nil {
		err = os.Rename(tmp, path)
	}
	if err != nil {
		_ = os.Remove(tmp)
		return fmt.Errorf("copy to %s: %w", path, plain(err))
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// backupDir is the folder beside a project that holds its backups.
func backupDir(project string) string {
	return strings.TrimSuffix(project, filepath.Ext(project)) + ".backups"
}

// Backups returns the backups that lie beside a project, newest first.
func Backups(projectPath string) []string {
	found, err := filepath.Glob(filepath.Join(escapeGlob(backupDir(projectPath)), "*.bluepencil"))
	if err != nil {
		return nil
	}
	slices.Sort(found) // their names are times
	slices.Reverse(found)
	return found
}

// escapeGlob keeps the signs of a path from being read as a pattern.
func escapeGlob(path string) string {
	return strings.NewReplacer("*", "\\*", "?", "\\?", "[", "\\[").Replace(path)
}

// keepBackup makes the day's backup, or one now where force is set, and drops
// the oldest ones. A project without articles needs none.
func (p *Project) keepBackup(force bool) error {
	have := Backups(p.path)
	now := time.Now().UTC()
	today := now.Format("2006-01-02")
	if !force && len(have) > 0 && strings.HasPrefix(filepath.Base(have[0]), today) {
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
	if err := p.Backup(filepath.Join(dir, now.Format("2006-01-02T150405.000")+".bluepencil")); err != nil {
		return err
	}
	for _, old := range have[min(len(have), backupsKept-1):] {
		if err := os.Remove(old); err != nil {
			return err
		}
	}
	return nil
}
