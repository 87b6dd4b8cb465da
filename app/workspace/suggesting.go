package workspace

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/suggest"
)

// place is what makes two marks the same to the suggesters.
type place struct {
	start, end int
	label      string
}

// fresh reports whether neither editor nor suggester has touched the open article.
func (w *Workspace) fresh() bool {
	if w.sheet.Len() > 0 || w.sheet.Status() != annotate.Todo || w.project.ReadOnly() {
		return false
	}
	past, err := w.project.History(w.doc.ID, 0)
	return err == nil && !slices.ContainsFunc(past, func(c annotate.Change) bool { return c.By == w.annotator })
}

// Suggest reads the open article again and adds the suggestions that are not
// there yet. What was rejected is not suggested again.
func (w *Workspace) Suggest() (*Task, error) {
	if w.sheet == nil {
		return nil, ErrNoArticle
	}
	return w.suggestBeside(), nil
}

func (w *Workspace) suggestBeside() *Task {
	doc := w.doc
	return w.start("suggest", func(ctx context.Context, _ *Task) func() error {
		marks := suggest.Article(doc.Text)
		return func() error {
			if ctx.Err() != nil || w.sheet == nil || w.doc.ID != doc.ID {
				return nil // the editor has gone on; the next visit suggests again
			}
			err := w.commit(annotate.VerbSuggest, annotate.Marks{}, w.fitted(marks))
			if err != nil {
				w.fault(err)
			}
			return err
		}
	})
}

// fitted gives suggestions fresh ids and the time, and leaves out those that
// stand on the open sheet already, in any state.
func (w *Workspace) fitted(m annotate.Marks) annotate.Marks {
	have := map[place]string{}
	for _, sp := range w.sheet.Spans() {
		have[place{sp.Start, sp.End, sp.Label}] = sp.ID
	}
	return renamed(m, have, w.stamp())
}

// renamed returns m with fresh ids, except where an id is a UUID already and
// have is nil, and with the time where none is set. Spans whose place is in have
// are left out, and relations go to the span that stands there, unless the span
// that they start at was there before.
func renamed(m annotate.Marks, have map[place]string, at time.Time) annotate.Marks {
	out := annotate.Marks{Status: m.Status}
	ids, old := map[string]string{}, map[string]bool{}
	fresh := func(id string) string {
		if have == nil && uuid.Validate(id) == nil {
			return id
		}
		return newID()
	}
	for _, sp := range m.Spans {
		if id, ok := have[place{sp.Start, sp.End, sp.Label}]; ok {
			ids[sp.ID], old[sp.ID] = id, true
			continue
		}
		id := fresh(sp.ID)
		ids[sp.ID] = id
		sp.ID = id
		if sp.Origin.At.IsZero() {
			sp.Origin.At = at
		}
		out.Spans = append(out.Spans, sp)
	}
	for _, r := range m.Relations {
		if old[r.From] {
			continue // the quote was judged before, and its speaker with it
		}
		r.ID, r.From, r.To = fresh(r.ID), ids[r.From], ids[r.To]
		if r.Origin.At.IsZero() {
			r.Origin.At = at
		}
		out.Relations = append(out.Relations, r)
	}
	return out
}
