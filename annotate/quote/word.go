package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word, a number or a single sign of the text.
type word struct {
	start, end int
	kind       kind
	upper      bool // it begins with a capital
}

// kind tells the items of a line apart.
type kind uint8

const (
	plain  kind = iota // a word in the reporter's sentence
	proper             // a name, or a run of capitalized words
	number
	sign      // punctuation
	quoted    // a whole quotation
	lineBreak // the end of a paragraph
)

// words splits text[start:end]. The possessive ’s is a word of its own; the
// stops of abbreviations and initials belong to them.
func words(text string, start, end int, out []word) []word {
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r):
			i += n
		case unicode.IsLetter(r) || r == '@' || r == '#':
			j := wordEnd(text, i+n, end)
			w := word{start: i, end: j, kind: plain, upper: unicode.IsUpper(r) || unicode.IsTitle(r)}
			tail := possessive(text[i:j])
			w.end -= tail
			w.end = withStop(text, w.start, w.end, end)
			out = append(out, w)
			if tail > 0 {
				out = append(out, word{start: j - tail, end: j, kind: plain})
			}
			i = max(j, w.end)
		case unicode.IsDigit(r):
			j := numberEnd(text, i+n, end)
			out = append(out, word{start: i, end: j, kind: number})
			i = j
		default:
			out = append(out, word{start: i, end: i + n, kind: sign})
			i += n
		}
	}
	return out
}

func wordEnd(text string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_':
		case r == '\'' || r == '’' || r == '-' || r == '‑' || r == '&' || r == '.':
			next, _ := utf8.DecodeRuneInString(text[i+n : end])
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

func numberEnd(text string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:end])
		if r == '.' || r == ',' {
			next, _ := utf8.DecodeRuneInString(text[i+n : end])
			if !unicode.IsDigit(next) {
				return i
			}
		} else if !unicode.IsDigit(r) && !unicode.IsLetter(r) && r != '-' {
			return i
		}
		i += n
	}
	return i
}

// possessive returns the length of a trailing 's.
func possessive(w string) int {
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, s) && len(w) > len(s) {
			return len(s)
		}
	}
	return 0
}

// withStop returns the end of the word text[start:i] with the full stop that
// belongs to it, if one does.
func withStop(text string, start, i, end int) int {
	if i >= end || text[i] != '.' {
		return i
	}
	w := text[start:i]
	if strings.Contains(w, ".") && len(w) <= 6 || initial(w) || abbreviation(w) {
		return i + 1
	}
	return i
}

// initial reports whether w is a single capital, as in J. Smith.
func initial(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.IsUpper(r) && r != 'I'
}

func abbreviation(w string) bool {
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "Fr", "Sr", "Hon", "Sen", "Rep", "Gov", "Lt", "Gen", "Col", "Maj",
		"Capt", "Sgt", "Cpl", "Adm", "Cllr", "Supt", "Insp", "Det", "Const", "Atty", "Pres", "Sec", "St", "Mt", "No",
		"vs", "etc", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "Calif", "Fla", "Mass", "Wis", "Ariz", "Ill",
		"Tex", "Va", "Pa", "Ga", "Ky", "Mich", "Minn", "Ala", "Okla", "Ore", "Conn", "Del", "Md", "Mo", "Tenn", "Wash":
		return true
	}
	return false
}
