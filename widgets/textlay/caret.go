package textlay

// Caret is where a caret stands, in the layout's units.
type Caret struct {
	X      float32
	Y      float64 // of its upper end
	Height float32
	Line   Line // with Runs nil
}

// Caret returns where the caret before the grapheme at off stands; at the end of
// a paragraph, after its last one. Offsets that no grapheme begins at are moved to
// the one before.
func (l *Layout) Caret(off int) Caret {
	off = Snap(l.text, off)
	i := paraAt(l.paras, off)
	p := l.ensure(i)
	rel := uint32(min(off, p.end) - p.start)
	var ln Line
	l.line(&ln, i, p.lineAt(rel))
	m := l.faces.metric
	c := Caret{X: ln.caretX(p.start+int(rel), p.rtl, l.width)}
	c.Height = (m.Ascent + m.Descent) * ln.Size
	c.Y = ln.Top + float64(ln.Baseline-m.Ascent*ln.Size)
	ln.Runs = nil
	c.Line = ln
	return c
}

// CaretAfter returns where a caret stands that closes off what ends at off: after
// the grapheme before it, on that grapheme's line.
func (l *Layout) CaretAfter(off int) Caret {
	off = Snap(l.text, off)
	prev := PrevGrapheme(l.text, off)
	i := paraAt(l.paras, prev)
	if off == prev || off > l.paras[i].end {
		return l.Caret(off)
	}
	p := l.ensure(i)
	c := l.Caret(prev)
	var ln Line
	l.line(&ln, i, p.lineAt(uint32(prev-p.start)))
	for k := range ln.Runs {
		if r := &ln.Runs[k]; prev >= r.Off+int(r.From) && prev < r.Off+int(r.To) {
			c.X = ln.x(r, off)
		}
	}
	return c
}

// LineAbove returns the height of the middle of the line above the one that off is
// on, or -1 on the first.
func (l *Layout) LineAbove(off int) float64 {
	i := paraAt(l.paras, off)
	p := l.ensure(i)
	n := p.lineAt(uint32(min(off, p.end)-p.start)) - 1
	if n < 0 {
		if i == 0 {
			return -1
		}
		i--
		p = l.ensure(i)
		n = len(p.lines) - 1
	}
	return l.body(i) + (float64(n)+0.5)*float64(l.lineHeight(p))
}

// LineBelow returns the height of the middle of the line below the one that off is
// on, or the text's height on the last.
func (l *Layout) LineBelow(off int) float64 {
	i := paraAt(l.paras, off)
	p := l.ensure(i)
	n := p.lineAt(uint32(min(off, p.end)-p.start)) + 1
	if n == len(p.lines) {
		if i++; i == len(l.paras) {
			return l.Height()
		}
		p, n = l.ensure(i), 0
	}
	return l.body(i) + (float64(n)+0.5)*float64(l.lineHeight(p))
}

// caretX returns where the caret before off stands in the line.
func (ln *Line) caretX(off int, rtl bool, width float32) float32 {
	var last *Run
	for i := range ln.Runs {
		r := &ln.Runs[i]
		if off >= r.Off+int(r.From) && off < r.Off+int(r.To) {
			return ln.x(r, off)
		}
		if off == r.Off+int(r.To) {
			last = r
		}
	}
	switch {
	case last != nil:
		return ln.x(last, off)
	case rtl:
		return width
	}
	return 0
}

// Hit returns the grapheme boundary nearest to a point. Above the text that is on
// its first line, below it on its last.
func (l *Layout) Hit(x float32, y float64) int {
	i := l.paraAtY(y)
	p := l.ensure(i)
	if y < l.body(i) && i > 0 && y < l.body(i)-float64(l.paras[i].gap*l.size)/2 {
		i--
		p = l.ensure(i)
	}
	n := int((y - l.body(i)) / float64(l.lineHeight(p)))
	n = min(max(n, 0), len(p.lines)-1)
	var ln Line
	l.line(&ln, i, n)
	return l.hit(&ln, x, n+1 < len(p.lines), p.rtl)
}

// lineEnd returns the last boundary that is shown on a line which another one
// follows in the paragraph: before its last space or grapheme.
func (l *Layout) lineEnd(ln *Line) int {
	off := PrevGrapheme(l.text, ln.End)
	return max(off, ln.Start)
}

// hit returns the boundary of the line nearest to x. Where the paragraph goes on
// in a next line, the line's end is that line's start and not taken.
func (l *Layout) hit(ln *Line, x float32, goesOn, rtl bool) int {
	if len(ln.Runs) == 0 {
		return ln.Start
	}
	at, mixed := 0, rtl
	for i := range ln.Runs {
		r := &ln.Runs[i]
		mixed = mixed || r.level > 0
		if r.X <= x && (r.width() > 0 || i == 0) {
			at = i
		}
	}
	best := ln.nearest(at, x)
	if goesOn && best == ln.End {
		best = l.lineEnd(ln)
	}
	if !mixed {
		return best
	}
	// Where directions meet one boundary has two places, and its caret is drawn at
	// only one of them; a neighbor may have the boundary that is drawn here.
	miss := abs(ln.caretX(best, rtl, l.width) - x)
	for i := max(at-1, 0); i <= min(at+1, len(ln.Runs)-1); i++ {
		r := &ln.Runs[i]
		for _, off := range [...]int{ln.nearest(i, x), r.Off + int(r.From), r.Off + int(r.To)} {
			d := abs(ln.caretX(off, rtl, l.width) - x)
			if d < miss-0.01 && !(goesOn && off == ln.End) {
				best, miss = off, d
			}
		}
	}
	return best
}

// nearest returns the boundary of a run nearest to x.
func (ln *Line) nearest(run int, x float32) int {
	r := &ln.Runs[run]
	em := (x-r.X)/ln.Size + r.Shift()
	w := r.Word
	from, to := w.boundary(r.From), w.boundary(r.To)
	best := from
	for b := from + 1; b <= to; b++ {
		if abs(w.Xs[b]-em) < abs(w.Xs[best]-em) {
			best = b
		}
	}
	return r.Off + int(w.Offs[best])
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}

// Over returns the grapheme whose drawing is under a point, as the byte where it
// begins. ok is false beside the words.
func (l *Layout) Over(x float32, y float64) (off int, ok bool) {
	for ln := range l.Lines(y, y+0.001) {
		for i := range ln.Runs {
			r := &ln.Runs[i]
			if x < r.X || x >= r.X+r.width()*ln.Size {
				continue
			}
			em := (x-r.X)/ln.Size + r.Shift()
			w := r.Word
			for b := w.boundary(r.From); b < w.boundary(r.To); b++ {
				lo, hi := min(w.Xs[b], w.Xs[b+1]), max(w.Xs[b], w.Xs[b+1])
				if em >= lo && em < hi {
					return r.Off + int(w.Offs[b]), true
				}
			}
		}
	}
	return 0, false
}

// LineStart and LineEnd return the ends of the line that the caret at off stands
// on.
func (l *Layout) LineStart(off int) int { return l.Caret(off).Line.Start }

// LineEnd returns where the End key leads from off.
func (l *Layout) LineEnd(off int) int {
	ln := l.Caret(off).Line
	i := paraAt(l.paras, ln.Start)
	if ln.End == l.paras[i].end {
		return ln.End
	}
	return l.lineEnd(&ln)
}

// RightToLeft reports whether the paragraph that holds off reads from right to
// left.
func (l *Layout) RightToLeft(off int) bool {
	return l.ensure(paraAt(l.paras, off)).rtl
}
