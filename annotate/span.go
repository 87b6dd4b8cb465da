package annotate

import (
	"cmp"
	"slices"
	"time"
)

// State says how far a mark has come.
type State string

// The states of a mark. A rejected one is kept, so that it is not suggested again.
const (
	Suggested State = "suggested"
	Confirmed State = "confirmed"
	Rejected  State = "rejected"
)

// Valid reports whether s is one of the three states.
func (s State) Valid() bool { return s == Suggested || s == Confirmed || s == Rejected }

// OriginKind says what kind of hand made a mark.
type OriginKind string

// The kinds of origin.
const (
	ByRule   OriginKind = "rule"
	ByModel  OriginKind = "model"
	ByEditor OriginKind = "editor"
	ByImport OriginKind = "import"
)

// Valid reports whether k is one of the four kinds.
func (k OriginKind) Valid() bool {
	return k == ByRule || k == ByModel || k == ByEditor || k == ByImport
}

// Origin says who or what made a mark, and when.
type Origin struct {
	Kind    OriginKind
	Name    string    // the suggester, the editor or the file
	Version string    // of the suggester, if any
	At      time.Time // UTC; zero where unknown
}

// Span is a labelled stretch of an article: Text[Start:End].
type Span struct {
	ID         string
	Start, End int // bytes, half open, on grapheme boundaries
	Label      string
	State      State
	Origin     Origin
	Score      float64 // 0 to 1; 0 where unknown
	QuoteType  string  // direct, mixed; on quotes only
	Speaker    string  // the resolved name; on quotes only
	Reason     string  // why it was suggested, in a few words
	Meta       Meta    // fields of other programs
}

// Equal reports whether every field of two spans agrees.
func (s Span) Equal(o Span) bool {
	same := s.ID == o.ID && s.Start == o.Start && s.End == o.End && s.Label == o.Label
	same = same && s.State == o.State && s.Score == o.Score && s.QuoteType == o.QuoteType
	same = same && s.Speaker == o.Speaker && s.Reason == o.Reason
	return same && s.Origin.equal(o.Origin) && s.Meta.Equal(o.Meta)
}

func (o Origin) equal(p Origin) bool {
	return o.Kind == p.Kind && o.Name == p.Name && o.Version == p.Version && o.At.Equal(p.At)
}

// Overlaps reports whether s shares at least one byte with [start, end).
func (s Span) Overlaps(start, end int) bool { return s.Start < end && start < s.End }

// CompareSpans orders spans by start, then longest first, then label and id:
// the order of the page and of every export.
func CompareSpans(a, b Span) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End),
		cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID),
	)
}

// The types of relation that the default label set uses.
const (
	SpeakerOf = "speaker"   // from a quote to the mention of who said it
	CueOf     = "cue"       // from a quote to the words that attribute it
	RefersTo  = "refers_to" // from a pronoun or role to the name it stands for
)

// Relation ties two spans of one sheet together.
type Relation struct {
	ID       string
	Type     string
	From, To string // span ids
	State    State
	Origin   Origin
	Score    float64 // 0 to 1; 0 where unknown
	Reason   string  // why it was suggested, in a few words
	Meta     Meta    // fields of other programs
}

// Equal reports whether every field of two relations agrees.
func (r Relation) Equal(o Relation) bool {
	same := r.ID == o.ID && r.Type == o.Type && r.From == o.From && r.To == o.To
	same = same && r.State == o.State && r.Score == o.Score && r.Reason == o.Reason
	return same && r.Origin.equal(o.Origin) && r.Meta.Equal(o.Meta)
}

// CompareRelations orders relations by from, type, to and id.
func CompareRelations(a, b Relation) int {
	return cmp.Or(
		cmp.Compare(a.From, b.From), cmp.Compare(a.Type, b.Type),
		cmp.Compare(a.To, b.To), cmp.Compare(a.ID, b.ID),
	)
}

// Status says how far the work on one article has come.
type Status string

// The statuses of an article.
const (
	Todo    Status = "todo"
	Doing   Status = "doing"
	Done    Status = "done"
	Skipped Status = "skipped"
)

// Valid reports whether s is one of the four statuses.
func (s Status) Valid() bool { return s == Todo || s == Doing || s == Done || s == Skipped }

// Marks is a set of spans and relations, with the article's status where that
// is part of it ("" where not).
type Marks struct {
	Status    Status
	Spans     []Span
	Relations []Relation
}

// Empty reports whether m holds nothing at all.
func (m Marks) Empty() bool {
	return m.Status == "" && len(m.Spans) == 0 && len(m.Relations) == 0
}

// Sort puts the marks into the order of the page: see [CompareSpans] and
// [CompareRelations].
func (m Marks) Sort() {
	slices.SortFunc(m.Spans, CompareSpans)
	slices.SortFunc(m.Relations, CompareRelations)
}

// Equal reports whether two sets hold equal marks in the same order.
func (m Marks) Equal(o Marks) bool {
	return m.Status == o.Status && slices.EqualFunc(m.Spans, o.Spans, Span.Equal) &&
		slices.EqualFunc(m.Relations, o.Relations, Relation.Equal)
}
