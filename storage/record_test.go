package storage

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

func TestRecord_refusesWhatDoesNotFitAndChangesNothing(t *testing.T) {
	p, _, s := played(t, 3, 120)
	key := pair{s.docs[0], "ed"}
	sp, ok := s.pick(s.sheets[key])
	if !ok {
		t.Fatal("the script made no span")
	}
	tied := s.suggest(key).After
	if err := p.Record("ed", annotate.Change{ID: "tied", DocumentID: key.doc, Verb: annotate.VerbSuggest, After: tied}); err != nil {
		t.Fatal(err)
	}
	if err := s.sheets[key].Apply(annotate.Change{After: tied}); err != nil {
		t.Fatal(err)
	}
	span := func(do func(*annotate.Span)) annotate.Marks {
		out := sp
		out.ID = "new"
		do(&out)
		return annotate.Marks{Spans: []annotate.Span{out}}
	}
	wrong := sp
	wrong.Meta = nil
	link := annotate.Relation{ID: "r", Type: "speaker", From: sp.ID, To: "nowhere", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor}}
	first, _, err := p.LastUndoable("Zoë “Z”")
	if err != nil {
		t.Fatal(err)
	}
	bad := annotate.ErrInvalidMark
	cases := map[string]struct {
		change annotate.Change
		want   error
	}{
		"a span that has changed":                  {annotate.Change{ID: "x", Before: annotate.Marks{Spans: []annotate.Span{wrong}}}, annotate.ErrStale},
		"a span that is not there":                 {annotate.Change{ID: "x", Before: span(func(*annotate.Span) {})}, annotate.ErrStale},
		"a span that is there already":             {annotate.Change{ID: "x", After: annotate.Marks{Spans: []annotate.Span{sp}}}, annotate.ErrStale},
		"a span past the end":                      {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.End = 1 << 20 })}, annotate.ErrOutsideText},
		"an empty span":                            {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.End = s.Start })}, bad},
		"a span without a label":                   {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.Label = "" })}, bad},
		"a span of no state":                       {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.State = "maybe" })}, bad},
		"a score that is no number":                {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.Score = math.NaN() })}, bad},
		"a field that is no JSON":                  {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.Meta = annotate.Meta{"a": []byte("{")} })}, bad},
		"a reason that is no UTF-8":                {annotate.Change{ID: "x", After: span(func(s *annotate.Span) { s.Reason = "\xff" })}, bad},
		"a status that it has not":                 {annotate.Change{ID: "x", Before: annotate.Marks{Status: "gone"}, After: annotate.Marks{Status: annotate.Done}}, annotate.ErrStale},
		"a status that there is not":               {annotate.Change{ID: "x", After: annotate.Marks{Status: "finished"}}, bad},
		"a relation to nothing":                    {annotate.Change{ID: "x", After: annotate.Marks{Relations: []annotate.Relation{link}}}, annotate.ErrDanglingLink},
		"the end of a relation that stays":         {annotate.Change{ID: "x", Before: annotate.Marks{Spans: tied.Spans[:1]}}, annotate.ErrDanglingLink},
		"a change without an id":                   {annotate.Change{After: span(func(*annotate.Span) {})}, bad},
		"a change that was made before":            {annotate.Change{ID: "tied", Verb: annotate.VerbLabel}, annotate.ErrStale},
		"an undo of nothing":                       {annotate.Change{ID: "x", Verb: annotate.VerbUndo, Reverses: "none"}, annotate.ErrStale},
		"an undo of a suggestion":                  {annotate.Change{ID: "x", Verb: annotate.VerbUndo, Reverses: "tied"}, annotate.ErrStale},
		"an undo of somebody else's change":        {annotate.Change{ID: "x", Verb: annotate.VerbUndo, Reverses: first.ID}, annotate.ErrStale},
		"a redo of what was never undone":          {annotate.Change{ID: "x", Verb: annotate.VerbRedo, Reverses: first.ID}, annotate.ErrStale},
		"a change to an article that is not there": {annotate.Change{ID: "x", DocumentID: "none"}, ErrNoDocument},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if c.change.DocumentID == "" {
				c.change.DocumentID = key.doc
			}
			if c.change.Verb == "" {
				c.change.Verb = annotate.VerbLabel
			}
			if err := p.Record("ed", c.change); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if diff := s.differs(p); diff != "" {
				t.Error(diff)
			}
		})
	}
	sound(t, p)
}

// What other programs wrote, odd times and signs that JSON escapes come back so
// that a mark is equal to itself: else the next change to it would be stale.
func TestRecord_givesBackMarksByteForByte(t *testing.T) {
	p, path := newProject(t)
	doc := annotate.Document{ID: "d", Text: scriptText, Meta: annotate.Meta{"x": []byte(`{ "b" : 1e0,"a":[ ] , "b":"<&>\u00e9"}`)}}
	if err := p.Add(doc); err != nil {
		t.Fatal(err)
	}
	sp := annotate.Span{
		ID: `s"<1>%_\`, Start: 0, End: 6, Label: "X", State: annotate.Suggested, Score: 0.1 + 0.2,
		Origin: annotate.Origin{Kind: annotate.ByImport, Name: "<tool> “x”", At: time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600))},
		Reason: "a\tb\n<c>\u2028\x00", Meta: annotate.Meta{"k<": []byte(`{ "n" : 1.50 }`), "": []byte("null")},
	}
	made := annotate.Change{ID: "c1", DocumentID: "d", Verb: annotate.VerbLabel, By: "<ed>", At: time.Unix(1, 7), After: annotate.Marks{Spans: []annotate.Span{sp}}}
	if err := p.Record("ed", made); err != nil {
		t.Fatal(err)
	}
	live := annotate.NewSheet(scriptText)
	if err := live.Apply(made); err != nil {
		t.Fatal(err)
	}
	p = reopened(t, p, path)
	sheet, err := p.Sheet("d", "ed")
	if err != nil || !sheet.Marks().Equal(live.Marks()) {
		t.Errorf("got %+v, %v, want %+v", sheet.Marks(), err, live.Marks())
	}
	got, err := p.Document("d")
	if err != nil || !got.Meta.Equal(doc.Meta) {
		t.Errorf("further fields of the article are %s, %v", got.Meta, err)
	}
	if found, err := p.SpanHistory("d", sp.ID); err != nil || len(found) != 1 || !found[0].At.Equal(made.At) || found[0].By != made.By {
		t.Errorf("its history is %+v, %v", found, err)
	}
	c, ok, err := p.LastUndoable("ed")
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	back := c.Inverse()
	back.ID, back.Verb = "c2", annotate.VerbUndo
	if err := live.Apply(back); err != nil {
		t.Errorf("in memory: %v", err)
	}
	if err := p.Record("ed", back); err != nil {
		t.Errorf("on disk: %v", err)
	}
	sound(t, p)
}

func TestRecord_onAFullDiskTakesTheChangeBack(t *testing.T) {
	p, _, s := played(t, 10, 30)
	var pages int
	if err := p.pen.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := p.pen.Exec("PRAGMA max_page_count = " + strconv.Itoa(pages)); err != nil {
		t.Fatal(err)
	}
	big := annotate.Span{ID: "big", Start: 0, End: 6, Label: "X", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor}, Reason: strings.Repeat("long ", 20000)}
	err := p.Record("ed", annotate.Change{ID: "big", DocumentID: s.docs[0], Verb: annotate.VerbLabel, After: annotate.Marks{Spans: []annotate.Span{big}}})
	if !errors.Is(err, ErrDiskFull) {
		t.Errorf("got %v", err)
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	if _, err := p.pen.Exec("PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if err := s.next().play(p); err != nil {
			t.Fatalf("with room again: %v", err)
		}
	}
	if diff := s.differs(p); diff != "" {
		t.Error(diff)
	}
	sound(t, p)
}

func TestProject_isSafeForSeveralGoroutines(t *testing.T) {
	p, _ := newProject(t)
	const each = 15
	var all sync.WaitGroup
	for _, name := range []string{"a", "b", "c"} {
		if err := p.Add(annotate.Document{ID: name, Text: scriptText}); err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			for i := range each {
				c := annotate.Change{ID: fmt.Sprint(name, i), DocumentID: name, Verb: annotate.VerbLabel, After: annotate.Marks{Spans: []annotate.Span{{
					ID: fmt.Sprint(i), Start: 0, End: 6, Label: "X", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor},
				}}}}
				if err := p.Record(name, c); err != nil {
					t.Errorf("record: %v", err)
				}
			}
		})
		all.Go(func() {
			seen := 0
			for seen < each {
				sheet, err := p.Sheet(name, name)
				if err != nil || sheet.Len() < seen {
					t.Errorf("read %v after %d spans", err, seen)
					return
				}
				seen = sheet.Len()
			}
		})
	}
	all.Wait()
	sound(t, p)
}

func TestAdd_refusesWhatIsNoArticleWhole(t *testing.T) {
	p, _ := newProject(t)
	if err := p.Add(annotate.Document{ID: "there", Text: "x"}); err != nil {
		t.Fatal(err)
	}
	stale := First{"ed", annotate.Change{ID: "c", DocumentID: "new", Before: annotate.Marks{Status: annotate.Done}}}
	other := First{"ed", annotate.Change{ID: "c", DocumentID: "there"}}
	cases := map[string]struct {
		doc   annotate.Document
		first []First
		want  error // nil: any
	}{
		"an id that is there":      {annotate.Document{ID: "there", Text: "y"}, nil, ErrKnown},
		"no id":                    {annotate.Document{Text: "y"}, nil, nil},
		"a text that is no UTF-8":  {annotate.Document{ID: "new", Text: "a\xffb"}, nil, nil},
		"the hash of another text": {annotate.Document{ID: "new", Text: "y", SHA256: annotate.Hash("z")}, nil, nil},
		"fields that are no JSON":  {annotate.Document{ID: "new", Meta: annotate.Meta{"a": []byte("nope")}}, nil, annotate.ErrInvalidMark},
		"marks that do not fit":    {annotate.Document{ID: "new", Text: "y"}, []First{stale}, annotate.ErrStale},
		"marks of another article": {annotate.Document{ID: "new", Text: "y"}, []First{other}, annotate.ErrInvalidMark},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			err := p.Add(c.doc, c.first...)
			if err == nil || (c.want != nil && !errors.Is(err, c.want)) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if entries, err := p.Entries("ed"); err != nil || len(entries) != 1 {
				t.Errorf("the queue holds %v, %v", entries, err)
			}
		})
	}
	sound(t, p)
}

func TestAdd_keepsTextsOfEveryKind(t *testing.T) {
	p, path := newProject(t)
	texts := map[string]string{
		"empty": "", "script": scriptText, "crlf": "a\r\nb", "nul": "a\x00b", "bidi": "שלום \u202eעולם", "cjk": "他说：「好」", "long": strings.Repeat("word ", 200_000),
	}
	for id, text := range texts {
		if err := p.Add(annotate.Document{ID: id, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	p = reopened(t, p, path)
	for id, text := range texts {
		if d, err := p.Document(id); err != nil || d.Text != text || d.SHA256 != annotate.Hash(text) {
			t.Errorf("%s: %v", id, err)
		}
		if got, ok, err := p.FindByHash(annotate.Hash(text)); err != nil || !ok || got != id {
			t.Errorf("%s by its hash: %s %v %v", id, got, ok, err)
		}
	}
	sound(t, p)
}
