package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// Entry is one row of the queue: an article, and how far one annotator is with it.
type Entry struct {
	ID, Title, Source, SHA256   string
	Annotator                   string
	Status                      annotate.Status
	Added                       time.Time
	Bytes                       int // of text
	Spans, Suggested, Confirmed int
}

// First is the change that brings an article's own marks in with it.
type First struct {
	Annotator string
	Change    annotate.Change
}

// Add stores an article, and the marks that come with it, in one transaction.
func (p *Project) Add(doc annotate.Document, first ...First) error {
	meta, err := metaText(doc.Meta)
	if err != nil {
		return fmt.Errorf("add %s: %w", doc.Title, err)
	}
	err = p.write(func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO documents (id, title, text, source, sha256, meta, added, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
			doc.ID, doc.Title, doc.Text, doc.Source, doc.SHA256, meta, timeText(time.Now()), len(doc.Text))
		if err != nil {
			return err
		}
		for _, f := range first {
			if err := record(tx, f.Annotator, f.Change); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("add %s: %w", doc.Title, err)
	}
	return nil
}

// Entries returns the queue of an annotator, in the order of import.
func (p *Project) Entries(annotator string) ([]Entry, error) {
	rows, err := p.db.Query(`SELECT d.id, d.title, d.source, d.sha256, d.added, d.bytes,
			coalesce(s.status, 'todo'), coalesce(s.spans, 0), coalesce(s.suggested, 0), coalesce(s.confirmed, 0)
		FROM documents d LEFT JOIN sheets s ON s.document = d.id AND s.annotator = $1
		ORDER BY d.seq`, annotator)
	return all(rows, err, func(row scanner) (Entry, error) {
		e := Entry{Annotator: annotator}
		var added string
		err := row.Scan(&e.ID, &e.Title, &e.Source, &e.SHA256, &added, &e.Bytes, &e.Status, &e.Spans, &e.Suggested, &e.Confirmed)
		if err == nil {
			e.Added, err = textTime(added)
		}
		return e, err
	})
}

// Document returns an article with its text.
func (p *Project) Document(id string) (annotate.Document, error) {
	d := annotate.Document{ID: id}
	var meta string
	err := p.db.QueryRow("SELECT title, text, source, sha256, meta FROM documents WHERE id = $1", id).
		Scan(&d.Title, &d.Text, &d.Source, &d.SHA256, &meta)
	if errors.Is(err, sql.ErrNoRows) {
		return d, fmt.Errorf("%s: %w", id, ErrNoDocument)
	}
	if err == nil {
		d.Meta, err = textMeta(meta)
	}
	return d, plain(err)
}

// FindByHash returns the article whose text has that SHA-256.
func (p *Project) FindByHash(sha256 string) (id string, ok bool, err error) {
	err = p.db.QueryRow("SELECT id FROM documents WHERE sha256 = $1 ORDER BY seq LIMIT 1", sha256).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return id, err == nil, plain(err)
}

// Annotators returns who has a sheet on an article, in alphabetical order.
func (p *Project) Annotators(docID string) ([]string, error) {
	return texts(p.db, "SELECT annotator FROM sheets WHERE document = $1 ORDER BY annotator", docID)
}

// Sheet returns an annotator's marks on an article; an empty sheet where there
// are none yet.
func (p *Project) Sheet(docID, annotator string) (*annotate.Sheet, error) {
	doc, err := p.Document(docID)
	if err != nil {
		return nil, err
	}
	m, err := p.marks(docID, annotator)
	if err != nil {
		return nil, err
	}
	sheet := annotate.NewSheet(doc.Text)
	c := annotate.Change{DocumentID: docID, Verb: annotate.VerbImport, By: annotator, After: m}
	if m.Status != "" {
		c.Before.Status = annotate.Todo
	}
	if err := sheet.Apply(c); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return sheet, nil
}

func (p *Project) marks(docID, annotator string) (annotate.Marks, error) {
	var m annotate.Marks
	err := p.db.QueryRow("SELECT status FROM sheets WHERE document = $1 AND annotator = $2", docID, annotator).Scan(&m.Status)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return m, plain(err)
	}
	rows, err := p.db.Query("SELECT "+spanColumns+" FROM spans WHERE document = $1 AND annotator = $2", docID, annotator)
	if m.Spans, err = all(rows, err, scanSpan); err != nil {
		return m, err
	}
	rows, err = p.db.Query("SELECT "+linkColumns+" FROM relations WHERE document = $1 AND annotator = $2", docID, annotator)
	m.Relations, err = all(rows, err, scanRelation)
	return m, err
}
