package textpaint

import (
	"image"
	"image/color"
)

// corner is the radius of a ground's corners, in units.
const corner = 3

// grounds tints what is behind the words of a line.
func (p *Painter) grounds(sl *shownLine) {
	s := p.scene
	for _, f := range p.frags[sl.frag0:sl.frag1] {
		h := &s.Marks.list[f.mark]
		picked, hovered := h.ID == s.Picked && h.ID != "", h.ID == s.Hovered && h.ID != ""
		if h.Style == Ground {
			inset := float32(f.depth) * p.px(1)
			p.band(sl, f, inset, s.Palette.tint(h, f.depth))
			p.edge(sl, f, inset, h)
		}
		switch {
		case picked:
			p.band(sl, f, 0, s.Palette.pickedTint(h.Color))
		case hovered:
			p.band(sl, f, 0, alpha(h.Color, 0.06))
		}
	}
}

// band fills the box of a fragment, its corners round where the highlight begins
// and ends.
func (p *Painter) band(sl *shownLine, f fragment, inset float32, c color.NRGBA) {
	r := corner * p.scene.Scale
	x0, x1 := floor(f.x0), ceil(f.x1)
	y0, y1 := sl.top+inset, sl.foot-inset
	if f.first && f.last {
		p.pen.ground(p.dst, x0, y0, x1, y1, r, c)
		return
	}
	a, z := int(x0), int(x1)
	if f.first {
		p.half(image.Rect(a, int(y0), a+round(r), int(y1)), x0, y0, x0+3*r, y1, r, c)
		a += round(r)
	}
	if f.last {
		z -= round(r)
		p.half(image.Rect(z, int(y0), z+round(r), int(y1)), x1-3*r, y0, x1, y1, r, c)
	}
	wash(p.dst, image.Rect(a, int(y0), z, int(y1)), c)
}

// half fills what of a rounded rectangle lies in r.
func (p *Painter) half(r image.Rectangle, x0, y0, x1, y1, radius float32, c color.NRGBA) {
	part, ok := p.dst.SubImage(r).(*image.RGBA)
	if ok && !part.Rect.Empty() {
		p.pen.ground(part, x0, y0, x1, y1, radius, c)
	}
}

// edge draws the lower rim of a ground: solid where it is confirmed, dashed where
// it is suggested, so that the two differ by more than a shade.
func (p *Painter) edge(sl *shownLine, f fragment, inset float32, h *Highlight) {
	s := p.scene
	w := p.px(1)
	y := sl.foot - inset - w
	c := over(s.Palette.Paper, alpha(s.Palette.line(h), 0.75))
	x0, x1 := f.x0, f.x1
	if f.first {
		x0 += corner * s.Scale * 0.6
	}
	if f.last {
		x1 -= corner * s.Scale * 0.6
	}
	p.rule(x0, x1, y, w, h.Dashed, c)
}

// rule draws a horizontal line, its dashes at fixed places of the picture so that
// neighbors do not blend.
func (p *Painter) rule(x0, x1, y, width float32, dashed bool, c color.NRGBA) {
	top, bottom := round(y), round(y+width)
	if !dashed {
		fill(p.dst, image.Rect(round(x0), top, round(x1), bottom), c)
		return
	}
	on, off := p.px(4), p.px(3)
	for x := x0; x < x1; x += on + off {
		fill(p.dst, image.Rect(round(x), top, round(min(x+on, x1)), bottom), c)
	}
}

// selection lays the selection over the grounds, the words still above it.
func (p *Painter) selection() {
	s := p.scene
	if s.SelStart >= s.SelEnd {
		return
	}
	for i := range p.lines {
		sl := &p.lines[i]
		p.ext = sl.Extents(p.ext[:0], s.SelStart, s.SelEnd)
		for _, e := range p.ext {
			x0, x1 := sl.left+e.X0*s.Scale, sl.left+e.X1*s.Scale
			wash(p.dst, image.Rect(round(x0), int(sl.top), round(x1), int(sl.foot)), s.Palette.Selection)
		}
	}
}

// frames draws the boxes around mentions.
func (p *Painter) frames(sl *shownLine) {
	s := p.scene
	for _, f := range p.frags[sl.frag0:sl.frag1] {
		h := &s.Marks.list[f.mark]
		if h.Style != Box {
			continue
		}
		c := s.Palette.line(h)
		w := p.px(1)
		x0, x1 := floor(f.x0)-p.px(1), ceil(f.x1)
		y0, y1 := sl.top+p.px(1), sl.foot
		if !h.Dashed && f.first && f.last {
			p.pen.frame(p.dst, x0, y0, x1, y1, corner*s.Scale, w, c)
			continue
		}
		p.rule(x0, x1, y0, w, h.Dashed, c)
		p.rule(x0, x1, y1-w, w, h.Dashed, c)
		if f.first {
			p.post(x0, y0, y1, w, h.Dashed, c)
		}
		if f.last {
			p.post(x1-w, y0, y1, w, h.Dashed, c)
		}
	}
}

// post draws an upright line.
func (p *Painter) post(x, y0, y1, width float32, dashed bool, c color.NRGBA) {
	on, off := p.px(4), p.px(3)
	if !dashed {
		on = y1 - y0
	}
	for y := y0; y < y1; y += on + off {
		fill(p.dst, image.Rect(round(x), round(y), round(x+width), round(min(y+on, y1))), c)
	}
}

// laneTop returns where an underline of that lane lies on a line. Lanes are set
// closer where there are many.
func (p *Painter) laneTop(sl *shownLine, lane uint8) float32 {
	em := sl.Size * p.scene.Scale
	first := sl.base + 0.19*em
	pitch := p.px(3)
	if sl.lanes > 1 {
		fit := (sl.foot + sl.room - p.px(3) - first) / float32(sl.lanes-1)
		pitch = max(p.px(2), min(pitch, floor(fit)))
	}
	return float32(round(first)) + float32(lane)*pitch
}

// underlines draws the lines and dots under the words.
func (p *Painter) underlines(sl *shownLine) {
	s := p.scene
	for _, f := range p.frags[sl.frag0:sl.frag1] {
		h := &s.Marks.list[f.mark]
		if h.Style != Underline && h.Style != Dotted {
			continue
		}
		c := s.Palette.line(h)
		y := p.laneTop(sl, s.Marks.lane[f.mark])
		w := p.px(2)
		if h.ID == s.Picked && h.ID != "" {
			w = p.px(2.6)
		}
		// A gap of a pixel tells one span from the next.
		x0, x1 := f.x0, f.x1-p.px(1)
		if h.Style == Underline {
			p.rule(x0, x1, y, w, h.Dashed, c)
			continue
		}
		p.dots(x0, x1, y+w/2, w, h.Dashed, c)
	}
}

// dots draws a dotted line; a suggested one has every third dot left out.
func (p *Painter) dots(x0, x1, y, width float32, dashed bool, c color.NRGBA) {
	step := 2 * width
	n := 0
	for x := x0 + width/2; x <= x1-width/4; x += step {
		if n++; dashed && n%3 == 0 {
			continue
		}
		p.pen.disc(p.dst, x, y, width*0.55, c)
	}
}

// handles draws the ends of the picked highlight, to be dragged.
func (p *Painter) handles() {
	s := p.scene
	h, ok := s.Marks.Find(s.Picked)
	if !ok {
		return
	}
	w, r := p.px(2), 4*s.Scale
	c := s.Palette.line(&h)
	end := min(h.End, len(s.Layout.Text()))
	a, z := p.anchor(s.Layout.Caret(h.Start)), p.anchor(s.Layout.CaretAfter(end))
	p.handle(a, a.x-w, a.top-r/2, w, r, c)
	p.handle(z, z.x, z.foot+r/2, w, r, c)
}

// handle draws a bar at x and its knob at y.
func (p *Painter) handle(a anchor, x, y, w, r float32, c color.NRGBA) {
	x = float32(round(x))
	fill(p.dst, image.Rect(int(x), round(a.top)-1, int(x+w), round(a.foot)+1), c)
	p.pen.disc(p.dst, x+w/2, y, r, c)
}
