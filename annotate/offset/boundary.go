package offset

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// window bounds how far back IsBoundary looks for a safe place to start.
// Longer clusters exist only in hostile text.
const window = 256

// IsBoundary reports whether the byte offset off lies between two grapheme
// clusters of text (UAX #29), or at one of its ends.
func IsBoundary(text string, off int) bool {
	switch {
	case off < 0 || off > len(text):
		return false
	case off == 0 || off == len(text):
		return true
	case !utf8.RuneStart(text[off]):
		return false
	}
	if prev, next := text[off-1], text[off]; prev < utf8.RuneSelf && next < utf8.RuneSelf {
		return prev != '\r' || next != '\n'
	}
	start, _ := cluster(text, off)
	return start == off
}

// cluster returns the bounds of the grapheme cluster that holds the byte at off.
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

// safeStart returns a place at or before off where a cluster surely begins: the
// start of the text, or after an ASCII control or space that another ASCII
// character follows.
func safeStart(text string, off int) int {
	for i := off; i > 0; i-- {
		if text[i-1] == '\n' || (text[i-1] < utf8.RuneSelf && i < len(text) && text[i] < utf8.RuneSelf && text[i-1] != '\r') {
			return i
		}
		if off-i > window && utf8.RuneStart(text[i]) {
			return i
		}
	}
	return 0
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
