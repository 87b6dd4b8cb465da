package storage

import (
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

const changeColumns = "id, document, verb, made_by, made_at, before, after, reverses"

func scanChange(row scanner) (annotate.Change, error) {
	var c annotate.Change
	var at, before, after string
	err := row.Scan(&c.ID, &c.DocumentID, &c.Verb, &c.By, &at, &before, &after, &c.Reverses)
	if err != nil {
		return c, err
	}
	if c.At, err = textTime(at); err != nil {
		return c, err
	}
	if err := json.Unmarshal([]byte(before), &c.Before); err != nil {
		return c, err
	}
	return c, json.Unmarshal([]byte(after), &c.After)
}

// LastUndoable returns the change that undo would take back: an annotator's
// last, in whichever article.
func (p *Project) LastUndoable(annotator string) (annotate.Change, bool, error) {
	return p.top(annotator, onUndo)
}

// LastRedoable returns the undo that redo would take back.
func (p *Project) LastRedoable(annotator string) (annotate.Change, bool, error) {
	return p.top(annotator, onRedo)
}

func (p *Project) top(annotator string, stack int) (annotate.Change, bool, error) {
	row := p.db.QueryRow("SELECT "+changeColumns+" FROM changes WHERE annotator = $1 AND stack = $2 ORDER BY seq DESC LIMIT 1", annotator, stack)
	c, err := scanChange(row)
	if errors.Is(err, sql.ErrNoRows) {
		return c, false, nil
	}
	return c, err == nil, plain(err)
}

// History returns an article's last changes, newest first; a limit of 0 means all.
func (p *Project) History(docID string, limit int) ([]annotate.Change, error) {
	if limit <= 0 {
		limit = -1
	}
	rows, err := p.db.Query("SELECT "+changeColumns+" FROM changes WHERE document = $1 ORDER BY seq DESC LIMIT $2", docID, limit)
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
	// The ids are looked for in the text of the log: decoding a change that
	// brought thousands of suggestions would cost more than a frame.
	rows, err := p.db.Query("SELECT verb, made_by, made_at FROM changes WHERE document = $1 AND (instr(before, $2) > 0 OR instr(after, $2) > 0) ORDER BY seq", docID, `"`+spanID+`"`)
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
