package annotate

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/bluepencil/bluepencil/annotate/offset"
)

// Errors that callers act on. They come wrapped, with the span that is meant.
var (
	ErrOutsideText  = errors.New("the span lies outside the text")
	ErrInGrapheme   = errors.New("the span would cut a character in two")
	ErrStale        = errors.New("the marks have changed in the meantime")
	ErrInvalidMark  = errors.New("the mark is not valid")
	ErrDanglingLink = errors.New("the relation points at a span that is not there")
)

// Sheet is one annotator's marks on one article. Its only mutator is Apply.
// A Sheet is not safe for use by several goroutines.
type Sheet struct {
	text      string
	status    Status
	spans     spanList
	byID      map[string]Span
	relations map[string]Relation
	links     map[string]map[string]bool // span id -> ids of the relations that touch it
}

// NewSheet returns an empty sheet on text, with status todo.
func NewSheet(text string) *Sheet {
	return &Sheet{
		text: text, status: Todo,
		relations: map[string]Relation{}, byID: map[string]Span{}, links: map[string]map[string]bool{},
	}
}

// Text returns the article's text.
func (s *Sheet) Text() string { return s.text }

// Status returns how far the article has come.
func (s *Sheet) Status() Status { return s.status }

// Spans returns all spans in the order of [CompareSpans]. The slice is the
// caller's.
func (s *Sheet) Spans() []Span { return s.spans.all() }

// Len returns the number of spans.
func (s *Sheet) Len() int { return s.spans.n }

// Span returns the span with that id.
func (s *Sheet) Span(id string) (Span, bool) {
	sp, ok := s.byID[id]
	return sp, ok
}

// Relations returns all relations in the order of [CompareRelations]. The slice
// is the caller's.
func (s *Sheet) Relations() []Relation {
	out := make([]Relation, 0, len(s.relations))
	for _, r := range s.relations {
		out = append(out, r)
	}
	slices.SortFunc(out, CompareRelations)
	return out
}

// Relation returns the relation with that id.
func (s *Sheet) Relation(id string) (Relation, bool) {
	r, ok := s.relations[id]
	return r, ok
}

// Touching returns the relations that start or end at the span with that id, in
// the order of [CompareRelations].
func (s *Sheet) Touching(id string) []Relation {
	var out []Relation
	for rel := range s.links[id] {
		out = append(out, s.relations[rel])
	}
	slices.SortFunc(out, CompareRelations)
	return out
}

// Marks returns everything on the sheet, status included.
func (s *Sheet) Marks() Marks {
	return Marks{Status: s.status, Spans: s.Spans(), Relations: s.Relations()}
}

// Overlapping returns the spans that share a byte with [start, end), in the order
// of [CompareSpans]. Where start equals end, these are the spans around that
// place.
func (s *Sheet) Overlapping(start, end int) []Span { return s.spans.overlapping(start, end) }

// At returns the spans that cover the byte at off, in the order of
// [CompareSpans]: of nested ones the outer first.
func (s *Sheet) At(off int) []Span { return s.Overlapping(off, off+1) }

// Apply makes the change c, or refuses it whole and leaves the sheet as it was.
// It refuses spans outside the text (ErrOutsideText) or across a grapheme
// (ErrInGrapheme), marks without id, label or valid state (ErrInvalidMark),
// scores that are not numbers (ErrInvalidMark too), relations without both
// their spans (ErrDanglingLink), a status in Before without one in After or the
// other way round (ErrInvalidMark), and a change whose Before is not what the
// sheet holds (ErrStale). So c.Inverse() always leads back.
//
// The sheet keeps the values it is given; nobody may write to their Meta later.
func (s *Sheet) Apply(c Change) error {
	if err := s.checkBefore(c.Before); err != nil {
		return fmt.Errorf("%s: %w", c.Verb, err)
	}
	if err := s.checkAfter(c); err != nil {
		return fmt.Errorf("%s: %w", c.Verb, err)
	}
	s.remove(c.Before)
	s.add(c.After)
	s.spans.replace(c.Before.Spans, c.After.Spans)
	return nil
}

func (s *Sheet) checkBefore(m Marks) error {
	if m.Status != "" && m.Status != s.status {
		return fmt.Errorf("status is %s, not %s: %w", s.status, m.Status, ErrStale)
	}
	seen := make(map[string]bool, len(m.Spans)+len(m.Relations))
	for _, sp := range m.Spans {
		if got, ok := s.byID[sp.ID]; !ok || !got.Equal(sp) || seen[sp.ID] {
			return fmt.Errorf("span %s: %w", sp.ID, ErrStale)
		}
		seen[sp.ID] = true
	}
	clear(seen)
	for _, r := range m.Relations {
		if got, ok := s.relations[r.ID]; !ok || !got.Equal(r) || seen[r.ID] {
			return fmt.Errorf("relation %s: %w", r.ID, ErrStale)
		}
		seen[r.ID] = true
	}
	return nil
}

// checkAfter holds the state that c would lead to against the rules, looking
// only at what c touches.
func (s *Sheet) checkAfter(c Change) error {
	if c.After.Status != "" && !c.After.Status.Valid() {
		return fmt.Errorf("status %q: %w", c.After.Status, ErrInvalidMark)
	}
	if (c.Before.Status == "") != (c.After.Status == "") {
		return fmt.Errorf("status from %q to %q: %w", c.Before.Status, c.After.Status, ErrInvalidMark)
	}
	gone := make(map[string]bool, len(c.Before.Spans))
	for _, sp := range c.Before.Spans {
		gone[sp.ID] = true
	}
	come := make(map[string]bool, len(c.After.Spans))
	for _, sp := range c.After.Spans {
		if _, ok := s.byID[sp.ID]; come[sp.ID] || (ok && !gone[sp.ID]) {
			return fmt.Errorf("span %s is there already: %w", sp.ID, ErrStale)
		}
		if err := s.checkSpan(sp); err != nil {
			return err
		}
		come[sp.ID] = true
	}
	return s.checkLinks(c, gone, come)
}

func (s *Sheet) checkSpan(sp Span) error {
	switch {
	case sp.ID == "" || sp.Label == "" || !sp.State.Valid() || !sp.Origin.Kind.Valid():
		return fmt.Errorf("span %q %q: %w", sp.ID, sp.Label, ErrInvalidMark)
	case !finite(sp.Score):
		return fmt.Errorf("span %s has the score %g: %w", sp.ID, sp.Score, ErrInvalidMark)
	case sp.Start < 0 || sp.End > len(s.text) || sp.Start >= sp.End:
		return fmt.Errorf("span %s [%d:%d] of %d: %w", sp.ID, sp.Start, sp.End, len(s.text), ErrOutsideText)
	case !offset.IsBoundary(s.text, sp.Start) || !offset.IsBoundary(s.text, sp.End):
		return fmt.Errorf("span %s [%d:%d]: %w", sp.ID, sp.Start, sp.End, ErrInGrapheme)
	}
	return nil
}

// finite leaves out NaN, which equals not even itself: such a mark could never
// be taken away again.
func finite(score float64) bool { return !math.IsNaN(score) && !math.IsInf(score, 0) }

func (s *Sheet) checkLinks(c Change, gone, come map[string]bool) error {
	there := func(id string) bool {
		_, ok := s.byID[id]
		return come[id] || (ok && !gone[id])
	}
	out := make(map[string]bool, len(c.Before.Relations))
	left := map[string]int{} // links that stay on a span that goes
	for _, r := range c.Before.Relations {
		out[r.ID] = true
		left[r.From]--
		if r.To != r.From {
			left[r.To]--
		}
	}
	in := make(map[string]bool, len(c.After.Relations))
	for _, r := range c.After.Relations {
		if _, ok := s.relations[r.ID]; in[r.ID] || (ok && !out[r.ID]) {
			return fmt.Errorf("relation %s is there already: %w", r.ID, ErrStale)
		}
		if r.ID == "" || r.Type == "" || !r.State.Valid() || !r.Origin.Kind.Valid() {
			return fmt.Errorf("relation %q %q: %w", r.ID, r.Type, ErrInvalidMark)
		}
		if !finite(r.Score) {
			return fmt.Errorf("relation %s has the score %g: %w", r.ID, r.Score, ErrInvalidMark)
		}
		if !there(r.From) || !there(r.To) {
			return fmt.Errorf("relation %s: %w", r.ID, ErrDanglingLink)
		}
		in[r.ID] = true
	}
	for id := range gone {
		if !come[id] && len(s.links[id])+left[id] > 0 {
			return fmt.Errorf("span %s still has relations: %w", id, ErrDanglingLink)
		}
	}
	return nil
}

func (s *Sheet) remove(m Marks) {
	for _, r := range m.Relations {
		delete(s.relations, r.ID)
		s.unlink(r.From, r.ID)
		s.unlink(r.To, r.ID)
	}
	for _, sp := range m.Spans {
		delete(s.byID, sp.ID)
	}
}

func (s *Sheet) add(m Marks) {
	if m.Status != "" {
		s.status = m.Status
	}
	for _, sp := range m.Spans {
		s.byID[sp.ID] = sp
	}
	for _, r := range m.Relations {
		s.relations[r.ID] = r
		s.link(r.From, r.ID)
		s.link(r.To, r.ID)
	}
}

func (s *Sheet) link(span, relation string) {
	if s.links[span] == nil {
		s.links[span] = map[string]bool{}
	}
	s.links[span][relation] = true
}

func (s *Sheet) unlink(span, relation string) {
	delete(s.links[span], relation)
	if len(s.links[span]) == 0 {
		delete(s.links, span)
	}
}
