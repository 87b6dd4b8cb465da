package textpaint

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// fill paints a rectangle with an opaque color.
func fill(dst *image.RGBA, r image.Rectangle, c color.NRGBA) {
	r = r.Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	row := dst.Pix[dst.PixOffset(r.Min.X, r.Min.Y) : dst.PixOffset(r.Max.X-1, r.Min.Y)+4]
	for i := 0; i < len(row); i += 4 {
		row[i], row[i+1], row[i+2], row[i+3] = c.R, c.G, c.B, 255
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(dst.Pix[dst.PixOffset(r.Min.X, y):], row)
	}
}

// wash lays a translucent color over a rectangle.
func wash(dst *image.RGBA, r image.Rectangle, c color.NRGBA) {
	r = r.Intersect(dst.Rect)
	if r.Empty() {
		return
	}
	a, rest := uint32(c.A), 255-uint32(c.A)
	cr, cg, cb := uint32(c.R)*a+127, uint32(c.G)*a+127, uint32(c.B)*a+127
	// Most neighbors are alike, so the last result mostly serves again.
	var seen, made uint32
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := dst.Pix[dst.PixOffset(r.Min.X, y) : dst.PixOffset(r.Max.X-1, y)+4]
		for ; len(row) >= 4; row = row[4:] {
			px := binary.LittleEndian.Uint32(row)
			if px != seen || made == 0 {
				seen = px
				made = 255<<24 | (cb+(px>>16&255)*rest)/255<<16 | (cg+(px>>8&255)*rest)/255<<8 | (cr+(px&255)*rest)/255
			}
			binary.LittleEndian.PutUint32(row, made)
		}
	}
}

// blend lays a mask in a color over dst, its upper left corner at (x, y).
func blend(dst *image.RGBA, m *image.Alpha, x, y int, c color.NRGBA) {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	x0, x1 := max(0, dst.Rect.Min.X-x), min(w, dst.Rect.Max.X-x)
	if x0 >= x1 {
		return
	}
	for j := max(0, dst.Rect.Min.Y-y); j < min(h, dst.Rect.Max.Y-y); j++ {
		src := m.Pix[j*m.Stride+x0 : j*m.Stride+x1]
		out := dst.Pix[dst.PixOffset(x+x0, y+j):]
		for i, cover := range src {
			if cover == 0 {
				continue
			}
			a := uint32(cover)
			if c.A != 255 {
				a = a * uint32(c.A) / 255
			}
			p, rest := out[i*4:i*4+4:i*4+4], 255-a
			p[0] = uint8((uint32(c.R)*a + uint32(p[0])*rest + 127) / 255)
			p[1] = uint8((uint32(c.G)*a + uint32(p[1])*rest + 127) / 255)
			p[2] = uint8((uint32(c.B)*a + uint32(p[2])*rest + 127) / 255)
			p[3] = 255
		}
	}
}

// lay lays a picture, its alpha premultiplied, over dst.
func lay(dst, src *image.RGBA, x, y int) {
	draw.Draw(dst, src.Rect.Add(image.Pt(x, y)), src, image.Point{}, draw.Over)
}

// pen draws smooth shapes. It keeps its buffers.
type pen struct {
	raster vector.Rasterizer
	mask   image.Alpha
}

// point is a place in the picture, in pixels.
type point struct{ x, y float32 }

// draw fills what path traces; box bounds it.
func (p *pen) draw(dst *image.RGBA, x0, y0, x1, y1 float32, c color.NRGBA, path func(z *vector.Rasterizer, ox, oy float32)) {
	box := image.Rect(int(floor(x0)), int(floor(y0)), int(ceil(x1))+1, int(ceil(y1))+1)
	seen := box.Intersect(dst.Rect)
	if seen.Empty() {
		return
	}
	// Only what is in the picture is rasterized; paths may reach far outside.
	w, h := seen.Dx(), seen.Dy()
	p.raster.Reset(w, h)
	path(&p.raster, float32(seen.Min.X), float32(seen.Min.Y))
	if cap(p.mask.Pix) < w*h {
		p.mask.Pix = make([]uint8, w*h)
	}
	p.mask.Pix, p.mask.Stride, p.mask.Rect = p.mask.Pix[:w*h], w, image.Rect(0, 0, w, h)
	clear(p.mask.Pix)
	p.raster.Draw(&p.mask, p.mask.Rect, image.Opaque, image.Point{})
	blend(dst, &p.mask, seen.Min.X, seen.Min.Y, c)
}

// kappa makes a cubic curve a quarter of a circle.
const kappa = 0.5522848

// roundRect traces a rectangle with round corners; a negative direction cuts it
// out of another.
func roundRect(z *vector.Rasterizer, x0, y0, x1, y1, r float32, cut bool) {
	r = min(r, (x1-x0)/2, (y1-y0)/2)
	k := r * (1 - kappa)
	z.MoveTo(x0+r, y0)
	if cut {
		z.CubeTo(x0+k, y0, x0, y0+k, x0, y0+r)
		z.LineTo(x0, y1-r)
		z.CubeTo(x0, y1-k, x0+k, y1, x0+r, y1)
		z.LineTo(x1-r, y1)
		z.CubeTo(x1-k, y1, x1, y1-k, x1, y1-r)
		z.LineTo(x1, y0+r)
		z.CubeTo(x1, y0+k, x1-k, y0, x1-r, y0)
		z.ClosePath()
		return
	}
	z.LineTo(x1-r, y0)
	z.CubeTo(x1-k, y0, x1, y0+k, x1, y0+r)
	z.LineTo(x1, y1-r)
	z.CubeTo(x1, y1-k, x1-k, y1, x1-r, y1)
	z.LineTo(x0+r, y1)
	z.CubeTo(x0+k, y1, x0, y1-k, x0, y1-r)
	z.LineTo(x0, y0+r)
	z.CubeTo(x0, y0+k, x0+k, y0, x0+r, y0)
	z.ClosePath()
}

// ground fills a rectangle with round corners.
func (p *pen) ground(dst *image.RGBA, x0, y0, x1, y1, r float32, c color.NRGBA) {
	p.draw(dst, x0, y0, x1, y1, c, func(z *vector.Rasterizer, ox, oy float32) {
		roundRect(z, x0-ox, y0-oy, x1-ox, y1-oy, r, false)
	})
}

// frame strokes a rectangle with round corners, inward.
func (p *pen) frame(dst *image.RGBA, x0, y0, x1, y1, r, width float32, c color.NRGBA) {
	p.draw(dst, x0, y0, x1, y1, c, func(z *vector.Rasterizer, ox, oy float32) {
		roundRect(z, x0-ox, y0-oy, x1-ox, y1-oy, r, false)
		roundRect(z, x0-ox+width, y0-oy+width, x1-ox-width, y1-oy-width, max(r-width, 0), true)
	})
}

// disc fills a circle.
func (p *pen) disc(dst *image.RGBA, x, y, r float32, c color.NRGBA) {
	p.ground(dst, x-r, y-r, x+r, y+r, r, c)
}

// polygon fills a closed line.
func (p *pen) polygon(dst *image.RGBA, pts []point, c color.NRGBA) {
	if len(pts) < 3 {
		return
	}
	x0, y0, x1, y1 := pts[0].x, pts[0].y, pts[0].x, pts[0].y
	for _, q := range pts {
		x0, y0, x1, y1 = min(x0, q.x), min(y0, q.y), max(x1, q.x), max(y1, q.y)
	}
	p.draw(dst, x0, y0, x1, y1, c, func(z *vector.Rasterizer, ox, oy float32) {
		z.MoveTo(pts[0].x-ox, pts[0].y-oy)
		for _, q := range pts[1:] {
			z.LineTo(q.x-ox, q.y-oy)
		}
		z.ClosePath()
	})
}

// stroke draws a smooth line through points.
func (p *pen) stroke(dst *image.RGBA, pts []point, width float32, c color.NRGBA) {
	if len(pts) < 2 {
		return
	}
	out := make([]point, 0, 2*len(pts))
	back := make([]point, 0, len(pts))
	for i, q := range pts {
		a, z := pts[max(i-1, 0)], pts[min(i+1, len(pts)-1)]
		dx, dy := z.x-a.x, z.y-a.y
		n := float32(math.Hypot(float64(dx), float64(dy)))
		if n == 0 {
			continue
		}
		dx, dy = dx/n*width/2, dy/n*width/2
		out = append(out, point{q.x - dy, q.y + dx})
		back = append(back, point{q.x + dy, q.y - dx})
	}
	for i := len(back) - 1; i >= 0; i-- {
		out = append(out, back[i])
	}
	p.polygon(dst, out, c)
}

func floor(x float32) float32 { return float32(math.Floor(float64(x))) }
func ceil(x float32) float32  { return float32(math.Ceil(float64(x))) }
func round(x float32) int     { return int(math.Floor(float64(x) + 0.5)) }
