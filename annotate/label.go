package annotate

import (
	"slices"
	"strings"
)

// LabelKind says what a label is for, which decides how the page draws it.
type LabelKind string

// The kinds of label.
const (
	KindQuote   LabelKind = "quote"   // quoted words: a tinted ground
	KindSpeaker LabelKind = "speaker" // a pronoun or role that stands for a speaker
	KindCue     LabelKind = "cue"     // the words that attribute a quote
	KindEntity  LabelKind = "entity"  // a named thing: an underline and a tag
	KindValue   LabelKind = "value"   // a number, date or amount
)

// Names of the labels that the program itself gives a meaning to.
const (
	Quote   = "QUOTE"
	Speaker = "SPEAKER"
	Cue     = "CUE"
	Person  = "PERSON"
	Org     = "ORG"
)

// Label is one entry of a project's vocabulary.
type Label struct {
	Name      string
	Color     string // "#rrggbb", chosen for the light page; the theme adapts it
	Key       string // one character that labels the selection, or ""
	Kind      LabelKind
	Group     string // a heading under which panels list it
	Guideline string // what the label means, in a sentence or two
}

// LabelSet is a project's vocabulary, in the order in which panels list it.
type LabelSet []Label

// Find returns the label of that name.
func (s LabelSet) Find(name string) (Label, bool) {
	i := slices.IndexFunc(s, func(l Label) bool { return l.Name == name })
	if i < 0 {
		return Label{}, false
	}
	return s[i], true
}

// ByKey returns the label that key stands for, ignoring case.
func (s LabelSet) ByKey(key string) (Label, bool) {
	i := slices.IndexFunc(s, func(l Label) bool { return l.Key != "" && strings.EqualFold(l.Key, key) })
	if i < 0 {
		return Label{}, false
	}
	return s[i], true
}
