package storage

import (
	"database/sql"
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
)

// stack names the stack on which a change of the log waits.
type stack string

const (
	undoStack stack = "undo"
	redoStack stack = "redo"
	noStack   stack = ""
)

// stacking says what a verb does to its annotator's stacks: from which one it
// takes the change that it reverses, on which one it goes itself, and whether
// what could be redone is then gone.
func stacking(v annotate.Verb) (from, to stack, clears bool) {
	switch v {
	case annotate.VerbSuggest, annotate.VerbImport:
		return noStack, noStack, false
	case annotate.VerbUndo:
		return undoStack, redoStack, false
	case annotate.VerbRedo:
		return redoStack, undoStack, false
	}
	return noStack, undoStack, true
}

// moveStacks takes what c reverses from its stack. c itself comes on one with
// its line of the log.
func (s sheetRow) moveStacks(c annotate.Change) error {
	from, _, clears := stacking(c.Verb)
	if from != noStack {
		err := s.one("UPDATE changes SET stack = NULL WHERE id = $1 AND document = $2 AND annotator = $3 AND stack = $4",
			c.Reverses, s.document, s.annotator, string(from))
		if err != nil {
			return fmt.Errorf("%s of change %q: %w", c.Verb, c.Reverses, err)
		}
	}
	if !clears {
		return nil
	}
	_, err := s.tx.Exec("UPDATE changes SET stack = NULL WHERE annotator = $1 AND stack = $2", s.annotator, string(redoStack))
	return err
}

// log appends the change to the log.
func (s sheetRow) log(c annotate.Change) error {
	_, to, _ := stacking(c.Verb)
	before, err := marksText(c.Before)
	if err != nil {
		return err
	}
	after, err := marksText(c.After)
	if err != nil {
		return err
	}
	if !valid(c.ID, string(c.Verb), c.By, c.Reverses) {
		return errNotUTF8
	}
	err = s.one(`INSERT INTO changes (id, document, annotator, stack, verb, made_by, made_at, reverses, before, after)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		c.ID, s.document, s.annotator, sql.NullString{String: string(to), Valid: to != noStack},
		string(c.Verb), c.By, timeText(c.At), c.Reverses, before, after)
	if err != nil {
		return fmt.Errorf("change %s: %w", c.ID, err)
	}
	return nil
}
