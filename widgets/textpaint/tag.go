package textpaint

import (
	"cmp"
	"image/color"
	"slices"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// slot is a taken stretch of the gap under a line, in pixels.
type slot struct {
	line   int
	x0, x1 float32
}

// wish is a tag that wants a place.
type wish struct {
	text   string
	color  color.NRGBA
	line   int
	x0, x1 float32 // the words that it belongs to
	rank   int     // lower goes first
}

const (
	tagSize  = 9.5 // units to the em, at a body size of 17
	tagSpace = 4   // units between two tags
	maxTag   = 40  // bytes
)

// tags writes the labels into the gaps under the lines: never over words, never
// over each other. What finds no room is left out; the colors, the styles and the
// inspector tell it still.
func (p *Painter) tags() {
	p.slots = p.slots[:0]
	wishes := p.wishes()
	slices.SortStableFunc(wishes, func(a, b wish) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.rank, b.rank), cmp.Compare(a.x0, b.x0))
	})
	for _, w := range wishes {
		p.tag(w)
	}
}

// ranks of wishes for a place.
const (
	rankPicked = iota
	rankMark
	rankLink
	rankGround
)

func (p *Painter) wishes() []wish {
	s := p.scene
	var out []wish
	for _, f := range p.frags {
		h := &s.Marks.list[f.mark]
		if !f.first || h.Tag == "" {
			continue
		}
		w := wish{text: h.Tag, color: s.Palette.line(h), line: f.line, x0: f.x0, x1: f.x1, rank: rankMark}
		switch {
		case h.ID == s.Picked && h.ID != "":
			w.rank = rankPicked
		case h.Style == Ground:
			w.rank = rankGround
		}
		out = append(out, w)
	}
	for _, l := range s.Links {
		for _, f := range p.frags {
			if f.first && l.Tag != "" && s.Marks.list[f.mark].ID == l.To {
				out = append(out, wish{text: l.Tag, color: s.Palette.Readable(l.Color), line: f.line, x0: f.x0, x1: f.x1 + 90*s.Scale, rank: rankLink})
			}
		}
	}
	return out
}

// tag writes one tag where it first fits.
func (p *Painter) tag(w wish) {
	s := p.scene
	word := p.tagWord(w.text)
	size := tagSize * s.Layout.Size() / 17 * s.Scale
	width := word.Adv * size
	sl := &p.lines[w.line]
	space := tagSpace * s.Scale
	x, ok := p.freeX(w, width, space, float32(p.dst.Rect.Max.X)-space)
	if !ok {
		return
	}
	m := s.Layout.Faces().Metrics()
	capital := m.CapHeight * size
	top := sl.foot + p.px(1.5)
	if lane := p.lowest(w.line, x, x+width); lane >= 0 {
		top = max(top, p.laneTop(sl, uint8(lane))+p.px(2)+p.px(1.5))
	}
	// Letters may reach up to where the next line's capitals begin.
	if top+capital > sl.foot+sl.room+0.1*sl.Size*s.Scale {
		return
	}
	p.slots = append(p.slots, slot{w.line, x, x + width})
	p.word(word, x, float32(round(top+capital)), size, w.color)
}

// freeX returns the first place along the words where a tag collides with none. A
// tag may be wider than its words.
func (p *Painter) freeX(w wish, width, space, right float32) (x float32, ok bool) {
	x = w.x0
	first := len(p.slots)
	for first > 0 && p.slots[first-1].line == w.line {
		first--
	}
	for range len(p.slots) - first + 1 {
		hit := false
		for _, sl := range p.slots[first:] {
			if x < sl.x1+space && sl.x0 < x+width+space {
				x, hit = sl.x1+space, true
			}
		}
		if !hit {
			break
		}
	}
	if x > w.x0 && x+min(width, 12*p.scene.Scale) > w.x1 {
		return 0, false
	}
	return x, x+width <= right
}

// lowest returns the lowest underline lane between x0 and x1 of a line, or -1.
func (p *Painter) lowest(line int, x0, x1 float32) int {
	lane := -1
	sl := &p.lines[line]
	for _, f := range p.frags[sl.frag0:sl.frag1] {
		h := &p.scene.Marks.list[f.mark]
		if (h.Style == Underline || h.Style == Dotted) && f.x0 < x1 && x0 < f.x1 {
			lane = max(lane, int(p.scene.Marks.lane[f.mark]))
		}
	}
	return lane
}

// tagWord shapes a tag once.
func (p *Painter) tagWord(text string) *textlay.Word {
	if len(text) > maxTag {
		text = text[:textlay.Snap(text, maxTag)] + "…"
	}
	if w, ok := p.words[text]; ok {
		return w
	}
	if len(p.words) > 500 {
		clear(p.words)
	}
	w := p.scene.Layout.Faces().Shape(text, textlay.Label)
	p.words[text] = w
	return w
}
