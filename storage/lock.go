package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
)

// lock keeps a second window or program from working on the same project. It is
// an exclusive transaction on an empty database beside the file, so that the
// system lets go of it even when the program is killed, and readers of the
// project itself are not kept out.
type lock struct {
	path string
	db   *sql.DB
	conn *sql.Conn
}

func takeLock(project string) (*lock, error) {
	path := project + "-lock"
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite3", fileURI(abs, url.Values{"_busy_timeout": {"200"}}))
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(context.Background())
	if err == nil {
		if _, err = conn.ExecContext(context.Background(), "BEGIN EXCLUSIVE"); err == nil {
			return &lock{path: path, db: db, conn: conn}, nil
		}
		err = errors.Join(err, conn.Close())
	}
	if err = errors.Join(plain(err), db.Close()); !errors.Is(err, ErrLocked) {
		err = fmt.Errorf("%w: no lock can be put beside it (%v)", ErrReadOnly, err)
	}
	return nil, err
}

func (l *lock) release() error {
	err := errors.Join(l.conn.Close(), l.db.Close())
	if rm := os.Remove(l.path); rm != nil && !errors.Is(rm, os.ErrNotExist) {
		err = errors.Join(err, rm)
	}
	return err
}
