package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// Entry is one row of the queue: an article, and how far one annotator is with it.
type Entry struct {
	ID, Title, Source, SHA256   string
	Annotator                   string
	Status                      annotate.Status
	Added                       time.Time // UTC
	Bytes                       int       // of text
	Spans, Suggested, Confirmed int       // Spans counts rejected ones, too
}

// First is the change that brings an article's own marks in with it.
type First struct {
	Annotator string
	Change    annotate.Change
}

// Add stores an article, and the marks that come with it, in one transaction.
// ErrKnown means that there is one with that id. An article without SHA-256 is
// given it; one whose text is not valid UTF-8 or has another is refused.
func (p *Project) Add(doc annotate.Document, first ...First) error {
	err := p.write(func(tx *sql.Tx) error { return add(tx, doc, time.Now(), first) })
	if err != nil {
		return fmt.Errorf("add %q: %w", doc.Title, err)
	}
	return nil
}

func add(tx *sql.Tx, doc annotate.Document, now time.Time, first []First) error {
	hash := annotate.Hash(doc.Text)
	switch {
	case doc.ID == "":
		return errors.New("the article has no id")
	case !utf8.ValidString(doc.Text) || !valid(doc.ID, doc.Title, doc.Source):
		return errors.New("the article is not valid UTF-8")
	case doc.SHA256 != "" && doc.SHA256 != hash:
		return fmt.Errorf("the text has SHA-256 %s, not %s", hash, doc.SHA256)
	}
	meta, err := metaText(doc.Meta)
	if err != nil {
		return err
	}
	var seq int64
	err = tx.QueryRow(`INSERT INTO documents (id, title, source, sha256, added, bytes, meta)
		VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING seq`,
		doc.ID, doc.Title, doc.Source, hash, timeText(now), len(doc.Text), meta).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrKnown
	}
	if err != nil {
		return err
	}
	if _, err := tx.Exec("INSERT INTO texts (document, text) VALUES ($1, $2)", seq, doc.Text); err != nil {
		return err
	}
	for _, f := range first {
		if f.Change.DocumentID != doc.ID {
			return fmt.Errorf("its first marks are those of article %q: %w", f.Change.DocumentID, annotate.ErrInvalidMark)
		}
		if err := record(tx, f.Annotator, f.Change); err != nil {
			return err
		}
	}
	return nil
}

// Entries returns the queue of an annotator, in the order of import, without
// reading the texts.
func (p *Project) Entries(annotator string) ([]Entry, error) {
	rows, err := p.db.Query(`SELECT d.id, d.title, d.source, d.sha256, d.added, d.bytes,
			coalesce(s.status, 'todo'), coalesce(s.spans, 0), coalesce(s.suggested, 0), coalesce(s.confirmed, 0)
		FROM documents d LEFT JOIN sheets s ON s.document = d.seq AND s.annotator = $1
		ORDER BY d.seq`, annotator)
	return all(rows, err, func(row scanner) (Entry, error) {
		e := Entry{Annotator: annotator}
		var added, status string
		err := row.Scan(&e.ID, &e.Title, &e.Source, &e.SHA256, &added, &e.Bytes, &status, &e.Spans, &e.Suggested, &e.Confirmed)
		if err == nil {
			e.Status = annotate.Status(status)
			e.Added, err = textTime(added)
		}
		return e, err
	})
}

// Document returns an article with its text, or ErrNoDocument.
func (p *Project) Document(id string) (annotate.Document, error) {
	return document(p.db, id)
}

func document(q queryer, id string) (annotate.Document, error) {
	d := annotate.Document{ID: id}
	var meta string
	err := q.QueryRow(`SELECT d.title, d.source, d.sha256, d.meta, t.text
		FROM documents d JOIN texts t ON t.document = d.seq WHERE d.id = $1`, id).
		Scan(&d.Title, &d.Source, &d.SHA256, &meta, &d.Text)
	if errors.Is(err, sql.ErrNoRows) {
		return d, fmt.Errorf("%s: %w", id, ErrNoDocument)
	}
	if err == nil {
		d.Meta, err = textMeta(meta)
	}
	return d, plain(err)
}

// FindByHash returns the first article whose text has that SHA-256.
func (p *Project) FindByHash(sha256 string) (id string, ok bool, err error) {
	err = p.db.QueryRow("SELECT id FROM documents WHERE sha256 = $1 ORDER BY seq LIMIT 1", sha256).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return id, err == nil, plain(err)
}

// Annotators returns who has a sheet on an article, in alphabetical order.
func (p *Project) Annotators(docID string) ([]string, error) {
	return annotators(p.db, docID)
}

func annotators(q queryer, docID string) ([]string, error) {
	return texts(q, `SELECT s.annotator FROM sheets s JOIN documents d ON d.seq = s.document
		WHERE d.id = $1 ORDER BY s.annotator`, docID)
}

// Sheet returns an annotator's marks on an article; an empty sheet where there
// are none yet. Marks that break a rule are ErrDamaged.
func (p *Project) Sheet(docID, annotator string) (*annotate.Sheet, error) {
	var out *annotate.Sheet
	err := p.snapshot(func(tx *sql.Tx) error {
		doc, err := document(tx, docID)
		if err == nil {
			out, err = sheet(tx, doc, annotator)
		}
		return err
	})
	return out, err
}

func sheet(q queryer, doc annotate.Document, annotator string) (*annotate.Sheet, error) {
	m, err := marks(q, doc.ID, annotator)
	if err != nil {
		return nil, err
	}
	out := annotate.NewSheet(doc.Text)
	c := annotate.Change{DocumentID: doc.ID, Verb: annotate.VerbImport, By: annotator, After: m}
	if m.Status != "" {
		c.Before.Status = annotate.Todo
	}
	if err := out.Apply(c); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return out, nil
}

// marks reads a sheet's rows. The queryer is a snapshot, so that rows of two
// moments are never mixed.
func marks(q queryer, docID, annotator string) (annotate.Marks, error) {
	var m annotate.Marks
	var seq int64
	var status string
	var spans int
	err := q.QueryRow(`SELECT s.seq, s.status, s.spans FROM sheets s JOIN documents d ON d.seq = s.document
		WHERE d.id = $1 AND s.annotator = $2`, docID, annotator).Scan(&seq, &status, &spans)
	if errors.Is(err, sql.ErrNoRows) {
		return m, nil
	}
	if err != nil {
		return m, plain(err)
	}
	m.Status = annotate.Status(status)
	var read markReader
	rows, err := q.Query("SELECT "+spanColumns+" FROM spans WHERE sheet = $1", seq)
	if m.Spans, err = allOf(max(0, spans), rows, err, read.span); err != nil {
		return m, err
	}
	rows, err = q.Query("SELECT "+linkColumns+" FROM relations WHERE sheet = $1", seq)
	m.Relations, err = all(rows, err, read.relation)
	return m, err
}
