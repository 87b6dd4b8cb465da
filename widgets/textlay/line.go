package textlay

import "iter"

// Line is one line as it is drawn. Its units are the layout's, from the left end
// of the column and the top of the text.
type Line struct {
	Start, End int // bytes of the text, with the spaces at the end
	Kind       BlockKind
	Weight     Weight
	Top        float64
	Height     float32
	Baseline   float32 // from Top
	Size       float32 // units to the em
	Left       float32 // where its words begin
	Right      float32 // where they end, without the spaces at the end
	Runs       []Run   // from left to right
}

// Run is a word of a line, or the part of it that the line holds.
type Run struct {
	Word     *Word
	X        float32 // of its left end, or of the part's
	Off      int     // where the word begins in the text
	From, To uint32  // the part, in bytes of the word
	level    uint8
}

// width returns the run's width in em.
func (r *Run) width() float32 {
	if r.Word.RTL {
		return r.Word.x(r.From) - r.Word.x(r.To)
	}
	return r.Word.x(r.To) - r.Word.x(r.From)
}

// Shift returns how far the word's own left end stands from the run's, in em: 0
// for whole words.
func (r *Run) Shift() float32 {
	if r.Word.RTL {
		return r.Word.x(r.To)
	}
	return r.Word.x(r.From)
}

// Whole reports whether the run is the whole word.
func (r *Run) Whole() bool { return r.From == 0 && r.To == r.Word.size() }

// Lines yields the lines that reach into [top, bottom), in order. A yielded line
// is only valid until the next one.
func (l *Layout) Lines(top, bottom float64) iter.Seq[*Line] {
	return func(yield func(*Line) bool) {
		var ln Line
		for i := l.paraAtY(top); i < len(l.paras); i++ {
			p := l.ensure(i)
			y := l.body(i)
			if y >= bottom {
				return
			}
			height := l.lineHeight(p)
			n := 0
			if y < top {
				n = int((top - y) / float64(height))
			}
			for ; n < len(p.lines); n++ {
				if y+float64(n)*float64(height) >= bottom {
					return
				}
				l.line(&ln, i, n)
				if !yield(&ln) {
					return
				}
			}
		}
	}
}

// line sets ln to line n of paragraph i, which is laid out.
func (l *Layout) line(ln *Line, i, n int) {
	p := &l.paras[i]
	k := lookOf(p.kind)
	at := p.lines[n]
	height := l.lineHeight(p)
	m := l.faces.metric
	size := l.size * k.scale
	*ln = Line{
		Start: p.start + int(at.start), End: p.start + int(at.end), Kind: p.kind, Weight: k.weight,
		Top: l.body(i) + float64(n)*float64(height), Height: height, Size: size,
		// The box of the words stands a little above the middle: underlines and
		// tags need the room below.
		Baseline: (height-(m.Ascent+m.Descent)*size)*0.3 + m.Ascent*size,
		Runs:     ln.Runs[:0],
	}
	var trail float32
	var width float32
	for j := at.p0; j < at.p1; j++ {
		pc := &p.pieces[j]
		r := Run{Word: pc.word, Off: p.start + int(pc.off), To: pc.word.size(), level: pc.level}
		if at.start > pc.off {
			r.From = at.start - pc.off
		}
		if at.end < pc.off+r.To {
			r.To = at.end - pc.off
		}
		width += r.width()
		trail = trailOf(&r, trail)
		ln.Runs = append(ln.Runs, r)
	}
	trail *= size
	width *= size
	ln.order(p)
	if p.rtl {
		ln.Right = l.width
		ln.Left = l.width - width + trail
		ln.place(ln.Left - trail)
		return
	}
	ln.place(0)
	ln.Right = width - trail
}

// trailOf adds a run to the width of the spaces at a line's end.
func trailOf(r *Run, before float32) float32 {
	switch {
	case r.To != r.Word.size():
		return 0
	case r.Word.Trail >= r.Word.Adv && r.From == 0:
		return before + r.Word.Adv
	}
	return r.Word.Trail
}

// order puts the runs into visual order (UAX #9, L1 and L2).
func (ln *Line) order(p *para) {
	base := uint8(0)
	if p.rtl {
		base = 1
	}
	high, low := base, uint8(maxDepth)
	for i := len(ln.Runs) - 1; i >= 0; i-- {
		r := &ln.Runs[i]
		if r.Word.Trail < r.Word.Adv {
			break
		}
		if r.level&1 != base&1 {
			r.Word = r.Word.flipped()
		}
		r.level = base
	}
	for i := range ln.Runs {
		high, low = max(high, ln.Runs[i].level), min(low, ln.Runs[i].level|1)
	}
	for level := high; level >= low && level > 0; level-- {
		for i := 0; i < len(ln.Runs); {
			if ln.Runs[i].level < level {
				i++
				continue
			}
			j := i
			for j < len(ln.Runs) && ln.Runs[j].level >= level {
				j++
			}
			for a, z := i, j-1; a < z; a, z = a+1, z-1 {
				ln.Runs[a], ln.Runs[z] = ln.Runs[z], ln.Runs[a]
			}
			i = j
		}
	}
}

// place sets the runs side by side.
func (ln *Line) place(x float32) {
	for i := range ln.Runs {
		ln.Runs[i].X = x
		x += ln.Runs[i].width() * ln.Size
	}
}

// Extent is a stretch of a line.
type Extent struct{ X0, X1 float32 }

// Extents appends the stretches of the line that text[start:end] covers, from
// left to right; right-to-left text may make several. Spaces that hang over the
// end of the line are left out.
func (ln *Line) Extents(out []Extent, start, end int) []Extent {
	first := len(out)
	for i := range ln.Runs {
		r := &ln.Runs[i]
		a, z := max(start, r.Off+int(r.From)), min(end, r.Off+int(r.To))
		if a >= z {
			continue
		}
		x0, x1 := ln.x(r, a), ln.x(r, z)
		if x0 > x1 {
			x0, x1 = x1, x0
		}
		x0, x1 = max(x0, ln.Left), min(x1, ln.Right)
		if x0 >= x1 {
			continue
		}
		if n := len(out); n > first && x0 <= out[n-1].X1+0.01 {
			out[n-1].X1 = x1
			continue
		}
		out = append(out, Extent{x0, x1})
	}
	return out
}

// x returns where the caret before a byte of the run stands.
func (ln *Line) x(r *Run, off int) float32 {
	return r.X + (r.Word.x(uint32(off-r.Off))-r.Shift())*ln.Size
}
