package panels

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// Status is the line at the foot of the window: the last word on the left, the
// article's counts on the right.
type Status struct {
	Object fyne.CanvasObject
	word   *widget.Label
	counts *widget.Label
	said   string
	task   string
}

// NewStatus returns the status line.
func NewStatus() *Status {
	s := &Status{word: widget.NewLabel(""), counts: widget.NewLabel("")}
	s.word.SizeName, s.counts.SizeName = theme.SizeNameCaptionText, theme.SizeNameCaptionText
	s.word.Truncation = fyne.TextTruncateEllipsis
	s.Object = container.NewVBox(widget.NewSeparator(), container.NewBorder(nil, nil, nil, s.counts, s.word))
	return s
}

// Say shows a short message until the next verb; "" shows that all is stored.
func (s *Status) Say(word string) {
	s.said = word
	s.draw()
}

// Show brings the counts and the running work up to date.
func (s *Status) Show(state workspace.State) {
	s.task = ""
	if n := len(state.Tasks); n > 0 {
		t := state.Tasks[n-1]
		s.task = taskName(t.Title) + " …"
		if done, total := t.Progress(); total > 0 {
			s.task = fmt.Sprintf("%s: %d of %d …", taskName(t.Title), done, total)
		} else if done > 0 {
			s.task = fmt.Sprintf("%s: %d …", taskName(t.Title), done)
		}
	}
	text := ""
	if v := state.View; v != nil {
		text = fmt.Sprintf("%s   ·   %s confirmed   ·   %s left   ·   %s",
			quoteSummary(v), count(v.Confirmed, "mark"), count(v.Suggested, "suggestion"), state.Annotator)
	}
	s.counts.SetText(text)
	s.draw()
}

func (s *Status) draw() {
	text := s.said
	if text == "" {
		text = "All changes are saved"
	}
	if s.task != "" {
		text = s.task
	}
	s.word.SetText(text)
}

func taskName(title string) string {
	switch title {
	case "suggest":
		return "Reading the article"
	case "import":
		return "Importing"
	case "export":
		return "Exporting"
	}
	return title
}

// Text returns what the line says on its left.
func (s *Status) Text() string { return s.word.Text }
