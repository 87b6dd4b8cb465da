package storage

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// An editors' day as a script: seeded, so that two processes can play the same
// one. Each step gives the next change from the state before it alone.

const scriptText = `Bridge “to close”, says minister

“We have no choice,” said Ana Roy. 👩‍👩‍👧 “The steel is tired,” she added.

"Not so", said Zoé. „Wir gehen“, sagte Jörg. «Non», a dit Zoë. 他说：“好。” שלום עולם.
`

// pair names a sheet.
type pair struct{ doc, annotator string }

// script plays changes against a model in memory.
type script struct {
	rnd        *rand.Rand
	step       int
	docs       []string
	annotators []string
	sheets     map[pair]*annotate.Sheet
	undo, redo map[string][]annotate.Change // by annotator
	hints      map[pair][]annotate.Change   // what no undo takes back
}

func newScript(seed uint64) *script {
	return &script{
		rnd: rand.New(rand.NewPCG(seed, 1)), annotators: []string{"ed", "ed", "ed", "Zoë “Z”"}, sheets: map[pair]*annotate.Sheet{},
		undo: map[string][]annotate.Change{}, redo: map[string][]annotate.Change{},
		hints: map[pair][]annotate.Change{},
	}
}

// move is one step: an article that comes in, or a change.
type move struct {
	doc       *annotate.Document
	annotator string
	change    annotate.Change
}

func (s *script) id(kind string) string { return fmt.Sprintf("%s-%06d", kind, s.step) }

// next returns the next step and has already made it in the model.
func (s *script) next() move {
	s.step++
	if len(s.docs) == 0 || (s.rnd.IntN(40) == 0 && len(s.docs) < 5) {
		return s.newDocument()
	}
	key := pair{s.docs[s.rnd.IntN(len(s.docs))], s.annotators[s.rnd.IntN(len(s.annotators))]}
	c, ok := s.change(key)
	if !ok {
		c = s.label(key)
	}
	c.ID, c.By, c.At = s.id("change"), key.annotator, time.Unix(int64(1_700_000_000+s.step), 123_456_789).UTC()
	if err := s.sheets[pair{c.DocumentID, key.annotator}].Apply(c); err != nil {
		panic(fmt.Sprintf("the script itself is wrong at step %d: %v", s.step, err))
	}
	s.stack(key.annotator, c)
	if c.Verb == annotate.VerbSuggest {
		s.hints[key] = append(s.hints[key], c)
	}
	return move{annotator: key.annotator, change: c}
}

func (s *script) newDocument() move {
	text := scriptText + strings.Repeat("And so it went on.\n", len(s.docs))
	d := annotate.Document{ID: s.id("doc"), Title: "Bridge", Text: text, Source: "script", SHA256: annotate.Hash(text)}
	d.Meta = annotate.Meta{"byline": []byte(`"Ana “A.” Roy"`), "html": []byte(`{ "a" : "<b>&" }`)}
	s.docs = append(s.docs, d.ID)
	for _, name := range s.annotators {
		s.sheets[pair{d.ID, name}] = annotate.NewSheet(text)
	}
	return move{doc: &d}
}

func (s *script) stack(annotator string, c annotate.Change) {
	undo, redo := s.undo[annotator], s.redo[annotator]
	switch c.Verb {
	case annotate.VerbUndo:
		undo, redo = undo[:len(undo)-1], append(redo, c)
	case annotate.VerbRedo:
		undo, redo = append(undo, c), redo[:len(redo)-1]
	case annotate.VerbSuggest, annotate.VerbImport:
	default:
		undo, redo = append(undo, c), nil
	}
	s.undo[annotator], s.redo[annotator] = undo, redo
}

func (s *script) change(key pair) (annotate.Change, bool) {
	sheet := s.sheets[key]
	switch s.rnd.IntN(12) {
	case 0, 1:
		return s.label(key), true
	case 2:
		return s.edit(key, annotate.VerbAccept, func(sp *annotate.Span) { sp.State = annotate.Confirmed })
	case 3:
		return s.edit(key, annotate.VerbReject, func(sp *annotate.Span) { sp.State = annotate.Rejected })
	case 4:
		start, end := s.stretch(sheet.Text())
		return s.edit(key, annotate.VerbMove, func(sp *annotate.Span) { sp.Start, sp.End = start, end })
	case 5:
		return s.edit(key, annotate.VerbRelabel, func(sp *annotate.Span) { sp.Label = "ORG" })
	case 6:
		return s.relate(key)
	case 7:
		return s.remove(key)
	case 8:
		was := sheet.Status()
		now := []annotate.Status{annotate.Doing, annotate.Done, annotate.Skipped}[s.rnd.IntN(3)]
		return annotate.Change{DocumentID: key.doc, Verb: annotate.VerbStatus, Before: annotate.Marks{Status: was}, After: annotate.Marks{Status: now}}, was != now
	case 9:
		return s.suggest(key), true
	case 10:
		return s.back(s.undo[key.annotator], annotate.VerbUndo)
	}
	return s.back(s.redo[key.annotator], annotate.VerbRedo)
}

func (s *script) back(from []annotate.Change, verb annotate.Verb) (annotate.Change, bool) {
	if len(from) == 0 {
		return annotate.Change{}, false
	}
	c := from[len(from)-1].Inverse()
	c.Verb = verb
	return c, true
}

// stretch returns a few words of a text, between two of its spaces.
func (s *script) stretch(text string) (start, end int) {
	var cuts []int
	for i := range len(text) {
		if text[i] == ' ' {
			cuts = append(cuts, i)
		}
	}
	a := s.rnd.IntN(len(cuts) - 1)
	b := a + 1 + s.rnd.IntN(min(6, len(cuts)-a-1))
	return cuts[a] + 1, cuts[b]
}

func (s *script) span(key pair, id string) annotate.Span {
	start, end := s.stretch(s.sheets[key].Text())
	return annotate.Span{
		ID: id, Start: start, End: end, Label: []string{annotate.Quote, annotate.Person, "DATE"}[s.rnd.IntN(3)],
		State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByEditor, Name: key.annotator, At: time.Unix(1_700_000_000, 5001).UTC()},
		Score: 1.0 / float64(1+s.rnd.IntN(9)), Reason: "because <it> & “that”", Speaker: "Zoë", QuoteType: "direct",
		Meta: annotate.Meta{"note": []byte(`"x\"y"`), "n": []byte(`[1.0, 2e3]`)},
	}
}

func (s *script) label(key pair) annotate.Change {
	sp := s.span(key, s.id("span"))
	return annotate.Change{DocumentID: key.doc, Verb: annotate.VerbLabel, After: annotate.Marks{Spans: []annotate.Span{sp}}}
}

// suggest brings several spans and their relations in at once.
func (s *script) suggest(key pair) annotate.Change {
	c := annotate.Change{DocumentID: key.doc, Verb: annotate.VerbSuggest}
	for i := range 3 {
		c.After.Spans = append(c.After.Spans, s.span(key, fmt.Sprint(s.id("hint"), "-", i)))
	}
	for i, kind := range []string{annotate.SpeakerOf, annotate.CueOf} {
		c.After.Relations = append(c.After.Relations, annotate.Relation{
			ID: fmt.Sprint(s.id("tie"), "-", i), Type: kind, From: c.After.Spans[0].ID, To: c.After.Spans[i+1].ID,
			State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByRule, Name: "quote", Version: "1"}, Score: 0.25,
			Reason: "said", Meta: annotate.Meta{"why": []byte("null")},
		})
	}
	return c
}

func (s *script) pick(sheet *annotate.Sheet) (annotate.Span, bool) {
	spans := sheet.Spans()
	if len(spans) == 0 {
		return annotate.Span{}, false
	}
	return spans[s.rnd.IntN(len(spans))], true
}

func (s *script) edit(key pair, verb annotate.Verb, do func(*annotate.Span)) (annotate.Change, bool) {
	sp, ok := s.pick(s.sheets[key])
	next := sp
	do(&next)
	return annotate.Change{
		DocumentID: key.doc, Verb: verb,
		Before: annotate.Marks{Spans: []annotate.Span{sp}}, After: annotate.Marks{Spans: []annotate.Span{next}},
	}, ok && !next.Equal(sp)
}

func (s *script) relate(key pair) (annotate.Change, bool) {
	from, ok := s.pick(s.sheets[key])
	to, _ := s.pick(s.sheets[key])
	r := annotate.Relation{
		ID: s.id("link"), Type: annotate.SpeakerOf, From: from.ID, To: to.ID,
		State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor, Name: key.annotator},
	}
	return annotate.Change{DocumentID: key.doc, Verb: annotate.VerbSpeaker, After: annotate.Marks{Relations: []annotate.Relation{r}}}, ok && from.ID != to.ID
}

func (s *script) remove(key pair) (annotate.Change, bool) {
	sp, ok := s.pick(s.sheets[key])
	return annotate.Change{
		DocumentID: key.doc, Verb: annotate.VerbDelete,
		Before: annotate.Marks{Spans: []annotate.Span{sp}, Relations: s.sheets[key].Touching(sp.ID)},
	}, ok
}

// play makes a step in a project.
func (m move) play(p *Project) error {
	if m.doc != nil {
		return p.Add(*m.doc)
	}
	return p.Record(m.annotator, m.change)
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
	for _, e := range entries {
		m := s.sheets[pair{e.ID, "ed"}].Marks()
		if n, suggested, confirmed := tally(m); n != e.Spans || suggested != e.Suggested || confirmed != e.Confirmed || e.Status != m.Status {
			return fmt.Sprintf("the entry %+v counts wrongly", e)
		}
	}
	for key, want := range s.sheets {
		sheet, err := p.Sheet(key.doc, key.annotator)
		if err != nil {
			return err.Error()
		}
		if !sheet.Marks().Equal(want.Marks()) {
			return fmt.Sprintf("marks of %v are %+v, want %+v", key, sheet.Marks(), want.Marks())
		}
	}
	for _, name := range s.annotators {
		if diff := s.topsDiffer(p, name); diff != "" {
			return diff
		}
	}
	return ""
}

func (s *script) topsDiffer(p *Project, annotator string) string {
	for _, top := range []struct {
		want []annotate.Change
		get  func(string) (annotate.Change, bool, error)
	}{{s.undo[annotator], p.LastUndoable}, {s.redo[annotator], p.LastRedoable}} {
		c, ok, err := top.get(annotator)
		if err != nil || ok != (len(top.want) > 0) || (ok && c.ID != top.want[len(top.want)-1].ID) {
			return fmt.Sprintf("the top of a stack of %s is %s %v %v, want the last of %d", annotator, c.ID, ok, err, len(top.want))
		}
	}
	return ""
}
