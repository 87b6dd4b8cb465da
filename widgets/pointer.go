package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// pressKind is what a pressed pointer holds.
type pressKind uint8

const (
	pressNone pressKind = iota
	pressText
	pressHandle
	pressBar
)

// press is the pointer's button while it is down, and the click before.
type press struct {
	kind       pressKind
	at         fyne.Position // where it went down
	last       fyne.Position // where it is now
	clicks     int
	when       time.Time
	dragged    bool
	extend     bool
	start, end int     // text: the unit that was pressed; handle: the highlight as it becomes
	edge       handle  // that is dragged
	top        float64 // bar: what stood at the top
}

// handle is a boundary of the picked highlight.
type handle uint8

const (
	noHandle handle = iota
	startHandle
	endHandle
)

const (
	doubleClick = 500 * time.Millisecond
	clickReach  = 4 // units between the clicks of a double click
	handleReach = 6 // units from a handle to where it is taken
	knob        = 8 // height of a handle's knob beyond the words
	crawlEvery  = 30 * time.Millisecond
)

// MouseDown begins a selection, a drag of a handle, or of the scroll bar.
func (t *AnnotatedText) MouseDown(e *desktop.MouseEvent) {
	t.focus()
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	clicks := 1
	if t.now().Sub(t.press.when) < doubleClick && near(t.press.at, e.Position) {
		clicks = t.press.clicks%3 + 1
	}
	t.press = press{at: e.Position, last: e.Position, clicks: clicks, when: t.now()}
	if _, _, _, ok := t.thumb(); ok && e.Position.X > t.Size().Width-barReach {
		t.press.kind, t.press.top = pressBar, t.layout().Top()
		return
	}
	if edge := t.handleAt(e.Position); edge != noHandle {
		h, _ := t.marks.Find(t.picked)
		t.press.kind, t.press.edge = pressHandle, edge
		t.press.start, t.press.end = h.Start, h.End
		return
	}
	t.pressText(e)
}

func near(a, b fyne.Position) bool {
	d := a.Subtract(b)
	return d.X*d.X+d.Y*d.Y <= clickReach*clickReach
}

// pressText places the caret, or selects the word or sentence that was clicked.
func (t *AnnotatedText) pressText(e *desktop.MouseEvent) {
	t.press.kind = pressText
	off := t.hit(e.Position)
	t.press.start, t.press.end = t.unitAt(e.Position, t.press.clicks, e.Modifier)
	switch {
	case t.press.clicks > 1:
		t.choose(t.press.start, t.press.end)
	case e.Modifier&fyne.KeyModifierShift != 0:
		t.press.extend = true
		t.press.start, t.press.end = t.anchor, t.anchor
		t.choose(t.anchor, off)
	default:
		t.anchor, t.head, t.hasGoal = off, off, false
		t.update()
	}
	t.wake()
}

// unitAt returns what a press at p selects: by clicks a word or a sentence, with
// Alt no more than the nearest boundary.
func (t *AnnotatedText) unitAt(p fyne.Position, clicks int, mods fyne.KeyModifier) (start, end int) {
	text := t.Text()
	off, ok := t.over(p)
	if !ok {
		off = t.hit(p)
	}
	switch {
	case clicks == 3:
		sentence := t.SentenceAt
		if sentence == nil {
			sentence = func(off int) (int, int) { return sentenceAt(text, off) }
		}
		start, end = sentence(off)
		return textlay.Snap(text, start), textlay.Snap(text, max(start, end))
	case clicks == 1 && mods&fyne.KeyModifierAlt != 0:
		off = t.hit(p)
		return off, off
	case !ok:
		return off, off
	}
	return textlay.WordAt(text, off)
}

// Dragged goes on with what the press began.
func (t *AnnotatedText) Dragged(e *fyne.DragEvent) {
	if t.press.kind == pressNone {
		return
	}
	t.press.dragged, t.press.last = true, e.Position
	t.follow()
	outside := e.Position.Y < 0 || e.Position.Y > t.Size().Height
	switch {
	case !outside || t.press.kind == pressBar:
		t.crawl.stop()
	case t.crawl == nil:
		t.crawl.start(crawlEvery, t.crawlOn)
	}
}

// crawlOn scrolls while the pointer rests outside, faster the farther it is.
func (t *AnnotatedText) crawlOn() {
	y := t.press.last.Y
	if y > 0 {
		y -= t.Size().Height
	}
	t.scrollTo(t.layout().Top() + float64(y)*0.35)
	t.follow()
}

// follow sets the selection, the dragged boundary or the scroll bar to where the
// pointer is.
func (t *AnnotatedText) follow() {
	switch t.press.kind {
	case pressText:
		t.dragSelection()
	case pressHandle:
		t.dragHandle()
	case pressBar:
		_, _, height, ok := t.thumb()
		if free := t.Size().Height - height; ok && free > 0 {
			least, most := t.limits()
			t.scrollTo(t.press.top + float64((t.press.last.Y-t.press.at.Y)/free)*(most-least))
		}
	}
}

func (t *AnnotatedText) dragSelection() {
	mods := t.mods()
	start, end := t.unitAt(t.press.last, t.press.clicks, mods)
	from, to := t.press.start, t.press.end
	if t.press.clicks == 1 && mods&fyne.KeyModifierAlt != 0 && !t.press.extend {
		from = t.hit(t.press.at)
		to = from
	}
	if end >= to && start >= from {
		t.anchor, t.head = from, max(end, to)
	} else {
		t.anchor, t.head = to, min(start, from)
	}
	t.hasGoal = false
	t.update()
}

// dragHandle moves a boundary by words, with Alt by graphemes; it never passes the
// other one.
func (t *AnnotatedText) dragHandle() {
	text := t.Text()
	pos := t.press.last
	off := t.hit(pos)
	if t.mods()&fyne.KeyModifierAlt == 0 {
		start, end := t.unitAt(pos, 2, 0)
		switch {
		case start == end:
			off = start
		case off-start < end-off, off-start == end-off && t.press.edge == startHandle:
			off = start
		default:
			off = end
		}
	}
	switch t.press.edge {
	case startHandle:
		t.press.start = min(off, textlay.PrevGrapheme(text, t.press.end))
	case endHandle:
		t.press.end = max(off, textlay.NextGrapheme(text, t.press.start))
	}
	t.index()
	t.update()
}

// DragEnd drops what was dragged.
func (t *AnnotatedText) DragEnd() { t.release() }

// MouseUp ends a press. The toolkit calls it before DragEnd, and not at all where
// the pointer has left the widget.
func (t *AnnotatedText) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		t.menu(e)
		return
	}
	p := t.press
	t.release()
	if p.dragged || p.extend || p.clicks != 1 {
		return
	}
	switch p.kind {
	case pressHandle: // taken but not moved: a click on the words under it
		off := t.hit(p.at)
		t.choose(off, off)
		t.click(p.at)
	case pressText:
		t.click(p.at)
	}
}

// release ends a press once.
func (t *AnnotatedText) release() {
	p := t.press
	t.letGo()
	switch {
	case p.kind == pressHandle:
		h, ok := t.marks.Find(t.picked)
		t.index()
		t.update()
		if ok && p.dragged && t.OnMove != nil && t.changed(h) {
			t.OnMove(h.ID, h.Start, h.End)
		}
	case p.kind == pressText && (p.dragged || p.clicks == 1 && !p.extend):
		t.tell()
	}
}

// changed reports whether a dragged highlight is another than it was.
func (t *AnnotatedText) changed(h Highlight) bool {
	was, ok := t.marks.Find(h.ID)
	return ok && (was.Start != h.Start || was.End != h.End)
}

// letGo forgets a press but for what a double click needs.
func (t *AnnotatedText) letGo() {
	t.crawl.stop()
	t.press.kind = pressNone
}

// click picks the highlight under the pointer; where several overlap, one after
// the other with every click.
func (t *AnnotatedText) click(p fyne.Position) {
	if t.OnPick == nil {
		return
	}
	off, ok := t.over(p)
	if !ok {
		t.OnPick("")
		return
	}
	hs := t.marks.At(off)
	if len(hs) == 0 {
		t.OnPick("")
		return
	}
	next := 0
	for i, h := range hs {
		if h.ID == t.picked {
			next = (i + 1) % len(hs)
		}
	}
	t.OnPick(hs[next].ID)
}

// menu asks for the menu at the pointer. The caret goes there unless it lies in
// the selection that the menu is for.
func (t *AnnotatedText) menu(e *desktop.MouseEvent) {
	off, ok := t.over(e.Position)
	if !ok {
		off = t.hit(e.Position)
	}
	if start, end := t.Selection(); off < start || off > end || start == end {
		t.choose(off, off)
	}
	if t.OnMenu != nil {
		t.OnMenu(off, e.AbsolutePosition)
	}
}

// focus asks for the keyboard.
func (t *AnnotatedText) focus() {
	if app := fyne.CurrentApp(); app != nil && !t.focused {
		if c := app.Driver().CanvasForObject(t); c != nil {
			c.Focus(t)
		}
	}
}

// MouseIn follows the pointer.
func (t *AnnotatedText) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved follows the pointer over handles and highlights.
func (t *AnnotatedText) MouseMoved(e *desktop.MouseEvent) {
	t.edge = t.handleAt(e.Position)
	id := ""
	if off, ok := t.over(e.Position); ok {
		if hs := t.marks.At(off); len(hs) > 0 {
			id = hs[0].ID
		}
	}
	t.hover(id)
}

// MouseOut forgets the pointer.
func (t *AnnotatedText) MouseOut() {
	t.edge = noHandle
	t.hover("")
}

func (t *AnnotatedText) hover(id string) {
	if id == t.hovered {
		return
	}
	t.hovered = id
	t.update()
	if t.OnHover != nil {
		t.OnHover(id)
	}
}

// Cursor is the shape of the pointer.
func (t *AnnotatedText) Cursor() desktop.Cursor {
	if t.edge != noHandle {
		return desktop.HResizeCursor
	}
	return desktop.TextCursor
}

// handleAt returns the handle under a place, the nearer where both are.
func (t *AnnotatedText) handleAt(p fyne.Position) handle {
	h, ok := t.marks.Find(t.picked)
	if !ok {
		return noHandle
	}
	l := t.layout()
	best, reach := noHandle, float32(handleReach)
	try := func(edge handle, c textlay.Caret, shift float32) {
		y := float32(c.Y - l.Top())
		d := max(p.X-(t.left+c.X+shift), (t.left+c.X+shift)-p.X)
		if d <= reach && p.Y >= y-knob && p.Y <= y+c.Height+knob {
			best, reach = edge, d
		}
	}
	try(startHandle, l.Caret(h.Start), -1)
	try(endHandle, l.CaretAfter(min(h.End, len(t.Text()))), 1)
	return best
}
