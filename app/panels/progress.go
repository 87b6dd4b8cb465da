package panels

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Progress shows how much of the queue is done, by number and by bar.
type Progress struct {
	Object fyne.CanvasObject
	words  *widget.Label
	bar    *bar
}

// NewProgress returns the progress panel.
func NewProgress() *Progress {
	p := &Progress{words: widget.NewLabel(""), bar: newBar()}
	p.words.SizeName = theme.SizeNameCaptionText
	p.Object = container.NewVBox(p.words, container.NewPadded(p.bar))
	return p
}

// Show sets the bar to done of total.
func (p *Progress) Show(done, total int) {
	text := fmt.Sprintf("%d of %d done", done, total)
	if total == 0 {
		text = "No articles yet"
	}
	p.words.SetText(text)
	p.bar.share = float32(done) / float32(max(total, 1))
	p.bar.Refresh()
}

// barHeight is the bar's, in the toolkit's units.
const barHeight = 6

// bar is a thin progress bar: the toolkit's own looks like a button at 0 %.
type bar struct {
	widget.BaseWidget
	track, fill *canvas.Rectangle
	share       float32 // 0 to 1
}

func newBar() *bar {
	b := &bar{track: canvas.NewRectangle(nil), fill: canvas.NewRectangle(nil)}
	b.track.CornerRadius, b.fill.CornerRadius = barHeight/2, barHeight/2
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{b} }

type barRenderer struct{ b *bar }

func (r *barRenderer) Destroy()                     {}
func (r *barRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, barHeight) }
func (r *barRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.track, r.b.fill} }

func (r *barRenderer) Layout(s fyne.Size) {
	r.b.track.Resize(s)
	r.b.fill.Resize(fyne.NewSize(s.Width*r.b.share, s.Height))
}

func (r *barRenderer) Refresh() {
	r.b.track.FillColor = theme.Color(theme.ColorNameSeparator)
	r.b.fill.FillColor = theme.Color(theme.ColorNamePrimary)
	r.Layout(r.b.Size())
	r.b.track.Refresh()
	r.b.fill.Refresh()
}
