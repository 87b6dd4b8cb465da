package storage

import (
	"database/sql"
	"encoding/json"
	"errors"
	"math"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// changeQuery reads changes of the log; a condition follows.
const changeQuery = `SELECT c.id, d.id, c.verb, c.made_by, c.made_at, c.reverses, c.before, c.after
	FROM changes c JOIN documents d ON d.seq = c.document `

func scanChange(row scanner) (annotate.Change, error) {
	var c annotate.Change
	var at, before, after string
	err := row.Scan(&c.ID, &c.DocumentID, &c.Verb, &c.By, &at, &c.Reverses, &before, &after)
	if err != nil {
		return c, err
	}
	if c.At, err = textTime(at); err != nil {
		return c, err
	}
	if c.Before, err = textMarks(before); err != nil {
		return c, err
	}
	c.After, err = textMarks(after)
	return c, err
}

// LastUndoable returns the change that undo would take back: an annotator's
// last, in whichever article. The undo is its Inverse, recorded as VerbUndo.
func (p *Project) LastUndoable(annotator string) (annotate.Change, bool, error) {
	return p.top(annotator, undoStack)
}

// LastRedoable returns the undo that redo would take back. The redo is its
// Inverse, recorded as VerbRedo.
func (p *Project) LastRedoable(annotator string) (annotate.Change, bool, error) {
	return p.top(annotator, redoStack)
}

func (p *Project) top(annotator string, s stack) (annotate.Change, bool, error) {
	row := p.db.QueryRow(changeQuery+"WHERE c.annotator = $1 AND c.stack = $2 ORDER BY c.seq DESC LIMIT 1", annotator, string(s))
	c, err := scanChange(row)
	if errors.Is(err, sql.ErrNoRows) {
		return c, false, nil
	}
	return c, err == nil, plain(err)
}

// History returns an article's last changes, of every annotator, newest first;
// a limit of 0 means all.
func (p *Project) History(docID string, limit int) ([]annotate.Change, error) {
	return history(p.db, docID, limit)
}

func history(q queryer, docID string, limit int) ([]annotate.Change, error) {
	if limit <= 0 {
		limit = math.MaxInt
	}
	rows, err := q.Query(changeQuery+"WHERE d.id = $1 ORDER BY c.seq DESC LIMIT $2", docID, limit)
	return all(rows, err, scanChange)
}

// Step is one line of a span's history.
type Step struct {
	Verb annotate.Verb
	By   string
	At   time.Time // UTC
}

// SpanHistory returns what has happened to one span, or to a relation that
// touches it, oldest first.
func (p *Project) SpanHistory(docID, spanID string) ([]Step, error) {
	name, err := json.Marshal(spanID)
	if err != nil {
		return nil, err
	}
	// The ids are looked for in the text of the log: decoding a change that
	// brought thousands of suggestions would cost more than a frame.
	rows, err := p.db.Query(`SELECT c.verb, c.made_by, c.made_at FROM changes c JOIN documents d ON d.seq = c.document
		WHERE d.id = $1 AND (instr(c.before, $2) > 0 OR instr(c.after, $3) > 0) ORDER BY c.seq`, docID, string(name), string(name))
	return all(rows, err, func(row scanner) (Step, error) {
		var s Step
		var at string
		err := row.Scan(&s.Verb, &s.By, &at)
		if err == nil {
			s.At, err = textTime(at)
		}
		return s, err
	})
}
