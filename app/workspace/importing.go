package workspace

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// ImportReport says what became of the files of one import.
type ImportReport struct {
	Added   []string // document ids, in order
	Known   int      // articles that the project had already
	Notes   []formats.Note
	Failed  []error // one per file or line that could not be read
	Skipped int     // articles not read because the import was canceled
}

// ImportOptions steer an import.
type ImportOptions struct {
	// Suggest runs the suggesters on articles that come without marks at once,
	// not when they are first opened.
	Suggest bool
}

// Import reads files and folders and stores their articles. Nothing that is in
// the project is changed; an article that is there already is left out and
// counted. The report is handed to done on the owner's goroutine.
func (w *Workspace) Import(paths []string, o ImportOptions, done func(ImportReport)) (*Task, error) {
	if w.project == nil {
		return nil, ErrNoProject
	}
	project := w.project
	return w.start("import", func(ctx context.Context, t *Task) func() error {
		var r ImportReport
		n := 0
		for _, path := range paths {
			for in := range formats.ReadFile(path) {
				if ctx.Err() != nil {
					r.Skipped++
					continue
				}
				item := prepare(in, o)
				w.post(func() {
					if w.project == project {
						w.store(item, &r)
					}
				})
				n++
				w.report(t, n, 0)
			}
		}
		return func() error {
			w.afterImport()
			if done != nil {
				done(r)
			}
			return nil
		}
	}), nil
}

// item is an article on its way in.
type item struct {
	article   formats.Article
	notes     []formats.Note
	err       error
	suggested bool // the marks are our own suggesters'
}

func prepare(in formats.Result, o ImportOptions) item {
	it := item{article: in.Article, notes: in.Notes, err: in.Err}
	if it.err == nil && o.Suggest && len(it.article.Marks.Spans) == 0 && it.article.Marks.Status != annotate.Done {
		it.article.Marks = suggest.Article(it.article.Document.Text)
		it.suggested = true
		if !suggest.English(it.article.Document.Text) {
			it.notes = append(it.notes, formats.Note{Source: it.article.Document.Source, Text: foreign})
		}
	}
	return it
}

// store adds one article to the project, with its marks as the first change.
func (w *Workspace) store(it item, r *ImportReport) {
	r.Notes = append(r.Notes, it.notes...)
	if it.err != nil {
		r.Failed = append(r.Failed, it.err)
		return
	}
	id, known, err := w.project.FindByHash(annotate.Hash(it.article.Document.Text))
	if err == nil && known {
		err = w.storeMarks(id, it, r)
	} else if err == nil {
		err = w.storeArticle(it, r)
	}
	if err != nil {
		r.Failed = append(r.Failed, fmt.Errorf("%s: %w", it.article.Document.Source, err))
	}
}

func (w *Workspace) storeArticle(it item, r *ImportReport) error {
	doc := it.article.Document
	if uuid.Validate(doc.ID) != nil {
		doc.ID = newID()
	}
	doc.SHA256 = annotate.Hash(doc.Text)
	by, c, err := w.firstChange(doc, it)
	if err != nil {
		return err
	}
	if c.After.Empty() {
		err = w.project.Add(doc)
	} else {
		err = w.project.Add(doc, storage.First{Annotator: by, Change: c})
	}
	if err == nil {
		r.Added = append(r.Added, doc.ID)
	}
	return err
}

// storeMarks brings the marks of an article that the project has already in,
// where its annotator has none on it yet.
func (w *Workspace) storeMarks(id string, it item, r *ImportReport) error {
	r.Known++
	if it.suggested || len(it.article.Marks.Spans) == 0 {
		return nil
	}
	doc := it.article.Document
	doc.ID = id
	by, c, err := w.firstChange(doc, it)
	if err != nil {
		return err
	}
	sheet, err := w.project.Sheet(id, by)
	if err != nil {
		return err
	}
	if sheet.Len() > 0 {
		return fmt.Errorf("%q: %w", by, ErrMarked)
	}
	return w.project.Record(by, c)
}

// firstChange returns the change that brings an article's own marks in, and
// whose they are.
func (w *Workspace) firstChange(doc annotate.Document, it item) (string, annotate.Change, error) {
	m, by, verb := it.article.Marks, it.article.Annotator, annotate.VerbImport
	if by == "" {
		by = w.annotator
	}
	if it.suggested {
		verb = annotate.VerbSuggest
	}
	if m.Status == annotate.Todo {
		m.Status = ""
	}
	c := annotate.Change{
		ID: newID(), DocumentID: doc.ID, Verb: verb, By: by, At: w.stamp(),
		After: renamed(m, nil, w.stamp()),
	}
	if c.After.Status != "" {
		c.Before.Status = annotate.Todo
	}
	return by, c, annotate.NewSheet(doc.Text).Apply(c)
}

func (w *Workspace) afterImport() {
	entries, err := w.project.Entries(w.annotator)
	if err != nil {
		return
	}
	w.setEntries(entries)
	w.notify(TopicDocuments)
}

// Paste stores the article that a clipboard's text holds, and opens it.
func (w *Workspace) Paste(text string) (ImportReport, error) {
	var r ImportReport
	if w.project == nil {
		return r, ErrNoProject
	}
	a, notes, err := formats.Paste(text)
	if err != nil {
		return r, err
	}
	w.store(item{article: a, notes: notes}, &r)
	if len(r.Failed) > 0 {
		return r, errors.Join(r.Failed...)
	}
	w.afterImport()
	if len(r.Added) == 1 {
		return r, w.OpenDocument(r.Added[0])
	}
	id, _, err := w.project.FindByHash(annotate.Hash(a.Document.Text))
	if err != nil {
		return r, err
	}
	return r, w.OpenDocument(id)
}

// AddText stores one article that is given as plain text under a source's name.
func (w *Workspace) AddText(source, text string) error {
	if w.project == nil {
		return ErrNoProject
	}
	var r ImportReport
	for in := range formats.Read(source, strings.NewReader(text)) {
		w.store(prepare(in, ImportOptions{}), &r)
	}
	w.afterImport()
	return errors.Join(r.Failed...)
}
