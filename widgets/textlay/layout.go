package textlay

import "time"

// Layout is a text laid out in a column. Its units are those of its size, such as
// the toolkit's; offsets are bytes on grapheme boundaries. Paragraphs are shaped
// when they are first needed; until then their heights are estimated, and what
// stands at the top of the view stays there when they turn out otherwise.
type Layout struct {
	faces *Faces
	text  string
	size  float32
	width float32
	paras []para
	tops  []float64 // top of each paragraph, and the end of the last
	clean int       // tops[:clean+1] are right
	work  int       // paragraphs before it are shaped

	anchor int     // paragraph at the top of the view
	inside float64 // distance from its top
}

// New returns an empty layout in 16 units to the em and a column of 34 em.
func New(f *Faces) *Layout {
	l := &Layout{faces: f, size: 16, width: 34 * 16}
	l.SetText("", nil)
	return l
}

// SetText lays out another text from its top.
func (l *Layout) SetText(text string, blocks []Block) {
	l.text = text
	l.paras = splitParas(text, blocks)
	l.tops = make([]float64, len(l.paras)+1)
	l.anchor, l.inside = 0, 0
	l.estimate()
}

// Text returns the text.
func (l *Layout) Text() string { return l.text }

// Faces returns the faces that the text is set in.
func (l *Layout) Faces() *Faces { return l.faces }

// Size returns how many units an em of body text has.
func (l *Layout) Size() float32 { return l.size }

// Width returns the width of the column.
func (l *Layout) Width() float32 { return l.width }

// Measure returns the width of a column of that many average letters.
func (l *Layout) Measure(letters int) float32 {
	return float32(letters) * l.faces.metric.AverageWidth * l.size
}

// SetFaces sets the text in other faces and keeps the reading place.
func (l *Layout) SetFaces(f *Faces) {
	place := l.place()
	l.faces = f
	for i := range l.paras {
		l.paras[i].shaped = false
	}
	l.estimate()
	l.restore(place)
}

// Wrap sets the size and the width of the column, in units, and keeps the reading
// place.
func (l *Layout) Wrap(size, width float32) {
	size, width = max(size, 1), max(width, size)
	if size == l.size && width == l.width {
		return
	}
	place := l.place()
	l.size, l.width = size, width
	for i := range l.paras {
		if p := &l.paras[i]; p.shaped {
			l.wrapPara(p)
		}
	}
	l.estimate()
	l.restore(place)
}

// Found shapes again the paragraphs that lacked a face, and reports whether there
// were any. Call it when a [System] has found fonts.
func (l *Layout) Found() bool {
	lacked := false
	for i := range l.paras {
		if l.paras[i].pending {
			l.paras[i].shaped = false
			lacked = true
			l.work = min(l.work, i)
		}
	}
	return lacked
}

// Work shapes paragraphs that nobody has looked at yet for about that long, and
// reports whether there are more.
func (l *Layout) Work(budget time.Duration) bool {
	for until := time.Now().Add(budget); l.work < len(l.paras); l.work++ {
		if l.paras[l.work].shaped {
			continue
		}
		l.ensure(l.work)
		if time.Now().After(until) {
			return true
		}
	}
	return false
}

// wrapPara breaks a shaped paragraph into lines and sets its height.
func (l *Layout) wrapPara(p *para) {
	k := lookOf(p.kind)
	wrapPara(p, l.width/(l.size*k.scale))
	p.height = float64(len(p.lines)) * float64(l.lineHeight(p))
}

// lineHeight returns the distance of a paragraph's baselines.
func (l *Layout) lineHeight(p *para) float32 {
	if p.start == p.end {
		return emptyHeight * l.size
	}
	k := lookOf(p.kind)
	return k.leading * k.scale * l.size
}

// ensure shapes and wraps a paragraph.
func (l *Layout) ensure(i int) *para {
	p := &l.paras[i]
	if p.shaped {
		return p
	}
	before := p.height
	l.faces.shapePara(p, l.text)
	l.wrapPara(p)
	if p.height != before {
		l.clean = min(l.clean, i)
	}
	return p
}

// estimate sets the heights of paragraphs that are not shaped from their lengths.
func (l *Layout) estimate() {
	l.clean, l.work = 0, 0
	for i := range l.paras {
		p := &l.paras[i]
		if p.shaped {
			continue
		}
		k := lookOf(p.kind)
		perLine := max(1, 0.97*l.width/(l.faces.metric.AverageWidth*l.size*k.scale))
		lines := 1 + int(float32(p.end-p.start)/perLine)
		p.height = float64(lines) * float64(l.lineHeight(p))
	}
}

// top returns where a paragraph's space above begins.
func (l *Layout) top(i int) float64 {
	for ; l.clean < i; l.clean++ {
		p := &l.paras[l.clean]
		l.tops[l.clean+1] = l.tops[l.clean] + float64(p.gap*l.size) + p.height
	}
	return l.tops[i]
}

// body returns where a paragraph's first line begins.
func (l *Layout) body(i int) float64 { return l.top(i) + float64(l.paras[i].gap*l.size) }

// Height returns the height of the whole text, in part estimated as long as
// [Layout.Work] has more to do.
func (l *Layout) Height() float64 { return l.top(len(l.paras)) }

// paraAtY returns the paragraph at a height.
func (l *Layout) paraAtY(y float64) int {
	l.top(len(l.paras))
	lo, hi := 0, len(l.paras)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if l.tops[mid] <= y {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// SetTop says what stands at the top of the view.
func (l *Layout) SetTop(y float64) {
	l.anchor = l.paraAtY(y)
	l.inside = y - l.tops[l.anchor]
}

// Top returns what stands at the top of the view.
func (l *Layout) Top() float64 { return l.top(l.anchor) + l.inside }

// Prepare lays out exactly what a view of that height shows, and a view's height
// before and after it.
func (l *Layout) Prepare(height float64) {
	l.ensure(l.anchor)
	for i, y := l.anchor, -l.inside; i < len(l.paras) && y < 2*height; i++ {
		y += float64(l.paras[i].gap*l.size) + l.ensure(i).height
	}
	for i, y := l.anchor-1, l.inside; i >= 0 && y < height; i-- {
		y += float64(l.paras[i].gap*l.size) + l.ensure(i).height
	}
}

// place is a reading place that survives another width: a byte, and how far its
// line stands from the top of the view in line heights.
type place struct {
	off   int
	lines float64
}

func (l *Layout) place() place {
	if l.inside <= 0 && l.anchor == 0 {
		return place{off: -1, lines: l.inside}
	}
	p := l.ensure(l.anchor)
	height := float64(l.lineHeight(p))
	y := l.inside - float64(p.gap*l.size)
	n := min(max(int(y/height), 0), len(p.lines)-1)
	return place{
		off:   p.start + int(p.lines[n].start),
		lines: (y - float64(n)*height) / height,
	}
}

func (l *Layout) restore(pl place) {
	if pl.off < 0 {
		l.anchor, l.inside = 0, pl.lines
		return
	}
	i := paraAt(l.paras, pl.off)
	p := l.ensure(i)
	n := p.lineAt(uint32(max(pl.off-p.start, 0)))
	l.anchor = i
	l.inside = float64(p.gap*l.size) + (float64(n)+pl.lines)*float64(l.lineHeight(p))
}

// lineAt returns the line that holds a byte of the paragraph.
func (p *para) lineAt(off uint32) int {
	lo, hi := 0, len(p.lines)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if p.lines[mid].start <= off {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// Settle lays out the whole text exactly and waits for the system's fonts.
func (l *Layout) Settle() {
	for range 3 { // a face that was found may lack what stands beside it
		for l.Work(time.Minute) {
		}
		if l.faces.system == nil {
			return
		}
		l.faces.system.Wait()
		if !l.Found() {
			return
		}
	}
	for l.Work(time.Minute) {
	}
}
