package textlay

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"github.com/rivo/uniseg"
)

// Glyph is one shape of a word.
type Glyph struct {
	ID      font.GID
	Face    uint16
	Cluster uint32  // byte offset in the word of the characters that it stands for
	X, Y    float32 // of its origin, in em from the word's left end; Y grows upward
}

// Word is a shaped piece of text: mostly a word with the space after it. It is
// shared by all the places where it stands and never changes.
type Word struct {
	Adv    float32 // width in em
	Trail  float32 // width of the spaces at its end, in em
	Glyphs []Glyph // in visual order, left to right
	Offs   []uint32
	Xs     []float32
	RTL    bool

	pending bool // a system font is being looked for
}

// Offs and Xs are the caret table: at byte Offs[i] of the word, always a grapheme
// boundary, the caret stands Xs[i] em from its left end.

// size is the word's length in bytes.
func (w *Word) size() uint32 { return w.Offs[len(w.Offs)-1] }

// x returns where the caret at a byte of the word stands, snapped to the grapheme
// boundary at or before it.
func (w *Word) x(off uint32) float32 { return w.Xs[w.boundary(off)] }

// boundary returns the index of the last grapheme boundary at or before off.
func (w *Word) boundary(off uint32) int {
	lo, hi := 0, len(w.Offs)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if w.Offs[mid] <= off {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// Widths of what has no glyph, in em.
const (
	tabWidth     = 2
	controlWidth = 0.25
)

// Shape shapes one piece of left-to-right text that has no line break, such as
// a tag.
func (fs *Faces) Shape(s string, w Weight) *Word { return fs.shape(s, w, false) }

func (fs *Faces) shape(s string, weight Weight, rtl bool) *Word {
	sh := wordShaper{fs: fs, word: &Word{RTL: rtl}, text: s, weight: weight}
	sh.read()
	sh.shape()
	sh.carets()
	return sh.word
}

// wordShaper holds what is needed while one word is shaped.
type wordShaper struct {
	fs     *Faces
	word   *Word
	text   string
	weight Weight
	runes  []rune
	offs   []uint32  // byte offset of each rune, and of the end
	first  []int     // first rune of each grapheme cluster, and the end
	adv    []float32 // advance of each rune's cluster, at the cluster's first rune
	led    []bool    // whether a cluster of the shaper begins at the rune
}

// read splits the text into runes and grapheme clusters.
func (sh *wordShaper) read() {
	n := len(sh.text)
	sh.runes, sh.offs = make([]rune, 0, n), make([]uint32, 0, n+1)
	ascii := true
	for i, r := range sh.text {
		if r >= 0x80 || r < ' ' {
			ascii = false
		}
		if r == '\u00a0' || r == '\t' {
			r = ' '
		}
		sh.runes, sh.offs = append(sh.runes, r), append(sh.offs, uint32(i))
	}
	sh.offs = append(sh.offs, uint32(n))
	sh.adv, sh.led = make([]float32, len(sh.runes)+1), make([]bool, len(sh.runes)+1)
	sh.first = make([]int, 0, len(sh.runes)+1)
	if ascii {
		for i := range sh.runes {
			sh.first = append(sh.first, i)
		}
	} else {
		at, state := 0, -1
		for rest := sh.text; rest != ""; {
			var c string
			c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			sh.first = append(sh.first, at)
			for range c {
				at++
			}
		}
	}
	sh.first = append(sh.first, len(sh.runes))
	for i, g := range sh.first {
		sh.first[i] = min(g, len(sh.runes))
	}
}

// run is a stretch of clusters set in one face and script.
type run struct {
	from, to int // runes
	face     uint16
	script   language.Script
	blank    float32 // the advance of a character without a glyph; else 0
}

// runs cuts the word where the face or the script changes.
func (sh *wordShaper) runs() []run {
	var out []run
	for c := 0; c+1 < len(sh.first); c++ {
		from, to := sh.first[c], sh.first[c+1]
		if from == to {
			continue
		}
		r := run{from: from, to: to, script: language.Common}
		switch lead := sh.runes[from]; {
		case sh.text[sh.offs[from]] == '\t':
			r.blank = tabWidth
		case unicode.IsControl(lead):
			r.blank = controlWidth
		default:
			var pending bool
			r.face, pending = sh.fs.pick(sh.runes[from:to], sh.weight)
			sh.word.pending = sh.word.pending || pending
			r.script = language.LookupScript(lead)
		}
		if n := len(out); n > 0 && joins(&out[n-1], r) {
			out[n-1].to = to
			continue
		}
		out = append(out, r)
	}
	return out
}

// joins reports whether r goes on in the run before it, which then takes r's
// script where it has none of its own.
func joins(prev *run, r run) bool {
	if prev.blank != 0 || r.blank != 0 || prev.face != r.face {
		return false
	}
	neutral := func(s language.Script) bool { return s == language.Common || s == language.Inherited }
	if neutral(prev.script) {
		prev.script = r.script
		return true
	}
	return neutral(r.script) || prev.script == r.script
}

func (sh *wordShaper) shape() {
	runs := sh.runs()
	pen := float32(0)
	for i := range runs {
		r := runs[i]
		if sh.word.RTL {
			r = runs[len(runs)-1-i]
		}
		if r.blank != 0 {
			sh.adv[r.from] += r.blank
			sh.led[r.from] = true
			pen += r.blank
			continue
		}
		scale := 1 / (64 * float32(sh.fs.list[r.face].Upem()))
		for _, g := range sh.fs.shapeRun(sh.runes, r.from, r.to, r.face, r.script, sh.word.RTL) {
			pen = sh.place(g, r, pen, scale)
		}
	}
	sh.word.Adv = pen
}

// place adds one glyph and returns the pen behind it.
func (sh *wordShaper) place(g shaping.Glyph, r run, pen, scale float32) float32 {
	cl := min(max(g.ClusterIndex, r.from), r.to-1)
	adv := max(float32(g.XAdvance)*scale, 0)
	missing := g.GlyphID == 0 && ignorable(sh.runes[cl])
	if missing {
		adv = 0
	} else {
		sh.word.Glyphs = append(sh.word.Glyphs, Glyph{
			ID: g.GlyphID, Face: r.face, Cluster: sh.offs[cl],
			X: pen + float32(g.XOffset)*scale, Y: float32(g.YOffset) * scale,
		})
	}
	sh.adv[cl] += adv
	sh.led[cl] = true
	return pen + adv
}

// carets fills the caret table. What several graphemes share, a ligature, is
// split evenly among them.
func (sh *wordShaper) carets() {
	w, n := sh.word, len(sh.first)
	w.Offs, w.Xs = make([]uint32, 0, n), make([]float32, 0, n)
	pen := float32(0)
	for c := 0; c+1 < n; {
		end := c + 1
		sum := sh.sum(c)
		for end+1 < n && !sh.leads(end) { // the rest of a ligature
			sum += sh.sum(end)
			end++
		}
		for k := c; k < end; k++ {
			w.Offs = append(w.Offs, sh.offs[sh.first[k]])
			w.Xs = append(w.Xs, pen+sum*float32(k-c)/float32(end-c))
		}
		pen += sum
		c = end
	}
	w.Offs, w.Xs = append(w.Offs, uint32(len(sh.text))), append(w.Xs, pen)
	if w.RTL {
		for i, x := range w.Xs {
			w.Xs[i] = w.Adv - x
		}
	}
	trail := len(sh.text) - len(strings.TrimRightFunc(sh.text, breakingSpace))
	w.Trail = w.Xs[len(w.Xs)-1] - w.x(uint32(len(sh.text)-trail))
	if w.RTL {
		w.Trail = -w.Trail
	}
}

func (sh *wordShaper) sum(c int) float32 {
	sum := float32(0)
	for i := sh.first[c]; i < sh.first[c+1]; i++ {
		sum += sh.adv[i]
	}
	return sum
}

// leads reports whether the shaper gave a grapheme a cluster of its own.
func (sh *wordShaper) leads(c int) bool {
	for i := sh.first[c]; i < sh.first[c+1]; i++ {
		if sh.led[i] {
			return true
		}
	}
	return false
}

// breakingSpace reports whether a space may hang over the end of a line.
func breakingSpace(r rune) bool {
	return r != '\u00a0' && r != '\u202f' && r != '\u2007' && unicode.IsSpace(r)
}

// flipped returns the word read in the other direction, for spaces that take the
// direction of the paragraph.
func (w *Word) flipped() *Word {
	f := *w
	f.RTL = !w.RTL
	f.Xs = make([]float32, len(w.Xs))
	for i, x := range w.Xs {
		f.Xs[i] = w.Adv - x
	}
	return &f
}
