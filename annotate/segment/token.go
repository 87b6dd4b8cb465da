package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with what joins them
	Number             // digits, with what groups them
	Punct              // one punctuation mark
	Symbol             // one other sign, or a cluster of them such as an emoji
)

// Token is one word, number or sign: text[Start:End].
type Token struct {
	Start, End int // bytes
	Kind       Kind
}

// Tokens cuts text at white space and around signs. A word keeps its inner
// apostrophes and hyphens (O’Brien, don't, Saint-Denis); a possessive ’s is a
// token of its own; a number keeps its separators (1,000.5, 10:30); an
// abbreviation keeps its stops (U.S., a.m., Mr.); links, addresses, @names and
// #tags are one token; Chinese and Japanese characters stand alone.
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

func appendToken(out []Token, text string, at int, r rune, n int) []Token {
	switch {
	case r == '@' || r == '#' || r == 'h' || r == 'w' || r == 'H' || r == 'W':
		if end := link(text, at); end > at {
			return append(out, Token{at, end, Word})
		}
	}
	switch {
	case ideographic(r):
		return append(out, Token{at, clusterEnd(text, at+n), Word})
	case unicode.IsDigit(r):
		return append(out, Token{at, numberEnd(text, at), Number})
	case wordRune(r):
		return appendWord(out, text, at)
	case unicode.IsPunct(r):
		return append(out, Token{at, at + n, Punct})
	}
	return append(out, Token{at, clusterEnd(text, at+n), Symbol})
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '_' }

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// clusterEnd goes on over marks, joiners and what these join, so that an accent
// or a joined emoji stays in one token.
func clusterEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		joiner := r == '\u200d'
		if !unicode.IsMark(r) && !joiner && !skinTone(r) {
			break
		}
		at += n
		if joiner && at < len(text) {
			next, m := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsSpace(next) {
				at += m
			}
		}
	}
	return at
}

func skinTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// numberEnd returns the end of a number: digits with single separators between
// them, and letters that follow at once (20th, 5km, 1990s).
func numberEnd(text string, at int) int {
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case unicode.IsDigit(r) || unicode.IsLetter(r) || unicode.IsMark(r):
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

// appendWord adds the word at at, and a possessive after it as its own token.
func appendWord(out []Token, text string, at int) []Token {
	end := at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case ideographic(r):
			return append(out, Token{at, end, Word})
		case wordRune(r) || unicode.IsDigit(r) || r == '\u200d':
			end += n
		case (r == '-' || r == '\u2010' || r == '\u2011' || r == '&') && (letterAt(text, end+n) || digitAt(text, end+n)):
			end += n
		case (r == '\'' || r == '’') && letterAt(text, end+n):
			if s := possessive(text, end, n); s > 0 {
				return append(out, Token{at, end, Word}, Token{end, s, Word})
			}
			end += n
		case r == '@' && letterAt(text, end+n):
			return append(out, Token{at, addressEnd(text, end), Word})
		case r == '.' && stopBelongs(text, at, end):
			end += n
		default:
			return append(out, Token{at, end, Word})
		}
	}
	return append(out, Token{at, end, Word})
}

// possessive returns the end of a possessive s after the apostrophe at at, or 0.
func possessive(text string, at, n int) int {
	after := at + n + 1
	if c := text[at+n]; c != 's' && c != 'S' {
		return 0
	}
	if after < len(text) {
		if r, _ := utf8.DecodeRuneInString(text[after:]); wordRune(r) || unicode.IsDigit(r) {
			return 0
		}
	}
	return after
}

// stopBelongs reports whether the full stop at end is part of the abbreviation
// that begins at start: single letters with stops, or a known short form.
func stopBelongs(text string, start, end int) bool {
	word := text[start:end]
	last := strings.LastIndexByte(word, '.') + 1
	if utf8.RuneCountInString(word[last:]) == 1 && letterAt(word, last) {
		if last > 0 || letterAt(text, end+1) {
			return true
		}
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsUpper(r)
	}
	return last == 0 && abbreviation(word)
}

// link returns the end of a web address, @name or #tag at at, or at itself.
func link(text string, at int) int {
	rest := text[at:]
	if rest[0] == '@' || rest[0] == '#' {
		end := at + 1
		for end < len(text) {
			r, n := utf8.DecodeRuneInString(text[end:])
			if !wordRune(r) && !unicode.IsDigit(r) {
				break
			}
			end += n
		}
		if end == at+1 {
			return at
		}
		return end
	}
	head := strings.ToLower(rest[:min(len(rest), 8)])
	if !strings.HasPrefix(head, "http://") && !strings.HasPrefix(head, "https://") && !strings.HasPrefix(head, "www.") {
		return at
	}
	return addressEnd(text, at)
}

// addressEnd returns where a web or mail address ends: at white space, a
// bracket or a quotation mark, without punctuation at its end.
func addressEnd(text string, at int) int {
	end := at
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) || strings.ContainsRune("<>()[]{}\"“”‘’«»", r) {
			break
		}
		end += n
	}
	for end > at+1 && strings.IndexByte(".,;:!?'", text[end-1]) >= 0 {
		end--
	}
	return end
}
