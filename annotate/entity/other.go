package entity

// event scores the candidate as a war, contest, festival or storm.
func event(c *candidate) guess {
	g := guess{label: Event, score: -9}
	switch {
	case c.list&inEvents != 0 && c.size == 1 && c.first.in&inCommon != 0:
		g.score, g.reason = 1.2, "list of events"
	case c.list&inEvents != 0:
		g.score, g.reason = 4.2, "list of events"
	case c.size == 2 && !c.joined && among(c.first.low, "hurricane typhoon cyclone storm"):
		g.score, g.reason = 4, "a named storm"
	case c.size > 1 && c.last.is&isEventTail != 0 && c.last.capital && c.size < 7:
		g.score, g.reason = 2.7, "ends with "+c.last.word
		if c.last.is&isOrgTail != 0 {
			g.score -= 0.5
		}
	case c.first.low == "battle" && len(c.tokens) > 2 && c.tokens[1].low == "of":
		g.score, g.reason = 3.4, "a battle"
	}
	if c.owned && c.list == 0 {
		g.score--
	}
	if c.joined && c.list == 0 && c.first.low != "battle" {
		g.score--
	}
	return g
}

// law scores the candidate as a law, treaty or article of one.
func law(c *candidate) guess {
	g := guess{label: Law, score: -9}
	switch {
	case c.list&inLaws != 0:
		g.score, g.reason = 3.9, "list of laws"
	case c.numbered && c.size == 1 && among(c.first.low, "article section chapter protocol amendment clause") && len(c.tokens) == 2:
		g.score, g.reason = 3.2, "an article of a law"
	case c.size > 1 && c.last.is&isLawTail != 0 && c.last.capital && !among(c.last.low, "convention resolution law code"):
		g.score, g.reason = 2.9, "ends with "+c.last.word
		if c.first.in&inGiven != 0 && c.size == 2 {
			g.score -= 1.5
		}
	case c.size > 1 && c.numbered && len(c.tokens) > 2 && c.tokens[len(c.tokens)-2].is&isLawTail != 0 && c.tokens[len(c.tokens)-2].capital:
		g.score, g.reason = 3.4, "ends with "+c.tokens[len(c.tokens)-2].word
	case (c.first.low == "treaty" || c.first.low == "statute") && len(c.tokens) > 2 && c.tokens[1].low == "of":
		g.score, g.reason = 3.2, "a treaty"
	}
	return g
}

// work scores the candidate as a book, film, programme or prize.
func work(c *candidate) guess {
	g := guess{label: WorkOfArt, score: -9}
	switch {
	case c.list&inWorks != 0 && c.size == 1 && (c.first.in&inCommon != 0 || c.list&(inGiven|inSurnames|inBigCities) != 0):
		g.score, g.reason = 0.6, "list of works and prizes"
	case c.list&inWorks != 0:
		g.score, g.reason = 3.8, "list of works and prizes"
	case c.size > 1 && c.last.is&isAwardTail != 0 && c.last.capital && !c.owned:
		g.score, g.reason = 2.8, "ends with "+c.last.word
	}
	if g.score > 0 && c.prev.is&isWorkNoun != 0 {
		g.score++
	}
	return g
}

// product scores the candidate as a model, vehicle, ship or other product.
func product(c *candidate) guess {
	g := guess{label: Product, score: -9}
	switch {
	case c.list&inProducts != 0 && c.size == 1 && (c.first.in&inCommon != 0 || c.list&(inGiven|inOrgs) != 0):
		g.score, g.reason = 0.9, "list of products"
	case c.list&inProducts != 0:
		g.score, g.reason = 3.6, "list of products"
	case c.size > 1 && among(c.first.word, "USS HMS HMNZS HMAS MV MS RMS INS LÉ SS") && c.first.upper:
		g.score, g.reason = 3.8, "a ship"
	case c.size == 1 && !c.numbered && model(c.first.word) && !road(c.first.word):
		g.score, g.reason = 1.6, "letters and digits"
	case c.numbered && c.size == 1 && c.first.in&inOrgs != 0 && len(c.tokens) == 2 && len(c.last.word) == 3 && !c.last.taken:
		g.score, g.reason = 2.5, "a maker and a model"
	}
	return g
}

// model reports whether w is a model's letters and digits: A380, F-16, GPT-4.
func model(w string) bool {
	letters, digits := 0, 0
	for _, r := range w {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case r >= '0' && r <= '9':
			digits++
		case r != '-':
			return false
		}
	}
	return letters > 0 && digits > 0 && len(w) <= 8 && !beginsWith(w, "COVID", "G7", "G8", "G20")
}
