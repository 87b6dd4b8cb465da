package textpaint

import (
	"image"
	"image/color"
	"slices"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// Scene is what a picture shows. Places are in the layout's units.
type Scene struct {
	Layout   *textlay.Layout
	Marks    *Marks
	Links    []Link
	Picked   string // ID of the highlight with handles, "" for none
	Hovered  string // ID of the highlight under the pointer
	SelStart int    // selected bytes; equal for none
	SelEnd   int
	Left     float32 // where the column begins in the picture
	Top      float64 // what of the text stands at the picture's top
	Scale    float32 // pixels to the unit
	Palette  Palette
}

// Painter paints scenes. It keeps drawn glyphs and buffers between pictures, and
// belongs to one goroutine at a time.
type Painter struct {
	atlas *atlas
	pen   pen

	dst   *image.RGBA
	scene *Scene
	lines []shownLine
	frags []fragment
	words map[string]*textlay.Word // tags
	slots []slot
	marks []int
	ext   []textlay.Extent
}

// NewPainter returns a painter.
func NewPainter() *Painter {
	return &Painter{atlas: newAtlas(), words: map[string]*textlay.Word{}}
}

// shownLine is a line in the picture, in pixels.
type shownLine struct {
	textlay.Line
	left, base   float32 // of the column and the baseline
	top, foot    float32 // of the box around the words
	bottom       float32 // of the line
	frag0, frag1 int     // its fragments
	room         float32 // between foot and the next line's words
	tinted       bool    // has a ground
	lanes        uint8
}

// fragment is the part of a highlight that lies on one line, in pixels.
type fragment struct {
	mark        int
	line        int
	x0, x1      float32
	first, last bool // holds the highlight's start, its end
	depth       int  // grounds that lie under it
}

// Paint paints a scene over the whole of dst.
func (p *Painter) Paint(dst *image.RGBA, s *Scene) {
	p.dst, p.scene = dst, s
	if p.scene.Marks == nil {
		p.scene.Marks = NewMarks(nil)
	}
	fill(dst, dst.Rect, s.Palette.Paper)
	p.gather()
	for i := range p.lines {
		p.grounds(&p.lines[i])
	}
	p.selection()
	for i := range p.lines {
		p.frames(&p.lines[i])
	}
	for i := range p.lines {
		p.text(&p.lines[i])
	}
	for i := range p.lines {
		p.underlines(&p.lines[i])
	}
	p.tags()
	p.links()
	p.handles()
}

// gather collects the lines in the picture and what of the highlights lies on
// them.
func (p *Painter) gather() {
	s := p.scene
	p.lines, p.frags = p.lines[:0], p.frags[:0]
	height := float64(float32(p.dst.Rect.Dy()) / s.Scale)
	m := s.Layout.Faces().Metrics()
	// The picture moves by whole pixels, or its lines would dance while it scrolls.
	origin := float32(round(float32(s.Top * float64(s.Scale))))
	left := float32(round(s.Left * s.Scale))
	for ln := range s.Layout.Lines(s.Top, s.Top+height) {
		sl := shownLine{Line: *ln, left: left}
		sl.Runs = slices.Clone(ln.Runs)
		em := ln.Size * s.Scale
		sl.base = float32(round(float32((ln.Top+float64(ln.Baseline))*float64(s.Scale)))) - origin
		sl.top = float32(round(sl.base - m.Ascent*em))
		sl.foot = float32(round(sl.base + (m.Descent+0.02)*em))
		sl.bottom = sl.base + (ln.Height-ln.Baseline)*s.Scale
		sl.room = sl.base + (ln.Height-m.Ascent*ln.Size)*s.Scale - sl.foot
		sl.frag0 = len(p.frags)
		p.fragments(&sl)
		sl.frag1 = len(p.frags)
		p.lines = append(p.lines, sl)
	}
}

// fragments cuts the highlights of one line.
func (p *Painter) fragments(sl *shownLine) {
	s := p.scene
	text := s.Layout.Text()
	p.marks = p.marks[:0]
	for i := range s.Marks.in(sl.Start, sl.End) {
		p.marks = append(p.marks, i)
	}
	for _, i := range p.marks {
		h := &s.Marks.list[i]
		end := min(h.End, len(text))
		p.ext = sl.Extents(p.ext[:0], h.Start, end)
		for k, e := range p.ext {
			f := fragment{
				mark: i, line: len(p.lines),
				x0: sl.left + e.X0*s.Scale, x1: sl.left + e.X1*s.Scale,
				first: k == 0 && h.Start >= sl.Start, last: k == len(p.ext)-1 && end <= sl.End,
			}
			if h.Style == Ground {
				sl.tinted = true
				for _, g := range p.frags[sl.frag0:] {
					if s.Marks.list[g.mark].Style == Ground && g.x0 < f.x1 && f.x0 < g.x1 {
						f.depth++
					}
				}
			} else if h.Style != Box {
				sl.lanes = max(sl.lanes, s.Marks.lane[i]+1)
			}
			p.frags = append(p.frags, f)
		}
	}
}

// px returns a length in pixels, at least one.
func (p *Painter) px(units float32) float32 { return max(1, float32(round(units*p.scene.Scale))) }

// text draws the words of a line.
func (p *Painter) text(sl *shownLine) {
	s := p.scene
	c := s.Palette.Ink
	if sl.Kind != textlay.Body && sl.Kind != textlay.Headline && !sl.tinted {
		c = s.Palette.Quiet
	}
	size := sl.Size * s.Scale
	for i := range sl.Runs {
		r := &sl.Runs[i]
		x := sl.left + (r.X-r.Shift()*sl.Size)*s.Scale
		for _, g := range r.Word.Glyphs {
			if g.Cluster >= r.From && g.Cluster < r.To {
				p.glyph(g, x, sl.base, size, c)
			}
		}
	}
}

// glyph draws one glyph of a word that begins at x.
func (p *Painter) glyph(g textlay.Glyph, x, base, size float32, c color.NRGBA) {
	at := floor((x+g.X*size)*subpixels+0.5) / subpixels
	whole := floor(at)
	sp := p.atlas.get(p.scene.Layout.Faces(), g, size, uint8((at-whole)*subpixels))
	px, py := int(whole)+sp.x, round(base-g.Y*size)+sp.y
	if sp.mask != nil {
		blend(p.dst, sp.mask, px, py, c)
	}
	if sp.pict != nil {
		lay(p.dst, sp.pict, px, py)
	}
}

// word draws a tag's word at x on a baseline.
func (p *Painter) word(w *textlay.Word, x, base, size float32, c color.NRGBA) {
	for _, g := range w.Glyphs {
		p.glyph(g, x, base, size, c)
	}
}
