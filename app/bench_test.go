package app

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/storage"
)

// crowded makes a project with articles of 100,000 characters and 2,000 spans,
// a tenth of them quotes.
func crowded(b *testing.B, articles int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.bluepencil")
	p, err := storage.Create(path, annotate.DefaultLabels())
	if err != nil {
		b.Fatal(err)
	}
	for n := range articles {
		doc := annotate.Document{ID: fmt.Sprintf("doc%d", n), Title: fmt.Sprintf("Article %d", n), Text: longText(n)}
		doc.SHA256 = annotate.Hash(doc.Text)
		var m annotate.Marks
		for i := range 2000 {
			start := i * 50
			sp := annotate.Span{
				ID: fmt.Sprintf("d%ds%d", n, i), Start: start, End: start + 9, Label: annotate.Person, State: annotate.Suggested,
				Origin: annotate.Origin{Kind: annotate.ByRule, Name: "bench"}, Score: 0.9, Reason: "because",
			}
			switch {
			case i%10 == 0:
				sp.Label, sp.End, sp.Speaker, sp.QuoteType = annotate.Quote, start+45, "Ana Roy", "direct"
			case i%3 == 0:
				sp.Label = "DATE"
			}
			m.Spans = append(m.Spans, sp)
		}
		first := storage.First{Annotator: "ed", Change: annotate.Change{ID: doc.ID + "c", DocumentID: doc.ID, Verb: annotate.VerbSuggest, By: "ed", At: time.Unix(1, 0), After: m}}
		if err := p.Add(doc, first); err != nil {
			b.Fatal(err)
		}
	}
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func longText(seed int) string {
	words := strings.Fields("council bridge minister harbour said “quietly” on Monday that Ana Roy and Jörg would not resign before the vote in May")
	var b strings.Builder
	for i := seed; b.Len() < 110_000; i++ {
		b.WriteString(words[(i*7+i/5)%len(words)])
		if i%90 == 89 {
			b.WriteString(".\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	text := b.String()
	// Cut marks at ASCII places: every span of the bench starts and ends at one.
	return strings.Map(func(r rune) rune {
		if r > 127 {
			return 'o'
		}
		return r
	}, text)[:100_000]
}

type benchDesk struct{ *desk }

func newBenchDesk(b *testing.B, articles int) *benchDesk {
	b.Helper()
	a := test.NewTempApp(b)
	a.Settings().SetTheme(theme.New(theme.Light))
	ws := workspace.New(workspace.Options{Annotator: "ed"})
	d := newDesk(a, ws, prefs.New(a.Preferences()))
	w := test.NewTempWindow(b, d.content)
	w.Resize(fyne.NewSize(1200, 800))
	if err := ws.Open(crowded(b, articles)); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = ws.Close() })
	return &benchDesk{d}
}

// paint draws what the page shows, as the window would.
func (d *benchDesk) paint() {
	s := d.article.Page.Size()
	d.article.Page.Image(int(s.Width), int(s.Height))
}

// Budget: 150 ms from the click in the queue to the first paint, with every panel
// filled, on 100,000 characters and 2,000 spans.
func BenchmarkOpen(b *testing.B) {
	d := newBenchDesk(b, 2)
	n := 0
	for b.Loop() {
		n++
		if err := d.ws.OpenAt(n % 2); err != nil {
			b.Fatal(err)
		}
		d.paint()
	}
}

// Budget: 16 ms from the key to the painted page, the edit on disk and every
// panel brought up to date, on the same article.
func BenchmarkEdit(b *testing.B) {
	d := newBenchDesk(b, 1)
	if err := d.ws.OpenAt(0); err != nil {
		b.Fatal(err)
	}
	d.paint()
	for b.Loop() {
		if err := d.ws.Next(1); err != nil {
			b.Fatal(err)
		}
		d.run("mark.reject")
		d.paint()
		d.run("edit.undo")
		d.paint()
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(2*b.N), "ms/edit")
}

// Budget: 16 ms for one step of the wheel.
func BenchmarkScroll(b *testing.B) {
	d := newBenchDesk(b, 1)
	if err := d.ws.OpenAt(0); err != nil {
		b.Fatal(err)
	}
	d.paint()
	for b.Loop() {
		d.article.Page.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
		d.paint()
	}
}
