package formats

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// MaxArticleBytes is the largest article that is read: a file, or one line of a
// stream. A long newspaper page has some 100,000 bytes.
const MaxArticleBytes = 20 << 20

// Errors that callers act on.
var (
	ErrTooLarge   = fmt.Errorf("it is larger than %d MB, the limit for one article", MaxArticleBytes>>20)
	ErrEmpty      = errors.New("it is empty")
	ErrBinary     = errors.New("it is not text")
	ErrEncoding   = errors.New("its character encoding cannot be told")
	ErrUnreadable = errors.New("it cannot be read as that format")
	ErrDiffers    = errors.New("what was written reads back differently; nothing was kept")
)

// Article is one article with one annotator's marks.
type Article struct {
	Document  annotate.Document
	Annotator string
	Marks     annotate.Marks // with the article's status, "" for todo
}

// Note is something that the user should know of what was read.
type Note struct {
	Source string
	Line   int // counted from 1; 0 where the whole file is meant
	Text   string
}

// String gives the note with its place.
func (n Note) String() string {
	if n.Line > 0 {
		return fmt.Sprintf("%s, line %d: %s", n.Source, n.Line, n.Text)
	}
	return n.Source + ": " + n.Text
}

// Result is one article that was read, or why it could not be.
type Result struct {
	Article Article
	Notes   []Note
	Err     error
}

// Format names a format.
type Format string

// The formats that a project can be exported to.
const (
	JSONL   Format = "jsonl"
	Prodigy Format = "prodigy"
	Marked  Format = "marked"
)

// Info describes a format to the user.
type Info struct {
	Name  Format
	Title string
	Ext   string // with its dot
}

// Formats returns the formats that a project can be exported to.
func Formats() []Info {
	return []Info{
		{JSONL, "Bluepencil JSONL", ".jsonl"},
		{Prodigy, "Prodigy JSONL", ".prodigy.jsonl"},
		{Marked, "Text with the marks in it", ".marked"},
	}
}

// Write writes articles to w: one line each, or, as Marked, one text each with a
// rule between two. Prodigy's offsets are code points whatever the unit. Equal
// articles give equal bytes.
func Write(w io.Writer, f Format, unit offset.Unit, articles iter.Seq2[Article, error]) error {
	encode, err := encoder(f, unit)
	if err != nil {
		return err
	}
	before, after := "", "\n"
	if f == Marked {
		after = ""
	}
	for a, err := range articles {
		if err != nil {
			return err
		}
		line, err := encode(a)
		if err != nil {
			return fmt.Errorf("%s: %w", nameOf(a), err)
		}
		if _, err := fmt.Fprintf(w, "%s%s%s", before, line, after); err != nil {
			return err
		}
		if f == Marked {
			before = markedRule
		}
	}
	return nil
}

func encoder(f Format, unit offset.Unit) (func(Article) ([]byte, error), error) {
	switch f {
	case JSONL:
		if unit == "" {
			unit = offset.CodePoint
		}
		return func(a Article) ([]byte, error) { return encodeJSONL(a, unit) }, nil
	case Prodigy:
		return encodeProdigy, nil
	case Marked:
		return encodeMarked, nil
	}
	return nil, fmt.Errorf("there is no format %q", f)
}

func nameOf(a Article) string {
	if a.Document.Source != "" {
		return a.Document.Source
	}
	return a.Document.Title
}
