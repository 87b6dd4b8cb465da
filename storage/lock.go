package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// lock keeps a second window or program from working on the same project. It is
// an empty file beside the project that the operating system locks for this
// process, so that it is free again even after the process was killed, and
// readers of the project itself are not kept out.
type lock struct{ file *os.File }

// takeLock returns ErrLocked where somebody works on the project, and
// ErrReadOnly where nothing can be written beside it.
func takeLock(project string) (*lock, error) {
	path, err := filepath.EvalSymlinks(project)
	if err != nil {
		return nil, err
	}
	f, err := openLocked(path + "-lock")
	switch {
	case err == nil:
		return &lock{f}, nil
	case errors.Is(err, ErrLocked):
		return nil, err
	case errors.Is(err, fs.ErrPermission) || isReadOnlyMedium(err):
		return nil, fmt.Errorf("%w: nothing can be written beside it (%v)", ErrReadOnly, err)
	}
	return nil, fmt.Errorf("lock: %w", err)
}

func (l *lock) release() error { return closeLocked(l.file) }
