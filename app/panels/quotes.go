package panels

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// Quotes lists the article's quotes, one card each: who speaks, by which cue,
// and the words.
type Quotes struct {
	Object fyne.CanvasObject

	host    *Host
	summary *widget.Label
	list    *widget.List
	view    *workspace.View
	filling bool
}

// NewQuotes returns the quotes' panel.
func NewQuotes(h *Host) *Quotes {
	q := &Quotes{host: h, summary: widget.NewLabel("")}
	q.summary.SizeName = theme.SizeNameCaptionText
	q.list = widget.NewList(
		func() int {
			if q.view == nil {
				return 0
			}
			return len(q.view.Quotes)
		},
		func() fyne.CanvasObject { return newCard() },
		func(i widget.ListItemID, o fyne.CanvasObject) { q.draw(i, o) },
	)
	q.list.OnSelected = func(i widget.ListItemID) {
		if !q.filling && q.view != nil && i < len(q.view.Quotes) {
			h.WS.Pick(q.view.Quotes[i].Span.ID)
			h.Run("view.reveal")
			h.Run("focus.page")
		}
	}
	q.Object = container.NewBorder(q.summary, nil, nil, nil, q.list)
	return q
}

// Refresh draws the cards anew.
func (q *Quotes) Refresh() {
	q.view = q.host.WS.View()
	q.summary.SetText(quoteSummary(q.view))
	q.list.Refresh()
	q.RefreshSelection()
}

// RefreshSelection shows which card is the picked mark's.
func (q *Quotes) RefreshSelection() {
	if q.view == nil {
		return
	}
	id := q.host.WS.Selection().Picked
	at := slices.IndexFunc(q.view.Quotes, func(c workspace.QuoteCard) bool { return c.Span.ID == id })
	q.filling = true
	if at >= 0 {
		q.list.Select(at)
	} else {
		q.list.UnselectAll()
	}
	q.filling = false
}

// quoteSummary says "14 quotes, 13 attributed".
func quoteSummary(v *workspace.View) string {
	switch {
	case v != nil && v.Foreign && len(v.Quotes) == 0:
		return "Not recognized as English: nothing is suggested"
	case v == nil || len(v.Quotes) == 0:
		return "No quotes"
	}
	return fmt.Sprintf("%s, %d attributed", count(len(v.Quotes), "quote"), v.Attributed())
}

func (q *Quotes) draw(i widget.ListItemID, o fyne.CanvasObject) {
	if q.view == nil || i >= len(q.view.Quotes) {
		return
	}
	c := q.view.Quotes[i]
	o.(*card).set(speakerLine(c), cueLine(q.view, c), q.view.Document.Text[c.Span.Start:c.Span.End],
		c.Span.State == annotate.Suggested, c.Speaker == "")
}

func speakerLine(c workspace.QuoteCard) string {
	if c.Speaker == "" {
		return "Nobody named"
	}
	return c.Speaker
}

func cueLine(v *workspace.View, c workspace.QuoteCard) string {
	var parts []string
	if c.Cue.ID != "" {
		parts = append(parts, oneLine(v.Document.Text[c.Cue.Start:c.Cue.End], 24))
	}
	if c.Span.QuoteType != "" {
		parts = append(parts, c.Span.QuoteType)
	}
	if c.Span.State == annotate.Suggested {
		parts = append(parts, "suggested")
	}
	return strings.Join(parts, " · ")
}

// card is one quote in the list: the speaker, the cue, and two lines of words.
type card struct {
	widget.BaseWidget
	bar            *canvas.Rectangle
	who, how       *canvas.Text
	first, second  *canvas.Text
	speaker, words string
	cue            string
	nobody         bool
	open           bool
}

func newCard() *card {
	c := &card{bar: canvas.NewRectangle(nil)}
	c.who, c.how = canvas.NewText("", nil), canvas.NewText("", nil)
	c.first, c.second = canvas.NewText("", nil), canvas.NewText("", nil)
	c.ExtendBaseWidget(c)
	return c
}

func (c *card) set(speaker, cue, words string, open, nobody bool) {
	c.speaker, c.cue, c.words, c.open, c.nobody = speaker, cue, oneLine(words, 400), open, nobody
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return &cardRenderer{c} }

type cardRenderer struct{ c *card }

func (d *cardRenderer) Destroy() {}

func (d *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.c.bar, d.c.who, d.c.how, d.c.first, d.c.second}
}

func (d *cardRenderer) MinSize() fyne.Size {
	h := lineHeight(theme.TextSize()) + 3*lineHeight(theme.CaptionTextSize())
	return fyne.NewSize(80, h+2*rowPad+2)
}

func (d *cardRenderer) Layout(s fyne.Size) {
	c := d.c
	d.c.bar.Move(fyne.NewPos(2, rowPad))
	d.c.bar.Resize(fyne.NewSize(3, s.Height-2*rowPad))
	x, room := float32(rowPad+6), s.Width-2*rowPad-6-scrollGap
	small := lineHeight(theme.CaptionTextSize())
	y := float32(rowPad)
	c.who.Move(fyne.NewPos(x, y))
	c.who.Text = fitted(c.speaker, room, c.who.TextSize, c.who.TextStyle)
	y += lineHeight(theme.TextSize())
	c.how.Move(fyne.NewPos(x, y))
	c.how.Text = fitted(c.cue, room, c.how.TextSize, c.how.TextStyle)
	y += small + 1
	head, tail := broken(c.words, room, c.first.TextSize)
	c.first.Move(fyne.NewPos(x, y))
	c.first.Text = head
	c.second.Move(fyne.NewPos(x, y+small))
	c.second.Text = fitted(tail, room, c.second.TextSize, c.second.TextStyle)
}

func (d *cardRenderer) Refresh() {
	c := d.c
	c.who.TextSize, c.who.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: true}
	c.who.Color = theme.Color(theme.ColorNameForeground)
	if c.nobody {
		c.who.Color = theme.Color(theme.ColorNameWarning)
	}
	for _, t := range []*canvas.Text{c.how, c.first, c.second} {
		t.TextSize = theme.CaptionTextSize()
		t.Color = theme.Color(theme.ColorNameForeground)
	}
	c.how.Color = theme.Color(theme.ColorNamePlaceHolder)
	c.bar.FillColor = theme.Color(theme.ColorNameSuccess)
	if c.open {
		c.bar.FillColor = theme.Color(theme.ColorNameSeparator)
	}
	d.Layout(c.Size())
	for _, o := range d.Objects() {
		o.Refresh()
	}
}

// broken splits words into what fits on one line and the rest.
func broken(text string, room, size float32) (head, tail string) {
	if room <= 0 || fyne.MeasureText(text, size, fyne.TextStyle{}).Width <= room {
		return text, ""
	}
	words := strings.Fields(text)
	n := 1
	for n < len(words) && fyne.MeasureText(strings.Join(words[:n+1], " "), size, fyne.TextStyle{}).Width <= room {
		n++
	}
	return strings.Join(words[:n], " "), strings.Join(words[n:], " ")
}
