package widgets

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

// The widget is every kind of thing that the toolkit sends events to, but no
// Tappable: that would delay its clicks.
var (
	_ fyne.Focusable     = (*AnnotatedText)(nil)
	_ fyne.Tabbable      = (*AnnotatedText)(nil)
	_ fyne.Shortcutable  = (*AnnotatedText)(nil)
	_ fyne.Draggable     = (*AnnotatedText)(nil)
	_ fyne.Scrollable    = (*AnnotatedText)(nil)
	_ desktop.Mouseable  = (*AnnotatedText)(nil)
	_ desktop.Hoverable  = (*AnnotatedText)(nil)
	_ desktop.Cursorable = (*AnnotatedText)(nil)
)

const story = "“We won’t pay,” said Ana Roy. The co-op café closed.\n\n" +
	"Second paragraph 👩‍👩‍👧 here. \"Straight\" and « guillemets ».\n"

// desk is a page in a window with a hand on the mouse and the keyboard.
type desk struct {
	t    testing.TB
	page *AnnotatedText
	mods fyne.KeyModifier
	time time.Time
	log  []string
}

func newDesk(t testing.TB, text string) *desk {
	t.Helper()
	test.NewTempApp(t)
	d := &desk{t: t, page: NewAnnotatedText(), time: time.Unix(1, 0)}
	p := d.page
	p.set.system = nil // the system's fonts differ
	p.mods = func() fyne.KeyModifier { return d.mods }
	p.now = func() time.Time { return d.time }
	p.OnSelect = func(start, end int) { d.note("select %d %d", start, end) }
	p.OnPick = func(id string) { d.note("pick %q", id) }
	p.OnMove = func(id string, start, end int) { d.note("move %s %d %d", id, start, end) }
	p.OnMenu = func(off int, _ fyne.Position) { d.note("menu %d", off) }
	p.OnKey = func(key fyne.KeyName, mods fyne.KeyModifier) bool { d.note("key %s %d", key, mods); return true }
	p.OnRune = func(r rune) bool { d.note("rune %c", r); return true }
	p.OnShortcut = func(s fyne.Shortcut) bool { d.note("shortcut %s", s.ShortcutName()); return true }
	p.OnHover = func(id string) { d.note("hover %q", id) }
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(640, 400))
	p.SetText(text, nil)
	return d
}

func (d *desk) note(format string, args ...any) { d.log = append(d.log, fmt.Sprintf(format, args...)) }

// want checks what the page has told since the last want.
func (d *desk) want(lines ...string) {
	d.t.Helper()
	if diff := cmp.Diff(strings.Join(lines, "\n"), strings.Join(d.log, "\n")); diff != "" {
		d.t.Errorf("the page told (-want +got):\n%s", diff)
	}
	d.log = nil
}

// at returns the middle of the grapheme at off.
func (d *desk) at(off int) fyne.Position {
	a, size := d.page.RectOf(off)
	z := d.page.layout().CaretAfter(off + 1)
	if c := d.page.layout(); z.X+d.page.left <= a.X {
		z = c.CaretAfter(off + len("“"))
	}
	return fyne.NewPos((a.X+z.X+d.page.left)/2, a.Y+size.Height/2)
}

// of returns where a word of the story begins.
func (d *desk) of(word string) int {
	i := strings.Index(d.page.Text(), word)
	if i < 0 {
		d.t.Fatalf("no %q in the text", word)
	}
	return i
}

func (d *desk) down(p fyne.Position) {
	d.page.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary, Modifier: d.mods})
}

func (d *desk) up(p fyne.Position) {
	d.page.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonPrimary, Modifier: d.mods})
}

func (d *desk) click(p fyne.Position) {
	d.time = d.time.Add(time.Minute)
	d.down(p)
	d.up(p)
}

// drag moves the pressed pointer, and lets it go in the toolkit's order.
func (d *desk) drag(from, to fyne.Position) {
	d.time = d.time.Add(time.Minute)
	d.down(from)
	d.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	d.up(to)
	d.page.DragEnd()
}

func (d *desk) key(name fyne.KeyName) { d.page.TypedKey(&fyne.KeyEvent{Name: name}) }

func (d *desk) selected(want string) {
	d.t.Helper()
	if got := d.page.SelectedText(); got != want {
		d.t.Errorf("selected %q, want %q", got, want)
	}
}

func long(paragraphs int) string {
	return strings.Repeat(strings.Repeat("The council met in the old town hall. ", 9)+"\n\n", paragraphs)
}

func TestTheWheelAndTheBarScrollWithinTheText(t *testing.T) {
	d := newDesk(t, long(50))
	top := d.page.layout().Top()
	d.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: 500}})
	if got := d.page.layout().Top(); got != top {
		t.Errorf("scrolled above the text to %v", got)
	}
	d.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -300}})
	if got := d.page.layout().Top(); got != top+300 {
		t.Errorf("scrolled to %v", got)
	}
	d.page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -1e6}})
	if p, _ := d.page.RectOf(len(d.page.Text())); p.Y < 0 || p.Y > 400 {
		t.Errorf("the end of the text is at %v", p.Y)
	}
	d.page.scrollTo(-1e6)
	d.drag(fyne.NewPos(635, 8), fyne.NewPos(635, 1000))
	if p, _ := d.page.RectOf(len(d.page.Text())); p.Y < 0 || p.Y > 400 {
		t.Errorf("the bar left the end of the text at %v", p.Y)
	}
	if d.page.bar.Hidden {
		t.Error("no scroll bar")
	}
	if len(d.log) != 0 {
		t.Errorf("scrolling told %v", d.log)
	}
}

func TestScrollToPutsAThirdAboveWhatWasOutOfSightAndLeavesTheRest(t *testing.T) {
	d := newDesk(t, long(50))
	off := len(d.page.Text()) / 2
	d.page.ScrollTo(off, off+20)
	p, _ := d.page.RectOf(off)
	if p.Y < 100 || p.Y > 200 {
		t.Errorf("it is at %v of 400", p.Y)
	}
	d.page.ScrollTo(off+50, off+60)
	if q, _ := d.page.RectOf(off); q != p {
		t.Errorf("what was in sight was moved from %v to %v", p, q)
	}
}

func TestTheCaretStaysInSightAsItMoves(t *testing.T) {
	d := newDesk(t, long(30))
	for i := range 80 {
		key := fyne.KeyDown
		if i > 60 {
			key = fyne.KeyPageUp
		}
		d.key(key)
		if p, s := d.page.RectOf(d.page.Caret()); p.Y < 0 || p.Y+s.Height > 400 {
			t.Fatalf("after %d keys the caret is at %v", i, p.Y)
		}
	}
}

func TestZoomKeepsTheReadingPlaceAndTheMeasure(t *testing.T) {
	d := newDesk(t, long(50))
	off := len(d.page.Text()) / 2
	d.page.ScrollTo(off, off)
	d.page.scrollTo(d.page.layout().Top() + 130)
	before := d.page.hit(fyne.NewPos(0, 4))
	for _, zoom := range []float32{1.5, 2, 0.8, 1} {
		d.page.SetType(Sans, 16, zoom)
		if now := d.page.hit(fyne.NewPos(0, 4)); now < before-100 || now > before+100 {
			t.Errorf("zoom %v: the page begins with %d, before with %d", zoom, now, before)
		}
	}
	d.page.Resize(fyne.NewSize(2000, 400))
	line := d.page.layout().Caret(before).Line
	if n := line.End - line.Start; n < 60 || n > 80 {
		t.Errorf("a line has %d characters", n)
	}
}

func TestTheCaretIsOnlyThereWithTheFocus(t *testing.T) {
	d := newDesk(t, story)
	if d.page.caret.Visible() {
		t.Error("a caret without the focus")
	}
	d.page.FocusGained()
	if !d.page.caret.Visible() {
		t.Error("no caret with the focus")
	}
	d.page.FocusLost()
	if d.page.caret.Visible() {
		t.Error("the caret stays behind")
	}
}

func TestATextTakesItsHighlightsAndSelectionAway(t *testing.T) {
	d := newDesk(t, long(20))
	d.page.SetHighlights([]Highlight{{ID: "a", Start: 0, End: 5}})
	d.page.Select(900, 2000)
	d.page.ScrollTo(2000, 2000)
	d.page.SetText("short", nil)
	if start, end := d.page.Selection(); start != 0 || end != 0 {
		t.Errorf("selection is %d to %d", start, end)
	}
	if p, _ := d.page.RectOf(0); p.Y < 0 || p.Y > 60 {
		t.Errorf("the text begins at %v", p.Y)
	}
	if _, ok := d.page.marks.Find("a"); ok {
		t.Error("the highlight stays")
	}
	d.page.SetText("", nil)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyEnd)
	d.click(fyne.NewPos(100, 100))
}

func TestOffsetsOutsideTheTextAreMovedIntoIt(t *testing.T) {
	d := newDesk(t, "ab")
	d.page.Select(-5, 99)
	d.selected("ab")
	d.page.ScrollTo(-1, 1000)
	d.page.RectOf(-3)
	d.page.RectOf(1000)
	d.page.SetHighlights([]Highlight{{ID: "x", Start: 1, End: 50}, {ID: "y", Start: -4, End: 1}, {ID: "z", Start: 2, End: 1}})
	d.page.SetPicked("x")
	d.page.SetLinks([]Link{{From: "x", To: "x"}, {From: "x", To: "none"}})
	d.page.Image(640, 400)
}

func TestSentencesEndWithTheirQuotationMarks(t *testing.T) {
	text := "He left. “Why?” she asked. (It rained.) 3.5 million\nNext line! « Oui. » End"
	for _, c := range []struct{ in, want string }{
		{"He", "He left."},
		{"Why", "“Why?”"},
		{"she", "she asked."},
		{"rained", "(It rained.)"},
		{"million", "3.5 million"},
		{"Next", "Next line!"},
		{"Oui", "« Oui."},
		{"End", "» End"},
	} {
		start, end := sentenceAt(text, strings.Index(text, c.in))
		if got := text[start:end]; got != c.want {
			t.Errorf("the sentence of %q is %q, want %q", c.in, got, c.want)
		}
	}
	if start, end := sentenceAt("", 0); start != 0 || end != 0 {
		t.Errorf("an empty text has the sentence %d to %d", start, end)
	}
}
