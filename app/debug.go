package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// debugEvery is how often the window's state is written for a test script.
const debugEvery = 60 * time.Millisecond

// debugState is what a script that drives the window from outside needs to know:
// where things are, in pixels of the window's content, and what is selected.
type debugState struct {
	Seq       int                   `json:"seq"`
	Project   string                `json:"project"`
	Document  string                `json:"document"`
	Title     string                `json:"title"`
	Selection workspace.Selection   `json:"selection"`
	Tasks     int                   `json:"tasks"`
	Focused   bool                  `json:"focused"`
	Status    string                `json:"status"`
	Panels    map[string][4]float32 `json:"panels"` // x, y, width, height
	Spans     []debugSpan           `json:"spans"`  // those in sight
	Overlay   bool                  `json:"overlay"`
}

type debugSpan struct {
	ID    string     `json:"id"`
	Label string     `json:"label"`
	State string     `json:"state"`
	Text  string     `json:"text"`
	Start int        `json:"start"`
	End   int        `json:"end"`
	First [3]float32 `json:"first"` // x, y, height of the caret before it
	Last  [3]float32 `json:"last"`  // and after it
}

// watch writes the window's state to DIR/state.json again and again.
func (d *desk) watch(dir string) {
	seq := 0
	go func() {
		for range time.Tick(debugEvery) {
			fyne.Do(func() {
				seq++
				raw, err := json.Marshal(d.debug(seq))
				if err != nil {
					return
				}
				tmp := filepath.Join(dir, "state.tmp")
				if os.WriteFile(tmp, raw, 0o600) == nil {
					_ = os.Rename(tmp, filepath.Join(dir, "state.json"))
				}
			})
		}
	}()
}

func (d *desk) debug(seq int) debugState {
	st := d.ws.State()
	out := debugState{
		Seq: seq, Project: st.Path, Selection: st.Selection, Tasks: len(st.Tasks),
		Focused: d.window.Canvas().Focused() == fyne.Focusable(d.article.Page),
		Overlay: d.window.Canvas().Overlays().Top() != nil,
		Status:  d.status.Text(), Panels: map[string][4]float32{},
	}
	at := func(name string, o fyne.CanvasObject) fyne.Position {
		p := d.app.Driver().AbsolutePositionForObject(o)
		out.Panels[name] = [4]float32{p.X, p.Y, o.Size().Width, o.Size().Height}
		return p
	}
	page := at("page", d.article.Page)
	at("queue", d.queue.Object)
	at("quotes", d.quotes.Object)
	at("inspector", d.inspect.Object)
	if st.View == nil {
		return out
	}
	out.Document, out.Title = st.View.Document.ID, st.View.Document.Title
	for _, sp := range st.View.Spans {
		p, size := d.article.Page.RectOf(sp.Start)
		q, last := d.article.Page.RectOf(sp.End)
		if p.Y < 0 || q.Y+last.Height > d.article.Page.Size().Height {
			continue
		}
		out.Spans = append(out.Spans, debugSpan{
			ID: sp.ID, Label: sp.Label, State: string(sp.State), Text: d.ws.Surface(sp),
			Start: sp.Start, End: sp.End,
			First: [3]float32{page.X + p.X, page.Y + p.Y, size.Height},
			Last:  [3]float32{page.X + q.X, page.Y + q.Y, last.Height},
		})
	}
	return out
}
