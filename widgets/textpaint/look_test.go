package textpaint

import (
	"image/png"
	"os"
	"testing"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	reg, _ := os.ReadFile("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")
	bold, _ := os.ReadFile("/usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf")
	sans, _ := os.ReadFile("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf")
	emoji, _ := os.ReadFile("/root/go/pkg/mod/fyne.io/fyne/v2@v2.7.1/theme/font/EmojiOneColor.otf")
	f, err := textlay.NewFaces(textlay.Fonts{Regular: reg, Bold: bold, Label: sans, Fallback: [][]byte{emoji}, System: textlay.NewSystem("", nil)})
	if err != nil {
		t.Fatal(err)
	}
	save := func(name string, a Article) {
		a.Faces = f
		img, _ := Page(a)
		w, _ := os.Create(dir + "/" + name + ".png")
		defer w.Close()
		png.Encode(w, img)
	}
	text, hs := noted(harbor)
	links := []Link{{From: hs[7].ID, To: hs[9].ID, Color: blue, Tag: "speaker"}}
	for i, h := range hs {
		t.Log(i, h.ID, text[h.Start:h.End])
	}
	save("light", Article{Text: text, Blocks: harborBlocks(text), Highlights: hs, Links: links, Palette: Light(), Width: 820})
	save("dark", Article{Text: text, Blocks: harborBlocks(text), Highlights: hs, Links: links, Palette: Dark(), Width: 820})
	save("hidpi", Article{Text: text, Blocks: harborBlocks(text), Highlights: hs, Links: links, Palette: Light(), Width: 1640, Scale: 2})
	text, hs = noted("[“הגשר ייפתח במאי 2026”|QUOTE], [אמרה|CUE] [אנה רוי|PERSON] מ-[Halden Marine|ORG] (בתל אביב).\n\n" +
		"He said [“שלום עולם 45”|QUOTE] and [left|CUE?] (גם) [3|CARDINAL].\n\n" +
		"[قال|CUE] [الوزير|SPEAKER] إن [“الجسر سيفتح في ٢٠٢٦”|QUOTE?].\n\n" +
		"[市長|SPEAKER]は[「橋は五月に開く」|QUOTE]と[述べた|CUE]。東京都港区の新しい橋は二年遅れで完成し、市民は喜んでいる。市長は記者会見で費用についても説明した。\n\n" +
		"The family 👩‍👩‍👧‍👦 [waved|CUE] a flag 🏳️‍🌈 and left 🇫🇷🇩🇪. 1️⃣ ❤️ Cafe\u0301 n\u0303andu\u0301 — [Ze\u0301 😀|PERSON]. ภาษาไทยไม่มีวรรค क्षत्रिय हिन्दी\n\n\ttabbed\ttext")
	save("scripts", Article{Text: text, Highlights: hs, Palette: Light(), Width: 700})
}
