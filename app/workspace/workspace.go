package workspace

import (
	"errors"
	"os/user"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/storage"
)

// Errors that callers act on.
var (
	ErrNoProject  = errors.New("no project is open")
	ErrNoArticle  = errors.New("no article is open")
	ErrNothing    = errors.New("nothing is selected")
	ErrNotQuote   = errors.New("the selected mark is no quote")
	ErrNoMember   = errors.New("no person or organisation has that number")
	ErrEmptyRange = errors.New("a mark needs at least one character")
	ErrNothingTo  = errors.New("nothing is left")
	ErrMarked     = errors.New("the annotator has marks on this article already; these were left out")
)

// Topic says what has changed; the subscriber pulls the rest with [Workspace.State].
type Topic uint8

// The topics.
const (
	TopicProject   Topic = iota // another project, or none
	TopicDocuments              // the queue
	TopicDocument               // another article is open
	TopicSheet                  // marks of the open article
	TopicSelection              // the selected text or mark
	TopicTasks                  // slow work began, went on or ended
)

// Options are what a Workspace needs from its surroundings.
type Options struct {
	// Annotator names whose marks these are; "" means the system's user.
	Annotator string
	// Post runs a function later on the goroutine that owns the Workspace:
	// the toolkit's own call in the window, [Queue.Post] elsewhere.
	Post func(func())
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Fault hears of errors in work that nobody asked for and nobody waits for,
	// such as reading an article that was just opened; nil drops them.
	Fault func(error)
}

// Workspace is the model of the running application.
type Workspace struct {
	annotator string
	post      func(func())
	now       func() time.Time
	fault     func(error)

	project *storage.Project
	labels  annotate.LabelSet
	entries []Entry
	index   map[string]int // document id -> place in entries

	doc      annotate.Document
	sheet    *annotate.Sheet // nil where no article is open
	sel      Selection
	view     *View // of the open article; nil when out of date
	undoable bool
	redoable bool

	tasks []*Task
	subs  []subscriber
	subID int
}

type subscriber struct {
	id int
	f  func(Topic)
}

// New returns a Workspace with nothing open.
func New(o Options) *Workspace {
	w := &Workspace{annotator: o.Annotator, post: o.Post, now: o.Now, fault: o.Fault}
	if w.annotator == "" {
		w.annotator = systemUser()
	}
	if w.now == nil {
		w.now = time.Now
	}
	if w.fault == nil {
		w.fault = func(error) {}
	}
	if w.post == nil {
		w.post = func(f func()) { f() }
	}
	return w
}

func systemUser() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "editor"
}

// Annotator returns whose marks are made and shown.
func (w *Workspace) Annotator() string { return w.annotator }

// Subscribe calls f after each change, with its topic, until cancel is called.
func (w *Workspace) Subscribe(f func(Topic)) (cancel func()) {
	w.subID++
	id := w.subID
	w.subs = append(w.subs, subscriber{id, f})
	return func() {
		w.subs = slices.DeleteFunc(w.subs, func(s subscriber) bool { return s.id == id })
	}
}

func (w *Workspace) notify(topics ...Topic) {
	for _, t := range topics {
		for _, s := range slices.Clone(w.subs) {
			s.f(t)
		}
	}
}

// newID returns a fresh UUIDv7, which sorts by time of making.
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// stamp returns the time of a change: UTC, to the microsecond, which every
// store and format keeps.
func (w *Workspace) stamp() time.Time { return w.now().UTC().Truncate(time.Microsecond) }

// byEditor returns the origin of a mark that the editor makes now.
func (w *Workspace) byEditor() annotate.Origin {
	return annotate.Origin{Kind: annotate.ByEditor, Name: w.annotator, At: w.stamp()}
}

// commit makes one change to the open article: in memory, then on disk. Where
// the disk refuses, memory goes back too, so that the screen never shows what
// is not stored.
func (w *Workspace) commit(verb annotate.Verb, before, after annotate.Marks) error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	if w.sheet.Status() == annotate.Todo && before.Status == "" && verb != annotate.VerbSuggest {
		before.Status, after.Status = annotate.Todo, annotate.Doing
	}
	return w.record(annotate.Change{
		ID: newID(), DocumentID: w.doc.ID, Verb: verb, By: w.annotator, At: w.stamp(),
		Before: before, After: after,
	})
}

func (w *Workspace) record(c annotate.Change) error {
	if err := w.sheet.Apply(c); err != nil {
		return err
	}
	if err := w.project.Record(w.annotator, c); err != nil {
		if back := w.sheet.Apply(c.Inverse()); back != nil {
			return errors.Join(err, back)
		}
		return err
	}
	w.afterChange(c)
	return nil
}

func (w *Workspace) afterChange(c annotate.Change) {
	w.view = nil
	if _, ok := w.sheet.Span(w.sel.Picked); !ok {
		w.sel.Picked = ""
	}
	switch c.Verb {
	case annotate.VerbUndo, annotate.VerbRedo:
		w.refreshHistory()
	case annotate.VerbSuggest, annotate.VerbImport:
	default:
		w.undoable, w.redoable = true, false
	}
	w.refreshEntry()
	w.notify(TopicSheet, TopicDocuments)
}

// refreshHistory asks the project what can be undone and redone. A project that
// cannot answer offers nothing; the verb itself would say why.
func (w *Workspace) refreshHistory() {
	_, w.undoable, _ = w.project.LastUndoable(w.annotator)
	_, w.redoable, _ = w.project.LastRedoable(w.annotator)
}
