package textpaint

import (
	"image/color"
	"math"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// links draws the arrows between highlights, over the words but thin and
// translucent; those that miss the picture are left out.
func (p *Painter) links() {
	for _, l := range p.scene.Links {
		from, ok := p.scene.Marks.Find(l.From)
		to, ok2 := p.scene.Marks.Find(l.To)
		if ok && ok2 {
			p.link(l, &from, &to)
		}
	}
}

// anchor is an end of an arrow: a place over or under the words, in pixels.
type anchor struct {
	x, top, foot float32
}

// anchorAt returns the anchor before a byte of the text.
func (p *Painter) anchorAt(off int) anchor { return p.anchor(p.scene.Layout.Caret(off)) }

// anchor returns the anchor at a caret. It stands by the box of the words, which
// lines place by whole pixels.
func (p *Painter) anchor(c textlay.Caret) anchor {
	s := p.scene
	y := float32((c.Y - s.Top) * float64(s.Scale))
	return anchor{x: (s.Left + c.X) * s.Scale, top: y, foot: y + c.Height*s.Scale}
}

// middle returns the anchor in the middle of a highlight's first line.
func (p *Painter) middle(h *Highlight) anchor {
	a, z := p.anchorAt(h.Start), p.anchor(p.scene.Layout.CaretAfter(h.End))
	if a.top == z.top {
		a.x = (a.x + z.x) / 2
		return a
	}
	a.x += 12 * p.scene.Scale
	return a
}

func (p *Painter) link(l Link, from, to *Highlight) {
	s := p.scene
	b := p.middle(to)
	a := p.anchorAt(from.Start)
	inward := float32(10)
	if to.Start >= from.End {
		a = p.anchor(s.Layout.CaretAfter(from.End))
		inward = -10
	}
	a.x += inward * s.Scale
	height := float32(p.dst.Rect.Dy())
	if max(a.foot, b.foot) < 0 || min(a.top, b.top) > height {
		return
	}
	c := alpha(s.Palette.Readable(l.Color), 0.8)
	if l.From == l.To {
		return
	}
	curve := p.curve(a, b)
	p.pen.stroke(p.dst, curve, max(1, 1.5*s.Scale), c)
	p.arrow(curve, c)
}

// curve returns the way from a to b: an arc over the words of one line, else a
// bow that leaves and enters upright.
func (p *Painter) curve(a, b anchor) []point {
	s := p.scene.Scale
	start, end := point{a.x, a.top}, point{b.x, b.top}
	var c1, c2 point
	switch {
	case a.top == b.top:
		rise := min(4+abs(b.x-a.x)/(s*14), 15) * s
		c1, c2 = point{a.x, a.top - rise}, point{b.x, b.top - rise}
	case a.top < b.top:
		start.y = a.foot
		bend := max((b.top-a.foot)*0.5, 10*s)
		c1, c2 = point{a.x, a.foot + bend}, point{b.x, b.top - bend}
	default:
		end.y = b.foot
		bend := max((a.top-b.foot)*0.5, 10*s)
		c1, c2 = point{a.x, a.top - bend}, point{b.x, b.foot + bend}
	}
	const n = 28
	out := make([]point, 0, n+1)
	for i := range n + 1 {
		t := float32(i) / n
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		out = append(out, point{
			k0*start.x + k1*c1.x + k2*c2.x + k3*end.x,
			k0*start.y + k1*c1.y + k2*c2.y + k3*end.y,
		})
	}
	return out
}

// arrow draws the head at the end of a curve.
func (p *Painter) arrow(curve []point, c color.NRGBA) {
	s := p.scene.Scale
	tip, before := curve[len(curve)-1], curve[len(curve)-4]
	dx, dy := tip.x-before.x, tip.y-before.y
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n == 0 {
		return
	}
	dx, dy = dx/n, dy/n
	long, wide := 7*s, 3.2*s
	back := point{tip.x - dx*long, tip.y - dy*long}
	p.pen.polygon(p.dst, []point{
		tip,
		{back.x - dy*wide, back.y + dx*wide},
		{back.x + dy*wide, back.y - dx*wide},
	}, c)
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}
