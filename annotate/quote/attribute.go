package quote

// speech is a quotation on its way to a speaker.
type speech struct {
	stretch
	whole  bool // a sentence of its own
	event  *event
	turn   int     // the earlier quotation whose turn it continues, or -1
	echo   int     // the quotation of the body that has the same words, or -1
	voice  voice   // who speaks
	margin float64 // how clearly the best candidate won
	best   float64 // its score
}

// certainty is how sure the speaker is. The line was drawn through the share of
// right speakers at each score in 576 annotated news articles.
func (sp *speech) certainty() float64 {
	return logistic(.5*sp.best - 1 + .1*min(sp.margin, 5))
}

// attributor gives speakers to an article's quotations, in order.
type attributor struct {
	l        *line
	r        *resolver
	weights  *weights
	speeches []speech
	events   map[int][]event // by sentence
	main     *int            // the person who is named most, once known
}

func (a *attributor) run() {
	for q := range a.speeches {
		a.attribute(q)
	}
}

// eventsOf returns the events of sentence s, found once.
func (a *attributor) eventsOf(s int) []event {
	if s < 0 || s+1 >= len(a.l.first) {
		return nil
	}
	es, ok := a.events[s]
	if !ok {
		es = a.l.events(s)
		es = append(es, a.l.unmarked(s, es)...)
		a.events[s] = es
	}
	return es
}

func (a *attributor) attribute(q int) {
	sp := &a.speeches[q]
	sp.turn, sp.echo, sp.voice = -1, -1, voice{figure: -1}
	var best *candidate
	second := 0.0
	for _, c := range a.candidates(q) {
		s := c.score(a.weights)
		switch {
		case best == nil || s > sp.best:
			if best != nil {
				second = sp.best
			}
			best, sp.best = &c, s
		case s > second:
			second = s
		}
	}
	if best == nil || sp.best <= 0 {
		return
	}
	sp.margin = sp.best - second
	if best.event == nil && best.from < 0 {
		sp.voice = voice{figure: best.figure}
	} else if best.event == nil {
		from := &a.speeches[best.from]
		sp.turn, sp.voice, sp.event = best.from, from.voice, from.event
	} else {
		sp.event = best.event
		if best.event.found {
			sp.voice = a.r.who(best.event.subject)
		}
	}
	if sp.voice.figure >= 0 {
		a.r.speaker, a.r.spokeAt = sp.voice.figure, a.l.seat[q]
	}
}

// Bounds of the search, so that it costs the same in the longest article.
const (
	eventsBefore = 6
	eventsBehind = 3
	wide         = 2 // sentences
)

func (a *attributor) candidates(q int) []candidate {
	l, seat := a.l, a.l.seat[q]
	s := l.items[seat].sentence
	var out []candidate
	here := a.eventsOf(s)
	n := 0
	for i := len(here) - 1; i >= 0; i-- {
		if here[i].first < seat && n < eventsBefore {
			n++
			out = append(out, a.inSentence(q, &here[i]))
		}
	}
	n = 0
	for i := range here {
		if here[i].first > seat && n < eventsBehind {
			n++
			out = append(out, a.inSentence(q, &here[i]))
		}
	}
	para := l.para[seat]
	for back := 1; back <= wide+1 && s-back >= 0; back++ {
		p := l.para[l.first[s-back]]
		if p < para-1 {
			break
		}
		es := a.eventsOf(s - back)
		for i := len(es) - 1; i >= 0 && i > len(es)-4; i-- {
			out = append(out, a.earlier(q, &es[i], back, para-p))
		}
	}
	if es := a.eventsOf(s + 1); len(es) > 0 && l.para[es[0].first] == para {
		out = append(out, a.next(q, &es[0]))
	}
	return append(append(out, a.turns(q)...), a.talk(q)...)
}

// describe notes what is to be seen of an event by itself.
func (a *attributor) describe(c *candidate, e *event) {
	switch {
	case e.owner:
		c.see(ownerBefore, 1)
	case e.cueFirst > e.cueLast:
		c.see(noVerb, 1)
	case e.weak:
		c.see(weakVerb, 1)
	default:
		c.see(strongVerb, 1)
	}
	if e.infinitive {
		c.see(infinitiveVerb, 1)
	}
	if !e.found {
		c.see(noSubject, 1)
		return
	}
	switch e.subject.kind {
	case ByPronoun:
		c.see(byPronoun, 1)
	case ByName:
		c.see(byName, 1)
	case ByRole:
		c.see(byRole, 1)
	case ByOrg:
		c.see(byOrg, 1)
	}
}

// inSentence is the candidate of an event in the quotation's own sentence.
func (a *attributor) inSentence(q int, e *event) candidate {
	l, seat, sp := a.l, a.l.seat[q], &a.speeches[q]
	c := candidate{event: e, from: -1}
	a.describe(&c, e)
	end := lastInside(l.text[sp.start:sp.end])
	hands := end == ',' || end == '?' || end == '!' || l.sign(seat+1, ",")
	if e.first > seat {
		gap, and, other := l.between(seat+1, e.first)
		switch {
		case gap == 0:
			c.see(behindTouching, 1)
		case gap <= 4:
			c.see(behindNear, 1)
		default:
			c.see(behindFar, 1)
		}
		c.see(behindGap, float64(min(gap, 30))/10)
		if hands && gap == 0 {
			c.see(handsOver, 1)
		} else if !hands {
			c.see(handsOverNot, 1)
		}
		a.between(&c, and, other)
		if !other && l.serves(e, seat) {
			c.see(busy, 1)
		}
		return c
	}
	cueEnd := max(e.cueLast, min(e.last, seat-1))
	if !e.inverted && e.cueLast >= e.cueFirst {
		cueEnd = e.cueLast
	}
	gap, and, other := l.between(cueEnd+1, seat)
	touching := gap == 0 || sp.whole && (l.sign(seat-1, ":") || l.sign(seat-1, ",") && gap <= 8)
	if touching {
		c.see(beforeTouching, 1)
	} else {
		c.see(beforeNear, 1)
	}
	c.see(beforeGap, float64(min(gap, 40))/10)
	a.between(&c, and && sp.whole, other)
	if e.under {
		c.see(underOther, 1)
		if touching && sp.whole {
			c.see(underColon, 1)
		}
	}
	return c
}

func (a *attributor) between(c *candidate, and, other bool) {
	if and {
		c.see(joined, 1)
	}
	if other {
		c.see(across, 1)
	}
}

// comma reports whether item i is a comma, or a quotation that ends with one.
func (l *line) comma(i int) bool {
	return l.sign(i, ",") || l.kind(i) == quoted && lastInside(l.text[l.items[i].start:l.items[i].end]) == ','
}

// between counts the words of the items from and to, and tells whether a
// conjunction or a quotation is among them.
func (l *line) between(from, to int) (words int, and, other bool) {
	for i := from; i < to; i++ {
		switch {
		case l.kind(i) == quoted:
			other = true
			words++
		case i == to-1 && l.low(i) == "as" && l.comma(i-1): // «as Roy put it»
		case l.kind(i) == sign || l.is(i, adverb) && !l.is(i, preposition) || l.low(i) == "that" || l.is(i, addressee) && !l.is(i, role):
		default:
			words++
			if l.is(i, conjunction) || l.low(i) == "while" || l.low(i) == "as" || l.low(i) == "when" {
				and = true
			}
		}
	}
	return words, and, other
}

// serves reports whether the event behind the quotation at seat introduces
// another one: «“…” and Roy said: “…”».
func (l *line) serves(e *event, seat int) bool {
	for i := e.cueLast + 1; i < len(l.items) && i < e.cueLast+4; i++ {
		if l.kind(i) == quoted {
			return l.sign(i-1, ":") || l.is(seat+1, conjunction)
		}
		if l.low(i) == "that" || l.sign(i, ":") {
			return true
		}
	}
	return false
}

// earlier is the candidate of an event some sentences before.
func (a *attributor) earlier(q int, e *event, back, paras int) candidate {
	l, seat, sp := a.l, a.l.seat[q], &a.speeches[q]
	c := candidate{event: e, from: -1}
	a.describe(&c, e)
	c.see(sentencesBack, float64(back))
	if sp.whole {
		c.see(wholeSentence, 1)
	} else {
		c.see(mixedWords, 1)
	}
	if paras > 0 {
		c.see(paragraphBack, 1)
	}
	if back == 1 && l.sign(before(l, seat), ":") {
		c.see(beforeTouching, 1)
	} else {
		c.see(beforeNear, 1)
	}
	return c
}

// before returns the last item before i that is not the end of a paragraph.
func before(l *line, i int) int {
	i--
	for i >= 0 && l.kind(i) == lineBreak {
		i--
	}
	return i
}

// next is the candidate of an event in the sentence that follows.
func (a *attributor) next(q int, e *event) candidate {
	c := candidate{event: e, from: -1}
	a.describe(&c, e)
	c.see(sentenceNext, 1)
	gap, and, other := a.l.between(a.l.seat[q]+1, e.first)
	a.between(&c, and, other)
	c.see(behindGap, float64(min(gap, 30))/10)
	return c
}

// turns are the candidates in which somebody simply goes on.
func (a *attributor) turns(q int) []candidate {
	if q == 0 || !a.speeches[q-1].voice.known() {
		return nil
	}
	l, seat, prev := a.l, a.l.seat[q], a.l.seat[q-1]
	c := candidate{from: q - 1}
	switch paras := l.para[seat] - l.para[prev]; {
	case paras == 0:
		c.see(sameTurn, 1)
		c.see(interrupted, a.newSubject(q))
		c.see(sentencesBack, float64(max(0, l.items[seat].sentence-l.items[prev].sentence-1)))
	case paras == 1 && (seat == 0 || l.kind(seat-1) == lineBreak):
		c.see(turnAfterQuote, 1)
	case paras <= 2:
		c.see(turnFar, 1)
	default:
		return nil
	}
	return append([]candidate{c}, a.reply(q)...)
}

// reply is the candidate in which two people talk in turns: the speaker before
// the last one answers.
func (a *attributor) reply(q int) []candidate {
	l, seat := a.l, a.l.seat[q]
	if q < 2 || !a.fills(seat) || !a.speeches[q].closed {
		return nil
	}
	last, first := &a.speeches[q-1], &a.speeches[q-2]
	para := l.para[seat]
	if l.para[l.seat[q-1]] != para-1 || l.para[l.seat[q-2]] != para-2 || !last.closed || last.voice == first.voice || !first.voice.known() {
		return nil
	}
	c := candidate{from: q - 2}
	c.see(alternates, 1)
	ends := func(q int) bool { return lastInside(l.text[a.speeches[q].start:a.speeches[q].end]) == '?' }
	switch {
	case ends(q - 1), ends(q) && ends(q-2), last.turn >= 0 && last.turn == q-3:
		c.see(answers, 1)
	case last.event != nil && last.turn < 0 && repliesTo(l.low(last.event.cueFirst)):
		c.see(answers, .7)
	}
	return []candidate{c}
}

func repliesTo(verb string) bool {
	switch verb {
	case "replied", "replies", "answered", "answers", "responded", "responds", "retorted", "retorts", "countered", "asked", "asks":
		return true
	}
	return false
}

// newSubject tells how much of an attribution of its own lies between the
// quotation before and this one, in their one paragraph: 0 none, 1 a verb of
// speech and its subject.
func (a *attributor) newSubject(q int) float64 {
	seat, prev := a.l.seat[q], a.l.seat[q-1]
	most := 0.0
	for s := a.l.items[prev].sentence; s <= a.l.items[seat].sentence; s++ {
		for _, e := range a.eventsOf(s) {
			if e.cueFirst > e.cueLast || e.first <= prev || e.last >= seat || e.under || !e.found || e.inverted {
				continue
			}
			if touching, _, _ := a.l.between(prev+1, e.first); touching == 0 {
				continue // it is the tag of the quotation before
			}
			if e.weak {
				most = max(most, .5)
			} else {
				most = 1
			}
		}
	}
	return most
}

// fills reports whether the quotation at item seat is all its paragraph.
func (a *attributor) fills(seat int) bool {
	return (seat == 0 || a.l.kind(seat-1) == lineBreak) && a.l.kind(seat+1) == lineBreak
}
