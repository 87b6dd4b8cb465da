package textlay

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// reach bounds how far back a safe place to start reading graphemes or words is
// looked for. Longer clusters exist only in hostile text.
const reach = 256

// NextGrapheme returns the first grapheme boundary of text (UAX #29) after off,
// or the end.
func NextGrapheme(text string, off int) int {
	off = max(off, 0)
	if off >= len(text) {
		return len(text)
	}
	if off+1 < len(text) && text[off] < utf8.RuneSelf && text[off+1] < utf8.RuneSelf && text[off] != '\r' {
		return off + 1
	}
	_, end := graphemeAt(text, off)
	return end
}

// PrevGrapheme returns the last grapheme boundary of text before off, or 0.
func PrevGrapheme(text string, off int) int {
	off = min(off, len(text))
	if off <= 0 {
		return 0
	}
	start, _ := graphemeAt(text, off-1)
	return start
}

// Snap returns the grapheme boundary of text at or before off.
func Snap(text string, off int) int {
	if off <= 0 || off >= len(text) {
		return min(max(off, 0), len(text))
	}
	start, _ := graphemeAt(text, off)
	return start
}

// graphemeAt returns the grapheme cluster that holds the byte at off.
func graphemeAt(text string, off int) (start, end int) {
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

// safeStart returns a place at or before off where a cluster surely begins.
func safeStart(text string, off int) int {
	for i := off; i > 0; i-- {
		if text[i-1] == '\n' || text[i-1] < utf8.RuneSelf && text[i-1] != '\r' && i < len(text) && text[i] < utf8.RuneSelf {
			return i
		}
		if off-i > reach && utf8.RuneStart(text[i]) {
			return i
		}
	}
	return 0
}

// WordAt returns the word (UAX #29) that holds the character at off. Hyphens and
// apostrophes between letters belong to it. A punctuation mark is a unit of its
// own; between words the result is empty, start == end == off.
func WordAt(text string, off int) (start, end int) {
	off = Snap(text, off)
	start, end = segmentAt(text, off)
	if blank(text[start:end]) {
		return off, off
	}
	for {
		s, e := start, end
		if b := hyphenBefore(text, start); b < start && wordy(text[start:]) {
			s, _ = segmentAt(text, b-1)
		}
		if a := hyphenAfter(text, end); a > end && wordy(text[start:]) {
			_, e = segmentAt(text, a)
		}
		if s == start && e == end {
			return start, end
		}
		start, end = s, e
	}
}

// hyphenBefore returns where the hyphen begins that joins the word at start to
// the word before it, else start.
func hyphenBefore(text string, start int) int {
	r, n := utf8.DecodeLastRuneInString(text[:start])
	if hyphen(r) && wordEnds(text[:start-n]) {
		return start - n
	}
	return start
}

// hyphenAfter returns where the hyphen ends that joins the word at end to the
// word after it, else end.
func hyphenAfter(text string, end int) int {
	r, n := utf8.DecodeRuneInString(text[end:])
	if hyphen(r) && wordy(text[end+n:]) {
		return end + n
	}
	return end
}

func hyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// wordy reports whether s begins with a letter or digit.
func wordy(s string) bool { return s != "" && letter(first(s)) }

func wordEnds(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && letter(r)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// segmentAt returns the word segment that holds the byte at off. It reads from
// the last blank before it, since segments never cross one.
func segmentAt(text string, off int) (start, end int) {
	if off >= len(text) {
		return len(text), len(text)
	}
	from := off
	for from > 0 && text[from-1] != ' ' && text[from-1] != '\n' && off-from < reach {
		from--
	}
	from = Snap(text, from)
	for rest, state := text[from:], -1; rest != ""; {
		var seg string
		seg, rest, state = uniseg.FirstWordInString(rest, state)
		if from+len(seg) > off {
			return from, from + len(seg)
		}
		from += len(seg)
	}
	return len(text), len(text)
}

// NextWord returns where the next word begins, or the end of the text.
func NextWord(text string, off int) int {
	if _, end := WordAt(text, off); end > off {
		off = end
	}
	for off < len(text) {
		start, end := segmentAt(text, off)
		if !blank(text[start:end]) && letter(first(text[start:])) {
			return start
		}
		off = max(end, off+1)
	}
	return len(text)
}

// PrevWord returns where the word that holds or precedes off begins, or 0.
func PrevWord(text string, off int) int {
	for off = Snap(text, off); off > 0; {
		prev := PrevGrapheme(text, off)
		start, end := WordAt(text, prev)
		if start < end && letter(first(text[start:])) {
			return start
		}
		off = min(start, prev)
	}
	return 0
}
