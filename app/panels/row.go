package panels

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The measures of a row, in the toolkit's units.
const (
	rowPad    = 6
	signGap   = 20
	scrollGap = 8 // keeps words from under the list's scroll bar
)

// row is one entry of a list: a sign, a line of text that is cut where the room
// ends, and a smaller line below.
type row struct {
	widget.BaseWidget
	sign, title, caption *canvas.Text
	full, fullCaption    string
	bold                 bool
	tint                 color.Color // of the sign; nil for the theme's primary color
}

func newRow() *row {
	r := &row{
		sign:    canvas.NewText("", nil),
		title:   canvas.NewText("", nil),
		caption: canvas.NewText("", nil),
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) set(sign, title, caption string) {
	r.sign.Text, r.full, r.fullCaption = sign, title, caption
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (d *rowRenderer) Destroy() {}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.r.sign, d.r.title, d.r.caption}
}

func (d *rowRenderer) MinSize() fyne.Size {
	h := lineHeight(theme.TextSize()) + lineHeight(theme.CaptionTextSize())
	return fyne.NewSize(80, h+2*rowPad)
}

func (d *rowRenderer) Layout(s fyne.Size) {
	r := d.r
	first := lineHeight(theme.TextSize())
	r.sign.Move(fyne.NewPos(rowPad, rowPad))
	r.title.Move(fyne.NewPos(rowPad+signGap, rowPad))
	r.caption.Move(fyne.NewPos(rowPad+signGap, rowPad+first))
	room := s.Width - 2*rowPad - signGap - scrollGap
	r.title.Text = fitted(r.full, room, r.title.TextSize, r.title.TextStyle)
	r.caption.Text = fitted(r.fullCaption, room, r.caption.TextSize, r.caption.TextStyle)
}

func (d *rowRenderer) Refresh() {
	r := d.r
	r.title.TextSize, r.sign.TextSize = theme.TextSize(), theme.TextSize()
	r.caption.TextSize = theme.CaptionTextSize()
	r.title.TextStyle.Bold = r.bold
	r.sign.Color = r.tint
	if r.tint == nil {
		r.sign.Color = theme.Color(theme.ColorNamePrimary)
	}
	r.title.Color = theme.Color(theme.ColorNameForeground)
	r.caption.Color = theme.Color(theme.ColorNamePlaceHolder)
	d.Layout(r.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}

func lineHeight(size float32) float32 {
	return fyne.MeasureText("Hg", size, fyne.TextStyle{}).Height
}

// fitted cuts text with an ellipsis where it would be wider than room.
func fitted(text string, room, size float32, style fyne.TextStyle) string {
	if room <= 0 || fyne.MeasureText(text, size, style).Width <= room {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= room {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return string(runes[:lo]) + "…"
}
