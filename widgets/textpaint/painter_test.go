package textpaint

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func goFaces(t testing.TB) *textlay.Faces {
	t.Helper()
	f, err := textlay.NewFaces(textlay.Fonts{Regular: goregular.TTF, Bold: gobold.TTF})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// golden compares a picture with testdata/NAME.png. Rasterizers differ a little
// from processor to processor, so a few levels of a few pixels may differ.
func golden(t *testing.T, name string, img *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, img)
		return
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if want.Bounds() != img.Bounds() {
		t.Fatalf("%s is %v, the golden one %v", name, img.Bounds(), want.Bounds())
	}
	off := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			a := color.NRGBAModel.Convert(want.At(x, y)).(color.NRGBA)
			b := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if far(a.R, b.R) || far(a.G, b.G) || far(a.B, b.B) {
				off++
			}
		}
	}
	if off > img.Rect.Dx()*img.Rect.Dy()/2000 {
		failed := filepath.Join(t.TempDir(), name+".png")
		write(t, failed, img)
		t.Errorf("%s differs in %d pixels", name, off)
	}
}

func far(a, b uint8) bool { return max(a, b)-min(a, b) > 12 }

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestPagesLookAsTheyDid(t *testing.T) {
	f := goFaces(t)
	text, hs := noted(harbor)
	links := []Link{{From: find(t, text, hs, "“We owe"), To: find(t, text, hs, "Ana Roy"), Color: blue, Tag: "speaker"}}
	for name, p := range map[string]Palette{"light": Light(), "dark": Dark()} {
		img, shown := Page(Article{Text: text, Blocks: harborBlocks(text), Highlights: hs, Links: links, Faces: f, Palette: p, Width: 760})
		if shown != len(text) {
			t.Errorf("%d of %d bytes shown", shown, len(text))
		}
		golden(t, name, img)
	}
	l := textlay.New(f)
	l.SetText(text, harborBlocks(text))
	l.Wrap(17, 420)
	img := image.NewRGBA(image.Rect(0, 0, 480, 330))
	NewPainter().Paint(img, &Scene{
		Layout: l, Marks: NewMarks(hs), Picked: find(t, text, hs, "“The steel"), Hovered: find(t, text, hs, "Ana Roy"),
		Links:    []Link{{From: find(t, text, hs, "“The steel"), To: find(t, text, hs, "Ana Roy"), Color: blue, Tag: "speaker"}},
		SelStart: strings.Index(text, "twice"), SelEnd: strings.Index(text, "again"), Left: 30, Top: 250, Scale: 1, Palette: Light(),
	})
	golden(t, "picked", img)
}

// find returns the ID of the first highlight whose words begin so.
func find(t *testing.T, text string, hs []Highlight, words string) string {
	t.Helper()
	for _, h := range hs {
		if strings.HasPrefix(text[h.Start:h.End], words) {
			return h.ID
		}
	}
	t.Fatalf("no highlight begins %q", words)
	return ""
}

func TestWordsAreLegibleOnEveryGround(t *testing.T) {
	hues := []color.NRGBA{
		blue, green, purple, orange, red, gray,
		{0xff, 0xff, 0, 255},
		{0, 0, 0, 255},
		{0xff, 0xff, 0xff, 255},
		{0, 0xff, 0, 255},
		{0xff, 0, 0xff, 255},
		{0x84, 0xae, 0xf5, 255},
	}
	for name, p := range map[string]Palette{"light": Light(), "dark": Dark()} {
		if c := Contrast(p.Quiet, p.Paper); c < legible {
			t.Errorf("%s: quiet text has a contrast of %.2f", name, c)
		}
		for _, hue := range hues {
			ground := p.Paper
			for depth := range 7 {
				h := Highlight{Color: hue}
				ground = over(ground, p.tint(&h, depth))
				picked := over(ground, p.pickedTint(hue))
				for what, g := range map[string]color.NRGBA{
					"ground": ground, "picked": picked,
					"selected": over(ground, p.Selection), "picked and selected": over(picked, p.Selection),
				} {
					if c := Contrast(p.Ink, g); c < legible {
						t.Errorf("%s: text on %s, %d deep in %v, has a contrast of %.2f", name, what, depth+1, hue, c)
					}
				}
			}
			if c := Contrast(p.line(&Highlight{Color: hue}), p.Paper); c < legible {
				t.Errorf("%s: a tag in %v has a contrast of %.2f", name, hue, c)
			}
		}
	}
}

func TestUnderlinesThatOverlapHaveLanesOfTheirOwn(t *testing.T) {
	hs := []Highlight{
		{ID: "all", Start: 0, End: 100, Style: Underline},
		{ID: "left", Start: 0, End: 50, Style: Underline},
		{ID: "word", Start: 10, End: 14, Style: Dotted},
		{ID: "cross", Start: 40, End: 60, Style: Underline},
		{ID: "far", Start: 200, End: 210, Style: Underline},
		{ID: "ground", Start: 0, End: 100, Style: Ground},
	}
	m := NewMarks(hs)
	for i := range m.list {
		for j := range m.list[:i] {
			a, b := m.list[i], m.list[j]
			if a.Style == Ground || b.Style == Ground || a.Start >= b.End || b.Start >= a.End {
				continue
			}
			if m.lane[i] == m.lane[j] {
				t.Errorf("%s and %s share lane %d", a.ID, b.ID, m.lane[i])
			}
			if a.End-a.Start > b.End-b.Start && m.lane[i] < m.lane[j] {
				t.Errorf("%s lies nearer to the words than the shorter %s", a.ID, b.ID)
			}
		}
	}
}

func TestMarksAreFoundByPlace(t *testing.T) {
	var hs []Highlight
	for i := range 300 {
		start := i * 37 % 500
		hs = append(hs, Highlight{ID: fmt.Sprint(i), Start: start, End: start + 1 + i*i%90})
	}
	hs = append(hs, Highlight{ID: "whole", Start: 0, End: 1000}, Highlight{ID: "empty", Start: 5, End: 5}, Highlight{ID: "back", Start: 9, End: 3})
	m := NewMarks(hs)
	for _, r := range [][2]int{{0, 1}, {120, 121}, {250, 300}, {590, 700}, {999, 1000}, {1000, 2000}} {
		want := map[string]bool{}
		for _, h := range hs {
			if h.Start < h.End && h.Start < r[1] && h.End > r[0] {
				want[h.ID] = true
			}
		}
		got := 0
		for i := range m.in(r[0], r[1]) {
			if !want[m.list[i].ID] {
				t.Errorf("%v: %s is not there", r, m.list[i].ID)
			}
			got++
		}
		if got != len(want) {
			t.Errorf("%v: found %d of %d", r, got, len(want))
		}
	}
	at := m.At(130)
	for i := 1; i < len(at); i++ {
		if at[i].End-at[i].Start < at[i-1].End-at[i-1].Start {
			t.Error("a longer highlight comes before a shorter one")
		}
	}
}

func TestTagsNeverLieOnEachOther(t *testing.T) {
	text := strings.Repeat("one two three four five six seven. ", 40)
	var hs []Highlight
	for i := 0; i+6 < len(text); i += 5 {
		hs = append(hs, Highlight{ID: fmt.Sprint(i), Start: i, End: i + 4, Tag: "CARDINAL"[:2+i%7], Color: red, Style: Style(i % 4)})
	}
	l := textlay.New(goFaces(t))
	l.SetText(text, nil)
	p := NewPainter()
	p.Paint(image.NewRGBA(image.Rect(0, 0, 600, 500)), &Scene{Layout: l, Marks: NewMarks(hs), Left: 20, Scale: 1, Palette: Light()})
	if len(p.slots) < 20 {
		t.Fatalf("only %d tags", len(p.slots))
	}
	for i, a := range p.slots {
		for _, b := range p.slots[:i] {
			if a.line == b.line && a.x0 < b.x1 && b.x0 < a.x1 {
				t.Fatalf("tags at %v and %v overlap", a, b)
			}
		}
	}
}

func TestTagsNeverLieOnWords(t *testing.T) {
	text, hs := noted(harbor)
	l := textlay.New(goFaces(t))
	l.SetText(text, harborBlocks(text))
	l.Wrap(17, 420)
	for i := range hs {
		hs[i].Style, hs[i].Color = Underline, red
	}
	paint := func(tags bool) *image.RGBA {
		marks := append([]Highlight(nil), hs...)
		for i := range marks {
			if !tags {
				marks[i].Tag = ""
			}
		}
		img := image.NewRGBA(image.Rect(0, 0, 480, 900))
		NewPainter().Paint(img, &Scene{Layout: l, Marks: NewMarks(marks), Left: 30, Top: -20, Scale: 1, Palette: Light()})
		return img
	}
	with, without, bare := paint(true), paint(false), image.NewRGBA(image.Rect(0, 0, 480, 900))
	NewPainter().Paint(bare, &Scene{Layout: l, Left: 30, Top: -20, Scale: 1, Palette: Light()})
	paper := Light().Paper
	written, onWords := 0, 0
	for y := range 900 {
		for x := range 480 {
			if with.RGBAAt(x, y) == without.RGBAAt(x, y) {
				continue
			}
			written++
			if c := bare.RGBAAt(x, y); c.R != paper.R || c.G != paper.G || c.B != paper.B {
				onWords++
			}
		}
	}
	if written < 500 {
		t.Fatalf("only %d pixels of tags", written)
	}
	// The descenders of a Q or a g may touch.
	if onWords*100 > written {
		t.Errorf("%d of %d pixels of tags lie on words", onWords, written)
	}
}

func TestAPageIsBoundedAndSaysWhatItLeftOut(t *testing.T) {
	text := strings.Repeat("A line of a very long report.\n\n", 4000)
	img, shown := Page(Article{Text: text, Faces: goFaces(t), Palette: Light(), Width: 300})
	if img.Rect.Dy() != MaxHeight {
		t.Errorf("the picture is %d high", img.Rect.Dy())
	}
	if shown <= 0 || shown >= len(text) {
		t.Errorf("%d of %d bytes shown", shown, len(text))
	}
}

func TestOddArticlesArePainted(t *testing.T) {
	for name, a := range map[string]Article{
		"empty":                   {},
		"no width":                {Text: "x", Width: -3},
		"highlights outside":      {Text: "abc", Width: 200, Highlights: []Highlight{{ID: "a", Start: 1, End: 900}, {ID: "b", Start: -5, End: 2}, {ID: "c", Start: 50, End: 60}}},
		"highlights in graphemes": {Text: "👩‍👩‍👧e\u0301", Width: 200, Highlights: []Highlight{{ID: "a", Start: 2, End: 7, Tag: "👩‍👩‍👧 a very long tag that nobody would ever want to read"}}},
		"not utf-8":               {Text: "a\xff\xfeb", Width: 200, Highlights: []Highlight{{ID: "a", Start: 1, End: 2}}},
		"control characters":      {Text: "a\x00\tb\r\nc", Width: 200},
		"links to nowhere":        {Text: "abc def", Width: 200, Links: []Link{{From: "x", To: "y"}}},
	} {
		a.Faces, a.Palette = goFaces(t), Light()
		if img, _ := Page(a); img.Rect.Empty() {
			t.Errorf("%s: no picture", name)
		}
	}
}

func FuzzPaint(f *testing.F) {
	f.Add("“We won’t,” said Ana 👩‍👩‍👧.", 3, 9, 0, 20)
	f.Add("שלום abc\u2067x", 1, 5, 2, 90)
	f.Add("", 0, 0, 0, 0)
	faces := goFaces(f)
	f.Fuzz(func(_ *testing.T, text string, a, b, c, d int) {
		if len(text) > 2000 {
			return
		}
		l := textlay.New(faces)
		l.SetText(text, []textlay.Block{{Start: a, End: b, Kind: textlay.Headline}})
		l.Wrap(14, 90)
		hs := []Highlight{{ID: "1", Start: a, End: b, Tag: "ONE"}, {ID: "2", Start: c, End: d, Style: Underline, Tag: text}, {ID: "3", Start: a, End: d, Style: Box, Dashed: true}}
		NewPainter().Paint(image.NewRGBA(image.Rect(0, 0, 120, 200)), &Scene{
			Layout: l, Marks: NewMarks(hs), Links: []Link{{From: "1", To: "2", Tag: "x"}}, Picked: "3",
			SelStart: c, SelEnd: b, Left: 10, Scale: 1.5, Palette: Dark(),
		})
	})
}

func bigScene(b *testing.B, chars, spans int) *Scene {
	text := strings.Repeat(strings.Repeat("The council met in the old town hall on a wet evening. ", 9)+"\n\n", chars/490+1)[:chars]
	var hs []Highlight
	for i := range spans {
		start := i * (chars - 300) / spans
		h := Highlight{ID: fmt.Sprint(i), Start: start, End: start + 8 + i%30, Tag: "PERSON", Color: purple, Style: Style(i % 4), Dashed: i%3 == 0}
		if h.Style == Ground {
			h.End += 200
		}
		hs = append(hs, h)
	}
	l := textlay.New(goFaces(b))
	l.SetText(text, nil)
	l.Wrap(17, 600)
	for l.Work(time.Minute) {
	}
	return &Scene{Layout: l, Marks: NewMarks(hs), Left: 80, Scale: 1, Palette: Light()}
}

func BenchmarkPaintWhileScrolling100k2000Spans(b *testing.B) { // budget 8 ms
	s := bigScene(b, 100_000, 2_000)
	p, img := NewPainter(), image.NewRGBA(image.Rect(0, 0, 760, 900))
	for b.Loop() {
		s.Top += 60
		if s.Top > s.Layout.Height()-900 {
			s.Top = 0
		}
		p.Paint(img, s)
	}
}

func BenchmarkPaint1M20000SpansHiDPI(b *testing.B) { // budget 16 ms
	s := bigScene(b, 1_000_000, 20_000)
	s.Scale, s.Top = 2, s.Layout.Height()/2
	p, img := NewPainter(), image.NewRGBA(image.Rect(0, 0, 1520, 1800))
	for b.Loop() {
		p.Paint(img, s)
	}
}

func BenchmarkIndex2000(b *testing.B) { // budget 2 ms
	s := bigScene(b, 100_000, 2_000)
	for b.Loop() {
		NewMarks(s.Marks.list)
	}
}
