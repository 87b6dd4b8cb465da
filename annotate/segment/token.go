package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/bluepencil/bluepencil/annotate/offset"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with what joins them
	Number             // digits, with what groups them
	Punct              // one punctuation mark
	Symbol             // one other sign: a currency, an emoji
)

// Token is one word, number or sign: text[Start:End].
type Token struct {
	Start, End int // bytes
	Kind       Kind
}

// Tokens cuts text at white space and around signs. A word keeps its inner
// apostrophes and hyphens (O’Brien, don't, Saint-Denis); a possessive ’s is a
// token of its own; a number keeps its separators and what follows at once
// (1,000.5, 10:30, 5km); an abbreviation keeps its stops (U.S., a.m., Mr.); links,
// addresses, @names and #tags are one token; Chinese and Japanese characters
// stand alone. Every byte that is not white space is in one token, and no token
// ends within a grapheme cluster.
func Tokens(text string) []Token {
	out := make([]Token, 0, len(text)/5)
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		out = appendToken(out, text, at, r, n)
		at = out[len(out)-1].End
	}
	return out
}

// signEnd returns the end of the cluster that begins at at with a character of n
// bytes, such as an emoji or a flag.
func signEnd(text string, at, n int) int {
	if at+n == len(text) || n == 1 && text[at+n] < utf8.RuneSelf {
		return at + n
	}
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(text[at:], -1)
	return at + len(cluster)
}

// whole returns off, or the end of the cluster that it would cut. A byte that is
// no text is a cluster of its own.
func whole(text string, off int) int {
	if off == len(text) || !utf8.RuneStart(text[off]) {
		return off
	}
	return offset.SnapEnd(text, off)
}

func appendToken(out []Token, text string, at int, r rune, n int) []Token {
	if end := link(text, at, r); end > at {
		return append(out, Token{at, whole(text, end), Word})
	}
	switch {
	case ideographic(r):
		return append(out, Token{at, signEnd(text, at, n), Word})
	case unicode.IsNumber(r):
		return append(out, Token{at, whole(text, numberEnd(text, at)), Number})
	case wordRune(r):
		end, possessive := wordEnds(text, at)
		if possessive > end {
			return append(out, Token{at, end, Word}, Token{end, whole(text, possessive), Word})
		}
		return append(out, Token{at, whole(text, end), Word})
	case unicode.IsPunct(r):
		return append(out, Token{at, signEnd(text, at, n), Punct})
	}
	return append(out, Token{at, signEnd(text, at, n), Symbol})
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '_' }

func ideographic(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// invisible reports whether r stands unseen inside words: the soft hyphen, the
// joiners (the non-joiner is part of Persian spelling) and direction marks.
func invisible(r rune) bool {
	return r == '\u00ad' || r >= '\u200c' && r <= '\u200f' || r == '\u2060'
}

// numberEnd returns the end of a number: digits with single separators between
// them, and letters that follow at once (20th, 5km, 1990s).
func numberEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsNumber(r) || unicode.IsLetter(r) || unicode.IsMark(r):
			at += n
		case strings.ContainsRune(".,:/", r) && digitAt(text, at+n):
			at += n
		default:
			return at
		}
	}
	return at
}

func digitAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsDigit(r)
}

func letterAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r)
}

// wordEnds returns the end of the word at at, and the end of the possessive
// after it, or 0 where there is none.
func wordEnds(text string, at int) (end, possessive int) {
	end = at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case ideographic(r):
			return end, 0
		case wordRune(r) || unicode.IsDigit(r):
			end += n
		case invisible(r) && letterAt(text, end+n):
			end += n
		case (r == '-' || r == '\u2010' || r == '\u2011' || r == '&') && (letterAt(text, end+n) || digitAt(text, end+n)):
			end += n
		case (r == '\'' || r == '’') && letterAt(text, end+n):
			if s := possessiveEnd(text, end+n); s > 0 {
				return end, s
			}
			end += n
		case hebrewMark(r) && hebrewAround(text, end, n):
			end += n
		case r == '@' && letterAt(text, end+n):
			return addressEnd(text, end), 0
		case r == '.' && stopBelongs(text, at, end):
			end += n
		default:
			return end, 0
		}
	}
	return end, 0
}

// possessiveEnd returns the end of a possessive s at at, behind its apostrophe,
// or 0.
func possessiveEnd(text string, at int) int {
	if c := text[at]; c != 's' && c != 'S' {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(text[at+1:]); wordRune(r) || unicode.IsDigit(r) {
		return 0
	}
	return at + 1
}

// hebrewMark reports whether r marks Hebrew abbreviations and numerals between
// letters; in print the quotation mark often stands in for the gershayim.
func hebrewMark(r rune) bool { return r == '׳' || r == '״' || r == '"' }

func hebrewAround(text string, at, n int) bool {
	prev, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(text[at+n:])
	return unicode.Is(unicode.Hebrew, prev) && unicode.Is(unicode.Hebrew, next)
}

// stopBelongs reports whether the full stop at end is part of the abbreviation
// that begins at start: single letters with stops, or a known short form.
func stopBelongs(text string, start, end int) bool {
	word := text[start:end]
	last := strings.LastIndexByte(word, '.') + 1
	_, first := utf8.DecodeRuneInString(word[last:])
	if last+first == len(word) && letterAt(word, last) {
		if last > 0 || letterAt(text, end+1) {
			return true
		}
		return initial(word)
	}
	if last > 0 {
		return false
	}
	if strings.EqualFold(word, "ph") { // Ph.D.
		return strings.HasPrefix(text[end+1:], "D.")
	}
	return shortForm(word, text[end+1:])
}
