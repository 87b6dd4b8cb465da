package suggest

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/bluepencil/bluepencil/annotate/entity"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

// Model is what the suggesters have learned: to recognize names, and to weigh
// who speaks. It is never changed, so goroutines may share it.
type Model struct {
	names  *entity.Recognizer
	quotes *quote.Finder
}

// Builtin returns the model that is part of the program.
var Builtin = sync.OnceValue(func() *Model {
	return &Model{names: entity.Builtin(), quotes: quote.Builtin()}
})

// A model file is a ZIP archive with these two members, so that any program can
// take it apart.
const (
	namesMember  = "names.model"
	quotesMember = "weights.txt"

	maxModel = 64 << 20 // bytes of a file, and of a member
)

// Errors of [ReadModel], wrapped with what was seen.
var (
	ErrNoModel  = errors.New("not a model of this program")
	ErrTooLarge = errors.New("the model is too large")
)

// ReadModel reads a model that [Model.WriteTo] wrote. The error says, in words
// for the user, why a file is none.
func ReadModel(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxModel+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxModel {
		return nil, fmt.Errorf("%w: more than %d MB", ErrTooLarge, maxModel>>20)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoModel, err)
	}
	names, err := member(archive, namesMember)
	if err != nil {
		return nil, err
	}
	quotes, err := member(archive, quotesMember)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	if m.names, err = entity.New(bytes.NewReader(names)); err != nil {
		return nil, fmt.Errorf("%s: %w", namesMember, err)
	}
	if m.quotes, err = quote.New(bytes.NewReader(quotes)); err != nil {
		return nil, fmt.Errorf("%s: %w", quotesMember, err)
	}
	return m, nil
}

// member returns the bytes of one file of the archive.
func member(archive *zip.Reader, name string) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%w: it has no %s", ErrNoModel, name)
	}
	defer func() { _ = f.Close() }() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, maxModel+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %s: %w", ErrNoModel, name, err)
	case len(data) > maxModel:
		return nil, fmt.Errorf("%w: %s has more than %d MB", ErrTooLarge, name, maxModel>>20)
	}
	return data, nil
}

// WriteTo writes the model. Equal models give equal bytes.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, part := range []struct {
		name string
		data io.WriterTo
	}{{namesMember, m.names}, {quotesMember, m.quotes}} {
		f, err := archive.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err != nil {
			return 0, err
		}
		if _, err := part.data.WriteTo(f); err != nil {
			return 0, err
		}
	}
	if err := archive.Close(); err != nil {
		return 0, err
	}
	return out.WriteTo(w)
}
