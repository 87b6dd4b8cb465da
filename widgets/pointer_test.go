package widgets

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestADragSelectsWholeWords(t *testing.T) {
	d := newDesk(t, story)
	d.drag(d.at(d.of("won")), d.at(d.of("aid Ana")))
	d.selected("won’t pay,” said")
	start, end := d.page.Selection()
	d.want(fmt.Sprintf("select %d %d", start, end))
}

func TestADragBackwardSelectsWholeWordsAndPutsTheCaretFirst(t *testing.T) {
	d := newDesk(t, story)
	d.drag(d.at(d.of("aid Ana")), d.at(d.of("ay,")))
	d.selected("pay,” said")
	if got, want := d.page.Caret(), d.of("pay"); got != want {
		t.Errorf("caret at %d, want %d", got, want)
	}
}

func TestADragFromQuoteMarkToQuoteMarkTakesBoth(t *testing.T) {
	d := newDesk(t, story)
	d.drag(d.at(0), d.at(d.of("” said")))
	d.selected("“We won’t pay,”")
}

func TestADragWithAltSelectsByCharacters(t *testing.T) {
	d := newDesk(t, story)
	d.mods = fyne.KeyModifierAlt
	from, _ := d.page.RectOf(d.of("on’t"))
	to, size := d.page.RectOf(d.of("y,”"))
	d.drag(from.AddXY(0, size.Height/2), to.AddXY(0, size.Height/2))
	d.selected("on’t pa")
}

func TestADoubleClickSelectsAWordWithItsHyphensAndApostrophes(t *testing.T) {
	for word, in := range map[string]string{"won’t": "on’t", "co-op": "op ", "café": "afé", "Straight": "aight"} {
		d := newDesk(t, story)
		p := d.at(d.of(in))
		d.click(p)
		d.time = d.time.Add(100 * time.Millisecond)
		d.down(p)
		d.up(p)
		d.selected(word)
	}
}

func TestATripleClickSelectsASentence(t *testing.T) {
	d := newDesk(t, story)
	p := d.at(d.of("café"))
	d.click(p)
	for range 2 {
		d.time = d.time.Add(100 * time.Millisecond)
		d.down(p)
		d.up(p)
	}
	d.selected("The co-op café closed.")
	d.page.SentenceAt = func(int) (int, int) { return 3, 5 }
	d.click(p)
	for range 2 {
		d.down(p)
		d.up(p)
	}
	d.selected("We")
}

func TestAShiftClickExtendsTheSelection(t *testing.T) {
	d := newDesk(t, story)
	d.page.Select(d.of("said"), d.of("said"))
	d.mods = fyne.KeyModifierShift
	p, size := d.page.RectOf(d.of(" Roy"))
	d.click(p.AddXY(0.5, size.Height/2))
	d.selected("said Ana")
}

func marksOf(d *desk) []Highlight {
	quote, name := d.of("“We"), d.of("Ana Roy")
	return []Highlight{
		{ID: "outer", Start: 0, End: d.of("\n\n"), Tag: "ALL", Style: Ground, Color: color.NRGBA{A: 255}},
		{ID: "quote", Start: quote, End: d.of(" said"), Tag: "QUOTE", Style: Ground, Color: color.NRGBA{B: 200, A: 255}},
		{ID: "name", Start: name, End: name + len("Ana Roy"), Tag: "PERSON", Style: Underline, Color: color.NRGBA{R: 200, A: 255}},
	}
}

func TestClicksAtOnePlaceWalkThroughTheHighlightsThere(t *testing.T) {
	d := newDesk(t, story)
	d.page.SetHighlights(marksOf(d))
	p := d.at(d.of("Roy"))
	off := d.page.hit(p)
	caret := fmt.Sprintf("select %d %d", off, off)
	d.click(p)
	d.want(caret, `pick "name"`)
	d.page.SetPicked("name")
	d.click(p)
	d.want(caret, `pick "outer"`)
	d.page.SetPicked("outer")
	d.click(p)
	d.want(caret, `pick "name"`)
}

func TestAClickBesideAllHighlightsPicksNone(t *testing.T) {
	d := newDesk(t, story)
	d.page.SetHighlights(marksOf(d))
	d.click(fyne.NewPos(630, 390))
	if len(d.log) != 2 || d.log[1] != `pick ""` {
		t.Errorf("the page told %v", d.log)
	}
}

func TestADraggedHandleMovesABoundaryByWords(t *testing.T) {
	d := newDesk(t, story)
	d.page.SetHighlights(marksOf(d))
	d.page.SetPicked("name")
	start := d.of("Ana Roy")
	end, size := d.page.RectOf(start + len("Ana Roy"))
	d.drag(end.AddXY(1, size.Height/2), d.at(d.of("co-op")+3))
	d.want(fmt.Sprintf("move name %d %d", start, d.of(" café")))

	first, _ := d.page.RectOf(start)
	d.drag(first.AddXY(-1, size.Height/2), d.at(d.of("said")+1))
	d.want(fmt.Sprintf("move name %d %d", d.of("said"), start+len("Ana Roy")))
}

func TestADraggedHandleNeverPassesTheOtherAndNeverCutsAGrapheme(t *testing.T) {
	d := newDesk(t, "x 👩‍👩‍👧 y")
	d.page.SetHighlights([]Highlight{{ID: "h", Start: 2, End: len("x 👩‍👩‍👧"), Color: color.NRGBA{A: 255}}})
	d.page.SetPicked("h")
	p := d.page.layout().CaretAfter(len("x 👩‍👩‍👧"))
	from := fyne.NewPos(d.page.left+p.X+1, float32(p.Y-d.page.layout().Top())+5)
	d.mods = fyne.KeyModifierAlt
	d.drag(from, from.AddXY(-300, 0))
	if len(d.log) != 0 {
		t.Errorf("an unchanged highlight was moved: %v", d.log)
	}
}

func TestAPressedHandleThatIsNotMovedIsAClick(t *testing.T) {
	d := newDesk(t, story)
	d.page.SetHighlights(marksOf(d))
	d.page.SetPicked("name")
	p, size := d.page.RectOf(d.of("Ana Roy"))
	d.click(p.AddXY(2, size.Height/2))
	if len(d.log) != 2 || d.log[1] != `pick "outer"` {
		t.Errorf("the page told %v", d.log)
	}
}

func TestARightClickAsksForTheMenuAndKeepsASelectionThatItIsIn(t *testing.T) {
	d := newDesk(t, story)
	d.page.Select(d.of("Ana"), d.of("Ana")+7)
	right := func(p fyne.Position) {
		e := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}, Button: desktop.MouseButtonSecondary}
		d.page.MouseDown(e)
		d.page.MouseUp(e)
	}
	off := d.of("Roy")
	right(d.at(off))
	d.want(fmt.Sprintf("menu %d", off))
	d.selected("Ana Roy")
	off = d.of("closed")
	right(d.at(off))
	d.want(fmt.Sprintf("select %d %d", off, off), fmt.Sprintf("menu %d", off))
}

func TestThePointerTellsWhichHighlightItIsOver(t *testing.T) {
	d := newDesk(t, story)
	d.page.SetHighlights(marksOf(d))
	move := func(p fyne.Position) {
		d.page.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p}})
	}
	move(d.at(d.of("Roy")))
	move(d.at(d.of("oy.")))
	move(fyne.NewPos(5, 5))
	d.page.MouseOut()
	d.want(`hover "name"`, `hover ""`)
	d.page.SetPicked("name")
	p, size := d.page.RectOf(d.of("Ana Roy"))
	move(p.AddXY(-1, size.Height/2))
	if d.page.Cursor() != desktop.HResizeCursor {
		t.Error("the pointer does not show that a handle can be dragged")
	}
}
