package storage

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
)

// The stacks that a change of the log can be on.
const (
	onNone = iota
	onUndo
	onRedo
)

// Record makes one change to an annotator's sheet durable: its rows and its line
// of the log, in one transaction. A change whose Before is not what the file
// holds is refused with annotate.ErrStale.
func (p *Project) Record(annotator string, c annotate.Change) error {
	err := p.write(func(tx *sql.Tx) error { return record(tx, annotator, c) })
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

func record(tx *sql.Tx, annotator string, c annotate.Change) error {
	key := sheetKey{tx: tx, doc: c.DocumentID, annotator: annotator}
	if err := key.ensure(); err != nil {
		return err
	}
	if err := key.takeAway(c.Before); err != nil {
		return err
	}
	if err := key.put(c.After); err != nil {
		return err
	}
	if err := key.count(c); err != nil {
		return err
	}
	return key.log(c)
}

// sheetKey is one annotator's sheet within a transaction.
type sheetKey struct {
	tx             *sql.Tx
	doc, annotator string
}

func (k sheetKey) ensure() error {
	_, err := k.tx.Exec("INSERT INTO sheets (document, annotator, status) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
		k.doc, k.annotator, annotate.Todo)
	return err
}

// takeAway deletes the marks of a change's Before, each of which must be in the
// file just so.
func (k sheetKey) takeAway(m annotate.Marks) error {
	for _, r := range m.Relations {
		row := k.tx.QueryRow("SELECT "+linkColumns+" FROM relations WHERE document = $1 AND annotator = $2 AND id = $3", k.doc, k.annotator, r.ID)
		if have, err := scanRelation(row); err != nil || !have.Equal(r) {
			return stale("relation", r.ID, err)
		}
		if _, err := k.tx.Exec("DELETE FROM relations WHERE document = $1 AND annotator = $2 AND id = $3", k.doc, k.annotator, r.ID); err != nil {
			return err
		}
	}
	for _, s := range m.Spans {
		row := k.tx.QueryRow("SELECT "+spanColumns+" FROM spans WHERE document = $1 AND annotator = $2 AND id = $3", k.doc, k.annotator, s.ID)
		if have, err := scanSpan(row); err != nil || !have.Equal(s) {
			return stale("span", s.ID, err)
		}
		if _, err := k.tx.Exec("DELETE FROM spans WHERE document = $1 AND annotator = $2 AND id = $3", k.doc, k.annotator, s.ID); err != nil {
			return err
		}
	}
	if m.Status == "" {
		return nil
	}
	var have annotate.Status
	if err := k.tx.QueryRow("SELECT status FROM sheets WHERE document = $1 AND annotator = $2", k.doc, k.annotator).Scan(&have); err != nil {
		return err
	}
	if have != m.Status {
		return fmt.Errorf("the article is %s, not %s: %w", have, m.Status, annotate.ErrStale)
	}
	return nil
}

func stale(what, id string, err error) error {
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return fmt.Errorf("%s %s: %w", what, id, annotate.ErrStale)
}

func (k sheetKey) put(m annotate.Marks) error {
	spans, err := k.tx.Prepare("INSERT INTO spans (document, annotator, " + spanColumns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)")
	if err != nil {
		return err
	}
	defer spans.Close()
	for _, s := range m.Spans {
		args, err := spanArgs(s)
		if err != nil {
			return err
		}
		if _, err := spans.Exec(append([]any{k.doc, k.annotator}, args...)...); err != nil {
			return err
		}
	}
	links, err := k.tx.Prepare("INSERT INTO relations (document, annotator, " + linkColumns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)")
	if err != nil {
		return err
	}
	defer links.Close()
	for _, r := range m.Relations {
		args, err := relationArgs(r)
		if err != nil {
			return err
		}
		if _, err := links.Exec(append([]any{k.doc, k.annotator}, args...)...); err != nil {
			return err
		}
	}
	return nil
}

// count keeps the numbers that the queue shows, so that it never counts rows.
func (k sheetKey) count(c annotate.Change) error {
	n, suggested, confirmed := tally(c.After)
	m, wasSuggested, wasConfirmed := tally(c.Before)
	_, err := k.tx.Exec("UPDATE sheets SET spans = spans + $1, suggested = suggested + $2, confirmed = confirmed + $3 WHERE document = $4 AND annotator = $5",
		n-m, suggested-wasSuggested, confirmed-wasConfirmed, k.doc, k.annotator)
	if err != nil || c.After.Status == "" {
		return err
	}
	_, err = k.tx.Exec("UPDATE sheets SET status = $1 WHERE document = $2 AND annotator = $3", c.After.Status, k.doc, k.annotator)
	return err
}

func tally(m annotate.Marks) (spans, suggested, confirmed int) {
	for _, s := range m.Spans {
		spans++
		switch s.State {
		case annotate.Suggested:
			suggested++
		case annotate.Confirmed:
			confirmed++
		}
	}
	return spans, suggested, confirmed
}

// log appends the change to the log and moves the undo and redo stacks.
func (k sheetKey) log(c annotate.Change) error {
	stack := onUndo
	switch c.Verb {
	case annotate.VerbSuggest, annotate.VerbImport:
		stack = onNone
	case annotate.VerbUndo, annotate.VerbRedo:
		if c.Verb == annotate.VerbUndo {
			stack = onRedo
		}
		if _, err := k.tx.Exec("UPDATE changes SET stack = $1 WHERE id = $2", onNone, c.Reverses); err != nil {
			return err
		}
	default:
		if _, err := k.tx.Exec("UPDATE changes SET stack = $1 WHERE annotator = $2 AND stack = $3", onNone, k.annotator, onRedo); err != nil {
			return err
		}
	}
	before, err := json.Marshal(c.Before)
	if err != nil {
		return err
	}
	after, err := json.Marshal(c.After)
	if err != nil {
		return err
	}
	_, err = k.tx.Exec("INSERT INTO changes (id, document, annotator, verb, made_by, made_at, before, after, reverses, stack) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
		c.ID, k.doc, k.annotator, c.Verb, c.By, timeText(c.At), string(before), string(after), c.Reverses, stack)
	return err
}
