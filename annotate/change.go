package annotate

import "time"

// Verb names what an editor or a program did, for the history and the log.
type Verb string

// The verbs. A change is applied by its Before and After alone; the verb is for
// people and for the learner.
const (
	VerbSuggest  Verb = "suggest"  // a suggester's marks came in
	VerbImport   Verb = "import"   // marks came in with a file
	VerbLabel    Verb = "label"    // a new span
	VerbAccept   Verb = "accept"   // suggested -> confirmed
	VerbReject   Verb = "reject"   // -> rejected
	VerbRelabel  Verb = "relabel"  // another label
	VerbMove     Verb = "move"     // a boundary moved
	VerbDelete   Verb = "delete"   // the span is gone
	VerbSpeaker  Verb = "speaker"  // a quote's speaker was set or cleared
	VerbRelate   Verb = "relate"   // a relation was added or removed
	VerbStatus   Verb = "status"   // the article's status
	VerbUndo     Verb = "undo"     // the inverse of an earlier change
	VerbRedo     Verb = "redo"     // the inverse of an undo
	VerbReanchor Verb = "reanchor" // marks were carried over to another text
)

// Change is one step in the life of a sheet. The same value has four readers:
// the undo history, the change log on disk, the notice to the panels and the
// learner.
//
// Before holds the marks that the step takes away, as they were, and After
// those that it puts in their place; a mark that is in both under one id is
// changed. A Status in Before and After is the article's status.
type Change struct {
	ID            string
	DocumentID    string
	Verb          Verb
	By            string    // the annotator or the suggester
	At            time.Time // UTC
	Before, After Marks
	Reverses      string // on an undo or redo: the id of the change that it takes back
}

// Inverse returns the change that takes c back. Its ID, By, At and Verb are
// still c's, for the caller to set.
func (c Change) Inverse() Change {
	c.Before, c.After = c.After, c.Before
	c.Reverses = c.ID
	return c
}
