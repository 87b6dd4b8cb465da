package textpaint

import (
	"image"

	"github.com/go-text/typesetting/font"
	"golang.org/x/image/vector"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// glyphKey names a drawn glyph.
type glyphKey struct {
	face *font.Face
	id   font.GID
	size uint32 // 1/64 pixel to the em
	sub  uint8  // quarter of a pixel that it is moved right
}

// sprite is a drawn glyph: a mask, or for emoji a picture. Both are nil for a
// glyph that draws nothing.
type sprite struct {
	mask *image.Alpha
	pict *image.RGBA
	x, y int // of its upper left corner, from the pen on the baseline
}

// atlas keeps drawn glyphs in two generations, so that what is in use survives
// when it is full.
type atlas struct {
	young, old map[glyphKey]*sprite
	bytes      int // of the young generation
	raster     vector.Rasterizer
}

// atlasBytes bounds each generation: about 8,000 glyphs of body text.
const atlasBytes = 6 << 20

func newAtlas() *atlas {
	return &atlas{young: map[glyphKey]*sprite{}, old: map[glyphKey]*sprite{}}
}

// subpixels is how many places between two pixels a glyph is drawn at.
const subpixels = 4

// get returns a glyph drawn at size pixels to the em.
func (a *atlas) get(fs *textlay.Faces, g textlay.Glyph, size float32, sub uint8) *sprite {
	key := glyphKey{fs.Face(g.Face), g.ID, uint32(size*64 + 0.5), sub}
	if s, ok := a.young[key]; ok {
		return s
	}
	s, ok := a.old[key]
	if !ok {
		s = a.render(key.face, g.ID, size, float32(sub)/subpixels)
	}
	if a.bytes > atlasBytes {
		a.old, a.young, a.bytes = a.young, map[glyphKey]*sprite{}, 0
	}
	a.young[key] = s
	a.bytes += 64
	if s.mask != nil {
		a.bytes += len(s.mask.Pix)
	}
	if s.pict != nil {
		a.bytes += len(s.pict.Pix)
	}
	return s
}

func (a *atlas) render(face *font.Face, id font.GID, size, shift float32) *sprite {
	switch data := face.GlyphData(id).(type) {
	case font.GlyphOutline:
		return a.outline(face, data, size, shift)
	case font.GlyphSVG:
		if s := drawing(face, id, data, size); s != nil {
			return s
		}
		return a.outline(face, data.Outline, size, shift)
	case font.GlyphBitmap:
		if s := bitmap(face, id, data, size); s != nil {
			return s
		}
		if data.Outline != nil {
			return a.outline(face, *data.Outline, size, shift)
		}
	}
	return &sprite{}
}

// biggest bounds a glyph's mask, in pixels: some fonts hold absurd outlines.
const biggest = 4096

func (a *atlas) outline(face *font.Face, o font.GlyphOutline, size, shift float32) *sprite {
	if len(o.Segments) == 0 {
		return &sprite{}
	}
	scale := size / float32(face.Upem())
	x0, y0, x1, y1 := float32(1e9), float32(1e9), float32(-1e9), float32(-1e9)
	for _, s := range o.Segments {
		for _, p := range s.ArgsSlice() {
			x, y := p.X*scale+shift, -p.Y*scale
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	left, top := floor(x0), floor(y0)
	w, h := int(ceil(x1)-left)+1, int(ceil(y1)-top)+1
	if w > biggest || h > biggest || w < 1 || h < 1 {
		return &sprite{}
	}
	a.raster.Reset(w, h)
	trace(&a.raster, o.Segments, scale, shift-left, -top)
	mask := image.NewAlpha(image.Rect(0, 0, w, h))
	a.raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return &sprite{mask: mask, x: int(left), y: int(top)}
}

// trace draws an outline, whose y grows upward.
func trace(z *vector.Rasterizer, segments []font.Segment, scale, dx, dy float32) {
	at := func(p font.SegmentPoint) (x, y float32) { return p.X*scale + dx, dy - p.Y*scale }
	for i, s := range segments {
		ax, ay := at(s.Args[0])
		switch len(s.ArgsSlice()) {
		case 1:
			if s.Op == segments[0].Op { // every outline begins with a move
				if i > 0 {
					z.ClosePath()
				}
				z.MoveTo(ax, ay)
				continue
			}
			z.LineTo(ax, ay)
		case 2:
			bx, by := at(s.Args[1])
			z.QuadTo(ax, ay, bx, by)
		case 3:
			bx, by := at(s.Args[1])
			cx, cy := at(s.Args[2])
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
}
