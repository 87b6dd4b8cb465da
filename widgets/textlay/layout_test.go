package textlay

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// samples are texts that have broken text programs before.
var samples = map[string]string{
	"empty":             "",
	"one letter":        "x",
	"line breaks only":  "\n\n\r\n\n",
	"plain":             "The minister said the bridge would open in May, after a delay of two years.",
	"curly quotes":      "“We won’t,” said Ana Roy. ‘Never.’",
	"straight quotes":   "\"We won't,\" said Ana Roy. 'Never.'",
	"guillemets":        "Elle a dit : « Nous avons gagné », puis « merci » !",
	"joined emoji":      "The family 👩‍👩‍👧‍👦 waved a flag 🏳️‍🌈 and left 🇫🇷🇩🇪. 1️⃣",
	"combining accents": "Cafe\u0301 n\u0303andu\u0301 a\u0308\u0323 \u0301lone",
	"cjk":               "市長は「橋は五月に開く」と述べた。",
	"hebrew":            "הוא אמר 123 שקלים (בערך) abc def",
	"hebrew in english": "He said שלום עולם 45 and left (גם) 3.",
	"arabic":            "قال الوزير إن الجسر سيفتح في ٢٠٢٦ (مايو).",
	"crlf":              "One\r\nTwo\r\n\r\nThree",
	"tabs":              "a\tb\t\tc\t",
	"hard spaces":       "10\u00a0km, 5\u202f%",
	"line separators":   "one\u2028two\u2029three\u0085four\vfive\fsix",
	"controls":          "a\x00b\x01c\x7fd\u200be\u200df\ufeffg",
	"not utf-8":         "a\xffb\xc3(\xe2\x82",
	"isolates":          "a \u2067שלום 12\u2069 b \u202eabc\u202c c \u2066x",
	"long word":         strings.Repeat("ab", 3000),
	"long emoji word":   strings.Repeat("👩‍👩‍👧‍👦", 300),
	"zalgo":             "z" + strings.Repeat("\u0301\u0323", 500) + " end",
	"thai and hindi":    "ภาษาไทยไม่มีวรรค क्षत्रिय हिन्दी",
	"ligatures":         "office affluent waffle ffi",
	"spaces":            "a   b     c      ",
	"hyphens":           "a well-kept co-operative—really—and/or https://example.org/a/b?c=d",
}

func goFaces(t testing.TB) *Faces {
	t.Helper()
	f, err := NewFaces(Fonts{Regular: goregular.TTF, Bold: gobold.TTF})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// boundaries are the grapheme boundaries of a text.
func boundaries(text string) []int {
	out := []int{0}
	for off := 0; off < len(text); {
		off = NextGrapheme(text, off)
		out = append(out, off)
	}
	return out
}

func TestEveryCaretIsFoundAgainByItsPlace(t *testing.T) {
	for name, text := range samples {
		t.Run(name, func(t *testing.T) {
			checkCarets(t, goFaces(t), text)
		})
	}
}

// checkCarets asserts that a hit on a caret's place leads to a caret at the same
// place, and in left-to-right text of visible characters to the same offset.
func checkCarets(t *testing.T, f *Faces, text string) {
	t.Helper()
	l := New(f)
	for _, width := range []float32{20, 200, 700} {
		l.SetText(text, nil)
		l.Wrap(16, width)
		for _, off := range boundaries(text) {
			c := l.Caret(off)
			if c.Height <= 0 || c.X != c.X {
				t.Fatalf("width %v: caret at %d stands at %+v", width, off, c)
			}
			got := l.Hit(c.X, c.Y+float64(c.Height)/2)
			if got == off {
				continue
			}
			d := l.Caret(got)
			if abs(d.X-c.X) > 0.01 || d.Y != c.Y {
				t.Fatalf("width %v: hit on the caret at %d (%.2f, %.2f) gave %d (%.2f, %.2f)", width, off, c.X, c.Y, got, d.X, d.Y)
			}
		}
	}
}

func TestCaretsOfPlainTextAreAllDifferent(t *testing.T) {
	l := New(goFaces(t))
	text := samples["plain"] + "\n\n" + samples["ligatures"]
	l.SetText(text, nil)
	l.Wrap(16, 300)
	seen := map[[2]float64]int{}
	for _, off := range boundaries(text) {
		c := l.Caret(off)
		key := [2]float64{float64(c.X), c.Y}
		if other, ok := seen[key]; ok {
			t.Errorf("carets at %d and %d stand at one place", other, off)
		}
		seen[key] = off
		if got := l.Hit(c.X, c.Y+float64(c.Height)/2); got != off {
			t.Errorf("hit on the caret at %d gave %d", off, got)
		}
	}
}

func TestLinesCoverTheTextOnceAndFitTheColumn(t *testing.T) {
	for name, text := range samples {
		for _, width := range []float32{16, 90, 480} {
			l := New(goFaces(t))
			l.SetText(text, nil)
			l.Wrap(16, width)
			at, top := 0, -1.0
			for ln := range l.Lines(0, 1e9) {
				if strings.Trim(text[at:ln.Start], "\n\r\v\f\u0085\u2028\u2029") != "" || ln.Start < at {
					t.Fatalf("%s, width %v: line begins at %d, the last one ended at %d", name, width, ln.Start, at)
				}
				if ln.Top <= top {
					t.Fatalf("%s: line at %v after one at %v", name, ln.Top, top)
				}
				graphemes := len(boundaries(text[ln.Start:ln.End])) - 1
				if ln.Right-ln.Left > width+0.1 && graphemes > 1 && len(strings.Fields(text[ln.Start:ln.End])) > 0 && visible(text[ln.Start:ln.End]) > 1 {
					t.Errorf("%s, width %v: line %q is %v wide", name, width, text[ln.Start:ln.End], ln.Right-ln.Left)
				}
				at, top = ln.End, ln.Top
			}
			if strings.Trim(text[at:], "\n\r\v\f\u0085\u2028\u2029") != "" {
				t.Errorf("%s, width %v: %q is on no line", name, width, text[at:])
			}
		}
	}
}

// visible counts graphemes that are no spaces.
func visible(s string) int {
	n := 0
	for off := 0; off < len(s); {
		end := NextGrapheme(s, off)
		if !blank(s[off:end]) {
			n++
		}
		off = end
	}
	return n
}

func TestWordsOfALineAreAsWideAsTheLineShapedWhole(t *testing.T) {
	f := goFaces(t)
	text := "To AVAIL of Wednesday’s Tokyo offer, the affluent Yankees paid."
	l := New(f)
	l.SetText(text, nil)
	l.Wrap(100, 10000)
	whole := f.Shape(text, Regular)
	for i, off := range whole.Offs {
		if got, want := l.Caret(int(off)).X, whole.Xs[i]*100; abs(got-want) > 0.6 {
			t.Errorf("caret at %d stands at %v, in the whole line at %v", off, got, want)
		}
	}
}

func TestALineNeverBeginsWithAClosingMarkOrDash(t *testing.T) {
	text := strings.Repeat("Elle a dit : « Nous avons gagné » ! Puis — enfin — « merci » ; « oui » ? ", 8)
	for width := float32(80); width < 500; width += 7 {
		l := New(goFaces(t))
		l.SetText(text, nil)
		l.Wrap(16, width)
		for ln := range l.Lines(0, 1e9) {
			r, _ := utf8.DecodeRuneInString(text[ln.Start:])
			if strings.ContainsRune("»!?;:—", r) {
				t.Fatalf("width %v: line begins %q", width, text[ln.Start:ln.End])
			}
			if s := strings.TrimSpace(text[ln.Start:ln.End]); strings.HasSuffix(s, "«") {
				t.Fatalf("width %v: line ends %q", width, s)
			}
		}
	}
}

func TestRewrapKeepsTheReadingPlace(t *testing.T) {
	text := strings.Repeat(strings.Repeat("The council met in the old town hall. ", 12)+"\n\n", 60)
	l := New(goFaces(t))
	l.SetText(text, nil)
	l.Wrap(16, 500)
	for l.Work(time.Second) {
	}
	l.SetTop(l.Height() / 2)
	var before int
	for ln := range l.Lines(l.Top(), l.Top()+1) {
		before = ln.Start
	}
	for _, width := range []float32{300, 700, 500} {
		l.Wrap(18, width)
		for ln := range l.Lines(l.Top(), l.Top()+1) {
			if before < ln.Start || before > ln.End {
				t.Errorf("width %v: the view begins with %d to %d, before it began at %d", width, ln.Start, ln.End, before)
			}
		}
	}
}

func TestShapingAboveTheViewDoesNotMoveIt(t *testing.T) {
	text := strings.Repeat("iiii lll iii. WWWW MMM WWWW\nA.\n", 800)
	l := New(goFaces(t))
	l.SetText(text, nil)
	l.Wrap(16, 120)
	l.SetTop(l.Height() * 0.8)
	l.Prepare(600)
	see := func() (int, float64) {
		for ln := range l.Lines(l.Top(), l.Top()+1) {
			return ln.Start, ln.Top - l.Top()
		}
		return -1, 0
	}
	start, y := see()
	for l.Work(time.Millisecond) {
	}
	if s, z := see(); s != start || abs(float32(z-y)) > 0.01 {
		t.Errorf("the view begins with %d at %v, before with %d at %v", s, z, start, y)
	}
}

func TestBlocksAreSetInTheirOwnSize(t *testing.T) {
	text := "Bridge opens\nBy Ana Roy\nThe bridge opened.\nShare this"
	l := New(goFaces(t))
	l.SetText(text, []Block{{0, 12, Headline}, {13, 23, Byline}, {43, 53, Boilerplate}})
	var kinds []BlockKind
	var sizes []float32
	for ln := range l.Lines(0, 1e9) {
		kinds, sizes = append(kinds, ln.Kind), append(sizes, ln.Size)
	}
	want := []BlockKind{Headline, Byline, Body, Boilerplate}
	for i, k := range want {
		if i >= len(kinds) || kinds[i] != k {
			t.Fatalf("kinds are %v, want %v", kinds, want)
		}
	}
	if sizes[0] <= sizes[2] || sizes[1] >= sizes[2] {
		t.Errorf("sizes are %v", sizes)
	}
}

func TestAVeryLongParagraphIsLaidOutInParts(t *testing.T) {
	text := strings.Repeat("word and another one. ", 10_000)
	l := New(goFaces(t))
	l.SetText(text, nil)
	if len(l.paras) < 5 {
		t.Fatalf("%d parts", len(l.paras))
	}
	for i, p := range l.paras[1:] {
		if p.start != l.paras[i].end || !p.joined || p.gap != 0 {
			t.Fatalf("part %d is %+v after one that ends at %d", i+1, p, l.paras[i].end)
		}
	}
}

func TestUnreadableFontsAreRefusedInWords(t *testing.T) {
	for name, f := range map[string]Fonts{
		"no font":     {},
		"not a font":  {Regular: []byte("hello")},
		"broken bold": {Regular: goregular.TTF, Bold: goregular.TTF[:200]},
	} {
		if _, err := NewFaces(f); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if _, err := NewFaces(Fonts{Regular: goregular.TTF, Fallback: [][]byte{[]byte("x"), nil}}); err != nil {
		t.Errorf("an unreadable fallback is refused: %v", err)
	}
}

func TestSystemFontsAreFoundInTheBackground(t *testing.T) {
	if _, err := os.Stat("/usr/share/fonts"); err != nil {
		t.Skip("this system keeps its fonts elsewhere")
	}
	sys := NewSystem(t.TempDir(), nil)
	f, err := NewFaces(Fonts{Regular: goregular.TTF, System: sys})
	if err != nil {
		t.Fatal(err)
	}
	l := New(f)
	l.SetText("שלום", nil)
	l.Prepare(100)
	if !l.paras[0].pending {
		t.Fatal("nothing is being looked for")
	}
	sys.Wait()
	if !l.Found() {
		t.Fatal("nothing to shape again")
	}
	l.Prepare(100)
	if l.paras[0].pending {
		t.Error("still pending")
	}
	for _, pc := range l.paras[0].pieces {
		for _, g := range pc.word.Glyphs {
			if g.ID == 0 {
				t.Skip("this system has no Hebrew font")
			}
		}
	}
	checkCarets(t, f, samples["hebrew"])
}

func FuzzHitTest(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	faces := goFaces(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		checkCarets(t, faces, text)
		l := New(faces)
		l.SetText(text, []Block{{0, len(text) / 2, Headline}})
		for _, y := range []float64{-5, 0, 40, 1e6} {
			for _, x := range []float32{-50, 0, 33, 1e6} {
				if off := l.Hit(x, y); Snap(text, off) != off {
					t.Fatalf("hit at (%v, %v) gave %d, inside a grapheme", x, y, off)
				}
				if off, ok := l.Over(x, y); ok && Snap(text, off) != off {
					t.Fatalf("(%v, %v) is over %d, inside a grapheme", x, y, off)
				}
			}
		}
	})
}

func BenchmarkSetTextToFirstView100k(b *testing.B) { // budget 30 ms
	text := article(100_000)
	for b.Loop() {
		b.StopTimer()
		f := goFaces(b)
		b.StartTimer()
		l := New(f)
		l.SetText(text, nil)
		l.Wrap(17, 600)
		l.Prepare(900)
	}
}

func BenchmarkShapeAll100k(b *testing.B) { // budget 150 ms
	text := article(100_000)
	for b.Loop() {
		b.StopTimer()
		f := goFaces(b)
		b.StartTimer()
		l := New(f)
		l.SetText(text, nil)
		for l.Work(time.Minute) {
		}
	}
}

func BenchmarkRewrap1M(b *testing.B) { // budget 16 ms
	l := New(goFaces(b))
	l.SetText(article(1_000_000), nil)
	for l.Work(time.Minute) {
	}
	width := float32(500)
	for b.Loop() {
		width = 1100 - width
		l.Wrap(16, width)
	}
}

// article makes an invented text of n bytes with many different words.
func article(n int) string {
	syllables := strings.Fields("ba ker to lin mor a ves ti ran del o sum pi gar then u lo mi sta cor")
	var sb strings.Builder
	seed := uint32(7)
	next := func(k int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % k
	}
	for sentence := 0; sb.Len() < n; sentence++ {
		for w := 6 + next(14); w > 0; w-- {
			for s := 1 + next(4); s > 0; s-- {
				sb.WriteString(syllables[next(len(syllables))])
			}
			sb.WriteByte(' ')
		}
		sb.WriteString("“end,” he said. ")
		if sentence%4 == 3 {
			sb.WriteString("\n\n")
		}
	}
	return sb.String()[:n]
}
