package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/widgets/textlay"
	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

// What the page is made of; see the packages that own the types.
type (
	// Highlight is a mark on a stretch of the text.
	Highlight = textpaint.Highlight
	// Link is a quiet arrow between two highlights.
	Link = textpaint.Link
	// Style is how a highlight is drawn.
	Style = textpaint.Style
	// Block says that paragraphs are not body text.
	Block = textlay.Block
	// BlockKind is what such a paragraph is.
	BlockKind = textlay.BlockKind
)

// The styles of highlights and the kinds of paragraphs.
const (
	Ground    = textpaint.Ground
	Underline = textpaint.Underline
	Box       = textpaint.Box
	Dotted    = textpaint.Dotted

	Body        = textlay.Body
	Headline    = textlay.Headline
	Byline      = textlay.Byline
	Caption     = textlay.Caption
	Boilerplate = textlay.Boilerplate
)

// Family is the typeface of the page.
type Family uint8

// The families.
const (
	Serif Family = iota
	Sans
	Mono
)

// Faces are font files (TrueType or OpenType) for the families. Those left nil
// are the theme's fonts.
type Faces struct {
	Serif, SerifBold []byte
	Sans, SansBold   []byte
	Mono, MonoBold   []byte
}

// AnnotatedText is a read-only page of text of any length with highlights,
// a selection and a caret. All offsets are bytes on grapheme boundaries; all
// calls and callbacks belong to the UI goroutine.
type AnnotatedText struct {
	widget.BaseWidget

	// OnSelect is told that the user changed the selection; a caret has
	// start == end.
	OnSelect func(start, end int)
	// OnPick is told that a highlight was clicked, "" that the click hit none.
	// Repeated clicks at one place walk through the highlights that overlap there.
	OnPick func(id string)
	// OnMove is told that a boundary handle of the picked highlight was dropped.
	OnMove func(id string, start, end int)
	// OnMenu is told of a right click: the offset under the pointer, and the
	// place on the canvas.
	OnMenu func(off int, pos fyne.Position)
	// OnKey is asked for every typed key that is no caret motion; true means
	// handled.
	OnKey func(key fyne.KeyName, mods fyne.KeyModifier) bool
	// OnRune is asked for every typed character.
	OnRune func(r rune) bool
	// OnShortcut is asked for every shortcut but copy and select all.
	OnShortcut func(s fyne.Shortcut) bool
	// OnHover is told which highlight the pointer is over, "" for none.
	OnHover func(id string)
	// SentenceAt returns the sentence around an offset, for a triple click. It is
	// a simple rule of full stops where nothing better is given.
	SentenceAt func(off int) (start, end int)

	raster *canvas.Raster
}

// NewAnnotatedText returns an empty page.
func NewAnnotatedText() *AnnotatedText {
	t := &AnnotatedText{}
	t.raster = canvas.NewRaster(func(w, h int) image.Image { return t.Image(w, h) })
	t.ExtendBaseWidget(t)
	return t
}

// SetFaces gives the page its fonts.
func (t *AnnotatedText) SetFaces(f Faces) {}

// SetType chooses the typeface, its size in the toolkit's units and the zoom that
// size and measure are multiplied by.
func (t *AnnotatedText) SetType(family Family, size, zoom float32) {}

// SetText shows another text from its top, without highlights. Blocks say which
// paragraphs are not body text.
func (t *AnnotatedText) SetText(text string, blocks []Block) {}

// SetHighlights replaces the highlights. The place and the selection stay.
func (t *AnnotatedText) SetHighlights(hs []Highlight) {}

// SetLinks replaces the arrows between highlights.
func (t *AnnotatedText) SetLinks(links []Link) {}

// SetPicked emphasizes one highlight and shows its handles; "" picks none.
func (t *AnnotatedText) SetPicked(id string) {}

// Select selects text[start:end] without telling OnSelect; start == end places
// the caret.
func (t *AnnotatedText) Select(start, end int) {}

// Selection returns the selected bytes; start == end is the caret.
func (t *AnnotatedText) Selection() (start, end int) { return 0, 0 }

// Caret returns the moving end of the selection.
func (t *AnnotatedText) Caret() int { return 0 }

// SelectedText returns the selected words.
func (t *AnnotatedText) SelectedText() string { return "" }

// ScrollTo brings text[start:end] into sight, a third from the top where it was
// out of sight.
func (t *AnnotatedText) ScrollTo(start, end int) {}

// RectOf returns where the caret at off stands, in the widget's coordinates. It
// may lie outside the widget.
func (t *AnnotatedText) RectOf(off int) (fyne.Position, fyne.Size) {
	return fyne.Position{}, fyne.Size{}
}

// Image paints what the widget shows in a picture of w by h pixels.
func (t *AnnotatedText) Image(w, h int) *image.RGBA { return image.NewRGBA(image.Rect(0, 0, w, h)) }

// FocusGained shows the caret.
func (t *AnnotatedText) FocusGained() {}

// FocusLost hides it.
func (t *AnnotatedText) FocusLost() {}

// TypedRune offers a character to OnRune.
func (t *AnnotatedText) TypedRune(r rune) {}

// TypedKey moves the caret, or offers the key to OnKey.
func (t *AnnotatedText) TypedKey(*fyne.KeyEvent) {}

// CreateRenderer is the toolkit's call.
func (t *AnnotatedText) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(t.raster)
}
