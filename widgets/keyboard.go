package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// blinkEvery is half the caret's period: the rate that desktops use.
const blinkEvery = 530 * time.Millisecond

// FocusGained shows the caret.
func (t *AnnotatedText) FocusGained() {
	t.focused = true
	t.wake()
	t.update()
}

// FocusLost hides it.
func (t *AnnotatedText) FocusLost() {
	t.focused = false
	t.blink.stop()
	t.caret.Hide()
	t.update()
}

// wake shows the caret and lets it blink from now on. It blinks by a slow ticker,
// since an animation would paint the window sixty times a second.
func (t *AnnotatedText) wake() {
	if !t.focused {
		return
	}
	t.dark = false
	t.overlay()
	t.blink.start(blinkEvery, func() {
		t.dark = !t.dark
		t.overlay()
	})
}

// AcceptsTab tells the toolkit that Tab is a key of the page.
func (t *AnnotatedText) AcceptsTab() bool { return true }

// TypedRune offers a character to OnRune.
func (t *AnnotatedText) TypedRune(r rune) {
	if t.OnRune != nil {
		t.OnRune(r)
	}
}

// TypedKey moves the caret, or offers the key to OnKey.
func (t *AnnotatedText) TypedKey(e *fyne.KeyEvent) {
	mods := t.mods()
	if t.motion(e.Name, mods&^fyne.KeyModifierShift, mods&fyne.KeyModifierShift != 0) {
		return
	}
	switch e.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return // the toolkit sends them too, before the key that they go with
	}
	if t.OnKey != nil {
		t.OnKey(e.Name, mods)
	}
}

// TypedShortcut copies, selects all or moves by words, or offers the shortcut to
// OnShortcut.
func (t *AnnotatedText) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		t.copy(s.Clipboard)
		return
	case *fyne.ShortcutSelectAll:
		t.choose(0, len(t.Text()))
		return
	case *desktop.CustomShortcut:
		shift := s.Modifier&fyne.KeyModifierShift != 0
		if t.motion(s.KeyName, s.Modifier&^fyne.KeyModifierShift, shift) {
			return
		}
	}
	if t.OnShortcut != nil {
		t.OnShortcut(s)
	}
}

func (t *AnnotatedText) copy(c fyne.Clipboard) {
	text := t.SelectedText()
	if h, ok := t.marks.Find(t.picked); ok && text == "" {
		text = t.Text()[h.Start:min(h.End, len(t.Text()))]
	}
	if c != nil && text != "" {
		c.SetContent(text)
	}
}

// motion moves the caret by a key and reports whether the key is one that does.
func (t *AnnotatedText) motion(key fyne.KeyName, mods fyne.KeyModifier, extend bool) bool {
	switch {
	case mods == 0 && (key == fyne.KeyUp || key == fyne.KeyDown || key == fyne.KeyPageUp || key == fyne.KeyPageDown):
		t.vertical(key, extend)
		return true
	case mods == 0:
		return t.horizontal(key, extend)
	case mods == fyne.KeyModifierShortcutDefault || mods == fyne.KeyModifierControl:
		return t.byWord(key, extend)
	}
	return false
}

func (t *AnnotatedText) horizontal(key fyne.KeyName, extend bool) bool {
	l, text := t.layout(), t.Text()
	if l.RightToLeft(t.head) {
		switch key {
		case fyne.KeyLeft:
			key = fyne.KeyRight
		case fyne.KeyRight:
			key = fyne.KeyLeft
		}
	}
	start, end := t.Selection()
	collapse := start != end && !extend
	switch key {
	case fyne.KeyLeft:
		if !collapse {
			start = textlay.PrevGrapheme(text, t.head)
		}
		t.moveTo(start, extend)
	case fyne.KeyRight:
		if !collapse {
			end = textlay.NextGrapheme(text, t.head)
		}
		t.moveTo(end, extend)
	case fyne.KeyHome:
		t.moveTo(l.LineStart(t.head), extend)
	case fyne.KeyEnd:
		t.moveTo(l.LineEnd(t.head), extend)
	default:
		return false
	}
	return true
}

func (t *AnnotatedText) byWord(key fyne.KeyName, extend bool) bool {
	text := t.Text()
	if t.layout().RightToLeft(t.head) {
		switch key {
		case fyne.KeyLeft:
			key = fyne.KeyRight
		case fyne.KeyRight:
			key = fyne.KeyLeft
		}
	}
	switch key {
	case fyne.KeyLeft:
		t.moveTo(textlay.PrevWord(text, t.head), extend)
	case fyne.KeyRight:
		t.moveTo(textlay.NextWord(text, t.head), extend)
	case fyne.KeyHome:
		t.moveTo(0, extend)
	case fyne.KeyEnd:
		t.moveTo(len(text), extend)
	default:
		return false
	}
	return true
}

// vertical moves by lines or pages, and remembers where across the line the caret
// wants to stand.
func (t *AnnotatedText) vertical(key fyne.KeyName, extend bool) {
	l := t.layout()
	c := l.Caret(t.head)
	goal := c.X
	if t.hasGoal {
		goal = t.goal
	}
	y := c.Y + float64(c.Height)/2
	page := max(float64(t.Size().Height-2*c.Line.Height), float64(c.Line.Height))
	to := y
	switch key {
	case fyne.KeyUp:
		to = l.LineAbove(t.head)
	case fyne.KeyDown:
		to = l.LineBelow(t.head)
	case fyne.KeyPageUp:
		to = y - page
		l.SetTop(l.Top() - page)
	case fyne.KeyPageDown:
		to = y + page
		l.SetTop(l.Top() + page)
	}
	t.clamp()
	off := l.Hit(goal, to)
	switch {
	case to < 0:
		off = 0
	case to >= l.Height():
		off = len(t.Text())
	}
	t.moveTo(off, extend)
	t.goal, t.hasGoal = goal, true
}

// moveTo puts the caret at off, brings it into view and tells OnSelect.
func (t *AnnotatedText) moveTo(off int, extend bool) {
	anchor := off
	if extend {
		anchor = t.anchor
	}
	t.choose(anchor, off)
	t.reveal()
	t.update()
	t.wake()
}

// choose sets the selection for the user and tells OnSelect.
func (t *AnnotatedText) choose(anchor, head int) {
	t.anchor, t.head, t.hasGoal = anchor, head, false
	t.update()
	t.tell()
}

func (t *AnnotatedText) tell() {
	if t.OnSelect != nil {
		t.OnSelect(t.Selection())
	}
}
