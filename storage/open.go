package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Open opens a project for work. A file of an older version is migrated, after a
// backup; once a day a backup is made. It refuses foreign (ErrNotProject), newer
// (ErrNewerFile), damaged (ErrDamaged, with the newest backup's name), locked
// (ErrLocked) and write-protected (ErrReadOnly) files, and leaves them as they
// are. A missing one is fs.ErrNotExist.
func Open(path string) (*Project, error) {
	all, err := steps(migrations)
	if err != nil {
		return nil, err
	}
	return openWith(path, all)
}

func openWith(path string, all []migration) (*Project, error) {
	p, err := open(path, all)
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", path, withBackup(path, err))
	}
	return p, nil
}

func open(path string, all []migration) (*Project, error) {
	if err := isFile(path); err != nil {
		return nil, err
	}
	l, err := takeLock(path)
	if errors.Is(err, ErrReadOnly) { // but what it is comes first
		if _, not := inspect(path, len(all), false); not != nil {
			return nil, not
		}
	}
	if err != nil {
		return nil, err
	}
	p, err := openLockedProject(path, l, all)
	if err != nil {
		return nil, errors.Join(err, l.release())
	}
	return p, nil
}

// openLockedProject touches the file only when it is known to be sound.
func openLockedProject(path string, l *lock, all []migration) (*Project, error) {
	version, err := inspect(path, len(all), true)
	if err != nil {
		return nil, err
	}
	p, err := work(path, l)
	if err != nil {
		return nil, err
	}
	old := version < len(all)
	p.noBackup = p.keepBackup(old, time.Now())
	if err = p.noBackup; err != nil && old {
		err = fmt.Errorf("backup before the migration: %w", err)
	} else {
		err = migrate(p.pen, version, all)
	}
	if err != nil {
		return nil, errors.Join(err, p.disconnect())
	}
	return p, nil
}

// OpenReadOnly opens a project for reading, also while another program works on
// it or where nothing may be written. Calls that write return ErrReadOnly. It
// does not read the whole file for damage; that is Check's work.
func OpenReadOnly(path string) (*Project, error) {
	all, err := steps(migrations)
	if err != nil {
		return nil, err
	}
	p, err := openReadOnlyWith(path, all)
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", path, withBackup(path, err))
	}
	return p, nil
}

func openReadOnlyWith(path string, all []migration) (*Project, error) {
	if err := isFile(path); err != nil {
		return nil, err
	}
	version, err := inspect(path, len(all), false)
	if err != nil {
		return nil, err
	}
	if version < len(all) {
		return nil, fmt.Errorf("it has version %d; open it once for work, so that it is brought to version %d", version, len(all))
	}
	p := &Project{path: path, copying: toCopy}
	if p.db, err = connect(path, toRead); err == nil {
		if _, err = p.Labels(); err == nil {
			return p, nil
		}
		err = errors.Join(err, p.db.Close())
	}
	// To take part in the write-ahead log is to write beside the file.
	if db, alone := connect(path, toLookAt); alone == nil {
		p.db, p.copying = db, toLookAt
		if _, alone = p.Labels(); alone == nil {
			return p, nil
		}
		err = errors.Join(err, db.Close())
	}
	return nil, err
}

// isFile refuses what is not there and what is no file.
func isFile(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("it is no file: %w", ErrNotProject)
	}
	return nil
}

// withBackup names the newest backup where a project is damaged.
func withBackup(path string, err error) error {
	if !errors.Is(err, ErrDamaged) {
		return err
	}
	if b := Backups(path); len(b) > 0 {
		return fmt.Errorf("%w; the newest backup is %s", err, filepath.Clean(b[0]))
	}
	return fmt.Errorf("%w; there is no backup beside it", err)
}
