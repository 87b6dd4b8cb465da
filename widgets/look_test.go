package widgets

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// variant is the toolkit's theme by day or by night.
type variant struct {
	fyne.Theme
	v fyne.ThemeVariant
}

func (th variant) Color(n fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	return th.Theme.Color(n, th.v)
}

func TestThePageLooksAsItDidByDayAndByNight(t *testing.T) {
	for name, v := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, "A headline\n"+story)
			test.ApplyTheme(t, variant{theme.DefaultTheme(), v})
			p := d.page
			p.SetType(Sans, 16, 1)
			p.SetText("A headline\n"+story, []Block{{Start: 0, End: 10, Kind: Headline}})
			p.SetHighlights(marksOf(d))
			p.SetPicked("name")
			p.SetLinks([]Link{{From: "quote", To: "name", Color: color.NRGBA{B: 200, A: 255}, Tag: "speaker"}})
			p.Select(d.of("closed"), d.of("closed")+6)
			img := p.Image(640, 400)
			paper := color.NRGBAModel.Convert(theme.Color(theme.ColorNameInputBackground)).(color.NRGBA)
			if got := img.RGBAAt(2, 399); got.R != paper.R || got.G != paper.G || got.B != paper.B {
				t.Errorf("the paper is %v, the theme's %v", got, paper)
			}
			golden(t, name, img)
		})
	}
}

// golden compares a picture with testdata/NAME.png; rasterizers differ a little
// from processor to processor.
func golden(t *testing.T, name string, img *image.RGBA) {
	t.Helper()
	path := filepath.Join("testdata", name+".png")
	if *update {
		var buf bytes.Buffer
		if err := png.Encode(&buf, img); err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
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
	off := 0
	far := func(a, b uint8) bool { return max(a, b)-min(a, b) > 12 }
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			a := color.NRGBAModel.Convert(want.At(x, y)).(color.NRGBA)
			b := img.RGBAAt(x, y)
			if far(a.R, b.R) || far(a.G, b.G) || far(a.B, b.B) {
				off++
			}
		}
	}
	if want.Bounds() != img.Rect || off > 128 {
		t.Errorf("%s is %v and differs from the golden %v in %d pixels", name, img.Rect, want.Bounds(), off)
	}
}

func TestThePictureHasTheScaleOfTheScreen(t *testing.T) {
	d := newDesk(t, strings.Repeat("Words ", 50))
	one, two := count(d.page.Image(640, 400)), count(d.page.Image(1280, 800))
	if ratio := float64(two) / float64(one); ratio < 3 || ratio > 5 {
		t.Errorf("at twice the scale there is %.1f times the ink", ratio)
	}
}

// count counts the pixels that are no paper.
func count(img *image.RGBA) int {
	n, paper := 0, img.RGBAAt(0, 0)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y) != paper {
				n++
			}
		}
	}
	return n
}
