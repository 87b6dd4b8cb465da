package workspace

import (
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/storage"
)

// Undo takes the annotator's last change back, in whichever article it was
// made, and shows it. ErrNothingTo means that nothing is left to undo.
func (w *Workspace) Undo() error {
	if w.project == nil {
		return ErrNoProject
	}
	c, ok, err := w.project.LastUndoable(w.annotator)
	if err != nil {
		return fmt.Errorf("undo: %w", err)
	}
	if !ok {
		return ErrNothingTo
	}
	return w.reverse(c, annotate.VerbUndo)
}

// Redo makes the change that was last undone again. ErrNothingTo means that
// nothing is left to redo.
func (w *Workspace) Redo() error {
	if w.project == nil {
		return ErrNoProject
	}
	c, ok, err := w.project.LastRedoable(w.annotator)
	if err != nil {
		return fmt.Errorf("redo: %w", err)
	}
	if !ok {
		return ErrNothingTo
	}
	return w.reverse(c, annotate.VerbRedo)
}

func (w *Workspace) reverse(c annotate.Change, verb annotate.Verb) error {
	if w.doc.ID != c.DocumentID || w.sheet == nil {
		if err := w.OpenDocument(c.DocumentID); err != nil {
			return err
		}
	}
	back := c.Inverse()
	back.ID, back.Verb, back.By, back.At = newID(), verb, w.annotator, w.stamp()
	if err := w.record(back); err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	w.show(back)
	return nil
}

// show selects the first mark that a change has touched.
func (w *Workspace) show(c annotate.Change) {
	for _, sp := range append(c.After.Spans, c.Before.Spans...) {
		if now, ok := w.sheet.Span(sp.ID); ok && now.State != annotate.Rejected {
			w.Pick(sp.ID)
			return
		}
	}
	if len(c.Before.Spans) > 0 {
		w.Select(c.Before.Spans[0].Start, c.Before.Spans[0].Start)
	}
}

// PastStep is one line of a mark's history.
type PastStep = storage.Step

// SpanHistory returns what has happened to a mark of the open article, oldest first.
func (w *Workspace) SpanHistory(id string) ([]PastStep, error) {
	if w.sheet == nil {
		return nil, ErrNoArticle
	}
	return w.project.SpanHistory(w.doc.ID, id)
}
