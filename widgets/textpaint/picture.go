package textpaint

import (
	"bytes"
	"image"
	"image/png"

	"github.com/go-text/typesetting/font"
	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/draw"
)

// extent returns where a glyph's picture lies, in pixels from the pen on the
// baseline. Fonts that do not say get a square on it.
func extent(face *font.Face, id font.GID, size float32) image.Rectangle {
	scale := size / float32(face.Upem())
	e, ok := face.GlyphExtents(id)
	if !ok || e.Width <= 0 || e.Height >= 0 {
		w := face.HorizontalAdvance(id) * scale
		return image.Rect(0, -round(w*0.85), round(w), round(w*0.15))
	}
	return image.Rect(
		round(e.XBearing*scale), -round(e.YBearing*scale),
		round((e.XBearing+e.Width)*scale), -round((e.YBearing+e.Height)*scale),
	)
}

// drawing renders an SVG glyph, or returns nil where it cannot be read.
func drawing(face *font.Face, id font.GID, svg font.GlyphSVG, size float32) (s *sprite) {
	// The renderer is known to panic on some drawings; a glyph is not worth a crash.
	defer func() {
		if recover() != nil {
			s = nil
		}
	}()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg.Source))
	if err != nil {
		return nil
	}
	box := extent(face, id, size)
	if box.Empty() || box.Dx() > biggest || box.Dy() > biggest {
		return nil
	}
	boxed := icon.ViewBox.W > 0 && icon.ViewBox.H > 0
	if boxed {
		side := min(box.Dx(), box.Dy())
		box.Max = box.Min.Add(image.Pt(side, int(float64(side)*icon.ViewBox.H/icon.ViewBox.W)))
	} else { // the font's own units, y downward from the baseline
		scale := float64(face.Upem()) / float64(size)
		icon.ViewBox.X, icon.ViewBox.Y = float64(box.Min.X)*scale, float64(box.Min.Y)*scale
		icon.ViewBox.W, icon.ViewBox.H = float64(box.Dx())*scale, float64(box.Dy())*scale
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	// Emoji fonts draw from the origin, whatever the view box's corner is.
	x, y := icon.ViewBox.X, icon.ViewBox.Y
	if !boxed {
		x, y = 0, 0
	}
	icon.SetTarget(x, y, float64(box.Dx()), float64(box.Dy()))
	icon.Draw(rasterx.NewDasher(box.Dx(), box.Dy(), rasterx.NewScannerGV(box.Dx(), box.Dy(), img, img.Bounds())), 1)
	return &sprite{pict: img, x: box.Min.X, y: box.Min.Y}
}

// bitmap scales a glyph that is a PNG picture, or returns nil where it is not one.
func bitmap(face *font.Face, id font.GID, b font.GlyphBitmap, size float32) *sprite {
	if b.Format != font.PNG {
		return nil
	}
	src, err := png.Decode(bytes.NewReader(b.Data))
	if err != nil {
		return nil
	}
	box := extent(face, id, size)
	if box.Empty() || box.Dx() > biggest || box.Dy() > biggest {
		return nil
	}
	img := image.NewRGBA(image.Rect(0, 0, box.Dx(), box.Dy()))
	draw.CatmullRom.Scale(img, img.Rect, src, src.Bounds(), draw.Src, nil)
	return &sprite{pict: img, x: box.Min.X, y: box.Min.Y}
}
