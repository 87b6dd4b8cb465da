package entity

import (
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// person scores the candidate as the name of a person.
func person(c *candidate) guess {
	g := guess{label: Person, reason: "capitals inside a sentence"}
	if c.joined || c.numbered || c.owned || c.size > 5 || c.size == 0 {
		return guess{label: Person, score: -9}
	}
	if c.first.is&isTitle != 0 && (c.first.in&(inGiven|inSurnames) == 0 || c.size > 1 && honors(c.first.low)) {
		return guess{label: Person, score: -9}
	}
	if c.first.taken || c.last.taken {
		g.score -= 2
	}
	if c.list&(inCountries|inNationalities|inOrgs|inPlaces|inFacilities|inEvents) != 0 && c.list&(inGiven|inSurnames) == 0 {
		g.score -= 2
	}
	rest := g.score
	g.score = 0
	if c.size == 1 {
		c.oneName(&g)
	} else {
		c.fullName(&g)
	}
	g.score += rest
	c.aroundPerson(&g)
	return g
}

// honors reports whether a word that is also a name is a title before another
// name.
func honors(w string) bool {
	switch w {
	case "king", "queen", "prince", "princess", "duke", "duchess", "baron", "lady", "lord", "emir", "sultan",
		"pope", "bishop", "sheikh", "imam", "judge", "general", "major":
		return true
	}
	return false
}

// oneName scores a single name: a surname or a given name.
func (c *candidate) oneName(g *guess) {
	t := c.first
	if utf8.RuneCountInString(t.word) < 3 || c.acronym(t) && t.in&(inGiven|inSurnames) == 0 {
		g.score -= 1.5
		return
	}
	switch {
	case t.in&inSurnames != 0 && t.in&(inBigCities|inStates|inCountries|inCommon) == 0:
		g.score, g.reason = 1.9, "list of surnames"
	case t.in&inGiven != 0 && t.in&(inBigCities|inStates|inCountries|inCommon|inTowns) == 0:
		g.score, g.reason = 1.7, "list of first names"
	case t.in&(inGiven|inSurnames) != 0:
		g.score, g.reason = 0.9, "list of names"
	case t.in == 0 && !c.a.ordinary(t):
		g.score = 0.9
		if strings.HasPrefix(t.word, "Mc") || strings.HasPrefix(t.word, "O'") {
			g.score = 2
		}
	}
	if c.a.ordinary(t) && t.in&(inGiven|inSurnames) == 0 {
		g.score -= 1.5
	}
	if t.is&(isOrgTail|isFacTail|isLocTail|isEventTail|isLawTail|isRole|isOrgHead) != 0 && t.in&(inGiven|inSurnames) == 0 {
		g.score -= 2
	}
}

// fullName scores two to five words as first name, middle names and surname.
func (c *candidate) fullName(g *guess) {
	first, last := c.first, c.last
	switch {
	case first.in&inGiven != 0 && first.in&(inCommon|inCountries|inStates|inBigCities|inNationalities|inOrgs) == 0:
		g.score, g.reason = 2.6, "list of first names"
	case first.in&inGiven != 0:
		g.score, g.reason = 1.7, "list of first names"
	case initial(first):
		g.score, g.reason = 1.8, "an initial before a surname"
	case c.l.style == shouted && c.a.look(titled(first.word))&inGiven != 0:
		g.score, g.reason = 2.2, "list of first names"
	case first.in&inSurnames != 0:
		g.score = 0.9
	default:
		g.score = 0.5
	}
	if last.in&inSurnames != 0 {
		g.score += 0.9
		if g.reason == "capitals inside a sentence" {
			g.reason = "list of surnames"
		}
	}
	for i := range c.tokens {
		g.score += c.namePart(i, &c.tokens[i])
	}
	switch {
	case c.size == 2:
		g.score += 0.5
	case c.size == 4:
		g.score -= 0.7
	case c.size > 4:
		g.score -= 2
	}
	if last.is&(isOrgTail|isFacTail|isLocTail|isEventTail|isLawTail|isOrgSuffix|isAwardTail) != 0 {
		g.score -= 2
		if last.in&inSurnames == 0 {
			g.score -= 1.5
		}
	}
}

// namePart scores one word inside a full name.
func (c *candidate) namePart(i int, t *token) float64 {
	switch {
	case t.kind != segment.Word || t.is&isParticle != 0 && !t.capital:
		return 0.2
	case initial(t):
		return 0.4
	case among(t.word, "Jr. Jr Sr. III II IV"):
		return 0.5
	case t.is&(isFunction|isMonth|isWeekday|isOrdinal) != 0 && t.in&(inGiven|inSurnames) == 0:
		return -3
	case t.is&(isTitle|isRole) != 0 && t.in&(inGiven|inSurnames) == 0:
		return -2.5
	case t.in&(inCountries|inNationalities|inStates|inOrgs) != 0 && t.in&(inGiven|inSurnames) == 0:
		return -1.8
	case c.acronym(t) && utf8.RuneCountInString(t.word) > 1 && t.in&(inGiven|inSurnames) == 0 && !(i == 0 && utf8.RuneCountInString(t.word) == 2):
		return -2
	case t.is&(isOrgHead|isOrgTail|isEventTail|isLawTail) != 0 && t.in&(inGiven|inSurnames) == 0:
		return -1.5
	case c.a.ordinary(t) && t.in&(inSurnames|inGiven) == 0 && i == 0 && !c.a.ordinary(c.last):
		return -0.5
	case c.a.ordinary(t) && t.in&(inSurnames|inGiven) == 0:
		return -1
	}
	return 0.15
}

// initial reports whether t is a letter with or without stop, or several.
func initial(t *token) bool {
	if !t.capital {
		return false
	}
	if t.in&(inCountries|inStates|inOrgs) != 0 {
		return false
	}
	w := strings.TrimSuffix(t.word, ".")
	return utf8.RuneCountInString(w) == 1 && w != "I" && w != "X" || len(t.word) == 4 && t.word[1] == '.' && t.word[3] == '.'
}

// aroundPerson adds what stands before and after a person's name.
func (c *candidate) aroundPerson(g *guess) {
	switch {
	case c.prev.is&isTitle != 0 && c.titleBefore():
		g.score += 3.2
		g.reason = "title " + c.prev.word + " before it"
	case c.prev.is&isRole != 0 && !c.weak:
		g.score += 1.4
		g.reason = "role " + c.prev.word + " before it"
	case c.after("named called") && c.size > 1, c.stateBefore():
		g.score += 1.5
		g.reason = "role before it"
	case c.prev.word == "," && c.l.at(c.from-2).is&isRole != 0:
		g.score += 0.6
	}
	if c.next.is&isSay != 0 && !c.next.capital {
		g.score += 0.9
	}
	if c.next.word == "," || c.next.word == "(" {
		if n := c.l.at(c.to + 1); n.kind == segment.Number && len(n.word) == 2 && n.taken {
			g.score++
		}
		if n := c.l.at(c.to + 1); c.next.word == "," && (n.low == "who" || n.low == "whose" || among(n.low, "the a an his her") && c.roleNear(c.to+2)) {
			g.score += 1.2
		}
	}
	if c.before("who whose himself herself") {
		g.score++
	}
	credit := c.prev.word == ":" && among(c.l.at(c.from-2).low, "picture photo pic credit image")
	credit = credit || c.next.word == "/" && (c.prev.word == "(" || c.prev.word == ":")
	if credit && c.size > 1 {
		g.score += 2
		g.reason = "a credit"
	}
	if c.prev.word == "/" {
		g.score--
	}
	if c.after("in near outside") && c.size == 1 {
		g.score -= 0.8
	}
	if c.after("a an") && c.size == 1 {
		g.score -= 1.5
	}
	if c.after("the") {
		if c.before(surnameNouns) && c.size < 3 {
			g.score += 0.6
		} else {
			g.score -= 1.2
		}
	}
}

// titleBefore reports whether the title before the name belongs to it: a title in
// lower case counts unless a comma or article makes it a noun of its own.
func (c *candidate) titleBefore() bool {
	if among(c.prev.low, "may first interior private prime finance defence defense vice") {
		return false
	}
	if !c.prev.capital && among(c.prev.low, "major general foreign home fr count") {
		return false
	}
	return c.first.space
}

// stateBefore recognizes «secretary of state NAME», «minister for health NAME».
func (c *candidate) stateBefore() bool {
	for k := c.from - 2; k >= c.from-5 && k >= 0; k-- {
		if w := c.l.at(k).low; (w == "of" || w == "for") && c.l.at(k-1).is&isTitle != 0 && c.l.at(k-1).word != "" {
			return c.l.at(c.from-1).kind == segment.Word && c.prev.is&isFunction == 0 && !c.prev.in.placeName()
		}
	}
	return false
}

func (c class) placeName() bool {
	return c&(inCountries|inStates|inBigCities|inPlaces|inTowns|inRegions|inOrgs) != 0
}

// roleNear reports whether a role stands within a few words of token i.
func (c *candidate) roleNear(i int) bool {
	for k := i; k < i+4; k++ {
		t := c.l.at(k)
		if t.is&(isRole|isTitle) != 0 {
			return true
		}
		if t.kind == segment.Punct {
			return false
		}
	}
	return false
}
