package panels

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// Cast lists the article's people and organisations. The first nine have a
// number, which assigns them as a quote's speaker.
type Cast struct {
	Object fyne.CanvasObject

	host *Host
	hint *widget.Label
	list *widget.List
	view *workspace.View
	walk int // the mention that the next click on the same member shows
	last string
}

// NewCast returns the cast's panel.
func NewCast(h *Host) *Cast {
	c := &Cast{host: h, hint: widget.NewLabel("")}
	c.hint.SizeName = theme.SizeNameCaptionText
	c.hint.Truncation = fyne.TextTruncateEllipsis
	c.list = widget.NewList(
		func() int {
			if c.view == nil {
				return 0
			}
			return len(c.view.Cast)
		},
		func() fyne.CanvasObject { return newRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) { c.draw(i, o) },
	)
	c.list.OnSelected = func(i widget.ListItemID) {
		c.list.UnselectAll()
		c.show(i)
	}
	c.Object = container.NewBorder(c.hint, nil, nil, nil, c.list)
	return c
}

// Refresh draws the cast anew.
func (c *Cast) Refresh() {
	c.view = c.host.WS.View()
	if c.view == nil || len(c.view.Cast) == 0 {
		c.hint.SetText("Nobody is named")
	} else {
		c.hint.SetText("S, then a number, sets a quote's speaker")
	}
	c.list.Refresh()
}

// show walks through the mentions of a member, one at a click; while a speaker
// is asked for, it answers instead.
func (c *Cast) show(i int) {
	if c.view == nil || i >= len(c.view.Cast) {
		return
	}
	m := c.view.Cast[i]
	if c.last != m.Name {
		c.last, c.walk = m.Name, 0
	}
	if len(m.Mentions) > 0 {
		c.host.WS.Pick(m.Mentions[c.walk%len(m.Mentions)].ID)
		c.walk++
		c.host.Run("view.reveal")
	}
	c.host.Run("focus.page")
}

func (c *Cast) draw(i widget.ListItemID, o fyne.CanvasObject) {
	if c.view == nil || i >= len(c.view.Cast) {
		return
	}
	m := c.view.Cast[i]
	sign := ""
	if i < 9 {
		sign = fmt.Sprint(i + 1)
	}
	o.(*row).set(sign, m.Name, castCaption(m))
}

func castCaption(m workspace.Member) string {
	parts := []string{count(len(m.Mentions), "mention")}
	if m.Quotes > 0 {
		parts = append(parts, count(m.Quotes, "quote"))
	}
	switch m.Label {
	case annotate.Org:
		parts = append([]string{"organisation"}, parts...)
	case annotate.Speaker:
		parts = append([]string{"role"}, parts...)
	}
	if len(m.Aliases) > 0 {
		parts = append(parts, "also "+strings.Join(m.Aliases, ", "))
	}
	return strings.Join(parts, " · ")
}
