package storage

import (
	"errors"
	"os"
	"syscall"
)

// Numbers of the Windows API (winnt.h, winerror.h) that package syscall lacks.
const (
	flagDeleteOnClose     = 0x04000000
	errorSharingViolation = syscall.Errno(32)
	errorWriteProtect     = syscall.Errno(19)
)

// openLocked makes a file that nobody else can open and that goes when it is
// closed, also by the end of the process.
func openLocked(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil,
		syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|flagDeleteOnClose, 0)
	if errors.Is(err, errorSharingViolation) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

func closeLocked(f *os.File) error { return f.Close() }

func isReadOnlyMedium(err error) bool { return errors.Is(err, errorWriteProtect) }

// syncFolder does nothing: NTFS keeps its names in a journal of its own.
func syncFolder(string) error { return nil }
