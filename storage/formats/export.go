package formats

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// Receipt says what an export has written, after it was read back.
type Receipt struct {
	Articles  int
	Spans     int
	Relations int
	Bytes     int64
	SHA256    string // of the file, lower-case hexadecimal
}

// Export writes articles to a temporary file beside path, reads them back,
// compares them with what was meant, and only then gives the file its name. On
// any error path is as it was, and nothing half written stays.
func Export(path string, f Format, unit offset.Unit, articles iter.Seq2[Article, error]) (Receipt, error) {
	r, err := export(path, f, unit, articles)
	if err != nil {
		return Receipt{}, fmt.Errorf("export to %s: %w", path, err)
	}
	return r, nil
}

func export(path string, f Format, unit offset.Unit, articles iter.Seq2[Article, error]) (Receipt, error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".export-*"+readable(f))
	if err != nil {
		return Receipt{}, plainPath(err)
	}
	defer os.Remove(tmp.Name()) // fails once the file is renamed, as it should
	meant, err := writeCounted(tmp, f, unit, articles)
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return Receipt{}, err
	}
	read, err := readBack(tmp.Name(), f)
	if err != nil {
		return Receipt{}, err
	}
	if meant.print != read.print || meant.Articles != read.Articles {
		return Receipt{}, ErrDiffers
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return Receipt{}, err
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return Receipt{}, plainPath(err)
	}
	read.Receipt.Bytes, read.Receipt.SHA256 = meant.Bytes, meant.SHA256
	return read.Receipt, syncDir(filepath.Dir(path))
}

// readable returns an ending by which the reader knows the format.
func readable(f Format) string {
	if f == Marked {
		return ".marked"
	}
	return ".jsonl"
}

// account is what a pass over articles has seen: their numbers, and a
// fingerprint of all that the format can hold of them.
type account struct {
	Receipt
	print [sha256.Size]byte
}

func (a *account) add(f Format, x Article) error {
	switch f {
	case Prodigy:
		x = prodigyHolds(x)
	case Marked:
		x = markedHolds(x)
	}
	if x.Marks.Status == "" && f == JSONL {
		x.Marks.Status = annotate.Todo
	}
	line, err := encodeJSONL(x, offset.Byte)
	if err != nil {
		return err
	}
	a.print = sha256.Sum256(append(a.print[:], line...))
	a.Articles++
	a.Spans += len(x.Marks.Spans)
	a.Relations += len(x.Marks.Relations)
	return nil
}

func writeCounted(w io.Writer, f Format, unit offset.Unit, articles iter.Seq2[Article, error]) (account, error) {
	var meant account
	sum := sha256.New()
	n := &counter{}
	err := Write(io.MultiWriter(w, sum, n), f, unit, func(yield func(Article, error) bool) {
		for a, err := range articles {
			if err == nil {
				err = meant.add(f, a)
			}
			if !yield(a, err) {
				return
			}
		}
	})
	meant.Bytes, meant.SHA256 = n.bytes, hex.EncodeToString(sum.Sum(nil))
	return meant, err
}

type counter struct{ bytes int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.bytes += int64(len(p))
	return len(p), nil
}

func readBack(path string, f Format) (account, error) {
	var got account
	for r := range ReadFile(path) {
		if r.Err != nil {
			if errors.Is(r.Err, ErrEmpty) && got.Articles == 0 {
				return got, nil
			}
			return got, fmt.Errorf("%w (%v)", ErrDiffers, r.Err)
		}
		if r.Article.Document.Source == path {
			r.Article.Document.Source = "" // the reader's own word for "none given"
		}
		if err := got.add(f, r.Article); err != nil {
			return got, fmt.Errorf("%w (%v)", ErrDiffers, err)
		}
	}
	return got, nil
}

// syncDir makes a rename durable where the system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // a folder that cannot be opened cannot be synced either
	}
	_ = d.Sync() // not every file system knows it
	return d.Close()
}
