package storage

import (
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

// reverseAll undoes or redoes until nothing is left, as the app does, and
// returns how often.
func reverseAll(t *testing.T, p *Project, s *script, annotator string, verb annotate.Verb) (n int) {
	t.Helper()
	top := p.LastUndoable
	if verb == annotate.VerbRedo {
		top = p.LastRedoable
	}
	for ; ; n++ {
		c, ok, err := top(annotator)
		if err != nil {
			t.Fatal(err)
		}
		if !ok {
			return n
		}
		back := c.Inverse()
		s.step++
		back.ID, back.Verb, back.By = s.id("back"), verb, annotator
		if err := p.Record(annotator, back); err != nil {
			t.Fatalf("%s %d: %v", verb, n, err)
		}
	}
}

func TestUndo_allGivesTheBeginningAndRedoAllTheEnd(t *testing.T) {
	for seed := range uint64(8) {
		p, path, s := played(t, seed, 200)
		all := map[string]int{}
		for _, name := range []string{"ed", "Zoë “Z”"} {
			all[name] = len(s.undo[name])
			if n := reverseAll(t, p, s, name, annotate.VerbUndo); n != all[name] {
				t.Errorf("%d changes were undone, want %d", n, all[name])
			}
			p = reopened(t, p, path)
		}
		for key := range s.sheets {
			want := annotate.NewSheet(s.sheets[key].Text())
			for _, c := range s.hints[key] {
				if err := want.Apply(c); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := p.Sheet(key.doc, key.annotator); err != nil || !got.Marks().Equal(want.Marks()) {
				t.Errorf("after undoing all, %v holds %+v, %v; want only the suggestions", key, got.Marks(), err)
			}
		}
		sound(t, p)
		for name, n := range all {
			p = reopened(t, p, path)
			// What had been undone before is redone, too.
			if m := reverseAll(t, p, s, name, annotate.VerbRedo); m != n+len(s.redo[name]) {
				t.Errorf("%d changes were redone, want %d", m, n+len(s.redo[name]))
			}
			for range s.redo[name] {
				undoOnce(t, p, s, name)
			}
		}
		for key, want := range s.sheets {
			if got, err := p.Sheet(key.doc, key.annotator); err != nil || !got.Marks().Equal(want.Marks()) {
				t.Errorf("after redoing all, %v differs: %v", key, err)
			}
		}
		sound(t, p)
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func undoOnce(t *testing.T, p *Project, s *script, annotator string) {
	t.Helper()
	c, ok, err := p.LastUndoable(annotator)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	back := c.Inverse()
	s.step++
	back.ID, back.Verb, back.By = s.id("back"), annotate.VerbUndo, annotator
	if err := p.Record(annotator, back); err != nil {
		t.Fatal(err)
	}
}

func TestUndo_isOneStackPerAnnotatorAcrossArticles(t *testing.T) {
	p, _ := newProject(t)
	for _, id := range []string{"d1", "d2"} {
		if err := p.Add(annotate.Document{ID: id, Text: id}); err != nil {
			t.Fatal(err)
		}
	}
	status := func(id, doc, by string, verb annotate.Verb, reverses string, from, to annotate.Status) {
		t.Helper()
		c := annotate.Change{ID: id, DocumentID: doc, Verb: verb, By: by, Reverses: reverses, Before: annotate.Marks{Status: from}, After: annotate.Marks{Status: to}}
		if err := p.Record(by, c); err != nil {
			t.Fatal(err)
		}
	}
	tops := func(by, undo, redo string) {
		t.Helper()
		u, _, err := p.LastUndoable(by)
		if err != nil || u.ID != undo {
			t.Errorf("%s may undo %q, %v, want %q", by, u.ID, err, undo)
		}
		r, _, err := p.LastRedoable(by)
		if err != nil || r.ID != redo {
			t.Errorf("%s may redo %q, %v, want %q", by, r.ID, err, redo)
		}
	}
	tops("ed", "", "")
	status("1", "d1", "ed", annotate.VerbStatus, "", annotate.Todo, annotate.Doing)
	status("2", "d2", "ed", annotate.VerbStatus, "", annotate.Todo, annotate.Done)
	status("3", "d1", "bo", annotate.VerbStatus, "", annotate.Todo, annotate.Skipped)
	tops("ed", "2", "")
	tops("bo", "3", "")
	status("4", "d2", "ed", annotate.VerbUndo, "2", annotate.Done, annotate.Todo)
	status("5", "d1", "ed", annotate.VerbUndo, "1", annotate.Doing, annotate.Todo)
	tops("ed", "", "5")
	tops("bo", "3", "")
	status("6", "d1", "ed", annotate.VerbRedo, "5", annotate.Todo, annotate.Doing)
	tops("ed", "6", "4")
	status("7", "d1", "ed", annotate.VerbSuggest, "", annotate.Doing, annotate.Doing)
	tops("ed", "6", "4") // a suggester's change is on no stack and clears none
	status("8", "d1", "ed", annotate.VerbStatus, "", annotate.Doing, annotate.Done)
	tops("ed", "8", "")
	sound(t, p)
}
