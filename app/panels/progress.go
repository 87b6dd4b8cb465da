package panels

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Progress shows how much of the queue is done.
type Progress struct {
	Object fyne.CanvasObject
	bar    *widget.ProgressBar
}

// NewProgress returns the progress panel.
func NewProgress() *Progress {
	p := &Progress{bar: widget.NewProgressBar()}
	p.Object = container.NewPadded(p.bar)
	return p
}

// Show sets the bar to done of total.
func (p *Progress) Show(done, total int) {
	p.bar.Max = max(float64(total), 1)
	p.bar.TextFormatter = func() string {
		if total == 0 {
			return "No articles yet"
		}
		return fmt.Sprintf("%d of %d done", done, total)
	}
	p.bar.SetValue(float64(done))
}
