package storage

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// This file holds all that only SQLite understands: the header of its files,
// pragmas, its errors, and the folder of migrations.

// applicationID marks our files, in SQLite's header: "BLUP".
const applicationID = 0x424c5550

//go:embed migrations/*.sql
var migrations embed.FS

// header is what is read of a file before SQLite touches it.
type header struct {
	app     uint32
	version uint32
	pages   uint32
	size    uint32 // of a page, in bytes
	length  int64  // of the file, in bytes
	pending bool   // changes lie in a write-ahead log beside the file
}

// magic begins every SQLite 3 file (sqlite.org/fileformat2.html, section 1.3).
const magic = "SQLite format 3\x00"

func readHeader(path string) (header, error) {
	info, err := os.Stat(path)
	if err != nil {
		return header{}, err
	}
	if info.IsDir() {
		return header{}, fmt.Errorf("it is a folder: %w", ErrNotProject)
	}
	f, err := os.Open(path)
	if err != nil {
		return header{}, err
	}
	defer f.Close()
	raw := make([]byte, 100)
	if n, err := io.ReadFull(f, raw); err != nil {
		if n > 0 && bytes.HasPrefix([]byte(magic), raw[:min(n, len(magic))]) {
			return header{}, fmt.Errorf("it ends within its first page: %w", ErrDamaged)
		}
		return header{}, ErrNotProject
	}
	if !bytes.HasPrefix(raw, []byte(magic)) {
		return header{}, ErrNotProject
	}
	h := header{
		version: binary.BigEndian.Uint32(raw[60:]), app: binary.BigEndian.Uint32(raw[68:]),
		pages: binary.BigEndian.Uint32(raw[28:]), size: uint32(binary.BigEndian.Uint16(raw[16:])), length: info.Size(),
	}
	if h.size == 1 {
		h.size = 65536
	}
	if wal, err := os.Stat(path + "-wal"); err == nil && wal.Size() > 0 {
		h.pending = true
	}
	return h, nil
}

// check refuses files that are not ours, newer, or cut off.
func (h header) check() error {
	switch {
	case h.app != applicationID:
		return ErrNotProject
	case int(h.version) > newest():
		return fmt.Errorf("it has version %d, this program knows up to %d: %w", h.version, newest(), ErrNewerFile)
	case !h.pending && h.length < int64(h.pages)*int64(h.size):
		return fmt.Errorf("it has %d bytes and should have %d: %w", h.length, int64(h.pages)*int64(h.size), ErrDamaged)
	}
	return nil
}

// newest returns the version that the last migration leads to.
func newest() int {
	names, _ := fs.Glob(migrations, "migrations/*.sql")
	return len(names)
}

// access says what a connection may do with a file.
type access uint8

const (
	toWork   access = iota
	toRead          // tidies up after itself, as only one that may write can
	toLookAt        // where nothing may be written, not even beside the file
)

// dsn returns the data source of a file, with every pragma that a connection
// needs: they hold for each connection, not for the file.
func dsn(file string, a access, pending bool) string {
	q := url.Values{}
	q.Set("mode", "rw")
	q.Set("_busy_timeout", "3000")
	q.Set("_foreign_keys", "on")
	q.Set("_synchronous", "FULL")
	switch {
	case a == toWork:
		q.Set("_txlock", "immediate")
		q.Set("_journal_mode", "WAL")
	case a == toRead:
		q.Set("_query_only", "true")
	default:
		q.Set("mode", "ro")
		if !pending {
			q.Set("immutable", "1")
		}
	}
	return fileURI(file, q)
}

// migrate brings a file to the newest version, each step and its number in one
// transaction.
func migrate(db *sql.DB, from int) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	slices.Sort(names)
	for i, name := range names {
		if i < from {
			continue
		}
		step, err := migrations.ReadFile(name)
		if err != nil {
			return err
		}
		script := string(step) + fmt.Sprintf("\nPRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, i+1)
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		if _, err := tx.Exec(script); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", path.Base(name), err), tx.Rollback())
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// plain gives SQLite's errors the words and sentinels of this package.
func plain(err error) error {
	var e sqlite3.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return fmt.Errorf("%w (%v)", ErrDiskFull, err)
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("%w (%v)", ErrLocked, err)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return fmt.Errorf("%w (%v)", ErrReadOnly, err)
	case sqlite3.ErrCorrupt:
		return fmt.Errorf("%w (%v)", ErrDamaged, err)
	case sqlite3.ErrNotADB:
		return fmt.Errorf("%w (%v)", ErrNotProject, err)
	case sqlite3.ErrIoErr:
		if strings.Contains(err.Error(), "full") || e.SystemErrno != 0 && strings.Contains(e.SystemErrno.Error(), "space") {
			return fmt.Errorf("%w (%v)", ErrDiskFull, err)
		}
	}
	return err
}

// quickCheck returns what SQLite itself finds wrong; full also reads every index.
func quickCheck(db *sql.DB, full bool) ([]string, error) {
	pragma := "PRAGMA quick_check(20)"
	if full {
		pragma = "PRAGMA integrity_check(100)"
	}
	found, err := texts(db, pragma)
	if len(found) == 1 && found[0] == "ok" {
		found = nil
	}
	return found, err
}

func texts(db *sql.DB, query string, args ...any) ([]string, error) {
	rows, err := db.Query(query, args...)
	if err != nil {
		return nil, plain(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return out, plain(err)
		}
		out = append(out, s)
	}
	return out, plain(rows.Err())
}

// copyPages copies a database to a new file with SQLite's online backup, which
// sees one consistent state and may run on a connection that only reads.
func copyPages(db *sql.DB, path string) (err error) {
	to, err := sql.Open("sqlite3", fileURI(path, nil))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	return withConn(db, func(from *sqlite3.SQLiteConn) error {
		return withConn(to, func(dest *sqlite3.SQLiteConn) error {
			b, err := dest.Backup("main", from, "main")
			if err != nil {
				return err
			}
			_, err = b.Step(-1)
			return errors.Join(err, b.Finish())
		})
	})
}

// withConn runs f on one connection of the driver itself.
func withConn(db *sql.DB, f func(*sqlite3.SQLiteConn) error) error {
	conn, err := db.Conn(context.Background())
	if err != nil {
		return err
	}
	err = conn.Raw(func(c any) error {
		own, ok := c.(*sqlite3.SQLiteConn)
		if !ok {
			return fmt.Errorf("the driver's connection is a %T", c)
		}
		return f(own)
	})
	return errors.Join(err, conn.Close())
}

// fileURI names a file to SQLite, whatever signs are in its path.
func fileURI(file string, q url.Values) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(file)}).EscapedPath(), RawQuery: q.Encode()}
	return u.String()
}
