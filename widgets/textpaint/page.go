package textpaint

import (
	"image"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// Article is a text to be painted whole.
type Article struct {
	Text       string
	Blocks     []textlay.Block
	Highlights []Highlight
	Links      []Link
	Faces      *textlay.Faces
	Palette    Palette
	Width      int     // of the picture in pixels
	Size       float32 // of body text in units; 17 where it is 0
	Scale      float32 // pixels to the unit; 1 where it is 0
}

const (
	// MaxHeight is the greatest height of a picture that [Page] paints, in pixels.
	MaxHeight = 30_000
	// Letters is how many average letters the page's column has: a line of 60 to 80
	// characters is read with the least effort (Bringhurst, The Elements of
	// Typographic Style, 2.1.2).
	Letters = 68
	// Margin is the least space around the column, in units.
	Margin = 28
)

// Column returns where a column of text begins and how wide it is on a page of
// that width; all are in the layout's units.
func Column(l *textlay.Layout, size, page float32) (left, width float32) {
	width = l.Faces().Metrics().AverageWidth * size * Letters
	width = max(min(width, page-2*Margin), size)
	return max((page-width)/2, 0), width
}

// Page paints a whole article and returns how many bytes of its text are in the
// picture: all, or fewer where it would be higher than [MaxHeight].
func Page(a Article) (img *image.RGBA, shown int) {
	if a.Size <= 0 {
		a.Size = 17
	}
	if a.Scale <= 0 {
		a.Scale = 1
	}
	a.Width = max(a.Width, 64)
	l := textlay.New(a.Faces)
	l.SetText(a.Text, a.Blocks)
	left, width := Column(l, a.Size, float32(a.Width)/a.Scale)
	l.Wrap(a.Size, width)
	l.Settle()
	height := int((l.Height()+2*Margin)*float64(a.Scale)) + 1
	shown = len(a.Text)
	if height > MaxHeight {
		height = MaxHeight
		shown = l.Hit(0, float64(float32(height)/a.Scale)-Margin)
	}
	img = image.NewRGBA(image.Rect(0, 0, a.Width, height))
	NewPainter().Paint(img, &Scene{
		Layout: l, Marks: NewMarks(a.Highlights), Links: a.Links,
		Left: left, Top: -Margin, Scale: a.Scale, Palette: a.Palette,
	})
	return img, shown
}
