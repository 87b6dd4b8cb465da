package annotate

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestChangeInverse_swapsTheEndsAndNamesWhatItReverses(t *testing.T) {
	c := Change{
		ID: "c1", DocumentID: "d1", Verb: VerbRelabel, By: "kim", At: editor.At,
		Before: Marks{Status: Todo, Spans: []Span{span("a", 0, 3, Person)}},
		After:  Marks{Status: Doing, Spans: []Span{span("a", 0, 3, Org)}},
	}
	want := c
	want.Before, want.After, want.Reverses = c.After, c.Before, "c1"
	if diff := cmp.Diff(want, c.Inverse()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if back := c.Inverse().Inverse(); !back.Before.Equal(c.Before) || !back.After.Equal(c.After) {
		t.Errorf("the inverse of the inverse is %+v", back)
	}
}

func TestMeta_readsAndWritesText(t *testing.T) {
	m := Meta{"n": json.RawMessage("3"), "null": json.RawMessage("null"), "bad": json.RawMessage("{")}
	for _, value := range []string{"plain", "“curly” \"straight\" «g»", "👩‍👩‍👧 Cafe\u0301 東京 שלום", "a\r\nb"} {
		if got := m.With("k", value).Text("k"); got != value {
			t.Errorf("With then Text: %q, want %q", got, value)
		}
	}
	for _, key := range []string{"n", "null", "bad", "absent"} {
		if got := m.Text(key); got != "" {
			t.Errorf("Text(%s) = %q, want nothing", key, got)
		}
	}
}

func TestMetaWith_leavesTheOriginalAlone(t *testing.T) {
	m := Meta{}.With("a", "1")
	more, less := m.With("b", "2"), m.With("a", "")
	if m.Text("a") != "1" || len(m) != 1 {
		t.Errorf("the original is now %s", m)
	}
	if more.Text("a") != "1" || more.Text("b") != "2" {
		t.Errorf("with b: %s", more)
	}
	if len(less) != 0 || !less.Equal(nil) {
		t.Errorf("without a: %s", less)
	}
	var none Meta
	if none.With("a", "") != nil || none.With("a", "1").Text("a") != "1" {
		t.Error("a nil Meta does not take a value")
	}
}

func TestSpanEqual_seesEveryField(t *testing.T) {
	a := span("a", 0, 3, Person)
	for name, edit := range map[string]func(*Span){
		"id":             func(s *Span) { s.ID = "b" },
		"start":          func(s *Span) { s.Start = 1 },
		"end":            func(s *Span) { s.End = 4 },
		"label":          func(s *Span) { s.Label = Org },
		"state":          func(s *Span) { s.State = Rejected },
		"origin kind":    func(s *Span) { s.Origin.Kind = ByRule },
		"origin name":    func(s *Span) { s.Origin.Name = "x" },
		"origin version": func(s *Span) { s.Origin.Version = "2" },
		"origin time":    func(s *Span) { s.Origin.At = s.Origin.At.Add(1) },
		"score":          func(s *Span) { s.Score = 0.5 },
		"quote type":     func(s *Span) { s.QuoteType = "mixed" },
		"speaker":        func(s *Span) { s.Speaker = "Ana" },
		"reason":         func(s *Span) { s.Reason = "why" },
		"meta":           func(s *Span) { s.Meta = s.Meta.With("k", "v") },
	} {
		if b := with(a, edit); a.Equal(b) || b.Equal(a) {
			t.Errorf("Equal overlooks the %s", name)
		}
	}
	elsewhere := with(a, func(s *Span) {
		s.Origin.At = s.Origin.At.In(time.FixedZone("x", 3600))
		s.Meta = Meta{}
	})
	if !a.Equal(elsewhere) {
		t.Error("the same moment in another zone, or an empty Meta, is a difference")
	}
}

func TestRelationEqual_seesEveryField(t *testing.T) {
	a := relation("r", SpeakerOf, "a", "b")
	for name, edit := range map[string]func(*Relation){
		"id":     func(r *Relation) { r.ID = "x" },
		"type":   func(r *Relation) { r.Type = CueOf },
		"from":   func(r *Relation) { r.From = "x" },
		"to":     func(r *Relation) { r.To = "x" },
		"state":  func(r *Relation) { r.State = Suggested },
		"origin": func(r *Relation) { r.Origin.Name = "x" },
		"score":  func(r *Relation) { r.Score = 1 },
		"reason": func(r *Relation) { r.Reason = "x" },
		"meta":   func(r *Relation) { r.Meta = r.Meta.With("k", "v") },
	} {
		if b := withRelation(a, edit); a.Equal(b) || b.Equal(a) {
			t.Errorf("Equal overlooks the %s", name)
		}
	}
	if !a.Equal(relation("r", SpeakerOf, "a", "b")) {
		t.Error("equal relations differ")
	}
}

func TestMarks_sortIntoTheOrderOfThePage(t *testing.T) {
	m := Marks{
		Spans: []Span{
			span("5", 4, 6, Person), span("4", 0, 3, Person), span("3", 0, 3, Org),
			span("2", 0, 3, Org), span("1", 0, 9, Quote),
		},
		Relations: []Relation{
			relation("4", SpeakerOf, "q2", "a"), relation("3", SpeakerOf, "q1", "b"),
			relation("2", SpeakerOf, "q1", "a"), relation("1", CueOf, "q1", "z"),
		},
	}
	m.Sort()
	for i, sp := range m.Spans {
		if want := string(rune('1' + i)); sp.ID != want {
			t.Errorf("span %d is %s, want %s", i, sp.ID, want)
		}
	}
	for i, r := range m.Relations {
		if want := string(rune('1' + i)); r.ID != want {
			t.Errorf("relation %d is %s, want %s", i, r.ID, want)
		}
	}
}

func TestMarks_knowWhenTheyAreEmpty(t *testing.T) {
	if !(Marks{}).Empty() {
		t.Error("no marks are not empty")
	}
	for _, m := range []Marks{{Status: Todo}, {Spans: make([]Span, 1)}, {Relations: make([]Relation, 1)}} {
		if m.Empty() {
			t.Errorf("%+v is empty", m)
		}
		if m.Equal(Marks{}) || !m.Equal(m) {
			t.Errorf("Equal errs on %+v", m)
		}
	}
}

func TestHash_isTheSHA256OfTheText(t *testing.T) {
	for text, want := range map[string]string{
		"":     "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		"abc":  "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		"abc ": "",
	} {
		if got := Hash(text); (got == want) != (want != "") {
			t.Errorf("Hash(%q) = %s", text, got)
		}
	}
}
