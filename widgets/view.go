package widgets

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

const (
	barWidth   = 6  // of the scroll bar, in units
	barReach   = 14 // from the right edge, where the pointer takes it
	shortest   = 24 // height of its thumb
	caretWidth = 2
	// workPerPicture is how long a picture may take to shape what is out of view, so
	// that a long text is all there after some frames.
	workPerPicture = 4 * time.Millisecond
)

// Image paints what the widget shows into a picture of w by h pixels. The picture
// is used again by the next call.
func (t *AnnotatedText) Image(w, h int) *image.RGBA {
	if t.image == nil || t.image.Rect.Dx() != w || t.image.Rect.Dy() != h {
		t.image = image.NewRGBA(image.Rect(0, 0, max(w, 0), max(h, 0)))
	}
	size := t.Size()
	if size.Width <= 0 || w <= 0 || h <= 0 {
		return t.image
	}
	l := t.layout()
	l.Found()
	l.Prepare(float64(size.Height))
	t.clamp()
	start, end := t.Selection()
	t.painter.Paint(t.image, &textpaint.Scene{
		Layout: l, Marks: t.marks, Links: t.links, Picked: t.picked, Hovered: t.hovered,
		SelStart: start, SelEnd: end, Left: t.left, Top: l.Top(),
		Scale: float32(w) / size.Width, Palette: palette(),
	})
	if l.Work(workPerPicture) {
		t.raster.Refresh()
	}
	t.overlay()
	return t.image
}

// update paints again.
func (t *AnnotatedText) update() {
	if t.Size().Width <= 0 {
		return
	}
	t.layout().Prepare(float64(t.Size().Height))
	t.clamp()
	t.overlay()
	t.raster.Refresh()
}

// limits returns the range of what may stand at the top of the view. Below the
// end there is room, so that the last line can be read in the middle.
func (t *AnnotatedText) limits() (least, most float64) {
	height := float64(t.Size().Height)
	least = -textpaint.Margin
	most = max(least, t.layout().Height()+textpaint.Margin-0.7*height)
	if t.layout().Height()+2*textpaint.Margin <= height {
		most = least
	}
	return least, most
}

// clamp keeps the text in the view.
func (t *AnnotatedText) clamp() {
	l := t.layout()
	least, most := t.limits()
	if y := l.Top(); y < least || y > most {
		l.SetTop(min(max(y, least), most))
	}
}

// scrollTo sets what stands at the top of the view.
func (t *AnnotatedText) scrollTo(y float64) {
	t.layout().SetTop(y)
	t.update()
}

// Scrolled moves the page by the wheel.
func (t *AnnotatedText) Scrolled(e *fyne.ScrollEvent) {
	t.scrollTo(t.layout().Top() - float64(e.Scrolled.DY))
}

// ScrollTo brings text[start:end] into sight, a third from the top where it was
// out of sight.
func (t *AnnotatedText) ScrollTo(start, end int) {
	l := t.layout()
	first, last := l.Caret(start), l.Caret(max(start, end))
	height := float64(t.Size().Height)
	top := l.Top()
	fits := last.Y+float64(last.Height)-first.Y < height*0.6
	seen := first.Y >= top && first.Y+float64(first.Height) <= top+height
	if fits {
		seen = seen && last.Y+float64(last.Height) <= top+height
	}
	if !seen {
		t.scrollTo(first.Y - height/3)
	}
}

// reveal scrolls as little as needed for the caret to be seen.
func (t *AnnotatedText) reveal() {
	l := t.layout()
	c := l.Caret(t.head)
	height, room := float64(t.Size().Height), float64(c.Line.Height)
	switch top := l.Top(); {
	case c.Y-room/2 < top:
		l.SetTop(c.Y - room/2)
	case c.Y+float64(c.Height)+room > top+height:
		l.SetTop(c.Y + float64(c.Height) + room - height)
	}
}

// RectOf returns where the caret at off stands, in the widget's coordinates. It
// may lie outside the widget.
func (t *AnnotatedText) RectOf(off int) (fyne.Position, fyne.Size) {
	l := t.layout()
	c := l.Caret(off)
	return fyne.NewPos(t.left+c.X, float32(c.Y-l.Top())), fyne.NewSize(caretWidth, c.Height)
}

// hit returns the grapheme boundary nearest to a place on the widget.
func (t *AnnotatedText) hit(p fyne.Position) int {
	l := t.layout()
	return l.Hit(p.X-t.left, l.Top()+float64(p.Y))
}

// over returns the byte whose drawing is under a place, false beside the words.
func (t *AnnotatedText) over(p fyne.Position) (int, bool) {
	l := t.layout()
	return l.Over(p.X-t.left, l.Top()+float64(p.Y))
}

// overlay places the caret and the scroll bar over the picture.
func (t *AnnotatedText) overlay() {
	size := t.Size()
	if x, y, h, ok := t.thumb(); ok {
		t.bar.FillColor = theme.Color(theme.ColorNameScrollBar)
		t.bar.Resize(fyne.NewSize(barWidth, h))
		t.bar.Move(fyne.NewPos(x, y))
		t.bar.Show()
	} else {
		t.bar.Hide()
	}
	pos, c := t.RectOf(t.head)
	t.caret.FillColor = theme.Color(theme.ColorNamePrimary)
	t.caret.Resize(c)
	t.caret.Move(pos)
	if t.focused && !t.dark && pos.Y+c.Height > 0 && pos.Y < size.Height {
		t.caret.Show()
	} else {
		t.caret.Hide()
	}
}

// thumb returns the place of the scroll bar; ok is false where all is in view.
func (t *AnnotatedText) thumb() (x, y, height float32, ok bool) {
	size := t.Size()
	least, most := t.limits()
	if most <= least || size.Height < 2*shortest {
		return 0, 0, 0, false
	}
	view := float64(size.Height)
	height = max(shortest, float32(view*view/(most-least+view)))
	y = float32((t.layout().Top()-least)/(most-least)) * (size.Height - height)
	return size.Width - barWidth - 3, y, height, true
}

// CreateRenderer is the toolkit's call.
func (t *AnnotatedText) CreateRenderer() fyne.WidgetRenderer {
	return &pageRenderer{page: t, objects: []fyne.CanvasObject{t.raster, t.caret, t.bar}}
}

type pageRenderer struct {
	page    *AnnotatedText
	objects []fyne.CanvasObject
}

func (r *pageRenderer) Layout(size fyne.Size) {
	r.page.raster.Resize(size)
	r.page.wrap()
	r.page.update()
}

func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 160) }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *pageRenderer) Refresh() {
	r.page.update()
	canvas.Refresh(r.page)
}

func (r *pageRenderer) Destroy() {
	r.page.blink.stop()
	r.page.crawl.stop()
}

// onDesktop reports whether a real window system drives the program: without one
// nothing blinks and nobody repaints.
func onDesktop() bool {
	app := fyne.CurrentApp()
	if app == nil {
		return false
	}
	_, ok := app.Driver().(desktop.Driver)
	return ok
}

func currentModifiers() fyne.KeyModifier {
	app := fyne.CurrentApp()
	if app == nil {
		return 0
	}
	if d, ok := app.Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// stopper ends something that happens again and again; nil is at rest.
type stopper chan struct{}

func (s *stopper) stop() {
	if *s != nil {
		close(*s)
		*s = nil
	}
}

// start calls f on the UI goroutine every d until stop.
func (s *stopper) start(d time.Duration, f func()) {
	s.stop()
	if !onDesktop() {
		return
	}
	done := make(stopper)
	*s = done
	go func() {
		tick := time.NewTicker(d)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				fyne.Do(func() {
					if *s == done { // else it was stopped while this waited
						f()
					}
				})
			}
		}
	}()
}
