package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"github.com/bluepencil/bluepencil/widgets/textlay"
	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

// typesetting is how a page is set.
type typesetting struct {
	fonts  Faces
	family Family
	size   float32 // units to the em at zoom 1
	zoom   float32
	system *textlay.System
	faces  [Mono + 1]*textlay.Faces // made when they are first needed
	layout *textlay.Layout
}

// SetFaces gives the page its fonts. A font that cannot be read is replaced by the
// theme's, and logged.
func (t *AnnotatedText) SetFaces(f Faces) {
	t.set.fonts = f
	t.set.faces = [Mono + 1]*textlay.Faces{}
	t.reset()
}

// SetType chooses the typeface, its size in the toolkit's units and the zoom that
// size and measure are multiplied by.
func (t *AnnotatedText) SetType(family Family, size, zoom float32) {
	t.set.family = min(family, Mono)
	t.set.size, t.set.zoom = min(max(size, 4), 200), min(max(zoom, 0.25), 8)
	t.reset()
}

// reset sets the text anew and keeps the reading place.
func (t *AnnotatedText) reset() {
	l := t.layout()
	if f := t.faces(); l.Faces() != f {
		l.SetFaces(f)
	}
	t.wrap()
	t.update()
}

// layout returns the page's layout; it is made at the first call, since the
// theme's fonts are not known earlier.
func (t *AnnotatedText) layout() *textlay.Layout {
	if t.set.layout == nil {
		t.set.layout = textlay.New(t.faces())
		t.set.layout.SetTop(-textpaint.Margin)
	}
	return t.set.layout
}

// wrap fits the column into the widget.
func (t *AnnotatedText) wrap() {
	l := t.layout()
	size := t.set.size * t.set.zoom
	var width float32
	t.left, width = textpaint.Column(l, size, t.Size().Width)
	l.Wrap(size, width)
}

// faces returns the faces of the family.
func (t *AnnotatedText) faces() *textlay.Faces {
	f := t.set.family
	if t.set.faces[f] == nil {
		t.set.faces[f] = t.load(f)
	}
	return t.set.faces[f]
}

func (t *AnnotatedText) load(f Family) *textlay.Faces {
	text, mono := theme.DefaultTextFont().Content(), theme.DefaultTextMonospaceFont().Content()
	bold := theme.DefaultTextBoldFont().Content()
	fonts := textlay.Fonts{
		Regular: text, Bold: bold, Label: text,
		Fallback: [][]byte{text, resource(theme.DefaultSymbolFont()), resource(theme.DefaultEmojiFont()), mono},
		System:   t.set.system,
	}
	own := fonts
	switch f {
	case Serif:
		own.Regular, own.Bold = t.set.fonts.Serif, t.set.fonts.SerifBold
	case Sans:
		own.Regular, own.Bold = t.set.fonts.Sans, t.set.fonts.SansBold
		if own.Regular == nil {
			own.Regular, own.Bold = theme.TextFont().Content(), theme.TextBoldFont().Content()
		}
	case Mono:
		own.Regular, own.Bold = t.set.fonts.Mono, t.set.fonts.MonoBold
		if own.Regular == nil {
			own.Regular, own.Bold = theme.TextMonospaceFont().Content(), nil
		}
	}
	if own.Regular == nil {
		own.Regular, own.Bold = text, bold
	}
	faces, err := textlay.NewFaces(own)
	if err != nil {
		fyne.LogError("page font", err)
		if faces, err = textlay.NewFaces(fonts); err != nil {
			fyne.LogError("built-in font", err)
		}
	}
	return faces
}

func resource(r fyne.Resource) []byte {
	if r == nil {
		return nil
	}
	return r.Content()
}

// fontsFound is called on another goroutine.
func (t *AnnotatedText) fontsFound() {
	if onDesktop() {
		fyne.Do(t.update)
	}
}

// Settle lays out the whole text and waits for fonts of the system that it needs,
// for a picture that must be complete at once.
func (t *AnnotatedText) Settle() {
	t.layout().Settle()
	t.update()
}

// palette returns the theme's colors for a page.
func palette() textpaint.Palette {
	plain := func(name fyne.ThemeColorName) color.NRGBA {
		return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
	}
	p := textpaint.Light()
	paper := plain(theme.ColorNameInputBackground)
	if textpaint.Contrast(opaque(paper), color.NRGBA{A: 255}) < 4.5 {
		p = textpaint.Dark()
	}
	p.Paper, p.Ink = opaque(paper), opaque(plain(theme.ColorNameForeground))
	p.Ink = p.Readable(p.Ink)
	p.Quiet = p.Readable(plain(theme.ColorNamePlaceHolder))
	p.Accent = p.Readable(plain(theme.ColorNamePrimary))
	if s := plain(theme.ColorNameSelection); s.A > 0 && s.A <= p.Selection.A {
		p.Selection = s
	}
	return p
}

func opaque(c color.NRGBA) color.NRGBA {
	c.A = 255
	return c
}
