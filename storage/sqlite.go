package storage

import (
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"github.com/bluepencil/bluepencil/annotate"
)

// This file holds all that only SQLite understands: data sources with their
// pragmas, the numbers in a file's header, checks, copies and errors.

// applicationID marks our files, in SQLite's header: "BLUP".
const applicationID = 0x424c5550

//go:embed migrations/*.sql
var migrations embed.FS

// access says what a connection may do with a file.
type access uint8

const (
	toWork   access = iota
	toRead          // also while others write; takes part in the write-ahead log
	toCopy          // the same, where the copy is written through the connection
	toLookAt        // writes nothing, not even beside the file
)

// connect opens a file. Every pragma is in the data source, because it holds
// for one connection only and the pool opens several.
func connect(file string, a access) (*sql.DB, error) {
	abs, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	q := url.Values{}
	q.Set("mode", "rw")
	q.Set("_busy_timeout", "3000")
	q.Set("_foreign_keys", "on")
	q.Set("_synchronous", "FULL")
	q.Set("_stmt_cache_size", "32")
	switch a {
	case toWork:
		q.Set("_txlock", "immediate")
		q.Set("_journal_mode", "WAL")
	case toRead:
		q.Set("_query_only", "true")
	case toLookAt:
		q.Set("mode", "ro")
		if !pending(file) {
			q.Set("immutable", "1")
		}
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath(), RawQuery: q.Encode()}
	db, err := sql.Open("sqlite3", u.String())
	if err != nil {
		return nil, err
	}
	if err := db.Ping(); err != nil {
		return nil, errors.Join(plain(err), db.Close())
	}
	return db, nil
}

// pending reports whether changes lie in a write-ahead log beside the file.
func pending(file string) bool {
	wal, err := os.Stat(file + "-wal")
	return err == nil && wal.Size() > 0
}

// inspect returns a file's version, or says why it is no project that this
// program can open; deep also looks for damage in every page. It goes through
// SQLite, not package os: to close a file drops every lock that this process
// has on it (fcntl(2)), also those of another connection.
func inspect(file string, newest int, deep bool) (version int, err error) {
	db, err := connect(file, toLookAt)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var app int
	if err := db.QueryRow("PRAGMA application_id").Scan(&app); err != nil {
		return 0, plain(err)
	}
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, plain(err)
	}
	switch {
	case app != applicationID:
		return 0, ErrNotProject
	case version > newest:
		return version, fmt.Errorf("it has version %d, this program knows up to %d: %w", version, newest, ErrNewerFile)
	case !deep:
		return version, nil
	}
	faults, err := texts(db, "PRAGMA quick_check(20)")
	if err == nil && !clean(faults) {
		err = fmt.Errorf("%s: %w", faults[0], ErrDamaged)
	}
	return version, err
}

// integrity returns what SQLite finds wrong with a file, indexes included.
func integrity(q queryer) ([]string, error) {
	faults, err := texts(q, "PRAGMA integrity_check(100)")
	if err != nil || clean(faults) {
		faults = nil
	}
	if err != nil {
		return nil, err
	}
	dangling, err := texts(q, `SELECT "table" || ': row ' || coalesce(rowid, '') || ' points at a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check`)
	return append(faults, dangling...), err
}

// clean reports whether a check has found nothing.
func clean(faults []string) bool { return len(faults) == 1 && faults[0] == "ok" }

// mayWrite tries to write, and takes it back before anything reaches the file.
// To begin a transaction is not enough: on a write-protected file SQLite
// quietly begins one that only reads.
func mayWrite(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return plain(err)
	}
	_, err = tx.Exec("CREATE TABLE probe (x)")
	return errors.Join(plain(err), over(tx.Rollback()))
}

// checkpoint moves what lies in the write-ahead log into the file.
func checkpoint(db *sql.DB) error {
	_, err := db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	return plain(err)
}

// copyFile writes a whole, tidy copy of a project into a new file.
func copyFile(from string, a access, to string) error {
	db, err := connect(from, a)
	if err != nil {
		return err
	}
	_, err = db.Exec("VACUUM INTO $1", to)
	return errors.Join(plain(err), db.Close())
}

// migration is one step of the schema.
type migration struct{ name, script string }

// steps returns the migrations of a folder in the order of their names. The
// n-th leads to version n.
func steps(folder fs.FS) ([]migration, error) {
	names, err := fs.Glob(folder, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for _, name := range names { // Glob sorts
		script, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{path.Base(name), string(script)})
	}
	return out, nil
}

// migrate brings a file to the newest version, each step and its number in one
// transaction.
func migrate(db *sql.DB, from int, steps []migration) error {
	for i, step := range steps {
		if i < from {
			continue
		}
		tx, err := db.Begin()
		if err != nil {
			return plain(err)
		}
		number := fmt.Sprintf("\n;PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, i+1)
		if _, err := tx.Exec(step.script + number); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", step.name, plain(err)), over(tx.Rollback()))
		}
		if err := tx.Commit(); err != nil {
			return fmt.Errorf("%s: %w", step.name, plain(err))
		}
	}
	return nil
}

// plain gives SQLite's errors the sentinels and words of this program.
func plain(err error) error {
	var e sqlite3.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	if s := sentinel(e); s != nil {
		return fmt.Errorf("%w (%v)", s, err)
	}
	return err
}

func sentinel(e sqlite3.Error) error {
	switch e.Code {
	case sqlite3.ErrFull:
		return ErrDiskFull
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return ErrLocked
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return ErrReadOnly
	case sqlite3.ErrCorrupt:
		return ErrDamaged
	case sqlite3.ErrNotADB:
		return ErrNotProject
	case sqlite3.ErrIoErr:
		if e.SystemErrno == syscall.ENOSPC {
			return ErrDiskFull
		}
		if e.ExtendedCode == sqlite3.ErrIoErrShortRead {
			return ErrDamaged
		}
	case sqlite3.ErrConstraint:
		switch e.ExtendedCode {
		case sqlite3.ErrConstraintForeignKey:
			return annotate.ErrDanglingLink
		case sqlite3.ErrConstraintUnique, sqlite3.ErrConstraintPrimaryKey:
			return annotate.ErrStale
		case sqlite3.ErrConstraintCheck, sqlite3.ErrConstraintNotNull:
			return annotate.ErrInvalidMark
		}
	}
	return nil
}

// over drops the complaint that a failed transaction is over already: SQLite
// itself takes back one that met a full disk.
func over(err error) error {
	if errors.Is(err, sql.ErrTxDone) || (err != nil && strings.Contains(err.Error(), "no transaction is active")) {
		return nil
	}
	return plain(err)
}
