package entity

import (
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// patterns finds and mends the names whose form alone decides: storms, laws with
// their years, The Hague.
func (a *article) patterns(hits []hit) []hit {
	var more []hit
	for i := range hits {
		h := &hits[i]
		l := &a.lines[h.line]
		if h.to-h.from > 1 {
			a.known(h, l.tokens[h.from:h.to])
		}
		if h.label == GPE && h.to-h.from == 1 && l.at(h.from).low == "hague" && l.at(h.from-1).word == "The" {
			h.from--
		}
		if h.label == Law && l.at(h.to-1).is&isLawTail != 0 && l.isYear(h.to) {
			h.to++
		}
		if h.label == Law && l.at(h.to-1).is&isLawTail != 0 && l.at(h.to).word == "," && l.isYear(h.to+1) && l.style == running {
			h.to += 2
		}
	}
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute || l.style == shouted {
			continue
		}
		for i := range l.tokens {
			t := &l.tokens[i]
			if !t.capital || t.kind != segment.Word || !among(t.low, "hurricane typhoon cyclone storm") {
				continue
			}
			name, after := l.at(i+1), l.at(i+2)
			if !name.capital || !name.space || name.is&(isFunction|isMonth|isWeekday|isTitle) != 0 || after.capital && after.space || t.low == "storm" && t.first && l.style != running {
				continue
			}
			more = append(more, hit{line: n, from: i, to: i + 2, label: Event, score: 0.9, reason: "a named storm"})
		}
	}
	return merged(more, hits)
}

// known gives a name of several words the label of the one list that has it.
func (a *article) known(h *hit, tokens []token) {
	if len(tokens) > longestName {
		return
	}
	for _, x := range []struct {
		in     class
		label  string
		reason string
	}{
		{inEvents, Event, "list of events"},
		{inWorks, WorkOfArt, "list of works"},
		{inLaws, Law, "list of laws"},
		{inProducts, Product, "list of products"},
		{inFacilities, Fac, "list of buildings and streets"},
		{inPlaces, Loc, "list of places"},
		{inOrgs, Org, "list of organizations"},
	} {
		if a.look(phrase(tokens)) == x.in {
			h.label, h.reason, h.score = x.label, x.reason, max(h.score, 0.85)
		}
	}
}

// listed labels countries and well-known bodies that the tagger has passed over,
// and the places of a dateline.
func (a *article) listed(hits []hit) []hit {
	var more []hit
	k := 0
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute {
			continue
		}
		for i := range l.tokens {
			t := &l.tokens[i]
			if !t.capital || t.kind != segment.Word {
				continue
			}
			for k < len(hits) && (hits[k].line < n || hits[k].line == n && hits[k].to <= i) {
				k++
			}
			inside := k < len(hits) && hits[k].line == n && hits[k].from <= i
			alone := !(l.at(i+1).capital && l.at(i+1).space) && !(l.at(i-1).capital && l.at(i-1).is&isFunction == 0 && t.space)
			switch {
			case i < l.byline && inside && hits[k].label == Org && hits[k].to-hits[k].from == 1 && a.look(titled(t.word)).placeName():
				hits[k].label, hits[k].reason = GPE, "the place of the report"
			case i < l.byline && !inside && t.upper && utf8.RuneCountInString(t.word) > 2 && a.look(titled(t.word)).placeName() && t.in&inOrgs == 0:
				more = append(more, hit{line: n, from: i, to: i + 1, label: GPE, score: 0.8, reason: "the place of the report"})
			case !inside && l.seat(i):
				more = append(more, hit{line: n, from: i, to: i + 1, label: GPE, score: 0.9, reason: "a politician's seat"})
			case inside || l.style != running:
			case l.compound(i) && t.in.placeName() && (t.upper || t.in&(inCommon|inGiven|inSurnames) == 0):
				more = append(more, hit{line: n, from: i, to: i + 1, label: GPE, score: 0.8, reason: "list of places"})
			case l.compound(i) && t.in&inOrgs != 0 && t.in&inCommon == 0:
				more = append(more, hit{line: n, from: i, to: i + 1, label: Org, score: 0.8, reason: "list of organizations"})
			case !alone:
			case t.in&inCountries != 0 && (t.upper || t.in&inCommon == 0) && t.in&(inGiven|inSurnames) == 0:
				more = append(more, hit{line: n, from: i, to: i + 1, label: GPE, score: 0.8, reason: "list of countries"})
			case t.in&inOrgs != 0 && t.upper && t.in&(inCommon|inNoName) == 0:
				more = append(more, hit{line: n, from: i, to: i + 1, label: Org, score: 0.8, reason: "list of organizations"})
			}
		}
	}
	return merged(hits, more)
}

// compound reports whether a hyphen joins token i to what follows: US-led.
func (l *line) compound(i int) bool {
	return l.at(i+1).word == "-" && l.glued(i+1) && l.glued(i+2)
}
