package quote

import "unicode/utf8"

// Range is a stretch of the text: text[Start:End], in bytes.
type Range struct{ Start, End int }

// Name is a named thing in the text, as an entity recognizer found it.
type Name struct {
	Start, End int    // bytes, half open
	Label      string // PERSON, ORG, GPE, NORP, FAC … (OntoNotes 5)
}

// usable reports whether the name lies inside the text and on characters.
func (n Name) usable(text string) bool {
	whole := func(off int) bool { return off == len(text) || utf8.RuneStart(text[off]) }
	return n.Start >= 0 && n.Start < n.End && n.End <= len(text) && whole(n.Start) && whole(n.End)
}

// The kinds of quotation.
const (
	Direct = "direct" // a sentence of the speaker's own
	Mixed  = "mixed"  // a few words of the speaker's inside a sentence of the reporter's
)

// The kinds of mention.
const (
	ByName    = "name"    // Ana Roy, Mr Roy
	ByPronoun = "pronoun" // he, she, they
	ByRole    = "role"    // the minister, a spokeswoman for the bank
	ByOrg     = "org"     // the company, the European Commission
)

// Mention is the place in the text that says whose words a quote is.
type Mention struct {
	Start, End int    // bytes, half open
	Kind       string // ByName, ByPronoun, ByRole or ByOrg
	Name       int    // index of the Name that the mention is, or -1
	Refers     int    // index of the Name that names the person most fully, or -1
	Full       *Range // the place that names the person most fully, also where no Name does; or nil
}

// Quote is one contiguous stretch of somebody's words.
type Quote struct {
	Start, End int      // bytes, half open, with the quotation marks
	Kind       string   // Direct or Mixed
	Score      float64  // 0 to 1: how sure it is that these are somebody's words
	Certainty  float64  // 0 to 1: how sure the mention is; 0 where none was found
	Reason     string   // why, in words for an editor
	Cue        *Range   // the attributing words, nil if none
	Mention    *Mention // the nearest attributing mention, nil if none
	Speaker    string   // the fullest name in the article, else the role as printed, else ""
}
