package entity

import (
	"bytes"
	_ "embed" // the built-in model
	"io"
	"slices"
	"sync"

	"github.com/bluepencil/bluepencil/annotate/learn"
)

//go:embed names.model
var builtin []byte

// names are the labels that the tagger gives; the others have grammars.
func names() []string {
	return []string{Person, Norp, Fac, Org, GPE, Loc, Product, Event, WorkOfArt, Law, Language}
}

// Recognizer finds entities with one model. It is never changed, so goroutines
// may share it.
type Recognizer struct {
	model *learn.Model
}

// Builtin returns the recognizer with the model that is part of the program.
var Builtin = sync.OnceValue(func() *Recognizer {
	r, err := New(bytes.NewReader(builtin))
	if err != nil {
		return &Recognizer{} // cannot happen: a test reads the model; the grammars work without one
	}
	return r
})

// New returns a recognizer with the model that it reads. The error says, in words
// for the user, what is wrong with it.
func New(model io.Reader) (*Recognizer, error) {
	m, err := learn.Read(model)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(m.Labels, names()) {
		return nil, learn.ErrNoModel
	}
	return &Recognizer{model: m}, nil
}

// Find returns the entities of an article in the order of the text. They do not
// overlap. Equal text gives equal entities. The time is linear in len(text).
func (r *Recognizer) Find(text string) []Entity {
	a := read(text)
	a.grammar()
	if r.model != nil {
		found := a.listed(a.patterns(a.agree(a.names(r.model))))
		found = a.nicknames(a.recall(a.peoples(found)))
		a.settle(a.titles(a.cases(found)))
	}
	return a.entities()
}

// WriteTo writes the model as [New] reads it.
func (r *Recognizer) WriteTo(w io.Writer) (int64, error) {
	if r.model == nil {
		return 0, learn.ErrNoModel
	}
	return r.model.WriteTo(w)
}
