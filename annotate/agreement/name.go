package agreement

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/bluepencil/bluepencil/annotate"
)

// Words that say nothing of who somebody is.
const (
	articles     = " a an the "
	prepositions = " about after against among around as at before behind between by for from in inside into near of off on onto outside over through to under up upon with within without "
	pronouns     = " i we you he she they it who one me us him her them his hers their theirs its my our this that these those "
	courtesies   = " mr mrs ms miss mx dr sir dame madam mme mlle herr frau señor señora "
	particles    = " al ap bin bint da de del della den der des di dos du el ibn la le lo mac of ter the van von y zu "
)

func oneOf(list, word string) bool { return strings.Contains(list, " "+word+" ") }

// wordsOf returns the words of a name or role in lower case: composed, without
// signs at their edges, without a possessive ending.
func wordsOf(s string) []string {
	var out []string
	s = strings.ReplaceAll(norm.NFC.String(s), "’", "'")
	for _, w := range strings.Fields(s) {
		w = strings.TrimFunc(w, func(r rune) bool { return !wordly(r) })
		w = strings.TrimSuffix(strings.ToLower(w), "'s")
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// capitalized returns the words of s that begin with a capital and are no
// pronouns or articles, in lower case.
func capitalized(s string) []string {
	var out []string
	for _, f := range strings.Fields(s) {
		f = strings.TrimFunc(f, func(r rune) bool { return !wordly(r) })
		if r, _ := utf8.DecodeRuneInString(f); !unicode.IsUpper(r) {
			continue
		}
		for _, w := range wordsOf(f) {
			if !oneOf(pronouns, w) && !oneOf(articles, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// pronoun reports whether s is a pronoun and nothing more.
func pronoun(s string) bool {
	w := wordsOf(s)
	return len(w) == 1 && oneOf(pronouns, w[0])
}

// cast are the people and other named things of an article.
type cast struct {
	people [][]string      // the words of each name
	others map[string]bool // names that are no person's, as words joined by spaces
	names  map[string]bool // names that are persons'
}

func castOf(text string, m marks) cast {
	c := cast{others: map[string]bool{}, names: map[string]bool{}}
	for _, s := range m.spans {
		switch s.Label {
		case annotate.Quote, annotate.Cue, annotate.Speaker:
			continue
		}
		words := wordsOf(text[s.Start:s.End])
		key := strings.Join(words, " ")
		switch {
		case s.Label != annotate.Person:
			c.others[key] = true
		case !c.names[key]:
			c.names[key] = true
			c.people = append(c.people, words)
		}
	}
	return c
}

// same reports whether the speaker that was given is the gold's. The label, if
// there is one, is that of the span where the gold's relations end.
func (c cast) same(said, want, label string) bool {
	if said == "" || pronoun(said) {
		return false
	}
	answer, name := wordsOf(said), wordsOf(want)
	if len(answer) == 0 || slices.Equal(answer, name) {
		return len(answer) > 0 || said == want
	}
	switch key := strings.Join(name, " "); {
	case c.names[key] && !c.others[key]:
		return c.part(answer, name)
	case c.others[key] && !c.names[key] || role(want):
		return jaccard(answer, name)
	case label == annotate.Person:
		return c.part(answer, name)
	case label != "":
		return jaccard(answer, name)
	}
	return c.part(answer, name) || jaccard(answer, name)
}

// part reports whether answer is a part of a person's name that fits no other
// person of the article.
func (c cast) part(answer, name []string) bool {
	for len(answer) > 1 && oneOf(courtesies, answer[0]) {
		answer = answer[1:]
	}
	if slices.Equal(answer, name) {
		return true
	}
	if !within(answer, name) {
		return false
	}
	for _, other := range c.people {
		if within(answer, other) && !within(other, name) && !within(name, other) {
			return false
		}
	}
	return true
}

// within reports whether the words of part stand in whole, in that order.
func within(part, whole []string) bool {
	for _, w := range whole {
		if len(part) > 0 && part[0] == w {
			part = part[1:]
		}
	}
	return len(part) == 0
}

// role reports whether a speaker is described rather than named: it begins with
// an article, or has a word in lower case that is no particle of a name.
func role(s string) bool {
	for i, f := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(f)
		low := strings.ToLower(f)
		if i == 0 && oneOf(articles, low) || unicode.IsLower(r) && !oneOf(particles, low) {
			return true
		}
	}
	return false
}

// jaccard reports whether two descriptions share at least half of all their
// words without articles and prepositions.
func jaccard(a, b []string) bool {
	set := map[string]int{}
	for i, words := range [][]string{a, b} {
		for _, w := range words {
			if !oneOf(articles, w) && !oneOf(prepositions, w) {
				set[w] |= i + 1
			}
		}
	}
	both := 0
	for _, in := range set {
		if in == 3 {
			both++
		}
	}
	return len(set) > 0 && 2*both >= len(set)
}
