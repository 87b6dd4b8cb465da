package storage

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOpen_refusesBadFilesAndLeavesThemAlone(t *testing.T) {
	p, good, _ := played(t, 5, 80)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, with ...byte) []byte {
		raw := bytes.Clone(whole)
		copy(raw[at:], with)
		return raw
	}
	newer := binary.BigEndian.AppendUint32(nil, uint32(99))
	sqlite := filepath.Join(t.TempDir(), "other.db")
	other, err := sql.Open("sqlite3", sqlite)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Exec("CREATE TABLE t (x); INSERT INTO t VALUES (1)"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	foreign, err := os.ReadFile(sqlite)
	if err != nil {
		t.Fatal(err)
	}
	scrambled := bytes.Clone(whole)
	for i := 4096; i < len(scrambled); i++ {
		scrambled[i] ^= 0x5a
	}
	cases := map[string]struct {
		content []byte
		want    error
	}{
		"an empty file":            {nil, ErrNotProject},
		"a short text":             {[]byte("x"), ErrNotProject},
		"another SQLite file":      {foreign, ErrNotProject},
		"a text":                   {[]byte(strings.Repeat("not a project ", 40)), ErrNotProject},
		"another program's file":   {patched(68, 0, 0, 0, 0), ErrNotProject},
		"a newer version":          {patched(60, newer...), ErrNewerFile},
		"a file cut in half":       {whole[:len(whole)/2], ErrDamaged},
		"a file cut after a page":  {whole[:4096], ErrDamaged},
		"a file cut in its header": {whole[:50], ErrDamaged},
		"a scrambled file":         {scrambled, ErrDamaged},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bad.bluepencil")
			if err := os.WriteFile(path, c.content, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, open := range []func(string) (*Project, error){Open, OpenReadOnly} {
				p, err := open(path)
				if err == nil {
					// A reader trusts what it reads; the check must not.
					problems, err := p.Check()
					_ = p.Close()
					if err == nil && len(problems) == 0 {
						t.Error("it was opened and found sound")
					}
					continue
				}
				if !errors.Is(err, c.want) {
					t.Errorf("got %v, want %v", err, c.want)
				}
			}
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, c.content) {
				t.Errorf("the file was changed: %v", err)
			}
			alone(t, path)
		})
	}
}

func TestOpen_saysWhatIsNoFile(t *testing.T) {
	for _, open := range []func(string) (*Project, error){Open, OpenReadOnly} {
		if _, err := open(t.TempDir()); !errors.Is(err, ErrNotProject) {
			t.Errorf("a folder: %v", err)
		}
		dir := t.TempDir()
		if _, err := open(filepath.Join(dir, "none.bluepencil")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("nothing: %v", err)
		}
		if left, _ := os.ReadDir(dir); len(left) > 0 {
			t.Errorf("looking for nothing leaves %v", left)
		}
	}
}

// One wrong bit anywhere: refused untouched, or found by the check, or in a
// place that holds nothing; never a panic.
func TestOpen_survivesAnyFlippedBit(t *testing.T) {
	p, good, s := played(t, 21, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	path := filepath.Join(t.TempDir(), "flipped.bluepencil")
	for range 150 {
		raw := bytes.Clone(whole)
		at, bit := rnd.IntN(len(raw)), rnd.IntN(8)
		raw[at] ^= 1 << bit
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := Open(path)
		if err != nil {
			if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, raw) {
				t.Errorf("byte %d bit %d: refused, but changed: %v", at, bit, err)
			}
			alone(t, path)
			continue
		}
		problems, err := p.Check()
		if err == nil && len(problems) == 0 {
			if diff := s.differs(p); diff != "" && !strings.Contains(diff, "entry") {
				t.Errorf("byte %d bit %d: found sound, but %s", at, bit, diff)
			}
		}
		if err := p.Close(); err != nil {
			t.Errorf("byte %d bit %d: close: %v", at, bit, err)
		}
	}
}

func TestOpen_namesTheNewestBackupOfADamagedFile(t *testing.T) {
	p, path, _ := played(t, 6, 60)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := reopened(t, p, path).Close(); err != nil { // makes the day's backup
		t.Fatal(err)
	}
	backups := Backups(path)
	if len(backups) != 1 {
		t.Fatalf("backups %v", backups)
	}
	if err := os.Truncate(path, 9000); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), backups[0]) {
		t.Errorf("got %v, want a word about %s", err, backups[0])
	}
	b, err := Open(backups[0])
	if err != nil {
		t.Fatal(err)
	}
	sound(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestOpen_saysWhenAFileCannotBeWritten(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everything; TestOpen_asAnotherUser does it as somebody else")
	}
	p, path, _ := played(t, 9, 20)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrReadOnly) {
		t.Errorf("got %v", err)
	}
	r, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

// As the superuser the test above proves nothing, so it is run by nobody.
func TestOpen_asAnotherUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("TestOpen_saysWhenAFileCannotBeWritten does it as this user")
	}
	if _, err := exec.LookPath("setpriv"); err != nil {
		t.Skip("setpriv is not here to become another user")
	}
	dir, err := os.MkdirTemp("", "bluepencil-user-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	bin := filepath.Join(dir, "test.bin")
	raw, err := os.ReadFile(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(bin, raw, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", bin, "-test.run", "TestOpen_saysWhenAFileCannotBeWritten")
	cmd.Env, cmd.Dir = append(os.Environ(), "TMPDIR="+dir, "HOME="+dir), dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// Whatever the bytes of a file are: no panic, and the file stays as it is.
func FuzzOpen(f *testing.F) {
	raw, err := os.ReadFile(filepath.Join("testdata", "v1.bluepencil"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(100, []byte{1, 2, 3}, len(raw))
	f.Add(4096*3, []byte("SELECT"), len(raw))
	f.Add(0, []byte("SQLite format 3\x00"), 5000)
	f.Fuzz(func(t *testing.T, at int, with []byte, length int) {
		bad := bytes.Clone(raw)
		if at >= 0 && at < len(bad) {
			copy(bad[at:], with)
		}
		if length >= 0 && length < len(bad) {
			bad = bad[:length]
		}
		path := filepath.Join(t.TempDir(), "x.bluepencil")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := OpenReadOnly(path)
		if err == nil {
			_, _ = p.Check()
			_, _ = p.Stats()
			_ = p.Close()
		}
		if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, bad) {
			t.Errorf("the file was changed: %v", err)
		}
		if p, err = Open(path); err == nil {
			_ = p.Close() // a page that is wrong may show only now, as an error
		} else if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, bad) {
			t.Errorf("the file was refused and changed: %v", err)
		}
	})
}
