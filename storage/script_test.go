package storage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// An editor's day as a script: seeded, so that two processes can play the same
// one. Each step gives the next change from the state before it alone.

const scriptText = `Bridge “to close”, says minister

“We have no choice,” said Ana Roy. 😀 “The steel is tired,” she added.

„Wir gehen“, sagte Jörg. «Non», a dit Zoë. 他说：“好。” שלום עולם.
`

// script plays changes against a model in memory.
type script struct {
	rnd    *rand.Rand
	step   int
	docs   []string
	sheets map[string]*annotate.Sheet
	undo   []annotate.Change
	redo   []annotate.Change
}

func newScript(seed uint64) *script {
	return &script{rnd: rand.New(rand.NewPCG(seed, 1)), sheets: map[string]*annotate.Sheet{}}
}

// move is one step: an article that comes in, or a change.
type move struct {
	doc    *annotate.Document
	change annotate.Change
}

func (s *script) id(kind string) string { return fmt.Sprintf("%s-%06d", kind, s.step) }

// next returns the next step and has already made it in the model.
func (s *script) next() move {
	s.step++
	if len(s.docs) == 0 || (s.rnd.IntN(40) == 0 && len(s.docs) < 5) {
		text := scriptText + strings.Repeat("And so it went on.\n", len(s.docs))
		d := annotate.Document{ID: s.id("doc"), Title: "Bridge", Text: text, Source: "script", SHA256: annotate.Hash(text)}
		d.Meta = d.Meta.With("byline", "Ana “A.” Roy")
		s.docs = append(s.docs, d.ID)
		s.sheets[d.ID] = annotate.NewSheet(text)
		return move{doc: &d}
	}
	doc := s.docs[s.rnd.IntN(len(s.docs))]
	c, ok := s.change(doc)
	if !ok {
		c = s.label(doc)
	}
	c.ID, c.By, c.At = s.id("change"), "ed", time.Unix(int64(1_700_000_000+s.step), 0).UTC()
	if err := s.sheets[c.DocumentID].Apply(c); err != nil {
		panic(fmt.Sprintf("the script itself is wrong at step %d: %v", s.step, err))
	}
	s.stack(c)
	return move{change: c}
}

func (s *script) stack(c annotate.Change) {
	switch c.Verb {
	case annotate.VerbUndo:
		s.undo = s.undo[:len(s.undo)-1]
		s.redo = append(s.redo, c)
	case annotate.VerbRedo:
		s.redo = s.redo[:len(s.redo)-1]
		s.undo = append(s.undo, c)
	case annotate.VerbSuggest:
	default:
		s.undo, s.redo = append(s.undo, c), nil
	}
}

func (s *script) change(doc string) (annotate.Change, bool) {
	switch sheet := s.sheets[doc]; s.rnd.IntN(9) {
	case 0, 1:
		return s.label(doc), true
	case 2:
		return s.restate(doc, sheet, annotate.VerbAccept, annotate.Confirmed)
	case 3:
		return s.restate(doc, sheet, annotate.VerbReject, annotate.Rejected)
	case 4:
		return s.relate(doc, sheet)
	case 5:
		return s.remove(doc, sheet)
	case 6:
		was := sheet.Status()
		now := []annotate.Status{annotate.Doing, annotate.Done, annotate.Skipped}[s.rnd.IntN(3)]
		return annotate.Change{DocumentID: doc, Verb: annotate.VerbStatus, Before: annotate.Marks{Status: was}, After: annotate.Marks{Status: now}}, was != now
	case 7:
		return s.back(s.undo, annotate.VerbUndo)
	}
	return s.back(s.redo, annotate.VerbRedo)
}

func (s *script) back(from []annotate.Change, verb annotate.Verb) (annotate.Change, bool) {
	if len(from) == 0 {
		return annotate.Change{}, false
	}
	c := from[len(from)-1].Inverse()
	c.Verb = verb
	return c, true
}

// label makes a new span between two spaces of the text.
func (s *script) label(doc string) annotate.Change {
	text := s.sheets[doc].Text()
	var cuts []int
	for i := range len(text) {
		if text[i] == ' ' {
			cuts = append(cuts, i)
		}
	}
	a := s.rnd.IntN(len(cuts) - 1)
	b := a + 1 + s.rnd.IntN(min(6, len(cuts)-a-1))
	sp := annotate.Span{
		ID: s.id("span"), Start: cuts[a] + 1, End: cuts[b], Label: []string{annotate.Quote, annotate.Person, "DATE"}[s.rnd.IntN(3)],
		State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByEditor, Name: "ed", At: time.Unix(1_700_000_000, 5000).UTC()},
		Score: 0.5, Reason: "because", Speaker: "Zoë",
	}
	sp.Meta = sp.Meta.With("note", "x\"y")
	return annotate.Change{DocumentID: doc, Verb: annotate.VerbLabel, After: annotate.Marks{Spans: []annotate.Span{sp}}}
}

func (s *script) pick(sheet *annotate.Sheet) (annotate.Span, bool) {
	spans := sheet.Spans()
	if len(spans) == 0 {
		return annotate.Span{}, false
	}
	return spans[s.rnd.IntN(len(spans))], true
}

func (s *script) restate(doc string, sheet *annotate.Sheet, verb annotate.Verb, to annotate.State) (annotate.Change, bool) {
	sp, ok := s.pick(sheet)
	next := sp
	next.State = to
	return annotate.Change{
		DocumentID: doc, Verb: verb,
		Before: annotate.Marks{Spans: []annotate.Span{sp}}, After: annotate.Marks{Spans: []annotate.Span{next}},
	}, ok && sp.State != to
}

func (s *script) relate(doc string, sheet *annotate.Sheet) (annotate.Change, bool) {
	from, ok := s.pick(sheet)
	to, _ := s.pick(sheet)
	r := annotate.Relation{
		ID: s.id("link"), Type: annotate.SpeakerOf, From: from.ID, To: to.ID,
		State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor, Name: "ed"},
	}
	return annotate.Change{DocumentID: doc, Verb: annotate.VerbSpeaker, After: annotate.Marks{Relations: []annotate.Relation{r}}}, ok && from.ID != to.ID
}

func (s *script) remove(doc string, sheet *annotate.Sheet) (annotate.Change, bool) {
	sp, ok := s.pick(sheet)
	return annotate.Change{
		DocumentID: doc, Verb: annotate.VerbDelete,
		Before: annotate.Marks{Spans: []annotate.Span{sp}, Relations: sheet.Touching(sp.ID)},
	}, ok
}

// play makes a step in a project.
func (m move) play(p *Project) error {
	if m.doc != nil {
		return p.Add(*m.doc)
	}
	return p.Record("ed", m.change)
}

// differs says how a project differs from the model, or "".
func (s *script) differs(p *Project) string {
	entries, err := p.Entries("ed")
	if err != nil {
		return err.Error()
	}
	var ids []string
	for _, e := range entries {
		ids = append(ids, e.ID)
	}
	if !slices.Equal(ids, s.docs) {
		return fmt.Sprintf("articles %v, want %v", ids, s.docs)
	}
	for _, id := range s.docs {
		sheet, err := p.Sheet(id, "ed")
		if err != nil {
			return err.Error()
		}
		if !sheet.Marks().Equal(s.sheets[id].Marks()) {
			return fmt.Sprintf("marks of %s are %+v, want %+v", id, sheet.Marks(), s.sheets[id].Marks())
		}
	}
	for _, top := range []struct {
		want []annotate.Change
		get  func(string) (annotate.Change, bool, error)
	}{{s.undo, p.LastUndoable}, {s.redo, p.LastRedoable}} {
		c, ok, err := top.get("ed")
		if err != nil || ok != (len(top.want) > 0) || (ok && c.ID != top.want[len(top.want)-1].ID) {
			return fmt.Sprintf("the top of a stack is %s %v %v, want the last of %d", c.ID, ok, err, len(top.want))
		}
	}
	return ""
}
