package app

import (
	"fmt"

	base "fyne.io/fyne/v2/theme"

	"github.com/bluepencil/bluepencil/app/panels"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/assets"
	"github.com/bluepencil/bluepencil/widgets/textlay"
	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

// Render draws the open article's page, as long as it is, to a PNG file. An
// article that would make too high a picture is an error.
func Render(ws *workspace.Workspace, path string, width int, dark bool) error {
	v := ws.View()
	if v == nil {
		return workspace.ErrNoArticle
	}
	faces, err := textlay.NewFaces(textlay.Fonts{
		Regular: assets.Serif(), Bold: assets.SerifBold(),
		Fallback: [][]byte{base.DefaultTextFont().Content(), base.DefaultEmojiFont().Content(), base.DefaultSymbolFont().Content()},
		System:   textlay.NewSystem("", nil),
	})
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	palette := textpaint.Light()
	if dark {
		palette = textpaint.Dark()
	}
	img, shown := textpaint.Page(textpaint.Article{
		Text: v.Document.Text, Blocks: panels.Blocks(v.Document),
		Highlights: panels.Highlights(v, ws.Labels(), nil, dark),
		Faces:      faces, Palette: palette, Width: width,
	})
	if shown < len(v.Document.Text) {
		return fmt.Errorf("picture: the article is too long for one picture of %d pixels in height; make it wider", textpaint.MaxHeight)
	}
	return writePNG(path, img)
}
