package widgets

import (
	"image"
	"slices"
	"time"

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
//
// Only what is in view is laid out exactly and painted, into one picture.
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
	bar    *canvas.Rectangle // of the scroll bar
	caret  *canvas.Rectangle

	blocks  []Block
	hs      []Highlight
	links   []Link
	picked  string
	hovered string

	anchor, head int     // the ends of the selection; the caret stands at head
	goal         float32 // where the caret wants to stand while it moves up and down
	hasGoal      bool

	set     typesetting
	painter *textpaint.Painter
	marks   *textpaint.Marks
	image   *image.RGBA
	left    float32 // of the column

	press   press
	edge    handle // the handle under the pointer
	focused bool
	blink   stopper
	dark    bool    // the caret's dark phase
	crawl   stopper // scrolls while a drag rests outside

	// mods returns the modifier keys that are down; the toolkit does not say.
	mods func() fyne.KeyModifier
	now  func() time.Time
}

// NewAnnotatedText returns an empty page in the theme's fonts.
func NewAnnotatedText() *AnnotatedText {
	t := &AnnotatedText{
		bar: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil),
		painter: textpaint.NewPainter(), marks: textpaint.NewMarks(nil),
		mods: currentModifiers, now: time.Now,
	}
	t.raster = canvas.NewRaster(func(w, h int) image.Image { return t.Image(w, h) })
	t.bar.CornerRadius = barWidth / 2
	t.bar.Hide()
	t.caret.Hide()
	t.set = typesetting{size: 16, zoom: 1, system: textlay.NewSystem("", t.fontsFound)}
	t.ExtendBaseWidget(t)
	return t
}

// SetText shows another text from its top, without highlights and links. Blocks
// say which paragraphs are not body text.
func (t *AnnotatedText) SetText(text string, blocks []Block) {
	t.blocks = slices.Clone(blocks)
	t.hs, t.links, t.picked, t.hovered = nil, nil, "", ""
	t.marks = textpaint.NewMarks(nil)
	t.anchor, t.head, t.hasGoal = 0, 0, false
	t.letGo()
	l := t.layout()
	l.SetText(text, t.blocks)
	l.SetTop(-textpaint.Margin)
	t.update()
}

// Text returns the text that is shown.
func (t *AnnotatedText) Text() string { return t.layout().Text() }

// SetHighlights replaces the highlights. The place and the selection stay.
func (t *AnnotatedText) SetHighlights(hs []Highlight) {
	t.hs = slices.Clone(hs)
	t.index()
	t.update()
}

// index makes the highlights' index anew, with the one that is being dragged as
// it would become.
func (t *AnnotatedText) index() {
	hs := t.hs
	if t.press.kind == pressHandle {
		hs = slices.Clone(hs)
		for i := range hs {
			if hs[i].ID == t.picked {
				hs[i].Start, hs[i].End = t.press.start, t.press.end
			}
		}
	}
	t.marks = textpaint.NewMarks(hs)
}

// SetLinks replaces the arrows between highlights.
func (t *AnnotatedText) SetLinks(links []Link) {
	t.links = slices.Clone(links)
	t.update()
}

// SetPicked emphasizes one highlight and shows its handles; "" picks none.
func (t *AnnotatedText) SetPicked(id string) {
	if t.picked == id {
		return
	}
	t.letGo()
	t.picked = id
	t.update()
}

// Select selects text[start:end] without telling OnSelect; start == end places
// the caret. The caret stands at end. Offsets inside a grapheme are moved before
// it.
func (t *AnnotatedText) Select(start, end int) {
	text := t.Text()
	t.anchor, t.head = textlay.Snap(text, start), textlay.Snap(text, end)
	t.hasGoal = false
	t.update()
}

// Selection returns the selected bytes; start == end is the caret.
func (t *AnnotatedText) Selection() (start, end int) {
	return min(t.anchor, t.head), max(t.anchor, t.head)
}

// Caret returns the moving end of the selection.
func (t *AnnotatedText) Caret() int { return t.head }

// SelectedText returns the selected words.
func (t *AnnotatedText) SelectedText() string {
	start, end := t.Selection()
	return t.Text()[start:end]
}
