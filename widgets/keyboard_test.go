package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestKeysMoveTheCaret(t *testing.T) {
	family := strings.Index(story, "👩‍👩‍👧")
	for _, c := range []struct {
		name        string
		start, end  int
		key         fyne.KeyName
		mods        fyne.KeyModifier
		first, last int
	}{
		{"right goes over a curly quote", 0, 0, fyne.KeyRight, 0, 3, 3},
		{"left goes before it", 3, 3, fyne.KeyLeft, 0, 0, 0},
		{"left stays at the start", 0, 0, fyne.KeyLeft, 0, 0, 0},
		{"right goes over a joined emoji", family, family, fyne.KeyRight, 0, family + len("👩‍👩‍👧"), family + len("👩‍👩‍👧")},
		{"shift extends", 3, 3, fyne.KeyRight, fyne.KeyModifierShift, 3, 4},
		{"left closes a selection at its start", 3, 9, fyne.KeyLeft, 0, 3, 3},
		{"right closes a selection at its end", 3, 9, fyne.KeyRight, 0, 9, 9},
		{"end goes to the line's end", 3, 3, fyne.KeyEnd, 0, strings.Index(story, "\n"), strings.Index(story, "\n")},
		{"home goes to the line's start", 9, 9, fyne.KeyHome, 0, 0, 0},
		{"up on the first line goes to the start", 9, 9, fyne.KeyUp, 0, 0, 0},
		{"down on the last line goes to the end", len(story), len(story), fyne.KeyDown, 0, len(story), len(story)},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, story)
			d.page.Select(c.start, c.end)
			d.mods = c.mods
			d.key(c.key)
			if first, last := d.page.Selection(); first != c.first || last != c.last {
				t.Errorf("selection is %d to %d, want %d to %d", first, last, c.first, c.last)
			}
			d.want(fmt.Sprintf("select %d %d", c.first, c.last))
		})
	}
}

func TestCtrlMovesByWordsAndToTheEnds(t *testing.T) {
	d := newDesk(t, story)
	ctrl := func(key fyne.KeyName, more fyne.KeyModifier) {
		d.page.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl | more})
	}
	for _, word := range []string{"We", "won’t", "pay", "said", "Ana"} {
		ctrl(fyne.KeyRight, 0)
		if got := d.page.Caret(); got != d.of(word) {
			t.Errorf("caret at %d, want %d before %q", got, d.of(word), word)
		}
	}
	ctrl(fyne.KeyLeft, fyne.KeyModifierShift)
	d.selected("said ")
	ctrl(fyne.KeyEnd, 0)
	if d.page.Caret() != len(story) {
		t.Errorf("caret at %d", d.page.Caret())
	}
	ctrl(fyne.KeyHome, fyne.KeyModifierShift)
	d.selected(story)
}

func TestTheCaretKeepsItsPlaceAcrossShortLines(t *testing.T) {
	d := newDesk(t, "a long first line\nab\nanother long line")
	d.page.Select(12, 12)
	x, _ := d.page.RectOf(12)
	d.key(fyne.KeyDown)
	if got := d.page.Caret(); got != d.of("\nanother") {
		t.Fatalf("caret at %d", got)
	}
	d.key(fyne.KeyDown)
	if p, _ := d.page.RectOf(d.page.Caret()); p.X < x.X-6 || p.X > x.X+6 {
		t.Errorf("caret at x %v, began at %v", p.X, x.X)
	}
}

func TestArrowsFollowTheEyeInRightToLeftText(t *testing.T) {
	d := newDesk(t, "שלום עולם")
	d.key(fyne.KeyLeft)
	if d.page.Caret() != len("ש") {
		t.Errorf("left went to %d", d.page.Caret())
	}
}

func TestOtherKeysAreOffered(t *testing.T) {
	d := newDesk(t, story)
	if !d.page.AcceptsTab() {
		t.Error("Tab would leave the page")
	}
	d.key(fyne.KeyTab)
	d.key(desktop.KeyShiftLeft)
	d.mods = fyne.KeyModifierShift
	d.key(fyne.KeyTab)
	d.page.TypedRune('é')
	d.page.TypedShortcut(&fyne.ShortcutPaste{})
	d.page.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	d.want("key Tab 0", "key Tab 1", "rune é", "shortcut Paste", "shortcut CustomDesktop:Control+Return")
}

func TestCopyAndSelectAll(t *testing.T) {
	d := newDesk(t, story)
	d.page.TypedShortcut(&fyne.ShortcutSelectAll{})
	d.selected(story)
	c := test.NewClipboard()
	d.page.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	if c.Content() != story {
		t.Errorf("copied %q", c.Content())
	}
	d.page.SetHighlights(marksOf(d))
	d.page.SetPicked("name")
	d.page.Select(0, 0)
	d.page.TypedShortcut(&fyne.ShortcutCopy{Clipboard: c})
	if c.Content() != "Ana Roy" {
		t.Errorf("copied %q", c.Content())
	}
}

func TestNothingIsAskedOfCallbacksThatAreNotThere(t *testing.T) {
	d := newDesk(t, story)
	*d.page = *func() *AnnotatedText { p := NewAnnotatedText(); p.set.system = nil; return p }()
	d.page.SetText(story, nil)
	d.click(fyne.NewPos(50, 50))
	d.drag(fyne.NewPos(50, 50), fyne.NewPos(90, 50))
	d.key(fyne.KeyTab)
	d.key(fyne.KeyDown)
	d.page.TypedRune('x')
	d.page.TypedShortcut(&fyne.ShortcutPaste{})
	d.page.MouseMoved(&desktop.MouseEvent{})
	d.page.TypedShortcut(&fyne.ShortcutCopy{})
}
