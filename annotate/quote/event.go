package quote

import "strings"

// event is a place where the reporter says that somebody says something.
type event struct {
	cueFirst, cueLast int // items; cueFirst > cueLast where there is no cue (a colon, a dash)
	subject           phrase
	found             bool // a subject was found
	first, last       int  // items: cue and subject together
	weak              bool // called, described: only some of their objects are words
	infinitive        bool // to say
	under             bool // it stands in what another cue reports
	inverted          bool // said Roy
	owner             bool // Roy’s “golden age”
}

// events returns the events of sentence s in order.
func (l *line) events(s int) []event {
	var out []event
	from, to := l.first[s], l.first[s+1]
	for i := from; i < to; i++ {
		e, ok := l.eventAt(i, from, to, out)
		if !ok {
			continue
		}
		out = append(out, e)
		i = max(i, e.cueLast)
	}
	for i := range out {
		for k := max(0, i-8); k < i && !out[i].under; k++ {
			out[i].under = l.governs(&out[k], &out[i])
		}
	}
	return out
}

// governs reports whether the event b stands in what the event a reports:
// «Roy said that Smith agreed», «and that Smith had promised».
func (l *line) governs(a, b *event) bool {
	if a.weak || !a.found || !b.found || b.inverted || b.subject.first <= a.cueLast {
		return false
	}
	if l.low(b.subject.first-1) == "with" {
		return false
	}
	return l.open(a.cueLast+1, b.subject.first) || l.low(b.subject.first-1) == "that"
}

// open reports whether a cue's content clause can reach over the items from and
// to: no quotation, stop or semicolon between, and no «and» behind a comma.
func (l *line) open(from, to int) bool {
	for i := from; i < to; i++ {
		if l.kind(i) == quoted || l.sign(i, ";—–") {
			return false
		}
		if l.sign(i, ",") && (l.is(i+1, conjunction) || l.low(i+1) == "as" || l.low(i+1) == "while") {
			return false
		}
	}
	return true
}

func (l *line) eventAt(i, from, to int, earlier []event) (event, bool) {
	if l.low(i) == "according" && l.low(i+1) == "to" {
		return l.accordingTo(i, i+1, to)
	}
	if l.low(i) == "words" && l.low(i-1) == "the" && l.low(i-2) == "in" && l.low(i+1) == "of" {
		return l.accordingTo(i-2, i+1, to)
	}
	if l.low(i) == "per" && (l.kind(i-1) == quoted || l.sign(i-1, ",")) {
		return l.accordingTo(i, i, to)
	}
	if !l.is(i, cue) || l.kind(i) != plain || l.is(i, cueWeak) && l.is(i, role) || !l.verbal(i, from) {
		return event{}, false
	}
	if l.low(i+1) == "to" && (strings.HasPrefix(l.low(i), "continu") || l.low(i) == "used") {
		return event{}, false // «will continue to support»
	}
	e := event{cueFirst: i, cueLast: i, weak: !l.is(i, cueStrong)}
	e.cueLast = l.cueEnd(i, to)
	before := i - 1
	for before >= from && l.is(before, adverb) && l.kind(before) == plain {
		before--
	}
	agent := l.low(e.cueLast+1) == "by" && !l.is(i, participle|baseForm)
	switch {
	case agent && !l.means(e.cueLast+2) && (l.low(before) == "as" || l.sign(before, ",(–—") || l.kind(before) == quoted):
		if p, ok := l.startingAt(e.cueLast+2, to); ok { // «as described by Roy»
			e.take(p)
			return e, true
		}
	case l.is(before, auxiliary) && l.passive(before, i):
		if l.low(e.cueLast+1) != "by" {
			return event{}, false
		}
		if p, ok := l.startingAt(e.cueLast+2, to); ok {
			e.take(p)
			return e, true
		}
		return event{}, false
	case l.low(before) == "to":
		e.infinitive = true
	}
	if p, ok := l.invertedSubject(i, before, from, to); ok {
		e.inverted = true
		e.take(p)
		return e, true
	}
	if p, ok := l.subjectBefore(before, i, from, earlier); ok {
		e.take(p)
	}
	e.span()
	e.narrow(l)
	return e, e.found || !l.is(i, participle|cueWeak|baseForm)
}

// means reports whether the noun at item i is how something was said and not who
// said it: «said by telephone».
func (l *line) means(i int) bool {
	switch l.low(i) {
	case "telephone", "phone", "email", "e-mail", "text", "letter", "video", "satellite", "videolink", "message", "post", "fax", "radio", "whatsapp":
		return true
	}
	return false
}

func (e *event) take(p phrase) {
	e.subject, e.found = p, true
	e.span()
}

func (e *event) span() {
	e.first, e.last = e.cueFirst, e.cueLast
	if e.found {
		e.first, e.last = min(e.first, e.subject.first), max(e.last, e.subject.last)
	}
}

// narrow leaves a subject that a quotation parts from its cue out of the place
// of the event: in «he said “…” and asked», asking stands behind the quotation.
func (e *event) narrow(l *line) {
	if !e.found || e.cueFirst > e.cueLast {
		return
	}
	for i := e.subject.last + 1; i < e.cueFirst; i++ {
		if l.kind(i) == quoted {
			e.first, e.last = e.cueFirst, e.cueLast
			return
		}
	}
}

// verbal reports whether the word i, which can be a cue, is a verb here and not
// a noun («the report», «a claim», «his answer»).
func (l *line) verbal(i, from int) bool {
	if i > from && (l.is(i-1, determiner) && !l.is(i-1, subject) || l.low(i-1) == "’s" || l.low(i-1) == "'s") && !l.is(i, participle) {
		return !l.is(i, nounish) && (l.low(i-1) == "all" || l.low(i-1) == "both" || l.low(i-1) == "one" || l.low(i-1) == "another" || l.low(i-1) == "some" || l.low(i-1) == "many")
	}
	if l.is(i, participle) && i > from {
		if !l.is(i, cueStrong) && l.kind(i-1) == plain && !l.is(i-1, auxiliary|conjunction|adverb) {
			return false // «describes casting»
		}
		return l.low(i) != "warning" || l.kind(i-1) != quoted || l.low(i+1) == "that"
	}
	if l.is(i, nounish) && !l.is(i, baseForm) {
		// «the remarks of», «terrorist attacks»
		if l.is(i+1, preposition) && l.low(i+1) != "to" && l.low(i+1) != "on" && l.low(i+1) != "at" && l.low(i+1) != "for" {
			return false
		}
		b := i - 1
		for b >= from && l.is(b, adverb) {
			b--
		}
		return l.kind(b) == proper || l.kind(b) == quoted || l.is(b, subject|relative|role|body|document) && !l.is(b, plural)
	}
	if l.is(i, baseForm) && l.low(i) != "read" && l.low(i) != "put" && l.low(i) != "hit" {
		before := i - 1
		for before >= from && l.is(before, adverb) {
			before--
		}
		switch {
		case l.low(before) == "to", l.is(before, auxiliary), l.is(before, subject), l.is(before, relative):
			return true
		case l.is(before, plural), l.is(before, conjunction) && l.is(i, cueStrong) && !l.is(i, nounish):
			return true
		case l.is(i, cueStrong) && !l.is(i, nounish):
			return l.kind(before) == proper || l.kind(before) == quoted || strings.HasSuffix(l.low(before), "s") || l.sign(before, ",")
		}
		return false
	}
	return true
}

// passive reports whether the verb at i with the auxiliary at a is passive: was
// told, is described.
func (l *line) passive(a, i int) bool {
	switch l.low(a) {
	case "is", "are", "was", "were", "be", "been", "being", "am", "isn’t", "wasn’t", "isn't", "wasn't":
		return !l.is(i, participle|baseForm)
	}
	return false
}

// cueEnd takes in the words that belong to a cue: pointed out, went on to say,
// told reporters.
func (l *line) cueEnd(i, to int) int {
	j := i + 1
	if j >= to {
		return i
	}
	switch l.low(i) {
	case "told", "tells", "tell", "telling":
		if l.is(j, addressee) || l.is(j, plural) {
			return j
		}
	case "pointed", "points", "pointing":
		if l.low(j) == "out" || l.low(j) == "to" {
			return j
		}
	case "put", "puts", "putting":
		if l.low(j) == "it" {
			return j
		}
	case "went", "goes", "going", "go":
		if l.low(j) == "on" || l.low(j) == "further" {
			return j
		}
	case "hit", "fired", "shot", "fires", "hits", "shoots":
		if l.low(j) == "back" {
			return j
		}
	case "referred", "refers", "referring":
		if l.low(j) == "to" {
			return j
		}
	}
	return i
}

func (l *line) accordingTo(i, last, to int) (event, bool) {
	p, ok := l.startingAt(last+1, to)
	if !ok {
		return event{}, false
	}
	e := event{cueFirst: i, cueLast: last}
	e.take(p)
	return e, true
}

// startingAt returns the noun phrase that begins at item i, for «said Roy» and
// «according to Roy».
func (l *line) startingAt(i, to int) (phrase, bool) {
	if l.kind(i) == plain && (l.is(i, subject) || l.low(i) == "him" || l.low(i) == "them" || l.low(i) == "her" && !l.nounAt(i+1) && l.kind(i+1) != proper) {
		return phrase{first: i, last: i, head: i, kind: ByPronoun}, true
	}
	head := -1
	for j := i; j < to && j < i+longest; j++ {
		switch {
		case l.kind(j) == proper:
			head = j
			if l.low(j+1) == "’s" || l.low(j+1) == "'s" {
				j++ // «Roy’s lawyer»
				head = -1
				continue
			}
			if !l.is(j+1, role|title) && l.kind(j+1) != proper && !l.nounAt(j+1) {
				return l.grown(i, head, to), true
			}
		case l.is(j, determiner|title|role|body|document), l.nounAt(j):
			if l.is(j, preposition|auxiliary) {
				return l.grown(i, head, to), head >= 0
			}
			if !l.is(j, determiner) {
				head = j
			}
			if head == j && (l.low(j+1) == "’s" || l.low(j+1) == "'s") {
				j++ // «the group’s secretary»
				head = -1
			}
		case (l.is(j, adverb) || l.kind(j) == number) && head < 0: // «9/11 widow Ana Roy»
		case l.low(j) == "of" && l.is(j-1, role) && l.kind(j+1) == plain: // «secretary of state Roy»
			if k := l.nameSoon(j+1, to); k > 0 {
				return l.grown(i, k, to), true
			}
			return l.grown(i, head, to), head >= 0
		default:
			return l.grown(i, head, to), head >= 0
		}
	}
	return l.grown(i, head, to), head >= 0
}

// startingName returns the name at item i, or behind the titles there, if it is
// a person's, or 0.
func (l *line) startingName(i, to int) int {
	for i < to && l.is(i, title) {
		i++
	}
	if i < to && l.kind(i) == proper && isPerson(l.names[l.items[i].name].Label) {
		return i
	}
	return 0
}

// nameSoon returns the name that follows within two words of i, or 0.
func (l *line) nameSoon(i, to int) int {
	for j := i; j < to && j < i+3; j++ {
		if l.kind(j) == proper {
			return j
		}
		if l.kind(j) != plain || l.is(j, function) {
			return 0
		}
	}
	return 0
}

func (l *line) nounAt(j int) bool {
	return l.kind(j) == plain && l.low(j) != "" && l.items[j].lex&(function|subject|cueStrong|participle) == 0 &&
		l.low(j) != "’s" && l.low(j) != "'s"
}

// grown is the phrase from item i to its head, with what a preposition adds to
// a role («a spokeswoman for the bank»).
func (l *line) grown(i, head, to int) phrase {
	if head < 0 {
		return phrase{}
	}
	p := phrase{first: i, last: head, head: head, kind: ByRole}
	if l.kind(head) != proper && l.sign(head+1, ",") && head+2 < to {
		// «her spokesman, Tom Okafor»
		q := l.startingName(head+2, to)
		if end := q + 1; q > 0 && (l.sign(end, ",.;(") || l.kind(end) == lineBreak || l.kind(end) == quoted) {
			head = q
			p.last, p.head = q, q
		}
	}
	switch {
	case l.kind(head) == proper:
		p.kind = ByName
		if n := l.names[l.items[head].name].Label; n != "PERSON" && n != "" {
			p.kind = ByOrg
		}
		return p
	case l.is(head, body):
		p.kind = ByOrg
	}
	for range 2 {
		if g := p.last + 1; l.is(g, preposition) && joins(l.low(g)) && l.low(g) != "in" && l.low(g) != "on" && l.low(g) != "at" && g+1 < to {
			q, ok := l.objectAt(g+1, to)
			if !ok {
				break
			}
			p.last = q
		}
	}
	return p
}

// objectAt returns the last item of the short noun phrase that begins at i.
func (l *line) objectAt(i, to int) (int, bool) {
	last := -1
	for j := i; j < to && j < i+6; j++ {
		switch {
		case l.kind(j) == proper:
			last = j
		case l.is(j, determiner|title|role|body):
			if !l.is(j, determiner) {
				last = j
			}
		case l.low(j) == "’s" || l.low(j) == "'s":
		case l.nounAt(j) && !(last >= 0 && l.kind(last) == proper && l.past(j)):
			last = j
		default:
			return last, last >= 0
		}
	}
	return last, last >= 0
}
