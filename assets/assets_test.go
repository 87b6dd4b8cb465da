package assets_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"

	"github.com/bluepencil/bluepencil/assets"
)

var update = flag.Bool("update", false, "draw icon.png from icon.svg anew")

func TestSamples_areCleanArticlesOfAPage(t *testing.T) {
	samples := assets.Samples()
	if len(samples) != 3 {
		t.Fatalf("%d samples, want 3", len(samples))
	}
	if !slices.IsSortedFunc(samples, func(a, b assets.Sample) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the samples are not in the order of their names")
	}
	for _, s := range samples {
		if n := len(strings.Fields(s.Text)); n < 300 || n > 500 {
			t.Errorf("%s has %d words, want 300 to 500", s.Name, n)
		}
		if !utf8.ValidString(s.Text) || strings.Contains(s.Text, "\r") || !norm.NFC.IsNormalString(s.Text) {
			t.Errorf("%s is not clean text", s.Name)
		}
		if headline, _, _ := strings.Cut(s.Text, "\n"); headline == "" || !strings.Contains(s.Text, "\n\n") {
			t.Errorf("%s has no headline or no paragraphs", s.Name)
		}
	}
}

// Each house style that the first run is to show is in one of the samples.
func TestSamples_showTheHouseStyles(t *testing.T) {
	for _, c := range []struct{ what, sample, has string }{
		{"a quote in a headline", "1-harbour-ferry.txt", "‘will not sail this winter’"},
		{"a speaker who is a pronoun", "1-harbour-ferry.txt", ",” he said. “"},
		{"a quote over two paragraphs", "1-harbour-ferry.txt", "appointment.\n\n“We"},
		{"a picture's credit", "1-harbour-ferry.txt", "Picture: "},
		{"straight quotation marks", "2-chip-plant.txt", `" Chief Executive`},
		{"a quote in a quote", "2-chip-plant.txt", `"I said, 'Tell me`},
		{"a dateline of an agency", "2-chip-plant.txt", "Ohio (Union Wire) -- "},
		{"single quotation marks", "3-market-court.txt", "said: ‘You"},
		{"a word that is no quote", "3-market-court.txt", "‘Roman’ coins"},
		{"a speaker who is a role", "3-market-court.txt", "A spokesman for "},
	} {
		i := slices.IndexFunc(assets.Samples(), func(s assets.Sample) bool { return s.Name == c.sample })
		if i < 0 || !strings.Contains(assets.Samples()[i].Text, c.has) {
			t.Errorf("%s does not show %s: %s", c.sample, c.what, c.has)
		}
	}
}

func TestFonts_haveWhatNewsIsSetIn(t *testing.T) {
	for name, raw := range map[string][]byte{"regular": assets.Serif(), "bold": assets.SerifBold()} {
		f, err := sfnt.Parse(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var buf sfnt.Buffer
		for _, r := range "Aé“”‘’«»„‚–—…€£ÓňőŁğşßΩЖ" {
			if i, err := f.GlyphIndex(&buf, r); err != nil || i == 0 {
				t.Errorf("%s has no glyph for %q (%v)", name, r, err)
			}
		}
	}
	license, err := os.ReadFile("fonts/OFL.txt")
	if err != nil || !bytes.Contains(license, []byte("SIL OPEN FONT LICENSE Version 1.1")) {
		t.Errorf("the fonts' license is not beside them: %v", err)
	}
}

// icon.svg is the drawing, icon.png the picture of it that desktops ask for.
func TestIcon_isThePictureOfItsDrawing(t *testing.T) {
	drawn := drawIcon(t)
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, drawn); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("icon.png", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return // what is embedded is still the old one
	}
	icon, err := png.Decode(bytes.NewReader(assets.Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if icon.Bounds() != drawn.Bounds() {
		t.Fatalf("icon.png is %v, want %v", icon.Bounds(), drawn.Bounds())
	}
	if _, _, _, a := icon.At(0, 0).RGBA(); a != 0 {
		t.Error("the corners of the icon are not transparent")
	}
	other := 0
	for y := range 512 {
		for x := range 512 {
			r, g, b, a := icon.At(x, y).RGBA()
			r2, g2, b2, a2 := drawn.At(x, y).RGBA()
			if far(r, r2) || far(g, g2) || far(b, b2) || far(a, a2) {
				other++
			}
		}
	}
	if other > 512 {
		t.Errorf("%d pixels of icon.png differ from icon.svg; -update draws it anew", other)
	}
}

// far leaves room for another way of smoothing edges.
func far(a, b uint32) bool { return max(a, b)-min(a, b) > 0x4000 }

func drawIcon(t *testing.T) image.Image {
	t.Helper()
	svg, err := oksvg.ReadIcon("icon.svg", oksvg.StrictErrorMode)
	if err != nil {
		t.Fatal(err)
	}
	const side = 512
	svg.SetTarget(0, 0, side, side)
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	svg.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, img, img.Bounds())), 1)
	return img
}
