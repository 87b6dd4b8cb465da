package textlay

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// para is a paragraph, or a part of a very long one.
type para struct {
	start, end int // bytes of its text, without the separator
	kind       BlockKind
	joined     bool    // goes on in the paragraph before it, which was too long
	gap        float32 // space above, in units of the page
	pieces     []piece // nil until shaped
	lines      []line
	rtl        bool // reads from right to left
	shaped     bool
	pending    bool // lacks a face that is being looked for
	height     float64
}

// piece is a shaped word in its place.
type piece struct {
	word  *Word
	off   uint32 // byte in the paragraph
	level uint8  // of embedding (UAX #9); odd is right to left
	brk   bool   // a line may end after it
}

// line is a line of a paragraph. It may begin or end inside a piece.
type line struct {
	start, end uint32 // bytes in the paragraph; the spaces at the end included
	p0, p1     int32  // pieces
}

// maxPara is the longest paragraph that is laid out as one, in bytes: beyond it
// the time to the first paint would grow with the paragraph.
const maxPara = 24_000

// look is how a kind of paragraph is set.
type look struct {
	scale   float32 // size against body text
	leading float32 // distance of baselines, in em of its own size
	above   float32 // space above and below, in em of body text
	below   float32
	weight  Weight
}

// lookOf returns how a kind is set. The leading of body text leaves room between
// the lines for underlines and tags.
func lookOf(k BlockKind) look {
	switch k {
	case Headline:
		return look{scale: 1.85, leading: 1.34, above: 0.2, below: 0.55, weight: Bold}
	case Byline:
		return look{scale: 0.9, leading: 1.6, above: 0, below: 0.9}
	case Caption:
		return look{scale: 0.88, leading: 1.7, above: 0.4, below: 0.7}
	case Boilerplate:
		return look{scale: 0.88, leading: 1.7, above: 0.3, below: 0.3}
	}
	return look{scale: 1, leading: 1.84, above: 0, below: 0.7}
}

// emptyHeight is the height of an empty paragraph, in em.
const emptyHeight = 0.7

// splitParas cuts a text at its line and paragraph separators.
func splitParas(text string, blocks []Block) []para {
	var out []para
	n := strings.Count(text, "\n") + 1
	out = make([]para, 0, n+len(text)/maxPara)
	for at := 0; ; {
		end, next := separator(text, at)
		for end-at > maxPara {
			to := at + splitLong(text[at:end])
			out = append(out, para{start: at, end: to, joined: len(out) > 0 && out[len(out)-1].end == at})
			at = to
		}
		out = append(out, para{start: at, end: end, joined: len(out) > 0 && out[len(out)-1].end == at && at > 0})
		if next == end {
			break
		}
		at = next
	}
	setKinds(out, blocks)
	spread(out, text)
	return out
}

// separator returns the bounds of the first separator at or after at; both are
// len(text) where there is none.
func separator(text string, at int) (start, end int) {
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\n', '\v', '\f':
			return i, i + 1
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xC2: // U+0085
			if strings.HasPrefix(text[i:], "\u0085") {
				return i, i + 2
			}
		case 0xE2: // U+2028, U+2029
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

// splitLong returns where to cut a paragraph that is too long: after a sentence,
// else after a space, else between graphemes.
func splitLong(s string) int {
	head := s[:maxPara]
	if i := strings.LastIndex(head, ". "); i > maxPara/2 {
		return i + 2
	}
	if i := strings.LastIndexByte(head, ' '); i > maxPara/2 && isBoundary(s, i+1) {
		return i + 1
	}
	return PrevGrapheme(s, maxPara)
}

func setKinds(paras []para, blocks []Block) {
	for _, b := range blocks {
		for i := paraAt(paras, b.Start); i < len(paras) && (paras[i].start < b.End || paras[i].start == b.Start); i++ {
			if paras[i].start >= b.Start {
				paras[i].kind = b.Kind
			}
		}
	}
}

// paraAt returns the index of the paragraph that holds off.
func paraAt(paras []para, off int) int {
	lo, hi := 0, len(paras)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if paras[mid].start <= off {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return lo
}

// spread sets the space above each paragraph. Where a text parts its paragraphs
// by blank lines, a single line break is only a line break.
func spread(paras []para, text string) {
	blanks := strings.Contains(text, "\n\n") || strings.Contains(text, "\n\r\n")
	for i := 1; i < len(paras); i++ {
		p, prev := &paras[i], &paras[i-1]
		if p.joined {
			continue
		}
		above, below := lookOf(p.kind).above, lookOf(prev.kind).below
		switch {
		case p.start == p.end:
		case prev.start == prev.end:
			p.gap = above
			if i > 1 && paras[i-2].kind != Body {
				p.gap = max(above, lookOf(paras[i-2].kind).below-emptyHeight)
			}
		case p.kind == Body && prev.kind == Body && blanks:
		default:
			p.gap = max(above, below)
		}
	}
}

// shapePara shapes a paragraph's words.
func (fs *Faces) shapePara(p *para, text string) {
	s := text[p.start:p.end]
	p.shaped, p.pending = true, false
	p.pieces = make([]piece, 0, len(s)/6+1)
	if hasRTL(s) {
		fs.shapeBidi(p, s)
		return
	}
	weight := lookOf(p.kind).weight
	for off := 0; off < len(s); {
		n := nextChunk(s[off:])
		fs.addChunk(p, s, off, off+n, weight, 0, true)
		off += n
	}
}

// addChunk appends the words of s[off:end]. brk says whether a line may end after
// the last of them.
func (fs *Faces) addChunk(p *para, s string, off, end int, w Weight, level uint8, brk bool) {
	c := fs.chunk(s[off:end], w, level&1 == 1)
	for i, word := range c.words {
		p.pieces = append(p.pieces, piece{
			word: word, off: uint32(off), level: level,
			brk: brk || i+1 < len(c.words),
		})
		p.pending = p.pending || word.pending
		off += int(word.size())
	}
}

// hasRTL reports whether a text has any character that reads from right to left
// or changes the direction.
func hasRTL(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < 0xD6 { // all scripts before Hebrew, U+0590, read from left to right
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0x590 && (r < 0x900 || r >= 0x200E && r < 0x2070 || r >= 0xFB1D) {
			props, _ := bidi.LookupRune(r)
			switch props.Class() {
			case bidi.R, bidi.AL, bidi.AN, bidi.RLE, bidi.RLO, bidi.LRE, bidi.LRO, bidi.PDF, bidi.RLI, bidi.LRI, bidi.FSI, bidi.PDI:
				return true
			}
		}
		i += n
	}
	return false
}
