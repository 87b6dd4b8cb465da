package textlay

// wrapper breaks one paragraph into lines, greedily.
type wrapper struct {
	p     *para
	width float32 // em
	x     float32 // width of the current line so far
	start uint32  // its first byte
	first int     // and its first piece
}

// wrapPara breaks a paragraph's pieces into lines of at most width em. Where a
// word is wider than a line it is broken between graphemes.
func wrapPara(p *para, width float32) {
	p.lines = p.lines[:0]
	w := wrapper{p: p, width: width}
	for i := 0; i < len(p.pieces); {
		j, adv, trail := i, float32(0), float32(0)
		for {
			word := p.pieces[j].word
			adv, trail = adv+word.Adv, word.Trail
			j++
			if j == len(p.pieces) || p.pieces[j-1].brk {
				break
			}
		}
		switch {
		case w.x+adv-trail <= width:
			w.x += adv
		case adv-trail <= width:
			w.end(p.pieces[i].off, i, i)
			w.x = adv
		default:
			for k := i; k < j; k++ {
				w.split(k)
			}
		}
		i = j
	}
	w.end(uint32(p.end-p.start), len(p.pieces), len(p.pieces))
}

// end ends the current line at a byte. The next one begins in piece next.
func (w *wrapper) end(off uint32, last, next int) {
	if off > w.start || len(w.p.lines) == 0 && last == len(w.p.pieces) {
		w.p.lines = append(w.p.lines, line{start: w.start, end: off, p0: int32(w.first), p1: int32(last)})
	}
	w.start, w.first, w.x = off, next, 0
}

// split fills lines with the graphemes of a piece that no line can hold.
func (w *wrapper) split(k int) {
	pc := w.p.pieces[k]
	word := pc.word
	last := len(word.Offs) - 1
	for from := 0; from < last; {
		to := from
		for to < last && w.x+span(word, from, to+1) <= w.width {
			to++
		}
		if to == from {
			if w.x > 0 {
				w.breakAt(pc, k, from)
				continue
			}
			to++ // a line holds at least one grapheme
		}
		w.x += span(word, from, to)
		from = to
		if from < last {
			w.breakAt(pc, k, from)
		}
	}
}

// breakAt ends the line before a grapheme of piece k.
func (w *wrapper) breakAt(pc piece, k, boundary int) {
	last := k
	if boundary > 0 {
		last = k + 1
	}
	w.end(pc.off+pc.word.Offs[boundary], last, k)
}

// span returns the width between two boundaries of a word.
func span(w *Word, from, to int) float32 {
	if w.RTL {
		return w.Xs[from] - w.Xs[to]
	}
	return w.Xs[to] - w.Xs[from]
}
