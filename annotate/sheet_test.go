package annotate

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const article = "“We won,” said Ana Roy. 👩‍👩‍👧 Cafe\u0301. «Да», 東京, שלום.\r\nShe left."

var editor = Origin{Kind: ByEditor, Name: "kim", At: time.Date(2026, 5, 4, 3, 2, 1, 0, time.UTC)}

func span(id string, start, end int, label string) Span {
	return Span{ID: id, Start: start, End: end, Label: label, State: Confirmed, Origin: editor}
}

func relation(id, kind, from, to string) Relation {
	return Relation{ID: id, Type: kind, From: from, To: to, State: Confirmed, Origin: editor}
}

// quoteMarks are a quote, its speaker and its cue.
func quoteMarks() Marks {
	return Marks{
		Spans:     []Span{span("q1", 0, 13, Quote), span("c1", 14, 18, Cue), span("p1", 19, 26, Person)},
		Relations: []Relation{relation("r1", SpeakerOf, "q1", "p1"), relation("r2", CueOf, "q1", "c1")},
	}
}

func newQuoteSheet(t testing.TB) *Sheet {
	t.Helper()
	s := NewSheet(article)
	if err := s.Apply(Change{Verb: VerbSuggest, After: quoteMarks()}); err != nil {
		t.Fatal(err)
	}
	return s
}

func with(sp Span, edit func(*Span)) Span { edit(&sp); return sp }

func withRelation(r Relation, edit func(*Relation)) Relation { edit(&r); return r }

func TestSheetApply_refusesWholeAndLeavesTheSheetAsItWas(t *testing.T) {
	m := quoteMarks()
	quote, person := m.Spans[0], m.Spans[2]
	fresh := span("n1", 19, 22, Person)
	link := relation("r3", RefersTo, "c1", "p1")
	after := func(spans ...Span) Change { return Change{After: Marks{Spans: spans}} }
	relate := func(r ...Relation) Change { return Change{After: Marks{Relations: r}} }
	for _, c := range []struct {
		name   string
		change Change
		want   error
	}{
		{"a span before the text", after(with(fresh, func(s *Span) { s.Start = -1 })), ErrOutsideText},
		{"a span behind the text", after(with(fresh, func(s *Span) { s.End = len(article) + 1 })), ErrOutsideText},
		{"an empty span", after(with(fresh, func(s *Span) { s.End = s.Start })), ErrOutsideText},
		{"a span that ends before it starts", after(with(fresh, func(s *Span) { s.End = s.Start - 1 })), ErrOutsideText},
		{"a start within a curly mark", after(with(fresh, func(s *Span) { s.Start = 1 })), ErrInGrapheme},
		{"an end within a joined emoji", after(span("n1", 28, 32, Person)), ErrInGrapheme},
		{"an end before a combining accent", after(span("n1", 47, 51, Person)), ErrInGrapheme},
		{"an end between CR and LF", after(span("n1", 78, 82, Person)), ErrInGrapheme},
		{"a span without an id", after(with(fresh, func(s *Span) { s.ID = "" })), ErrInvalidMark},
		{"a span without a label", after(with(fresh, func(s *Span) { s.Label = "" })), ErrInvalidMark},
		{"a span in an unknown state", after(with(fresh, func(s *Span) { s.State = "maybe" })), ErrInvalidMark},
		{"a span of unknown origin", after(with(fresh, func(s *Span) { s.Origin = Origin{} })), ErrInvalidMark},
		{"a span whose score is not a number", after(with(fresh, func(s *Span) { s.Score = math.NaN() })), ErrInvalidMark},
		{"a span whose score is endless", after(with(fresh, func(s *Span) { s.Score = math.Inf(1) })), ErrInvalidMark},
		{"a span that is there already", after(quote), ErrStale},
		{"the same new span twice", after(fresh, fresh), ErrStale},
		{"a good span beside a bad one", after(fresh, span("n2", 5, 5, Person)), ErrOutsideText},
		{"a relation from a span that is not there", relate(withRelation(link, func(r *Relation) { r.From = "x" })), ErrDanglingLink},
		{"a relation to a span that is not there", relate(withRelation(link, func(r *Relation) { r.To = "x" })), ErrDanglingLink},
		{"a relation without an id", relate(withRelation(link, func(r *Relation) { r.ID = "" })), ErrInvalidMark},
		{"a relation without a type", relate(withRelation(link, func(r *Relation) { r.Type = "" })), ErrInvalidMark},
		{"a relation in an unknown state", relate(withRelation(link, func(r *Relation) { r.State = "" })), ErrInvalidMark},
		{"a relation of unknown origin", relate(withRelation(link, func(r *Relation) { r.Origin.Kind = "magic" })), ErrInvalidMark},
		{"a relation whose score is not a number", relate(withRelation(link, func(r *Relation) { r.Score = math.NaN() })), ErrInvalidMark},
		{"a relation that is there already", relate(m.Relations[0]), ErrStale},
		{"the same new relation twice", relate(link, link), ErrStale},
		{"a relation to a span that goes in the same step", Change{
			Before: Marks{Spans: []Span{person}, Relations: m.Relations[:1]},
			After:  Marks{Relations: []Relation{link}},
		}, ErrDanglingLink},
		{"the removal of a span that has relations", Change{Before: Marks{Spans: []Span{person}}}, ErrDanglingLink},
		{"the removal of a span with one of its relations", Change{Before: Marks{Spans: []Span{quote}, Relations: m.Relations[:1]}}, ErrDanglingLink},
		{"the removal of a span that is not there", Change{Before: Marks{Spans: []Span{fresh}}}, ErrStale},
		{"the removal of a span that has changed", Change{
			Before: Marks{Spans: []Span{with(person, func(s *Span) { s.State = Suggested })}},
		}, ErrStale},
		{"the removal of one span twice", Change{
			Before: Marks{Spans: []Span{quote, quote}, Relations: m.Relations},
		}, ErrStale},
		{"the removal of a relation that is not there", Change{Before: Marks{Relations: []Relation{link}}}, ErrStale},
		{"the removal of a relation that has changed", Change{
			Before: Marks{Relations: []Relation{withRelation(m.Relations[0], func(r *Relation) { r.Reason = "new" })}},
		}, ErrStale},
		{"the removal of one relation twice", Change{
			Before: Marks{Relations: []Relation{m.Relations[0], m.Relations[0]}},
		}, ErrStale},
		{"a status that has changed", Change{Before: Marks{Status: Done}, After: Marks{Status: Todo}}, ErrStale},
		{"an unknown status", Change{Before: Marks{Status: Todo}, After: Marks{Status: "almost"}}, ErrInvalidMark},
		{"a status from nowhere", Change{After: Marks{Status: Done}}, ErrInvalidMark},
		{"a status that leads nowhere", Change{Before: Marks{Status: Todo}}, ErrInvalidMark},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newQuoteSheet(t)
			before := s.Marks()
			if err := s.Apply(c.change); !errors.Is(err, c.want) {
				t.Errorf("Apply: %v, want %v", err, c.want)
			}
			if diff := cmp.Diff(before, s.Marks()); diff != "" {
				t.Errorf("the refused change left traces (-before +after):\n%s", diff)
			}
		})
	}
}

func TestSheetApply_makesAndTakesBack(t *testing.T) {
	m := quoteMarks()
	quote, person := m.Spans[0], m.Spans[2]
	for _, c := range []struct {
		name   string
		change Change
	}{
		{"a new span around others", Change{After: Marks{Spans: []Span{span("n1", 0, 26, "EVENT")}}}},
		{"a second label on the same words", Change{After: Marks{Spans: []Span{span("n1", 19, 26, Speaker)}}}},
		{"a span of joined emoji", Change{After: Marks{Spans: []Span{span("n1", 28, 46, Person)}}}},
		{"a span of the whole text", Change{After: Marks{Spans: []Span{span("n1", 0, len(article), Person)}}}},
		{"another label", Change{
			Before: Marks{Spans: []Span{person}},
			After:  Marks{Spans: []Span{with(person, func(s *Span) { s.Label = Org })}},
		}},
		{"a moved boundary under a relation", Change{
			Before: Marks{Spans: []Span{quote}},
			After:  Marks{Spans: []Span{with(quote, func(s *Span) { s.Start = 3 })}},
		}},
		{"a span and all its relations gone", Change{Before: Marks{Spans: []Span{quote}, Relations: m.Relations}}},
		{"another speaker", Change{
			Before: Marks{Relations: m.Relations[:1]},
			After:  Marks{Spans: []Span{span("n1", 84, 87, Speaker)}, Relations: []Relation{relation("r1", SpeakerOf, "q1", "n1")}},
		}},
		{"a relation from a span to itself", Change{After: Marks{Relations: []Relation{relation("r9", RefersTo, "p1", "p1")}}}},
		{"the status", Change{Before: Marks{Status: Todo}, After: Marks{Status: Done}}},
		{"a field of another program", Change{
			Before: Marks{Spans: []Span{person}},
			After:  Marks{Spans: []Span{with(person, func(s *Span) { s.Meta = s.Meta.With("wiki", "Q1") })}},
		}},
		{"nothing", Change{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newQuoteSheet(t)
			before := s.Marks()
			if err := s.Apply(c.change); err != nil {
				t.Fatalf("Apply: %v", err)
			}
			for _, sp := range c.change.After.Spans {
				if got, ok := s.Span(sp.ID); !ok || !got.Equal(sp) {
					t.Errorf("span %s is %+v, %v", sp.ID, got, ok)
				}
			}
			checkSheet(t, s)
			if err := s.Apply(c.change.Inverse()); err != nil {
				t.Fatalf("the inverse: %v", err)
			}
			if after := s.Marks(); !after.Equal(before) {
				t.Errorf("not as before: %s", cmp.Diff(before, after))
			}
			checkSheet(t, s)
		})
	}
}

// checkSheet holds what the sheet answers against a slow reading of its marks.
func checkSheet(t testing.TB, s *Sheet) {
	t.Helper()
	m := s.Marks()
	sorted := Marks{Status: m.Status, Spans: slices.Clone(m.Spans), Relations: slices.Clone(m.Relations)}
	sorted.Sort()
	if !m.Equal(sorted) {
		t.Fatalf("the marks are not in order: %s", cmp.Diff(sorted, m))
	}
	if s.Len() != len(m.Spans) {
		t.Fatalf("Len is %d, but there are %d spans", s.Len(), len(m.Spans))
	}
	for _, sp := range m.Spans {
		if got, ok := s.Span(sp.ID); !ok || !got.Equal(sp) {
			t.Fatalf("Span(%s) = %+v, %v", sp.ID, got, ok)
		}
		var want []Relation
		for _, r := range m.Relations {
			if r.From == sp.ID || r.To == sp.ID {
				want = append(want, r)
			}
		}
		if got := s.Touching(sp.ID); !slices.EqualFunc(got, want, Relation.Equal) {
			t.Fatalf("Touching(%s): %s", sp.ID, cmp.Diff(want, got))
		}
	}
	for _, r := range m.Relations {
		if got, ok := s.Relation(r.ID); !ok || !got.Equal(r) {
			t.Fatalf("Relation(%s) = %+v, %v", r.ID, got, ok)
		}
	}
}

func checkPlaces(t testing.TB, s *Sheet, start, end int) {
	t.Helper()
	var want []Span
	for _, sp := range s.Spans() {
		if sp.Overlaps(start, end) {
			want = append(want, sp)
		}
	}
	if got := s.Overlapping(start, end); !slices.EqualFunc(got, want, Span.Equal) {
		t.Fatalf("Overlapping(%d, %d): %s", start, end, cmp.Diff(want, got))
	}
	if end == start+1 {
		if got := s.At(start); !slices.EqualFunc(got, want, Span.Equal) {
			t.Fatalf("At(%d): %s", start, cmp.Diff(want, got))
		}
	}
}

func TestSheet_answersByPlaceAsASlowScanDoes(t *testing.T) {
	s, text := crowdedSheet(t, 700)
	for off := -1; off <= len(text); off += 13 {
		for _, n := range []int{0, 1, 2, 40, 3000} {
			checkPlaces(t, s, off, off+n)
		}
	}
	checkSheet(t, s)
	for i, sp := range s.Spans() {
		if i%3 == 0 {
			continue
		}
		if err := s.Apply(Change{Before: Marks{Spans: []Span{sp}}}); err != nil {
			t.Fatal(err)
		}
		checkPlaces(t, s, sp.Start, sp.Start+1)
	}
	checkSheet(t, s)
	if err := s.Apply(Change{Before: Marks{Spans: s.Spans()}}); err != nil {
		t.Fatal(err)
	}
	if s.Len() != 0 || s.Spans() != nil || s.At(5) != nil {
		t.Errorf("an emptied sheet still holds %v", s.Spans())
	}
}

// crowdedSheet returns a sheet with n short spans, put in one by one in a mixed
// order, and long ones over them: a few, or many where n is small.
func crowdedSheet(tb testing.TB, n int) (*Sheet, string) {
	tb.Helper()
	text := make([]byte, 5*n+100)
	for i := range text {
		text[i] = byte('a' + i%26)
	}
	s := NewSheet(string(text))
	for i := range n {
		start := i * 7919 % n * 5
		end := start + 1 + i%9
		if i%5000 == 0 || i%100 == 77 && n < 1000 {
			end = len(text)
		}
		sp := span(fmt.Sprintf("s%d", i), start, end, []string{Person, Org, Quote}[i%3])
		if err := s.Apply(Change{After: Marks{Spans: []Span{sp}}}); err != nil {
			tb.Fatal(err)
		}
	}
	return s, string(text)
}

func TestSheet_givesSlicesThatAreTheCallers(t *testing.T) {
	s := newQuoteSheet(t)
	want := s.Marks()
	got := s.Marks()
	got.Spans[0].Label, got.Relations[0].Type = "CHANGED", "changed"
	s.At(0)[0].Label = "CHANGED"
	if after := s.Marks(); !after.Equal(want) {
		t.Errorf("the caller's change reached the sheet: %s", cmp.Diff(want, after))
	}
}

func TestNewSheet_isEmptyAndToBeDone(t *testing.T) {
	s := NewSheet("")
	if m := s.Marks(); m.Status != Todo || len(m.Spans)+len(m.Relations) != 0 || s.Text() != "" || s.Len() != 0 {
		t.Errorf("a new sheet holds %+v", m)
	}
	if _, ok := s.Span("x"); ok {
		t.Error("a new sheet knows a span")
	}
	if got := s.Overlapping(0, 9); got != nil {
		t.Errorf("a new sheet has overlaps %v", got)
	}
	if got := s.Touching("x"); got != nil {
		t.Errorf("a new sheet has relations %v", got)
	}
}

func BenchmarkSheet(b *testing.B) {
	s, text := crowdedSheet(b, 20000)
	spans := s.Spans()
	b.Run("At", func(b *testing.B) {
		for off := 0; b.Loop(); off = (off + 7919) % len(text) {
			s.At(off)
		}
	})
	b.Run("ApplyAccept", func(b *testing.B) {
		for i := 0; b.Loop(); i = (i + 7919) % len(spans) {
			next := spans[i]
			next.Reason = fmt.Sprint(i)
			if err := s.Apply(Change{Before: Marks{Spans: spans[i : i+1]}, After: Marks{Spans: []Span{next}}}); err != nil {
				b.Fatal(err)
			}
			spans[i] = next
		}
	})
	b.Run("ApplyAll", func(b *testing.B) {
		for b.Loop() {
			if err := NewSheet(text).Apply(Change{After: Marks{Spans: spans}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
