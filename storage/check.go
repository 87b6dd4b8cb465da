package storage

import (
	"fmt"

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
// are there, every hash and count right, and the log leading to what is stored.
func (p *Project) Check() ([]Problem, error) {
	faults, err := quickCheck(p.db, true)
	if err != nil {
		return nil, err
	}
	var out []Problem
	for _, f := range faults {
		out = append(out, Problem{Text: f})
	}
	broken, err := texts(p.db, "SELECT \"table\" || ' row ' || coalesce(rowid, '?') || ' points at a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check")
	if err != nil {
		return out, err
	}
	for _, f := range broken {
		out = append(out, Problem{Text: f})
	}
	ids, err := texts(p.db, "SELECT id FROM documents ORDER BY seq")
	if err != nil {
		return out, err
	}
	for _, id := range ids {
		found, err := p.checkDocument(id)
		if err != nil {
			return out, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func (p *Project) checkDocument(id string) ([]Problem, error) {
	var out []Problem
	doc, err := p.Document(id)
	if err != nil {
		return nil, err
	}
	if annotate.Hash(doc.Text) != doc.SHA256 {
		out = append(out, Problem{id, "the text is not the one that was imported: its SHA-256 differs"})
	}
	names, err := p.Annotators(id)
	if err != nil {
		return out, err
	}
	changes, err := p.History(id, 0)
	if err != nil {
		return out, err
	}
	for _, name := range names {
		if fault := p.checkSheet(doc, name, changes); fault != "" {
			out = append(out, Problem{id, "marks of " + name + ": " + fault})
		}
	}
	return out, nil
}

// checkSheet rebuilds a sheet from its rows and from the log and says how they
// differ, or "".
func (p *Project) checkSheet(doc annotate.Document, annotator string, changes []annotate.Change) string {
	sheet, err := p.Sheet(doc.ID, annotator)
	if err != nil {
		return err.Error()
	}
	mine, err := texts(p.db, "SELECT id FROM changes WHERE document = $1 AND annotator = $2", doc.ID, annotator)
	if err != nil {
		return err.Error()
	}
	own := map[string]bool{}
	for _, id := range mine {
		own[id] = true
	}
	replay := annotate.NewSheet(doc.Text)
	for i := len(changes) - 1; i >= 0; i-- {
		if !own[changes[i].ID] {
			continue
		}
		if err := replay.Apply(changes[i]); err != nil {
			return fmt.Sprintf("the log cannot be replayed: change %s: %v", changes[i].ID, err)
		}
	}
	if !sheet.Marks().Equal(replay.Marks()) {
		return "the log leads to other marks than are stored"
	}
	n, suggested, confirmed := tally(sheet.Marks())
	var gotN, gotS, gotC int
	err = p.db.QueryRow("SELECT spans, suggested, confirmed FROM sheets WHERE document = $1 AND annotator = $2", doc.ID, annotator).
		Scan(&gotN, &gotS, &gotC)
	if err != nil || gotN != n || gotS != suggested || gotC != confirmed {
		return fmt.Sprintf("the counts are wrong (%v)", err)
	}
	return ""
}
