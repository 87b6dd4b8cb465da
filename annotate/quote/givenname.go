package quote

import (
	_ "embed" // the lists of given names
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Given names that hardly ever belong to the other sex, one a line; README.md in
// the folder tells their source. They only help to tell whom «he» and «she» mean.
var (
	//go:embed lists/men.txt
	menNames string
	//go:embed lists/women.txt
	womenNames string
)

// genderOf returns male, female or 0 for a given name in lower case. A double
// name is what its first part is.
func genderOf(given string) lex {
	names := givenNames()
	for _, form := range [...]string{given, plain26(given)} {
		if g, ok := names[form]; ok {
			return g
		}
		if first, _, ok := strings.Cut(form, "-"); ok && names[first] != 0 {
			return names[first]
		}
	}
	return 0
}

// leanOf guesses at the sex of a given name that no list has, by its ending, for
// want of anything better.
func leanOf(given string) lex {
	w := plain26(given)
	switch {
	case len(w) < 4:
		return 0
	case strings.HasSuffix(w, "a") && !strings.HasSuffix(w, "ka") && !strings.HasSuffix(w, "wa"), strings.HasSuffix(w, "elle"),
		strings.HasSuffix(w, "ette"), strings.HasSuffix(w, "ine"), strings.HasSuffix(w, "een"):
		return female
	case strings.HasSuffix(w, "o"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "er"), strings.HasSuffix(w, "ard"),
		strings.HasSuffix(w, "slav"), strings.HasSuffix(w, "jit"), strings.HasSuffix(w, "esh"):
		return male
	}
	return 0
}

// plain26 drops the marks from letters: Hēmi becomes Hemi.
func plain26(w string) string {
	for i := range len(w) {
		if w[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(w))
		}
	}
	return w
}

var givenNames = sync.OnceValue(func() map[string]lex {
	m := make(map[string]lex, 10000)
	for _, list := range []struct {
		names string
		is    lex
	}{{menNames, male}, {womenNames, female}} {
		for n := range strings.Lines(list.names) {
			m[strings.TrimSuffix(n, "\n")] = list.is
		}
	}
	return m
})
