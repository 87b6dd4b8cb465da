package entity

import "strings"

// place scores the candidate as a country, city or region, or as a natural place.
func place(c *candidate) guess {
	if c.owned && c.list == 0 || c.numbered {
		return guess{label: GPE, score: -9}
	}
	if g := c.naturalPlace(); g.score > 0 {
		return g
	}
	g := guess{label: GPE, reason: "capitals after a word of place"}
	rival := c.list & (inGiven | inSurnames)
	plain := c.size == 1 && c.first.in&inCommon != 0
	switch {
	case c.list&inCountries != 0 && c.phrase != "Chad" && c.phrase != "Jordan":
		g.score, g.reason = 4, "list of countries"
	case c.list&inCountries != 0:
		g.score, g.reason = 1.8, "list of countries"
	case c.list&inStates != 0 && rival == 0 && !plain:
		g.score, g.reason = 3.5, "list of states and provinces"
	case c.list&inStates != 0:
		g.score, g.reason = 2, "list of states and provinces"
	case c.list&inBigCities != 0 && rival == 0 && !plain:
		g.score, g.reason = 3, "list of cities"
	case c.list&inBigCities != 0:
		g.score, g.reason = 1.4, "list of cities"
	case c.list&(inTowns|inRegions) != 0 && rival == 0 && !plain:
		g.score, g.reason = 1.8, "list of towns and regions"
	case c.list&(inTowns|inRegions) != 0:
		g.score, g.reason = 0.4, "list of towns and regions"
	case c.joined:
		return guess{label: GPE, score: -9}
	default:
		c.unlistedPlace(&g)
	}
	if c.joined && c.list == 0 {
		g.score -= 4
	}
	c.aroundPlace(&g, rival != 0 || plain)
	return g
}

// unlistedPlace scores a place that is in no list.
func (c *candidate) unlistedPlace(g *guess) {
	switch {
	case c.last.low == "state" && c.size == 2 && c.first.in&(inStates|inRegions) != 0:
		g.score, g.reason = 3.8, "a state"
	case c.first.low == "county" && c.size == 2 || c.last.low == "county" && c.size > 1 && c.size < 4 || (c.first.word == "Co" || c.first.word == "Co.") && c.size == 2:
		g.score, g.reason = 3.4, "a county"
	case c.size == 2 && among(c.first.low, placeParts) && c.last.in.placeName():
		g.score, g.reason = 3, "part of "+c.last.word
	case c.size > 1 && among(c.last.low, "city town village township shire"):
		g.score, g.reason = 2.4, "ends with "+c.last.word
	case c.size == 1 && c.first.in == 0 && !c.a.ordinary(c.first):
		g.score = 0.4
		if endsWith(c.first.low, "ville", "burg", "stan", "shire", "abad", "grad", "pur") {
			g.score, g.reason = 1.6, "ends like the name of a place"
		}
	case c.size == 2 && c.common == 0 && c.list == 0:
		g.score = -0.3
	default:
		g.score = -1
	}
}

// aroundPlace adds what stands before and after a place.
func (c *candidate) aroundPlace(g *guess, doubtful bool) {
	if c.after("in near outside throughout") && c.last.is&(isOrgTail|isEventTail|isLawTail) == 0 {
		g.score += 1.3
	} else if c.size == 1 && c.first.in&inCommon != 0 && !c.placed() && c.list&(inCountries|inStates) == 0 && c.next.word != "," {
		g.score--
	} else if c.placed() && c.last.is&(isOrgTail|isEventTail|isLawTail) == 0 {
		g.score += 0.4
	}
	if kind := c.l.at(c.from - 2).low; c.prev.low == "of" && kind != "" && among(kind, placeKinds) && c.size < 3 {
		g.score += 1.6
		g.reason = kind + " of before it"
	}
	if c.size < 3 && c.before("province region district area village town county suburb peninsula city coast capital") && c.last.is&isOrgTail == 0 {
		g.score += 1.3
	}
	after := c.l.at(c.to + 1)
	if c.next.word == "," && after.in&(inStates|inCountries) != 0 && c.size < 4 && c.prev.word != "," && c.list&inGiven == 0 {
		g.score += 1.6
		g.reason = "before " + after.word
	}
	if c.prev.word == "," && doubtful && c.l.at(c.from-2).in&(inBigCities|inTowns) != 0 {
		g.score++
	}
	agency := c.from == 0 && c.size < 4 && c.next.word == "(" && c.l.at(c.to+1).in&inOrgs != 0 && c.l.at(c.to+2).word == ")"
	if agency || c.to <= c.l.byline && c.first.upper && c.size < 4 && c.l.style == running {
		g.score += 2.5
		g.reason = "a dateline"
	}
	if c.prev.is&isTitle != 0 && c.prev.capital && c.titleBefore() {
		g.score--
	}
	if c.before("court police authorities residents airport hospital university") {
		g.score += 0.3
	}
	if c.before("crude") {
		g.score -= 3
	}
	if c.after("beat against v vs v. vs. defeated") && (c.last.low == "city" || c.last.low == "town") {
		g.score--
	}
	if c.next.is&isSay != 0 && doubtful {
		g.score -= 0.8
	}
}

// naturalPlace scores rivers, mountains, seas, continents.
func (c *candidate) naturalPlace() guess {
	g := guess{label: Loc}
	switch {
	case c.list&inPlaces != 0 && among(c.phrase, "West South North Channel Strip Gulf Highlands Moon Earth Northeast Northwest Southeast Southwest Equator Green Zone"):
		g.score, g.reason = 0.3, "list of places"
		if c.prev.low == "the" && !c.weak && !c.next.capital {
			g.score = 1.8
		}
	case c.list&inPlaces != 0:
		g.score, g.reason = 3.6, "list of places"
	case c.size > 1 && c.last.is&isLocTail != 0 && c.last.capital && !c.joined && c.size < 5:
		g.score, g.reason = 2.7, "ends with "+c.last.word
		if c.first.is&isTitle != 0 || c.first.in&inGiven != 0 && c.last.in&inSurnames != 0 {
			g.score -= 2
		}
	case c.size > 1 && c.size < 4 && c.first.is&isLocHead != 0 && !c.joined && c.first.capital:
		g.score, g.reason = 2.7, "begins with "+c.first.word
	case c.size > 1 && among(c.first.low, "gulf bay strait straits sea horn") && c.tokens[1].low == "of":
		g.score, g.reason = 3, "begins with "+c.first.word+" of"
	}
	return g
}

// facility scores the candidate as a building, street, airport or bridge.
func facility(c *candidate) guess {
	g := guess{label: Fac, score: -9}
	switch {
	case c.list&inFacilities != 0:
		g.score, g.reason = 3.9, "list of buildings and streets"
	case road(c.first.word) && c.size == 1:
		g.score, g.reason = 1.9, "a road"
	case c.numbered && c.size == 1 && among(c.first.low, "route highway interstate terminal junction"):
		g.score, g.reason = 2.5, "begins with "+c.first.word
	case c.size > 1 && c.last.is&isFacTail != 0 && c.last.capital && !c.joined && c.size < 6:
		g.score, g.reason = 2.8, "ends with "+c.last.word
		if c.last.is&isOrgTail != 0 && c.last.low != "house" {
			g.score -= 0.4
		}
		if c.first.in&inGiven != 0 && c.last.in&inSurnames != 0 && c.size == 2 {
			g.score -= 1.5
		}
		if c.owned && !among(c.first.low, "st st. king queen") {
			g.score -= 1.5
		}
		if among(c.last.low, "place hotel garden base") {
			g.score -= 0.3
		}
	}
	if c.after("at on in near outside along across") {
		g.score += 0.3
	}
	return g
}

// road reports whether w is the number of a British or Irish road.
func road(w string) bool {
	if len(w) < 2 || len(w) > 4 || !strings.ContainsRune("MAN", rune(w[0])) {
		return false
	}
	return strings.Trim(w[1:], "0123456789") == ""
}

// group scores the candidate as a nationality, religion or party's followers, or
// as a language where its surroundings say so.
func group(c *candidate) guess {
	g := guess{label: Norp, score: -9}
	if c.list&(inNationalities|inLanguages) == 0 {
		return g
	}
	if c.language() {
		return guess{label: Language, score: 5, reason: "a word of speaking near it"}
	}
	if c.list&inNationalities == 0 {
		return guess{label: Language, score: 2.4, reason: "list of languages"}
	}
	g.score, g.reason = 3.9, "list of nationalities and creeds"
	if c.first.in&inCommon != 0 && c.size == 1 {
		g.score = 2.6
	}
	switch c.phrase {
	case "Western", "Green", "Greens", "Orthodox", "Independent", "Unionist", "Loyalist", "Liberal", "Conservative":
		if c.weak {
			g.score = 0.5
		}
	}
	return g
}

// language reports whether a nationality stands for its language.
func (c *candidate) language() bool {
	if c.after("speak speaks speaking spoke spoken fluent learn learning learned into") {
		return true
	}
	if c.prev.low == "in" && (c.next.kind != 0 || c.next.word == "" || c.before("and or on at for as that when")) && c.next.word != "-" {
		return true
	}
	return c.before("language speaker speakers translation lessons dialect lyrics-language") || c.next.word == "-" && among(c.l.at(c.to+1).low, "language speaking medium")
}
