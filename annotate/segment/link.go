package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// link returns the end of a web address, @name or #tag that begins with r at at,
// or at itself.
func link(text string, at int, r rune) int {
	switch r {
	case '@', '#':
		return tagEnd(text, at)
	case 'h', 'w', 'H', 'W':
		head := strings.ToLower(text[at:min(len(text), at+8)])
		if strings.HasPrefix(head, "http://") || strings.HasPrefix(head, "https://") || strings.HasPrefix(head, "www.") {
			return addressEnd(text, at)
		}
	}
	return at
}

// tagEnd returns the end of the @name or #tag at at, or at itself where nothing
// follows the sign.
func tagEnd(text string, at int) int {
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
