package widgets

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func bigPage(b *testing.B, chars, spans int) (*AnnotatedText, string, []Highlight) {
	test.NewTempApp(b)
	var sb strings.Builder
	for i := 0; sb.Len() < chars; i++ {
		fmt.Fprintf(&sb, "The council of ward %d met on a wet evening and “voted %x,” said member %x. ", i, i*7919, i*31)
		if i%6 == 5 {
			sb.WriteString("\n\n")
		}
	}
	text := sb.String()[:chars]
	var hs []Highlight
	for i := range spans {
		start := i * (chars - 300) / spans
		hs = append(hs, Highlight{ID: fmt.Sprint(i), Start: start, End: start + 10 + i%40, Tag: "PERSON", Color: color.NRGBA{R: 120, A: 255}, Style: Style(i % 4)})
	}
	p := NewAnnotatedText()
	p.set.system = nil
	p.Resize(fyne.NewSize(760, 900))
	test.WidgetRenderer(p).Layout(fyne.NewSize(760, 900))
	return p, text, hs
}

func BenchmarkSetTextToFirstPicture100k2000Spans(b *testing.B) { // budget 150 ms
	p, text, hs := bigPage(b, 100_000, 2_000)
	for b.Loop() {
		b.StopTimer()
		p.SetFaces(Faces{}) // an empty word cache
		b.StartTimer()
		p.SetText(text, nil)
		p.SetHighlights(hs)
		p.Image(760, 900)
	}
}

func BenchmarkEditAndRepaint100k2000Spans(b *testing.B) { // budget 8 ms
	p, text, hs := bigPage(b, 100_000, 2_000)
	p.SetText(text, nil)
	p.Settle()
	i := 0
	for b.Loop() {
		i++
		hs[1000].End = hs[1000].Start + 5 + i%50
		p.SetHighlights(hs)
		p.Image(760, 900)
	}
}

func BenchmarkScrollStep1M20000Spans(b *testing.B) { // budget 16 ms
	p, text, hs := bigPage(b, 1_000_000, 20_000)
	p.SetText(text, nil)
	p.SetHighlights(hs)
	p.Settle()
	for b.Loop() {
		p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -60}})
		p.Image(760, 900)
	}
}
