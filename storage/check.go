package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
)

// Problem is a fault that Check has found.
type Problem struct {
	Document string // id; "" where the file itself is meant
	Text     string // what is wrong
}

// String says what is wrong and where.
func (p Problem) String() string {
	if p.Document == "" {
		return p.Text
	}
	return fmt.Sprintf("article %s: %s", p.Document, p.Text)
}

// Check looks for damage in the file and for marks that break a rule: every span
// inside its text and on character boundaries, every relation between spans that
// are there, every hash and count right, the log leading to what is stored, and
// the undo stacks as the log makes them. It goes on after a fault. The error is
// for a file that cannot be read on.
func (p *Project) Check() ([]Problem, error) {
	var out []Problem
	err := p.snapshot(func(tx *sql.Tx) error {
		faults, err := integrity(tx)
		for _, f := range faults {
			out = append(out, Problem{Text: f})
		}
		if err != nil {
			return err
		}
		ids, err := texts(tx, "SELECT id FROM documents ORDER BY seq")
		if err != nil {
			return err
		}
		for _, id := range ids {
			for _, fault := range checkDocument(tx, id) {
				out = append(out, Problem{id, fault})
			}
		}
		faults, err = checkStacks(tx)
		for _, f := range faults {
			out = append(out, Problem{Text: f})
		}
		return err
	})
	if err != nil {
		return out, fmt.Errorf("check %s: %w", p.path, err)
	}
	return out, nil
}

func checkDocument(q queryer, id string) (faults []string) {
	doc, err := document(q, id)
	if err != nil {
		return []string{err.Error()}
	}
	if annotate.Hash(doc.Text) != doc.SHA256 {
		faults = append(faults, "the text is not the one that was imported: its SHA-256 differs")
	}
	var size int
	if err := q.QueryRow("SELECT bytes FROM documents WHERE id = $1", id).Scan(&size); err != nil || size != len(doc.Text) {
		faults = append(faults, fmt.Sprintf("its length is given as %d bytes, not %d", size, len(doc.Text)))
	}
	names, err := annotators(q, id)
	if err != nil {
		return append(faults, err.Error())
	}
	for _, name := range names {
		if err := checkSheet(q, doc, name); err != nil {
			faults = append(faults, fmt.Sprintf("marks of %q: %v", name, err))
		}
	}
	return faults
}

// checkSheet rebuilds a sheet from its rows and from the log and says how they
// differ.
func checkSheet(q queryer, doc annotate.Document, annotator string) error {
	have, err := sheet(q, doc, annotator)
	if err != nil {
		return err
	}
	if err := checkCounts(q, doc, annotator, have.Marks()); err != nil {
		return err
	}
	rows, err := q.Query(changeQuery+"WHERE d.id = $1 AND c.annotator = $2 ORDER BY c.seq", doc.ID, annotator)
	changes, err := all(rows, err, scanChange)
	if err != nil {
		return err
	}
	replay := annotate.NewSheet(doc.Text)
	for _, c := range changes {
		if err := replay.Apply(c); err != nil {
			return fmt.Errorf("the log cannot be replayed: change %s: %w", c.ID, err)
		}
	}
	if !have.Marks().Equal(replay.Marks()) {
		return errors.New("the log leads to other marks than are stored")
	}
	return nil
}

func checkCounts(q queryer, doc annotate.Document, annotator string, m annotate.Marks) error {
	var spans, suggested, confirmed int
	err := q.QueryRow(`SELECT s.spans, s.suggested, s.confirmed FROM sheets s JOIN documents d ON d.seq = s.document
		WHERE d.id = $1 AND s.annotator = $2`, doc.ID, annotator).Scan(&spans, &suggested, &confirmed)
	if err != nil {
		return err
	}
	if n, s, c := tally(m); n != spans || s != suggested || c != confirmed {
		return fmt.Errorf("the queue counts %d marks, %d suggested and %d confirmed; there are %d, %d and %d",
			spans, suggested, confirmed, n, s, c)
	}
	return nil
}

// logged is what the stacks know of a change.
type logged struct {
	id, annotator, verb, reverses string
	on                            stack
}

// checkStacks plays the whole log on empty stacks and compares.
func checkStacks(q queryer) ([]string, error) {
	rows, err := q.Query("SELECT id, annotator, verb, reverses, coalesce(stack, '') FROM changes ORDER BY seq")
	log, err := all(rows, err, func(row scanner) (logged, error) {
		var l logged
		err := row.Scan(&l.id, &l.annotator, &l.verb, &l.reverses, &l.on)
		return l, err
	})
	if err != nil {
		return nil, err
	}
	on := map[string]stack{}          // by id
	redoable := map[string][]string{} // ids by annotator
	for _, l := range log {
		from, to, clears := stacking(annotate.Verb(l.verb))
		if from != noStack {
			on[l.reverses] = noStack
		}
		if clears {
			for _, id := range redoable[l.annotator] {
				on[id] = noStack
			}
			redoable[l.annotator] = nil
		}
		on[l.id] = to
		switch to {
		case redoStack:
			redoable[l.annotator] = append(redoable[l.annotator], l.id)
		case undoStack:
			// A redone change has left the stack for good.
			redoable[l.annotator] = slices.DeleteFunc(redoable[l.annotator], func(id string) bool { return id == l.reverses })
		}
	}
	var faults []string
	for _, l := range log {
		if l.on != on[l.id] {
			faults = append(faults, fmt.Sprintf("change %s is on the stack %q and should be on %q", l.id, l.on, on[l.id]))
		}
	}
	return faults, nil
}
