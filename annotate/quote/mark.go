package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// family is a style of quotation marks: an opener and a closer that fit each
// other.
type family uint8

const (
	double      family = iota // “…”
	straight                  // "…"
	single                    // '…' ‘…’
	guillemet                 // «…»
	reversed                  // »…«
	angle                     // ‹…›
	low                       // „…“ „…”
	lowSingle                 // ‚…‘ ‚…’
	corner                    // 「…」
	whiteCorner               // 『…』
	families
)

// Costs of readings, in no unit but that of one another: 0 is how the marks of
// a carefully edited page stand, 2 to 3 a slip, 6 a mark without any sense.
const (
	mixture    = 1.0 // "…” and “…"
	unlikely   = 3.0
	impossible = 1e9
)

// mark is one character that may be a quotation mark.
type mark struct {
	start, end int
	none       float64           // cost of its being no quotation mark at all
	open       [families]float64 // cost of its opening a quote of that family
	close      [families]float64 // cost of its closing one
}

// edge is what stands beside a mark.
type edge uint8

const (
	space edge = iota // white space, or the paragraph's end
	letter
	digit
	opening // an opening bracket or a dash
	closing // sentence punctuation or a closing bracket
	symbol  // $, #, @, an emoji …
)

func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '‟', '„', '\'', '‘', '’', '‛', '‚', '«', '»', '‹', '›', '「', '」', '『', '』', '＂', '`', '´':
		return true
	}
	return false
}

func edgeOf(r rune) edge {
	switch {
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return space
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	switch r {
	case '(', '[', '{', '—', '–', '―', '-', '/', '¿', '¡':
		return opening
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '…', '%', '。', '，', '！', '？', '、':
		return closing
	}
	return symbol
}

// habit is how an article as a whole uses its marks.
type habit struct {
	doubles int  // marks of the double families
	singles int  // single marks that can hardly be apostrophes
	swedish bool // ” opens as well as closes
}

// primarySingle reports whether the article quotes in single marks, as many
// British newspapers do.
func (h habit) primarySingle() bool { return h.singles >= 2 && h.singles > h.doubles }

func habitOf(text string) habit {
	var h habit
	h.doubles = strings.Count(text, "\"") + strings.Count(text, "“") + strings.Count(text, "”") + strings.Count(text, "«") + strings.Count(text, "„")
	h.swedish = strings.Count(text, "”") >= 2 && !strings.Contains(text, "“")
	prev := ' '
	for i, r := range text {
		if r == '‘' || r == '\'' || r == '’' {
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			l, n := edgeOf(prev), edgeOf(next)
			opens := l == space && n == letter && r != '’'
			closes := l == closing && (n == space || n == closing)
			if opens || closes {
				h.singles++
			}
		}
		prev = r
	}
	return h
}

// marksIn returns the marks of the paragraph text[start:end].
func marksIn(text string, start, end int, h habit) []mark {
	var out []mark
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if isMark(r) {
			size := n
			if twin := text[i+n : min(end, i+2*n)]; (r == '`' || r == '\'' || r == '’' || r == '‘') && twin == text[i:i+n] {
				size = 2 * n // ``TeX'' and ''typewriter'' double marks
			}
			if m, ok := markAt(text, start, end, i, i+size, r, h); ok {
				out = append(out, m)
			}
			n = size
		}
		i += n
	}
	return out
}

func markAt(text string, start, end, at, after int, r rune, h habit) (mark, bool) {
	m := mark{start: at, end: after, none: 6}
	for f := range m.open {
		m.open[f], m.close[f] = impossible, impossible
	}
	c := contextOf(text, start, end, at, after)
	twin := after-at > utf8.RuneLen(r)
	switch r {
	case '"', '＂':
		m.open[straight], m.close[straight] = c.open()+.2, c.close()+.2
		m.close[double], m.close[low] = c.close()+mixture, c.close()+.5
		if c.left == digit {
			m.none = 2.2 // inches: 6'2"
		}
	case '“', '‟':
		m.open[double], m.close[double], m.close[low] = c.open(), c.close()+unlikely, c.close()
		m.close[straight] = c.close() + unlikely
	case '”':
		m.open[double], m.close[double], m.close[low] = c.open()+unlikely, c.close(), c.close()
		m.close[straight] = c.close() + mixture
		if h.swedish {
			m.open[double] = c.open() + .2
		}
	case '„':
		m.open[low] = c.open()
	case '‚':
		m.open[lowSingle] = c.open()
	case '«', '»':
		m.guillemets(c, r == '«', guillemet, reversed)
	case '‹':
		m.open[angle] = c.open()
	case '›':
		m.close[angle] = c.close()
	case '「':
		m.open[corner] = 0
	case '」':
		m.close[corner] = 0
	case '『':
		m.open[whiteCorner] = 0
	case '』':
		m.close[whiteCorner] = 0
	default:
		if twin {
			m.open[straight], m.close[straight] = c.open()+.5, c.close()+.5
			if r == '`' {
				m.close[straight] = impossible
			}
			return m, true
		}
		if r == '´' || r == '`' {
			m.none = 1.5
		}
		return m, m.single(c, r, h)
	}
	return m, true
}

func (m *mark) guillemets(c context, left bool, normal, turned family) {
	if left {
		m.open[normal], m.close[turned] = c.open(), c.close()+1
	} else {
		m.close[normal], m.open[turned] = c.close(), c.open()+1
	}
	// French sets its guillemets off by a space.
	if c.right == space && left {
		m.open[normal] = .3
	}
	if c.left == space && !left {
		m.close[normal] = .3
	}
}
