package panels

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/theme"
)

// Labels lists the project's labels with their keys and counts. A click labels
// the selection; the eye shows or hides a label's marks.
type Labels struct {
	Object fyne.CanvasObject

	host   *Host
	list   *widget.List
	labels annotate.LabelSet
	counts map[string]int
	hidden map[string]bool
	redraw func()
}

// NewLabels returns the labels' panel. redraw is called when a label has been
// shown or hidden.
func NewLabels(h *Host, redraw func()) *Labels {
	l := &Labels{host: h, hidden: map[string]bool{}, redraw: redraw}
	l.list = widget.NewList(
		func() int { return len(l.labels) },
		func() fyne.CanvasObject { return newLabelRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) { l.draw(i, o) },
	)
	l.list.OnSelected = func(i widget.ListItemID) {
		l.list.UnselectAll()
		if i < len(l.labels) {
			h.Report(h.WS.Label(l.labels[i].Name))
			h.Run("focus.page")
		}
	}
	l.Object = l.list
	return l
}

// Hidden returns the labels whose marks are not shown.
func (l *Labels) Hidden() map[string]bool { return l.hidden }

// Refresh draws the labels anew.
func (l *Labels) Refresh() {
	s := l.host.WS.State()
	l.labels, l.counts = s.Labels, map[string]int{}
	if s.View != nil {
		for _, sp := range s.View.Spans {
			if sp.State != annotate.Rejected {
				l.counts[sp.Label]++
			}
		}
	}
	l.list.Refresh()
}

func (l *Labels) draw(i widget.ListItemID, o fyne.CanvasObject) {
	if i >= len(l.labels) {
		return
	}
	label, r := l.labels[i], o.(*labelRow)
	r.swatch.FillColor = theme.Hue(label.Color, theme.IsDark())
	r.swatch.Refresh()
	r.name.SetText(label.Name)
	r.key.SetText(strings.ToUpper(label.Key))
	r.count.SetText("")
	if n := l.counts[label.Name]; n > 0 {
		r.count.SetText(fmt.Sprint(n))
	}
	icon := base.VisibilityIcon()
	if l.hidden[label.Name] {
		icon = base.VisibilityOffIcon()
	}
	r.eye.SetIcon(icon)
	r.eye.OnTapped = func() {
		l.hidden[label.Name] = !l.hidden[label.Name]
		l.list.RefreshItem(i)
		l.redraw()
	}
}

type labelRow struct {
	widget.BaseWidget
	swatch           *canvas.Rectangle
	name, key, count *widget.Label
	eye              *widget.Button
	box              *fyne.Container
}

func newLabelRow() *labelRow {
	r := &labelRow{swatch: canvas.NewRectangle(nil)}
	r.swatch.SetMinSize(fyne.NewSize(10, 10))
	r.swatch.CornerRadius = 2
	r.name, r.key, r.count = widget.NewLabel(""), widget.NewLabel(""), widget.NewLabel("")
	r.name.Truncation = fyne.TextTruncateEllipsis
	r.key.TextStyle = fyne.TextStyle{Bold: true}
	r.count.Importance = widget.LowImportance
	r.eye = widget.NewButtonWithIcon("", base.VisibilityIcon(), nil)
	r.eye.Importance = widget.LowImportance
	left := container.NewHBox(container.NewPadded(container.NewCenter(r.swatch)), r.key)
	right := container.NewHBox(r.count, r.eye)
	r.box = container.NewBorder(nil, nil, left, right, r.name)
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *labelRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.box) }
