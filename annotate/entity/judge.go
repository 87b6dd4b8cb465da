package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// candidate is a stretch of tokens that may be a name, with what the rules ask
// about it again and again.
type candidate struct {
	a        *article
	l        *line
	from, to int
	tokens   []token
	first    *token
	last     *token
	prev     *token // the token before
	next     *token // the token after
	list     class  // the lists that the whole stretch is in
	phrase   string // its words with one space between them; "" where no list can have it
	size     int    // words with a capital
	common   int    // of them, words that running text writes in lower case
	joined   bool   // has of, for, and, the or & inside
	numbered bool   // has a number inside
	owned    bool   // has a possessive inside
	weak     bool   // its capitals prove nothing: start of a sentence, headline
}

// judge returns the best reading of the tokens [from, to) as one name.
func (a *article) judge(l *line, from, to int) guess {
	c := a.candidate(l, from, to)
	var top guess
	for _, rule := range []func(*candidate) guess{
		person, organization, place, facility, group, event, law, work, product,
	} {
		g := rule(&c)
		if m, why := a.memory.bonus(c.phrase, g.label); m != 0 {
			if g.score += m; m > 0 && why != "" {
				g.reason = why
			}
		}
		if g.score > top.score {
			top = g
		}
	}
	if g := a.memory.recall(&c); g.score > top.score {
		top = g
	}
	if top.label == "" {
		return guess{}
	}
	top.score += c.shape()
	return top
}

func (a *article) candidate(l *line, from, to int) candidate {
	c := candidate{a: a, l: l, from: from, to: to, tokens: l.tokens[from:to]}
	c.first, c.last = &c.tokens[0], &c.tokens[len(c.tokens)-1]
	c.prev, c.next = l.at(from-1), l.at(to)
	if to < len(l.tokens) && c.next.low == "'s" {
		c.next = l.at(to + 1)
	}
	c.weak = c.first.first || l.style != running
	for i := range c.tokens {
		t := &c.tokens[i]
		switch {
		case t.low == "'s":
			c.owned = true
		case t.kind == segment.Number:
			c.numbered = true
		case t.capital:
			c.size++
			if a.ordinary(t) {
				c.common++
			}
		case i > 0 && t.is&isParticle == 0:
			c.joined = true
		}
	}
	if len(c.tokens) == 1 {
		c.phrase, c.list = c.first.word, c.first.in&^(inCommon|inNoName)
	} else if n := a.reach(c.first.word); len(c.tokens) <= n+1 || len(c.tokens) <= a.memory.longest[c.first.word] || c.first.upper {
		c.phrase = phrase(c.tokens)
		c.list = a.look(c.phrase)
	}
	if c.list == 0 && c.first.upper && (l.style == shouted || from < l.byline && len(c.first.word) > 2) {
		if c.phrase == "" {
			c.phrase = phrase(c.tokens)
		}
		c.phrase = titled(c.phrase)
		c.list = a.look(c.phrase) &^ inCommon
	}
	return c
}

// ordinary reports whether running text writes the word in lower case.
func (a *article) ordinary(t *token) bool {
	return t.in&inCommon != 0 || a.lower[t.low] || t.is&(isFunction|isSay) != 0
}

// phrase joins the words of tokens with one space; a possessive follows at once.
func phrase(tokens []token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && t.space {
			b.WriteByte(' ')
		}
		b.WriteString(t.word)
	}
	return b.String()
}

// titled writes every word with one capital.
func titled(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start {
			b.WriteRune(r)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
		start = r == ' ' || r == '-' || r == '\''
	}
	return b.String()
}

// shape scores what holds for every label: longer names explain more capitals,
// and a capital at the start of a sentence explains itself.
func (c *candidate) shape() float64 {
	s := 0.5 * float64(c.size-1)
	title := !c.numbered && c.first.is&(isTitle|isRole) != 0 && c.list&^(inTowns|inRegions) == 0
	function := c.first.is&isFunction != 0 && c.list&^(inTowns|inRegions|inGiven|inSurnames) == 0
	if c.size == 1 && (title || function) {
		return -9
	}
	if c.size == 1 && c.first.is&isTitle != 0 && c.next.capital && c.list&(inOrgs|inCountries) == 0 {
		s -= 4
	}
	if c.first.taken && c.size == 1 {
		s -= 3
	} else if c.first.taken || c.last.taken {
		s--
	}
	if c.first.is&isFunction != 0 && c.list == 0 {
		s -= 6
	}
	if c.joined && c.list == 0 && c.coordinated() {
		s -= 4
	}
	if !c.weak {
		if c.size == 1 && c.a.ordinary(c.first) && c.list&^(inTowns|inGiven|inSurnames|inRegions) == 0 {
			s -= 0.7
		}
		return s
	}
	if c.l.style == shouted && c.list == 0 && len(c.a.memory.forms[c.phrase]) == 0 {
		s -= 2.5
	}
	switch {
	case c.size == 1 && c.a.lower[c.first.low] && !c.first.upper:
		s -= 2.5
	case c.size == 1 && c.first.in&inCommon != 0 && c.a.middle[c.first.word] == 0:
		s -= 2.2
	case c.size == 1 && c.list == 0 && c.a.middle[c.first.word] == 0:
		s -= 0.9
	case c.size > 1 && c.list == 0 && c.a.ordinary(c.first) && c.first.first && c.l.style == running:
		s--
	case c.size > 1 && c.list == 0 && c.common == c.size:
		s -= 1.5
	}
	return s
}

// coordinated reports whether «and the» stands inside: two things, not one.
func (c *candidate) coordinated() bool {
	for i, t := range c.tokens {
		if t.low == "and" && i+1 < len(c.tokens) && c.tokens[i+1].low == "the" {
			return true
		}
	}
	return false
}

// after reports whether the word before the name is one of the list.
func (c *candidate) after(words string) bool {
	return among(c.prev.low, words)
}

// before reports whether the word after the name is one of the list.
func (c *candidate) before(words string) bool {
	return among(c.next.low, words)
}

// acronym reports whether t is written in capitals that a shouted line does not
// explain.
func (c *candidate) acronym(t *token) bool {
	return t.upper && c.l.style != shouted && utf8.RuneCountInString(t.word) <= 6
}

// placed reports whether a preposition of place stands before the name.
func (c *candidate) placed() bool {
	return c.after("in near from at outside across around throughout to via towards toward leaving visiting of inside into")
}
