package workspace

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
	"github.com/bluepencil/bluepencil/storage"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// ExportOptions choose what leaves the project and how.
type ExportOptions struct {
	Format    formats.Format
	Unit      offset.Unit // "" means code points
	All       bool        // suggested marks too, not only confirmed ones
	DoneOnly  bool        // only articles that are done
	Annotator string      // only this annotator's marks; "" means everybody's
}

// Articles yields what an export with these options holds: one article and
// annotator at a time, in order of import.
func (w *Workspace) Articles(o ExportOptions) iter.Seq2[formats.Article, error] {
	if w.project == nil {
		return func(yield func(formats.Article, error) bool) { yield(formats.Article{}, ErrNoProject) }
	}
	return articlesOf(w.project, slices.Clone(w.entries), w.annotator, o)
}

func articlesOf(p *storage.Project, entries []Entry, self string, o ExportOptions) iter.Seq2[formats.Article, error] {
	return func(yield func(formats.Article, error) bool) {
		for _, e := range entries {
			doc, err := p.Document(e.ID)
			if err != nil {
				yield(formats.Article{}, err)
				return
			}
			names, err := p.Annotators(e.ID)
			if err == nil && len(names) == 0 {
				names = []string{self}
			}
			for _, name := range names {
				if err != nil || (o.Annotator != "" && name != o.Annotator) {
					continue
				}
				var sheet *annotate.Sheet
				if sheet, err = p.Sheet(e.ID, name); err != nil {
					break
				}
				if o.DoneOnly && sheet.Status() != annotate.Done {
					continue
				}
				if !yield(formats.Article{Document: doc, Annotator: name, Marks: chosen(sheet, o.All)}, nil) {
					return
				}
			}
			if err != nil {
				yield(formats.Article{}, fmt.Errorf("%s: %w", doc.Title, err))
				return
			}
		}
	}
}

// chosen returns the marks of a sheet that are exported: confirmed ones, or all
// but the rejected; relations only where both their ends go along.
func chosen(s *annotate.Sheet, all bool) annotate.Marks {
	goes := func(st annotate.State) bool {
		return st == annotate.Confirmed || (all && st == annotate.Suggested)
	}
	m := annotate.Marks{Status: s.Status()}
	in := map[string]bool{}
	for _, sp := range s.Spans() {
		if goes(sp.State) {
			in[sp.ID] = true
			m.Spans = append(m.Spans, sp)
		}
	}
	for _, r := range s.Relations() {
		if goes(r.State) && in[r.From] && in[r.To] {
			m.Relations = append(m.Relations, r)
		}
	}
	return m
}

// Export writes the project to a file, reads it back and compares before the
// file takes its name. The receipt is handed to done on the owner's goroutine.
func (w *Workspace) Export(path string, o ExportOptions, done func(formats.Receipt, error)) (*Task, error) {
	if w.project == nil {
		return nil, ErrNoProject
	}
	if o.Unit == "" {
		o.Unit = offset.CodePoint
	}
	articles := w.Articles(o)
	total := len(w.entries)
	return w.start("export", func(ctx context.Context, t *Task) func() error {
		n := 0
		counted := func(yield func(formats.Article, error) bool) {
			for a, err := range articles {
				if ctx.Err() != nil {
					yield(formats.Article{}, ctx.Err())
					return
				}
				if n++; n%64 == 0 {
					w.report(t, n, total)
				}
				if !yield(a, err) {
					return
				}
			}
		}
		receipt, err := formats.Export(path, o.Format, o.Unit, counted)
		return func() error {
			if done != nil {
				done(receipt, err)
			}
			return err
		}
	}), nil
}
