package learn

import "fmt"

// Tag places a token in a span: 0 is outside; the other tags are 1 + 4·label +
// place, with label an index into the model's labels.
type Tag uint8

// Outside is the tag of a token that is in no span.
const Outside Tag = 0

// The places of a token in its span.
const (
	begin = iota
	inside
	last
	single
)

// MaxLabels bounds the labels of a model, so that the tags fit a [TagSet].
const MaxLabels = 15

// Label returns the index of the tag's label, or -1 for [Outside].
func (t Tag) Label() int { return (int(t)+3)/4 - 1 }

// Opens reports whether a span begins with a token of this tag.
func (t Tag) Opens() bool { return t != Outside && (t.place() == begin || t.place() == single) }

// Closes reports whether a span ends with a token of this tag.
func (t Tag) Closes() bool { return t != Outside && t.place() >= last }

func (t Tag) place() int { return (int(t) - 1) % 4 }

// tagOf returns the tag of the token at index i of a span of n tokens.
func tagOf(label, i, n int) Tag {
	place := inside
	switch {
	case n == 1:
		place = single
	case i == 0:
		place = begin
	case i == n-1:
		place = last
	}
	return Tag(1 + 4*label + place)
}

// TagSet is a set of tags.
type TagSet uint64

// Any holds every tag.
const Any TagSet = 1<<(1+4*MaxLabels) - 1

// Only returns the set of one tag.
func Only(t Tag) TagSet { return 1 << t }

// Has reports whether the tag is in the set.
func (s TagSet) Has(t Tag) bool { return s>>t&1 != 0 }

// SpanTags returns the tags that the token at index i of a span of n tokens may
// have when the span's label is one of labels.
func SpanTags(labels []int, i, n int) TagSet {
	var s TagSet
	for _, l := range labels {
		s |= Only(tagOf(l, i, n))
	}
	return s
}

// LabelTags returns all the tags of the labels.
func LabelTags(labels []int) TagSet {
	var s TagSet
	for _, l := range labels {
		s |= 15 << (1 + 4*l)
	}
	return s
}

// legal reports whether b may follow a. The ends of a sequence count as Outside.
func legal(a, b Tag) bool {
	if a == Outside || a.Closes() {
		return b == Outside || b.Opens()
	}
	return b != Outside && !b.Opens() && a.Label() == b.Label()
}

func checkLabels(labels []string) error {
	if len(labels) == 0 || len(labels) > MaxLabels {
		return fmt.Errorf("%d labels; a model has 1 to %d", len(labels), MaxLabels)
	}
	return nil
}
