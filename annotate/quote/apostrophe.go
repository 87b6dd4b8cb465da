package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// context is what stands around a mark, beyond any other marks that touch it.
type context struct {
	left, right  edge
	before, next string // the letters that touch the mark, at most 8 bytes of them
}

func contextOf(text string, start, end, at, after int) context {
	c := context{left: space, right: space}
	for i := at; i > start; {
		r, n := utf8.DecodeLastRuneInString(text[start:i])
		i -= n
		if !isMark(r) {
			c.left = edgeOf(r)
			break
		}
		if at-i > 12 {
			break // a long row of marks says nothing more
		}
	}
	for i := after; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		i += n
		if !isMark(r) {
			c.right = edgeOf(r)
			break
		}
		if i-after > 12 {
			break
		}
	}
	c.before = lettersBefore(text[max(start, at-8):at])
	c.next = lettersAfter(text[after:min(end, after+8)])
	return c
}

func lettersBefore(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

func lettersAfter(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// open is what it costs to read the mark as an opener, by its neighbors alone.
func (c context) open() float64 {
	left := [...]float64{space: 0, letter: 3.2, digit: 3.2, opening: 0, closing: 1.5, symbol: .8}[c.left]
	right := [...]float64{space: 2.5, letter: 0, digit: 0, opening: .3, closing: 2, symbol: .1}[c.right]
	return left + right
}

// close is what it costs to read the mark as a closer, by its neighbors alone.
func (c context) close() float64 {
	left := [...]float64{space: 2.5, letter: 0, digit: 0, opening: .6, closing: 0, symbol: .1}[c.left]
	right := [...]float64{space: 0, letter: 2, digit: 2, opening: .2, closing: 0, symbol: .8}[c.right]
	return left + right
}

// single sets the costs of a single mark, which is an apostrophe more often
// than not. It reports whether the mark can be a quotation mark at all.
func (m *mark) single(c context, r rune, h habit) bool {
	inner := c.before != "" && c.next != ""
	if inner && c.left != space && c.right != space {
		return false // don’t, Martin's, O’Brien
	}
	m.none = apostrophe(c, m.none)
	glyph := 0.0
	switch r {
	case '‘', '‛', '`':
		glyph = 0
		m.close[single], m.close[lowSingle] = c.close()+unlikely, c.close()
	default:
		m.close[single], m.close[lowSingle] = c.close(), c.close()
		if r != '\'' {
			glyph = 2.5 // ’ opens only by a slip of the typing program
		}
	}
	// A double mark closed by half of one is a slip of the fingers.
	m.close[double], m.close[straight] = c.close()+unlikely+.4, c.close()+unlikely+.4
	m.open[single] = c.open() + glyph
	if !h.primarySingle() {
		m.open[single] += .4
	}
	return true
}

// apostrophe is what it costs to read a single mark as an apostrophe, or as the
// sign of feet or minutes; worst is the cost where nothing speaks for it.
func apostrophe(c context, worst float64) float64 {
	switch before, next := strings.ToLower(c.before), strings.ToLower(c.next); {
	case c.left == digit:
		return .5 // 6'2", 30'
	case before != "":
		return afterWord(before, c.right)
	case len(next) >= 2 && isDigits(next[:2]):
		return .3 // ’90s
	case elided(next):
		return .3
	}
	return worst - 2
}

func afterWord(before string, right edge) float64 {
	switch {
	case elided(before) || strings.HasSuffix(before, "in") && len(before) > 3:
		return .9 // goin’, th’
	case strings.HasSuffix(before, "s") || strings.HasSuffix(before, "x") || strings.HasSuffix(before, "z"):
		if right == space || right == letter {
			return .7 // the workers’ rights
		}
		return 1.8
	}
	return 3.5
}

func elided(w string) bool {
	switch w {
	case "em", "tis", "twas", "twere", "twill", "cause", "til", "till", "n", "o", "bout", "round", "cos", "coz",
		"d", "s", "ve", "ll", "re", "nuff", "neath", "tween", "ol", "an", "th", "wi":
		return true
	}
	return false
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
