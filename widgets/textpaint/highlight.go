package textpaint

import "image/color"

// Style is how a highlight is drawn.
type Style uint8

// The styles.
const (
	Ground    Style = iota // a tinted ground behind the words: quotes
	Underline              // a line under the words and a tag: entities
	Box                    // a thin frame: mentions of speakers
	Dotted                 // a dotted line under the words: cues
)

// Highlight is a mark on text[Start:End]. Highlights may nest and overlap at will.
type Highlight struct {
	ID         string
	Start, End int
	Tag        string      // a short label shown beside the words where there is room
	Color      color.NRGBA // of lines and tag, opaque; grounds are tinted with it
	Style      Style
	Dashed     bool // suggested, not yet confirmed
	Faint      bool // rejected or filtered
}

// Link is a quiet arrow from one highlight to another, both named by ID.
type Link struct {
	From, To string
	Color    color.NRGBA
	Tag      string
}
