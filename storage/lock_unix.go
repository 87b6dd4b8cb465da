//go:build unix && !aix && !solaris

package storage

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// openLocked makes or opens a file and locks it. The lock belongs to the open
// file, so that a second attempt of the same process is refused, too.
func openLocked(path string) (*os.File, error) {
	for {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o666)
		if err != nil {
			return nil, err
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			if errors.Is(err, syscall.EWOULDBLOCK) {
				err = ErrLocked
			}
			return nil, errors.Join(err, f.Close())
		}
		// Whoever held it may have removed it since it was opened here, and a
		// third may have made a new one: only the file at the path counts.
		here, err := f.Stat()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if there, err := os.Stat(path); err == nil && os.SameFile(here, there) {
			return f, nil
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
	}
}

// closeLocked removes the file while it is still locked, and lets go of it.
func closeLocked(f *os.File) error {
	err := os.Remove(f.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

func isReadOnlyMedium(err error) bool { return errors.Is(err, syscall.EROFS) }

// syncFolder makes a new name in a folder durable.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
