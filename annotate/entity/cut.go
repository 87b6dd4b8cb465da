package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// cut splits a token where a hyphen joins a name or a number to other words
// (NATO-style, pro-Russian, US-China, five-year), and a currency letter from its
// sum (N1.5m).
func (a *article) cut(t segment.Token) []segment.Token {
	w := a.text[t.Start:t.End]
	if n := currencyLetters(w); n > 0 {
		return []segment.Token{{Start: t.Start, End: t.Start + n, Kind: segment.Word}, {Start: t.Start + n, End: t.End, Kind: segment.Number}}
	}
	at := strings.IndexAny(w, "-\u2010\u2011")
	if at <= 0 || at >= len(w)-1 || strings.Contains(w, "://") {
		return []segment.Token{t}
	}
	_, n := utf8.DecodeRuneInString(w[at:])
	if !a.splits(w[:at], w[at+n:]) {
		return []segment.Token{t}
	}
	rest := segment.Token{Start: t.Start + at + n, End: t.End, Kind: segment.Word}
	if r, _ := utf8.DecodeRuneInString(w[at+n:]); unicode.IsDigit(r) {
		rest.Kind = segment.Number
	}
	return append([]segment.Token{
		{Start: t.Start, End: t.Start + at, Kind: t.Kind},
		{Start: t.Start + at, End: t.Start + at + n, Kind: segment.Punct},
	}, a.cut(rest)...)
}

// splits reports whether left-right is two things.
func (a *article) splits(left, right string) bool {
	l, _ := utf8.DecodeRuneInString(left)
	r, _ := utf8.DecodeRuneInString(right)
	lowLeft, lowRight := strings.ToLower(left), strings.ToLower(right)
	next, _, _ := strings.Cut(lowRight, "-")
	const places = inCountries | inStates | inBigCities | inNationalities | inPlaces
	switch {
	case among(left, "R D I"): // a politician's party and seat
		return a.look(right)&(inStates|inBigCities|inTowns) != 0 || a.look(right+".")&inStates != 0
	case unicode.IsUpper(l) && unicode.IsUpper(r):
		x, y := a.look(left), a.look(right)
		pair := x&y&inNationalities != 0 || x&(places|inOrgs)&^inNationalities != 0 && y&(places|inOrgs)&^inNationalities != 0
		return pair && a.look(left+"-"+right) == 0 && (x|y)&(inGiven|inSurnames) == 0
	case a.lex.is(lowLeft)&(isUnitNumber|isTens|isMagnitude) != 0 && lowLeft != "one" && lowLeft != "m":
		return a.lex.is(next)&(isUnitNumber|isMagnitude) == 0 && !beginsWith(lowRight, "third", "quarter", "fifth")
	case lowLeft == "one" || lowLeft == "half":
		return a.lex.is(next)&(isClockUnit|isDayUnit|isMeasure|isMagnitude) != 0
	case a.lex.is(lowLeft)&isOrdinal != 0:
		return among(next, "half round quarter placed place ever choice leg minute largest biggest highest year degree generation century seeded ranked grade day")
	case unicode.IsUpper(l) && unicode.IsLower(r):
		return a.suffixed(left, next)
	case unicode.IsLower(l) && unicode.IsUpper(r):
		return !among(left, "al el an ar as ash ad at ul ur bin ibn de")
	}
	return false
}

// suffixed reports whether a word with a capital ends at the hyphen: US-led,
// London-based, NATO-style.
func (a *article) suffixed(left, next string) bool {
	if strings.ToUpper(left) != left && a.lex.is(strings.ToLower(left))&isFunction != 0 || utf8.RuneCountInString(left) < 2 {
		return false
	}
	if among(next, suffixWords) {
		return true
	}
	return a.look(left)&^(inCommon|inNoName|inGiven|inTowns|inRegions|inSurnames) != 0 && a.look(left)&inCommon == 0
}

// currencyLetters returns the length of a currency's letters that stand at once
// before a sum, as in N1 or Rs500, or 0.
func currencyLetters(w string) int {
	n := strings.IndexFunc(w, unicode.IsDigit)
	if n <= 0 || n > 3 {
		return 0
	}
	switch w[:n] {
	case "Rs", "RM", "EUR", "USD", "GBP", "CHF", "KSh", "Ksh", "GH¢":
		return n
	case "N", "R":
		digits := strings.TrimRightFunc(w[n:], unicode.IsLetter)
		if unit := w[n+len(digits):]; len(digits) > 2 || among(unit, "m bn tn k") || strings.ContainsAny(digits, ".,") {
			return n
		}
	}
	return 0
}

// sum returns how many tokens, from token k on, are one for the rules: a
// currency's letter and its sum (N1.5m), a name with its domain (Example.com),
// a state's short form after a comma (Peoria, Ill.).
func (a *article) sum(tokens []segment.Token, k int) int {
	t := tokens[k]
	word := a.text[t.Start:t.End]
	glued := func(i int) bool { return i < len(tokens) && tokens[i].Start == tokens[i-1].End }
	if t.Kind != segment.Word || !glued(k+1) {
		return 1
	}
	sign := a.text[tokens[k+1].Start:tokens[k+1].End]
	if sign == "." {
		if glued(k+2) && domain(a.text[tokens[k+2].Start:tokens[k+2].End]) {
			return 3
		}
		if side, seat, ok := strings.Cut(word, "-"); ok && among(side, "R D I") && a.look(seat+".")&inStates != 0 {
			return 2
		}
		if k > 0 && a.text[tokens[k-1].Start:tokens[k-1].End] == "," && a.look(word+".")&inStates != 0 {
			return 2
		}
	}
	n := 1
	if at := strings.IndexFunc(word, unicode.IsDigit); len(word) > 6 || at <= 0 || at > 3 {
		return n
	}
	for glued(k+n) && glued(k+n+1) && tokens[k+n+1].Kind == segment.Number {
		if sep := a.text[tokens[k+n].Start:tokens[k+n].End]; sep != "." && sep != "," {
			break
		}
		n += 2
	}
	if n > 1 && currencyLetters(a.text[t.Start:tokens[k+n-1].End]) == 0 {
		return 1
	}
	return n
}

// domain reports whether w ends the name of a site.
func domain(w string) bool {
	switch w {
	case "com", "org", "net", "ie", "co.uk", "in", "ng", "co", "eu", "io", "tv", "gov", "info":
		return true
	}
	return false
}
