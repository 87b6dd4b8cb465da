package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// Errors that callers act on. They come wrapped, with the file that is meant.
// Beside them stand those of package annotate: a change that does not fit what
// is stored comes back as annotate.ErrStale, ErrDanglingLink, ErrOutsideText or
// ErrInvalidMark.
var (
	ErrNotProject = errors.New("this is not a Bluepencil project")
	ErrNewerFile  = errors.New("this project was made by a newer Bluepencil")
	ErrReadOnly   = errors.New("this project cannot be written")
	ErrLocked     = errors.New("this project is open in another window or program")
	ErrDamaged    = errors.New("this project file is damaged")
	ErrDiskFull   = errors.New("the disk is full")
	ErrNoDocument = errors.New("the project has no such article")
	ErrKnown      = errors.New("the project has this article already")
)

// Project is an open project file. It is safe for use by several goroutines.
type Project struct {
	path      string
	db        *sql.DB // reads
	pen       *sql.DB // writes, through one connection; nil where the file is open for reading only
	lock      *lock   // nil where pen is
	copying   access  // how a backup reads the file
	noBackup  error
	wasClosed atomic.Bool
}

// Create makes a project file with these labels. It refuses to overwrite a file
// (fs.ErrExist).
func Create(path string, labels annotate.LabelSet) (*Project, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("make project: %w", err)
	}
	if err := f.Close(); err != nil {
		return nil, fmt.Errorf("make project: %w", err)
	}
	p, err := create(path, labels)
	if err != nil {
		for _, end := range []string{"", "-wal", "-shm", "-journal"} {
			_ = os.Remove(path + end)
		}
		return nil, fmt.Errorf("make project %s: %w", path, err)
	}
	return p, nil
}

func create(path string, labels annotate.LabelSet) (*Project, error) {
	all, err := steps(migrations)
	if err != nil {
		return nil, err
	}
	l, err := takeLock(path)
	if err != nil {
		return nil, err
	}
	p, err := work(path, l)
	if err != nil {
		return nil, errors.Join(err, l.release())
	}
	if err = migrate(p.pen, 0, all); err == nil {
		err = p.SetLabels(labels)
	}
	if err == nil { // so that the file itself says at once what it is
		err = checkpoint(p.pen)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// work opens a file for writing.
func work(path string, l *lock) (*Project, error) {
	pen, err := connect(path, toWork)
	if err != nil {
		return nil, err
	}
	pen.SetMaxOpenConns(1)
	if err := mayWrite(pen); err != nil {
		return nil, errors.Join(err, pen.Close())
	}
	db, err := connect(path, toRead)
	if err != nil {
		return nil, errors.Join(err, pen.Close())
	}
	return &Project{path: path, db: db, pen: pen, lock: l, copying: toCopy}, nil
}

// Path returns the file's path as it was given.
func (p *Project) Path() string { return p.path }

// ReadOnly reports whether calls that write are refused.
func (p *Project) ReadOnly() bool { return p.lock == nil }

// Close writes everything into the one file and lets go of it. A second call
// does nothing.
func (p *Project) Close() error {
	if p.wasClosed.Swap(true) {
		return nil
	}
	err := p.disconnect()
	if !p.ReadOnly() {
		err = errors.Join(err, p.lock.release())
	}
	if err != nil {
		return fmt.Errorf("close project %s: %w", p.path, err)
	}
	return nil
}

func (p *Project) disconnect() error {
	err := p.db.Close()
	if !p.ReadOnly() {
		err = errors.Join(err, checkpoint(p.pen), p.pen.Close())
	}
	return err
}

// snapshot runs f on the file as it is at this moment, whatever is written
// meanwhile.
func (p *Project) snapshot(f func(*sql.Tx) error) error {
	tx, err := p.db.Begin()
	if err != nil {
		return plain(err)
	}
	return errors.Join(plain(f(tx)), over(tx.Rollback()))
}

// write runs f in one transaction and makes it durable, or takes it back whole.
func (p *Project) write(f func(*sql.Tx) error) error {
	if p.ReadOnly() {
		return ErrReadOnly
	}
	tx, err := p.pen.BeginTx(context.Background(), nil)
	if err != nil {
		return plain(err)
	}
	if err = f(tx); err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return errors.Join(plain(err), over(tx.Rollback()))
	}
	return nil
}

// timeFormat is how times stand in the file: UTC, to the nanosecond, sortable.
const timeFormat = "2006-01-02T15:04:05.000000000Z"

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
