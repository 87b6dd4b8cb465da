package offset

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// joiner is ZERO WIDTH JOINER, which glues emoji together.
const joiner = '\u200d'

// IsBoundary reports whether the byte offset off lies between two grapheme
// clusters of text, or at one of its ends. The clusters are the extended ones
// of Unicode Standard Annex #29, as package uniseg cuts the whole text. The text
// must be valid UTF-8. The call looks at two characters only, save within
// joined emoji and flags.
func IsBoundary(text string, off int) bool {
	switch {
	case off < 0 || off > len(text):
		return false
	case off == 0 || off == len(text):
		return true
	case !utf8.RuneStart(text[off]):
		return false
	}
	switch pairAt(text, off) {
	case apart:
		return true
	case joined:
		return false
	}
	start, _ := cluster(text, off)
	return start == off
}

// verdict is what two neighboring characters alone tell about a boundary
// between them.
type verdict uint8

const (
	apart  verdict = iota // surely a boundary
	joined                // surely none
	open                  // what stands before decides
)

// pairAt judges the boundary at off by the character on each side. Only two of
// the annex's rules look further back: GB11 (emoji after a joiner) and GB12 and
// GB13 (flags are pairs of regional indicators).
func pairAt(text string, off int) verdict {
	if prev, next := text[off-1], text[off]; prev < utf8.RuneSelf && next < utf8.RuneSelf {
		if prev == '\r' && next == '\n' {
			return joined
		}
		return apart
	}
	prev, n := utf8.DecodeLastRuneInString(text[:off])
	next, m := utf8.DecodeRuneInString(text[off:])
	if prev == joiner || (regional(prev) && regional(next)) {
		return open
	}
	if first, _, _, _ := uniseg.FirstGraphemeClusterInString(text[off-n:off+m], -1); len(first) == n {
		return apart
	}
	return joined
}

// regional reports whether r is one half of a flag.
func regional(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// cluster returns the bounds of the grapheme cluster that holds the byte at off,
// which must lie in the text.
func cluster(text string, off int) (start, end int) {
	start = safeStart(text, off)
	for rest, state := text[start:], -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if start+len(c) > off {
			return start, start + len(c)
		}
		start += len(c)
	}
	return len(text), len(text)
}

// safeStart returns the last place at or before off where two characters alone
// say that a cluster begins.
func safeStart(text string, off int) int {
	for off > 0 && (!utf8.RuneStart(text[off]) || pairAt(text, off) != apart) {
		off--
	}
	return off
}

// SnapStart returns the start of the grapheme cluster that holds the byte at
// off, or off itself where it is a boundary. It clamps off to the text.
func SnapStart(text string, off int) int {
	off = min(max(off, 0), len(text))
	if IsBoundary(text, off) {
		return off
	}
	start, _ := cluster(text, off)
	return start
}

// SnapEnd returns the end of the grapheme cluster that holds the byte at off, or
// off itself where it is a boundary. It clamps off to the text.
func SnapEnd(text string, off int) int {
	off = min(max(off, 0), len(text))
	if IsBoundary(text, off) {
		return off
	}
	_, end := cluster(text, off)
	return end
}
