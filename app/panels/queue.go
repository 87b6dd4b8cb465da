package panels

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// Queue lists the project's articles, with search, a filter and the progress.
type Queue struct {
	Object fyne.CanvasObject

	host     *Host
	search   *searchField
	filter   *widget.Select
	list     *widget.List
	progress *Progress
	state    workspace.State
	shown    []int // places in state.Entries
	filling  bool  // the program itself moves the selection
}

// filters are the names of the filter's choices; passes says what they let through.
func filters() []string { return []string{"All articles", "To do", "Done", "Skipped"} }

func passes(filter int, s annotate.Status) bool {
	switch filter {
	case 1:
		return s == annotate.Todo || s == annotate.Doing
	case 2:
		return s == annotate.Done
	case 3:
		return s == annotate.Skipped
	}
	return true
}

// NewQueue returns the queue's panel.
func NewQueue(h *Host) *Queue {
	q := &Queue{host: h, progress: NewProgress()}
	q.search = newSearchField(h)
	q.search.SetPlaceHolder("Search titles")
	q.search.OnChanged = func(string) { q.fill() }
	q.filter = widget.NewSelect(filters(), func(string) { q.fill() })
	q.list = widget.NewList(
		func() int { return len(q.shown) },
		func() fyne.CanvasObject { return newRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) { q.draw(i, o) },
	)
	q.list.OnSelected = func(i widget.ListItemID) {
		if q.filling || i < 0 || i >= len(q.shown) {
			return
		}
		h.Report(h.WS.OpenDocument(q.state.Entries[q.shown[i]].ID))
		h.Run("focus.page")
	}
	q.filter.SetSelectedIndex(0)
	top := container.NewVBox(q.search, q.filter)
	q.Object = container.NewBorder(container.NewPadded(top), q.progress.Object, nil, nil, q.list)
	return q
}

// Refresh draws the queue anew.
func (q *Queue) Refresh() {
	q.state = q.host.WS.State()
	q.progress.Show(q.state.Done, len(q.state.Entries))
	q.fill()
}

func (q *Queue) fill() {
	q.shown = q.shown[:0]
	want := strings.ToLower(strings.TrimSpace(q.search.Text))
	at := -1
	for i, e := range q.state.Entries {
		if i == q.state.Current {
			at = len(q.shown)
		}
		if passes(q.filter.SelectedIndex(), e.Status) && strings.Contains(strings.ToLower(e.Title), want) {
			q.shown = append(q.shown, i)
		} else if i == q.state.Current {
			at = -1
		}
	}
	q.filling = true
	q.list.Refresh()
	if at >= 0 {
		q.list.Select(at)
	} else {
		q.list.UnselectAll()
	}
	q.filling = false
}

func (q *Queue) draw(i widget.ListItemID, o fyne.CanvasObject) {
	if i < 0 || i >= len(q.shown) {
		return
	}
	e := q.state.Entries[q.shown[i]]
	row := o.(*row)
	row.set(statusSign(e.Status), oneLine(e.Title, 120), entryCaption(e))
}

// statusSign is the mark before a title. It tells the statuses apart by shape.
func statusSign(s annotate.Status) string {
	switch s {
	case annotate.Doing:
		return "◐"
	case annotate.Done:
		return "●"
	case annotate.Skipped:
		return "–"
	}
	return "○"
}

func entryCaption(e workspace.Entry) string {
	switch {
	case e.Status == annotate.Skipped:
		return "skipped"
	case e.Status == annotate.Done:
		return fmt.Sprintf("done, %s", count(e.Confirmed, "mark"))
	case e.Suggested > 0:
		return fmt.Sprintf("%s to check", count(e.Suggested, "suggestion"))
	case e.Confirmed > 0:
		return count(e.Confirmed, "mark")
	}
	return "new"
}

// count says "1 mark", "2 marks".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
