package storage

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
)

// Record makes one change to an annotator's sheet durable: its rows, the counts,
// its line of the log and the undo stacks, in one transaction that touches
// nothing else of the sheet. A change whose Before is not what the file holds,
// or whose After is there already, is refused with annotate.ErrStale; an undo
// too, unless what it reverses is on the annotator's undo stack.
func (p *Project) Record(annotator string, c annotate.Change) error {
	err := p.write(func(tx *sql.Tx) error { return record(tx, annotator, c) })
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}

func record(tx *sql.Tx, annotator string, c annotate.Change) error {
	s, err := openSheet(tx, c.DocumentID, annotator)
	if err != nil {
		return err
	}
	if c.Before.Status != "" && c.Before.Status != s.status {
		return fmt.Errorf("the article is %s, not %s: %w", s.status, c.Before.Status, annotate.ErrStale)
	}
	if err := s.takeAway(c.Before); err != nil {
		return err
	}
	if err := s.put(c.After); err != nil {
		return err
	}
	if err := s.count(c); err != nil {
		return err
	}
	if err := s.moveStacks(c); err != nil {
		return err
	}
	return s.log(c)
}

// sheetRow is one annotator's sheet within a transaction.
type sheetRow struct {
	tx        *sql.Tx
	seq       int64
	document  int64 // its seq
	bytes     int   // of text
	annotator string
	status    annotate.Status
}

// openSheet finds a sheet, and makes it where the annotator has none yet.
func openSheet(tx *sql.Tx, docID, annotator string) (sheetRow, error) {
	s := sheetRow{tx: tx, annotator: annotator}
	if !valid(docID, annotator) {
		return s, errNotUTF8
	}
	err := tx.QueryRow(`SELECT d.seq, d.bytes, coalesce(s.seq, 0), coalesce(s.status, 'todo')
		FROM documents d LEFT JOIN sheets s ON s.document = d.seq AND s.annotator = $1 WHERE d.id = $2`, annotator, docID).
		Scan(&s.document, &s.bytes, &s.seq, &s.status)
	if errors.Is(err, sql.ErrNoRows) {
		return s, fmt.Errorf("%s: %w", docID, ErrNoDocument)
	}
	if err != nil || s.seq != 0 {
		return s, err
	}
	err = tx.QueryRow(`INSERT INTO sheets (document, annotator, status, spans, suggested, confirmed)
		VALUES ($1, $2, $3, 0, 0, 0) RETURNING seq`, s.document, annotator, string(annotate.Todo)).Scan(&s.seq)
	return s, err
}

// takeAway deletes the marks of a change's Before, each of which must be in the
// file just so. Whether relations are left without their spans shows at the end
// of the transaction.
func (s sheetRow) takeAway(m annotate.Marks) error {
	for _, r := range m.Relations {
		args, err := relationArgs(s.seq, r)
		if err != nil {
			return err
		}
		if err := s.one(dropLink, args...); err != nil {
			return fmt.Errorf("relation %s: %w", r.ID, err)
		}
	}
	for _, sp := range m.Spans {
		args, err := spanArgs(s.seq, sp)
		if err != nil {
			return err
		}
		if err := s.one(dropSpan, args...); err != nil {
			return fmt.Errorf("span %s: %w", sp.ID, err)
		}
	}
	return nil
}

func (s sheetRow) put(m annotate.Marks) error {
	for _, sp := range m.Spans {
		if sp.End > s.bytes {
			return fmt.Errorf("span %s [%d:%d] of %d: %w", sp.ID, sp.Start, sp.End, s.bytes, annotate.ErrOutsideText)
		}
		args, err := spanArgs(s.seq, sp)
		if err != nil {
			return err
		}
		if err := s.one(putSpan, args...); err != nil {
			return fmt.Errorf("span %s: %w", sp.ID, err)
		}
	}
	for _, r := range m.Relations {
		args, err := relationArgs(s.seq, r)
		if err != nil {
			return err
		}
		if err := s.one(putLink, args...); err != nil {
			return fmt.Errorf("relation %s: %w", r.ID, err)
		}
	}
	return nil
}

// one runs a statement that must touch exactly one row.
func (s sheetRow) one(query string, args ...any) error {
	done, err := s.tx.Exec(query, args...)
	if err != nil {
		return plain(err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		return errors.Join(annotate.ErrStale, err)
	}
	return nil
}

// count keeps the numbers that the queue shows, so that it never counts rows.
func (s sheetRow) count(c annotate.Change) error {
	status := s.status
	if c.After.Status != "" {
		status = c.After.Status
	}
	n, suggested, confirmed := tally(c.After)
	m, wasSuggested, wasConfirmed := tally(c.Before)
	return s.one("UPDATE sheets SET status = $1, spans = spans + $2, suggested = suggested + $3, confirmed = confirmed + $4 WHERE seq = $5",
		string(status), n-m, suggested-wasSuggested, confirmed-wasConfirmed, s.seq)
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
