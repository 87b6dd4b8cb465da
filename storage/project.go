package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// Errors that callers act on. They come wrapped, with the file that is meant.
var (
	ErrNotProject = errors.New("this is not a Bluepencil project")
	ErrNewerFile  = errors.New("this project was made by a newer Bluepencil")
	ErrReadOnly   = errors.New("this project cannot be written")
	ErrLocked     = errors.New("this project is open in another window or program")
	ErrDamaged    = errors.New("this project file is damaged")
	ErrDiskFull   = errors.New("the disk is full")
	ErrNoDocument = errors.New("the project has no such article")
)

// Project is an open project file. It is safe for use by several goroutines.
type Project struct {
	path     string
	db       *sql.DB
	lock     *lock // nil where the file is open for reading only
	readOnly bool
}

// Create makes a project file with these labels. It refuses to overwrite a file.
func Create(path string, labels annotate.LabelSet) (*Project, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("make project: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("make project: %w", err)
	}
	p, err := connect(path)
	if err == nil {
		if err = migrate(p.db, 0); err == nil {
			err = p.SetLabels(labels)
		}
		if err == nil { // the file itself says at once what it is
			_, err = p.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		}
		if err != nil {
			err = errors.Join(err, p.Close())
		}
	}
	if err != nil {
		removeAll(path)
		return nil, fmt.Errorf("make project %s: %w", path, plain(err))
	}
	return p, nil
}

func removeAll(path string) {
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + end)
	}
}

// Open opens a project for work. A file of an older version is migrated, after a
// backup. It refuses foreign, newer, damaged and locked files, and leaves them
// as they are.
func Open(path string) (*Project, error) {
	p, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", path, withBackup(path, plain(err)))
	}
	return p, nil
}

func open(path string) (*Project, error) {
	h, err := readHeader(path)
	if err != nil {
		return nil, err
	}
	if err := h.check(); err != nil {
		return nil, err
	}
	if err := writable(path); err != nil {
		return nil, err
	}
	p, err := connect(path)
	if err != nil {
		return nil, err
	}
	if err := p.prepare(int(h.version)); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// prepare checks an opened file, keeps the day's backup and migrates it.
func (p *Project) prepare(version int) error {
	faults, err := quickCheck(p.db, false)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		return fmt.Errorf("%s: %w", faults[0], ErrDamaged)
	}
	old := version < newest()
	if err := p.keepBackup(old); err != nil && old {
		return fmt.Errorf("backup before the migration: %w", err)
	}
	if err := migrate(p.db, version); err != nil {
		return err
	}
	_, err = p.Labels()
	return err
}

// writable refuses a file or folder that this user may not write.
func writable(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("%w (%v)", ErrReadOnly, err)
	}
	return f.Close()
}

// withBackup names the newest backup where a project is damaged.
func withBackup(path string, err error) error {
	if !errors.Is(err, ErrDamaged) {
		return err
	}
	if b := Backups(path); len(b) > 0 {
		return fmt.Errorf("%w; the newest backup is %s", err, b[0])
	}
	return fmt.Errorf("%w; there is no backup beside it", err)
}

// connect takes the lock and opens the file.
func connect(path string) (*Project, error) {
	l, err := takeLock(path)
	if err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(path)
	if err == nil {
		var db *sql.DB
		if db, err = sql.Open("sqlite3", dsn(abs, toWork, false)); err == nil {
			if err = db.Ping(); err == nil {
				return &Project{path: path, db: db, lock: l}, nil
			}
			err = errors.Join(err, db.Close())
		}
	}
	return nil, errors.Join(err, l.release())
}

// OpenReadOnly opens a project for reading, also while another program works on
// it. Calls that write return ErrReadOnly.
func OpenReadOnly(path string) (*Project, error) {
	h, err := readHeader(path)
	if err == nil {
		err = h.check()
	}
	if err == nil && int(h.version) < newest() {
		err = fmt.Errorf("it has version %d; open it once for work, so that it is brought to version %d", h.version, newest())
	}
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", path, withBackup(path, err))
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	may := toRead
	if writable(path) != nil {
		may = toLookAt
	}
	db, err := sql.Open("sqlite3", dsn(abs, may, h.pending))
	if err == nil {
		err = db.Ping()
	}
	if err != nil {
		return nil, fmt.Errorf("open project %s: %w", path, withBackup(path, plain(err)))
	}
	return &Project{path: path, db: db, readOnly: true}, nil
}

// Path returns the file's path as it was given.
func (p *Project) Path() string { return p.path }

// ReadOnly reports whether calls that write are refused.
func (p *Project) ReadOnly() bool { return p.readOnly }

// Close writes everything into the one file and lets go of it.
func (p *Project) Close() error {
	var err error
	if !p.readOnly {
		_, err = p.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	}
	err = errors.Join(plain(err), p.db.Close())
	if p.lock != nil {
		err = errors.Join(err, p.lock.release())
		p.lock = nil
	}
	return err
}

// write runs f in one transaction and makes it durable, or takes it back whole.
func (p *Project) write(f func(*sql.Tx) error) error {
	if p.readOnly {
		return ErrReadOnly
	}
	tx, err := p.db.BeginTx(context.Background(), nil)
	if err != nil {
		return plain(err)
	}
	if err := f(tx); err != nil {
		return errors.Join(plain(err), ignoreDone(tx.Rollback()))
	}
	if err := tx.Commit(); err != nil {
		return errors.Join(plain(err), ignoreDone(tx.Rollback()))
	}
	return nil
}

// ignoreDone drops the complaint that a failed transaction is over already.
func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return plain(err)
}

// timeFormat is how times stand in the file: UTC, sortable as text.
const timeFormat = "2006-01-02T15:04:05.000000Z"

func timeText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(timeFormat)
}

func textTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(timeFormat, s)
}
