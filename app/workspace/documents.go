package workspace

import (
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
)

// OpenDocument opens the article with that id. One that nobody has looked at
// yet is read by the suggesters, beside the window.
func (w *Workspace) OpenDocument(id string) error {
	if w.project == nil {
		return ErrNoProject
	}
	if w.sheet != nil && w.doc.ID == id {
		return nil
	}
	doc, err := w.project.Document(id)
	if err != nil {
		return fmt.Errorf("open article: %w", err)
	}
	sheet, err := w.project.Sheet(id, w.annotator)
	if err != nil {
		return fmt.Errorf("open article %s: %w", doc.Title, err)
	}
	w.doc, w.sheet, w.view = doc, sheet, nil
	w.sel = Selection{}
	w.notify(TopicDocument, TopicSelection)
	if w.fresh() {
		w.suggestBeside()
	}
	return nil
}

// CloseDocument closes the open article, if any.
func (w *Workspace) CloseDocument() {
	if w.sheet == nil {
		return
	}
	w.doc, w.sheet, w.view, w.sel = annotate.Document{}, nil, nil, Selection{}
	w.notify(TopicDocument, TopicSelection)
}

// OpenAt opens the article at a place in the queue, counted from 0.
func (w *Workspace) OpenAt(i int) error {
	if w.project == nil {
		return ErrNoProject
	}
	if i < 0 || i >= len(w.entries) {
		return ErrNothingTo
	}
	return w.OpenDocument(w.entries[i].ID)
}

// Step opens the article that many places further in the queue.
func (w *Workspace) Step(by int) error {
	if w.project == nil {
		return ErrNoProject
	}
	i, ok := w.index[w.doc.ID]
	if w.sheet == nil || !ok {
		return w.OpenAt(0)
	}
	return w.OpenAt(i + by)
}

// SetStatus sets how far the open article has come.
func (w *Workspace) SetStatus(s annotate.Status) error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	if w.sheet.Status() == s {
		return nil
	}
	return w.commit(annotate.VerbStatus,
		annotate.Marks{Status: w.sheet.Status()}, annotate.Marks{Status: s})
}

// Done marks the open article done and opens the next one that is not.
// ErrNothingTo means that all are done.
func (w *Workspace) Done() error { return w.leave(annotate.Done) }

// Skip sets the open article aside and opens the next one that is not done.
// ErrNothingTo means that none is left.
func (w *Workspace) Skip() error { return w.leave(annotate.Skipped) }

func (w *Workspace) leave(s annotate.Status) error {
	if err := w.SetStatus(s); err != nil {
		return err
	}
	at := w.index[w.doc.ID]
	for i := 1; i < len(w.entries); i++ {
		e := w.entries[(at+i)%len(w.entries)]
		if e.Status == annotate.Todo || e.Status == annotate.Doing {
			return w.OpenDocument(e.ID)
		}
	}
	return ErrNothingTo
}

// refreshEntry brings the open article's row of the queue up to date.
func (w *Workspace) refreshEntry() {
	i, ok := w.index[w.doc.ID]
	if !ok {
		return
	}
	v := w.View()
	e := &w.entries[i]
	e.Status, e.Spans = v.Status, len(v.Spans)
	e.Confirmed, e.Suggested = v.Confirmed, v.Suggested
}
