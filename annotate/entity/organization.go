package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// organization scores the candidate as an organization.
func organization(c *candidate) guess {
	g := guess{label: Org, reason: "capitals inside a sentence"}
	tail := c.last.is
	switch {
	case c.list&inOrgs != 0 && c.first.in&inCommon != 0 && c.size == 1:
		g.score, g.reason = 1.4, "list of organizations"
	case c.list&inOrgs != 0 && c.list&(inStates|inBigCities|inGiven|inSurnames|inCountries) != 0:
		g.score, g.reason = 2.3, "list of organizations"
	case c.list&inOrgs != 0:
		g.score, g.reason = 4, "list of organizations"
	case c.national():
		g.score, g.reason = 3.8, "list of organizations"
	case tail&isOrgSuffix != 0 && c.size > 1 && c.l.style != shouted && c.last.capital && !among(c.last.word, "A As La"):
		g.score, g.reason = 3.6, "company suffix "+c.last.word
	case c.headed():
		g.score, g.reason = 3.4, "begins with "+c.first.word
	case tail&isOrgTail != 0 && c.size > 1 && c.last.capital:
		g.score, g.reason = c.tailed(), "ends with "+c.last.word
	case c.size == 1:
		c.oneOrg(&g)
	default:
		c.unlistedOrg(&g)
	}
	if c.joined && c.list == 0 && !c.national() {
		g.score -= c.seams()
	}
	if c.numbered && c.list == 0 && (c.last.kind == segment.Word || c.size > 1 && len(c.tokens)-c.size > 1 && !c.joined) {
		g.score -= 4
	}
	if c.owned && c.list == 0 && !among(c.first.low, "st st. women children people king queen workers men veterans") {
		g.score -= 3
	}
	if c.first.is&isTitle != 0 && c.list == 0 && c.size > 1 && !c.headed() && c.first.in&(inGiven|inSurnames) == 0 && !among(c.first.low, officeTitles) {
		g.score -= 3
	}
	if c.last.is&(isRole|isTitle) != 0 && c.list == 0 && c.last.is&isOrgTail == 0 {
		g.score -= 3
	}
	c.aroundOrg(&g)
	return g
}

// headed recognizes «Bank of X», «Department for Y», «Joint Council for Z».
func (c *candidate) headed() bool {
	for i, t := range c.tokens {
		if t.capital {
			continue
		}
		if i == 0 || i == len(c.tokens)-1 || !among(t.low, "of for without against") {
			return false
		}
		head := c.tokens[i-1]
		return head.is&isOrgHead != 0 && head.capital && (i < 4) && c.first.in&inGiven&^(inCommon|inNoName) == 0 || i > 1 && head.is&isOrgHead != 0 && i < 4
	}
	return false
}

// national recognizes a listed body with its country before it: U.S. Senate.
func (c *candidate) national() bool {
	if c.size > 1 && c.first.in&(inStates|inBigCities|inTowns) != 0 && c.last.is&isOrgTail != 0 && !c.joined && c.first.space {
		if c.a.look(phrase(c.tokens[1:]))&inOrgs != 0 {
			return true
		}
	}
	if c.size < 2 || c.first.in&(inCountries|inNationalities) == 0 && !(c.size > 2 && c.a.look(phrase(c.tokens[:2]))&inCountries != 0) {
		return false
	}
	rest := c.tokens[1:]
	if c.first.in&(inCountries|inNationalities) == 0 {
		rest = c.tokens[2:]
	}
	return c.a.look(phrase(rest))&inOrgs != 0 && rest[0].in&(inGiven|inSurnames) == 0
}

// seams returns how much the words in lower case inside speak against one name:
// «and» often joins two, «on» and «at» nearly always do.
func (c *candidate) seams() float64 {
	bad := 0.0
	headed := c.headed()
	if !headed && c.last.is&(isOrgTail|isOrgSuffix) == 0 {
		bad = 5
	}
	ofs := 0
	for i, t := range c.tokens {
		if i == 0 || t.capital {
			continue
		}
		switch t.low {
		case "in", "to", "on", "with", "against", "without", "at":
			if !(t.low == "at" && headed && c.first.low == "university") {
				bad += 2.5
			}
		case "and", "&":
			left, right := c.tokens[i-1], c.tokens[min(i+1, len(c.tokens)-1)]
			const name = inGiven | inCountries | inNationalities | inBigCities | inOrgs
			closed := left.is&isOrgTail != 0 && i > 1 || left.in.placeName() || left.in&(inGiven|inSurnames) != 0 && left.in&inCommon == 0
			opened := right.in&name != 0 && right.in&inCommon == 0
			if t.low == "and" && (closed || opened) {
				bad += 3
			} else if t.low == "and" && !headed {
				bad++
			}
		case "of", "for":
			toCountry := i+2 < len(c.tokens) && c.tokens[i+1].low == "the" && c.tokens[i+2].in&inCountries != 0
			if c.tokens[i-1].is&isFunction != 0 || toCountry && ofs == 0 && !c.a.ordinary(c.first) {
				bad += 2.5
			}
			if left := &c.tokens[i-1]; left.in&(inGiven|inSurnames) != 0 && left.in&inCommon == 0 || !c.a.ordinary(left) && left.is&(isOrgHead|isOrgTail) == 0 {
				bad += 2
			}
			if ofs++; ofs > 1 && i+1 < len(c.tokens) && (c.tokens[i+1].low == "the" || c.tokens[i+1].in.placeName()) {
				bad += 1.5
			}
			if !headed {
				bad++
			}
		}
	}
	return bad
}

// tailed scores a name by the key word at its end.
func (c *candidate) tailed() float64 {
	s := 2.6
	if c.first.in&(inNationalities|inCountries|inStates|inBigCities|inPlaces|inOrgs) != 0 {
		s += 0.6
	}
	switch c.last.low {
	case "party", "ministry", "university", "college", "committee", "commission", "association", "federation",
		"council", "foundation", "institute", "department", "airlines", "airways", "agency", "police", "fc":
		s += 0.6
	case "house":
		s -= 0.6
	case "court":
		s += 1.2
	case "partners", "international", "research", "conference", "press", "watch", "board", "gas", "oil", "energy", "trust", "media":
		s -= 0.3
	}
	if c.common == c.size && c.l.style != running {
		s--
	}
	return s
}

// oneOrg scores a single word that is in no list of organizations.
func (c *candidate) oneOrg(g *guess) {
	t := c.first
	switch {
	case t.in&inNoName != 0:
		g.score = -5
	case c.acronym(t) && c.a.ordinary(t) && c.a.middle[t.word] < 2 || strings.ContainsAny(t.word, "0123456789"):
		g.score = -0.5
	case c.acronym(t) && utf8.RuneCountInString(t.word) >= 2 && t.in&(inCountries|inStates) == 0:
		g.score, g.reason = 2.2, "an acronym"
		if utf8.RuneCountInString(t.word) == 2 {
			g.score = 1.5
		}
	case camel(t.word) && t.in == 0:
		g.score, g.reason = 1.6, "capitals inside a word"
	case t.in == 0 && !c.a.ordinary(t):
		g.score = 0.6
	case t.is&isOrgTail != 0 && !c.weak && t.is&(isFacTail|isEventTail) == 0:
		g.score = -0.5
	}
}

// camel reports whether w has a capital after a small letter, as in YouTube but
// not in McDonald.
func camel(w string) bool {
	if beginsWith(w, "Mc", "Mac", "De", "O'", "Fitz", "Le", "La", "Di") {
		return false
	}
	small := false
	for _, r := range w {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// unlistedOrg scores several words in no list and without a key word at the end.
func (c *candidate) unlistedOrg(g *guess) {
	g.score = 0.2
	for i := range c.tokens {
		t := &c.tokens[i]
		switch {
		case t.is&(isTitle|isRole) != 0 && t.in&(inGiven|inSurnames) == 0 && t.is&(isOrgTail|isOrgHead) == 0 && i > 0:
			g.score -= 2
		case t.in&inNationalities != 0 && i == len(c.tokens)-1:
			g.score -= 2
		case t.word == "&":
			g.score, g.reason = g.score+2, "joined by &"
		case t.is&isOrgTail != 0 && t.capital:
			g.score += 0.9
		case c.acronym(t) && !initial(t):
			g.score += 0.6
		}
	}
	if c.first.in&inNationalities != 0 || among(c.first.word, "National International Royal") {
		g.score += 0.8
	}
	if c.common == c.size-1 && c.size > 1 && c.a.ordinary(c.last) {
		g.score += 0.5
	} else if c.common == c.size {
		g.score -= 0.4
	}
}

// aroundOrg adds what stands before and after an organization.
func (c *candidate) aroundOrg(g *guess) {
	acts := c.next.is&isSay != 0 || c.l.at(c.to).low == "'s" || c.before(agentsAfter)
	if acts && c.list&inOrgs != 0 && c.size == 1 && c.weak && c.first.in&inCommon != 0 {
		g.score += 2.4
	}
	if c.short() {
		g.score += 2.5
		g.reason = "its short form follows in brackets"
	}
	if c.prev.word == "/" && (c.l.at(c.from-2).capital || c.l.at(c.from-2).word == " ") {
		g.score += 2
		g.reason = "a credit"
	}
	if c.before("spokesman spokeswoman spokesperson shares stock executives boss chief chairman ceo employees headquarters fans supporters players") {
		g.score += 0.8
	}
	if c.size < 3 && !c.a.ordinary(c.first) && c.before(bodiesAfter) && c.list&(inCountries|inNationalities|inBigCities|inStates|inPlaces) == 0 {
		g.score += 1.6
		g.reason = "before " + c.next.word
	}
	if c.size < 4 && !c.prev.capital && c.next.word != "," && c.after(bodiesBefore) && c.list&(inCountries|inStates|inBigCities) == 0 {
		g.score += 1.3
		g.reason = c.prev.word + " before it"
	}
	if c.prev.low == "for" && c.l.at(c.from-2).is&isRole != 0 {
		g.score++
	}
	if c.after(contestVerbs) && !c.joined && (c.size == 1 && c.list&(inCountries|inGiven|inSurnames) == 0 || among(c.last.low, "city town county")) {
		g.score += 1.2
	}
	if c.after("the") && c.size == 1 && !c.a.ordinary(c.first) {
		g.score += 0.8
	}
	if c.prev.is&isTitle != 0 && c.prev.capital && c.titleBefore() && c.size < 3 {
		g.score -= 1.5
	}
}

// short reports whether the candidate's initials follow in brackets.
func (c *candidate) short() bool {
	if c.next.word != "(" || c.size < 2 {
		return false
	}
	t := c.l.at(c.to + 1)
	if !t.upper || c.l.at(c.to+2).word != ")" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.first.word)
	s, _ := utf8.DecodeRuneInString(t.word)
	return r == s || t.in != 0
}
