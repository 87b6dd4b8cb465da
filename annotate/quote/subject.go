package quote

// invertedSubject looks for the subject behind the cue at item i: «“…,” said
// Roy», «Said Roy: …». before is the last item before the cue and its adverbs.
func (l *line) invertedSubject(i, before, from, to int) (phrase, bool) {
	if !l.is(i, cueStrong) || l.is(i, participle|baseForm) {
		return phrase{}, false
	}
	switch l.low(i) {
	case "told", "tells":
		return phrase{}, false
	}
	comma := l.sign(before, ",") && l.kind(before-1) == quoted
	tag := before < from || l.kind(before) == quoted || comma
	if !tag && !l.sign(before, ",—–-") {
		return phrase{}, false
	}
	p, ok := l.startingAt(i+1, to)
	if !ok || l.is(i+1, preposition) {
		return phrase{}, false
	}
	if p.kind == ByRole && !l.is(p.head, role|plural|body|document|title) && !tag {
		return phrase{}, false
	}
	if tag {
		return p, l.kind(i+1) != plain || !l.is(i+1, addressee) || l.is(i+1, subject|determiner) || l.is(i+1, role|plural)
	}
	// «The plan will fail, said Roy.»: not so in «Roy, 45, said Smith lied.»
	if l.sign(p.last+1, ".") || l.kind(p.last+1) == lineBreak {
		return p, true
	}
	if l.sign(p.last+1, ",:") || l.kind(p.last+1) == quoted {
		return p, l.finite(from, before)
	}
	return phrase{}, false
}

// finite reports whether the items hold a finite verb, as far as one can tell.
func (l *line) finite(from, to int) bool {
	for i := from; i < to; i++ {
		if l.is(i, auxiliary) && !l.is(i-1, relative) {
			return true
		}
	}
	return false
}

// subjectBefore looks for the subject of the cue at item i to its left. before
// is the last item that is not an adverb; earlier are the sentence's events so
// far.
func (l *line) subjectBefore(before, i, from int, earlier []event) (phrase, bool) {
	j := before
	for j >= from && l.kind(j) == plain && (l.is(j, auxiliary|adverb) || l.low(j) == "to" && l.is(i, baseForm)) && !l.is(j, subject) {
		j--
	}
	if j < from {
		if len(earlier) > 0 {
			return earlier[len(earlier)-1].subject, earlier[len(earlier)-1].found
		}
		return phrase{}, false
	}
	if l.is(i, participle) && !l.is(j+1, auxiliary) {
		if p, ok := l.endingAt(j); ok && l.low(p.first-1) == "with" { // «with Roy shouting»
			return p, true
		}
		return l.sharedSubject(i, from, earlier)
	}
	switch {
	case l.is(j, conjunction):
		if !l.sign(j-1, ",") {
			if p, ok := l.nearSubject(j, from); ok {
				return p, true
			}
		}
		return l.sharedSubject(i, from, earlier)
	case l.sign(j, ")"):
		// «Ana Roy (D-MA) said»
		for k := j - 1; k > from && k > j-longest; k-- {
			if l.sign(k, "(") {
				return l.subjectBefore(k-1, i, from, earlier)
			}
		}
		return l.sharedSubject(i, from, earlier)
	case l.sign(j, ",—–-"):
		if p, ok := l.pastInsertion(j, from); ok {
			return p, true
		}
		return l.sharedSubject(i, from, earlier)
	case l.is(j, relative) && l.low(j) != "which":
		// «Roy, who said …»
		k := j - 1
		if l.sign(k, ",") {
			k--
		}
		return l.endingAt(k)
	case l.kind(j) == quoted:
		return l.sharedSubject(i, from, earlier)
	}
	p, ok := l.endingAt(j)
	if !ok {
		return l.sharedSubject(i, from, earlier)
	}
	return l.settle(p, from, i, earlier)
}

// settle decides whether the phrase right before a cue is its subject or only
// the end of what stands between the subject and the cue.
func (l *line) settle(p phrase, from, i int, earlier []event) (phrase, bool) {
	if l.startsClause(p.first) {
		return p, true
	}
	if l.is(p.first-1, preposition) {
		if q, ok := l.of(p, from); ok {
			return q, true
		}
		if q, ok := l.firstSubject(from, p.first-1); ok {
			return q, true
		}
	}
	if p.bare && !l.is(p.head, role|plural|body|document) {
		return l.sharedSubject(i, from, earlier)
	}
	return p, true
}

// of takes the phrase «a close ally of Roy» for p, its last part.
func (l *line) of(p phrase, from int) (phrase, bool) {
	g := p.first - 1
	if !joins(l.low(g)) || g-1 < from {
		return phrase{}, false
	}
	q, ok := l.simple(g - 1)
	if !ok || q.kind == ByPronoun || q.bare {
		return phrase{}, false
	}
	q.last = p.last
	return q, l.startsClause(q.first)
}

// pastInsertion looks for the subject before an insertion that ends with the
// sign at item j: «Ana Roy, who leads the union, said».
func (l *line) pastInsertion(j, from int) (phrase, bool) {
	var fallback phrase
	some := false
	for k := j - 1; k > from && k > j-60; k-- {
		if l.kind(k) == quoted {
			break
		}
		if !l.sign(k, ",(—–-") {
			continue
		}
		p, ok := l.endingAt(k - 1)
		if !ok || !l.startsClause(p.first) {
			continue
		}
		if p.kind == ByName || p.kind == ByPronoun {
			return p, true
		}
		if !some && (!p.bare || l.is(p.head, role|plural|body|document)) {
			fallback, some = p, true
		}
	}
	// «The minister, Ana Roy, said»: the name is the insertion itself.
	if p, ok := l.endingAt(j - 1); ok && p.kind == ByName && l.sign(p.first-1, ",") && some {
		return p, true
	}
	return fallback, some
}

// sharedSubject is the subject that a second verb shares with the first: «Roy
// thanked them but said», «he said, adding».
func (l *line) sharedSubject(i, from int, earlier []event) (phrase, bool) {
	for k := len(earlier) - 1; k >= 0; k-- {
		if e := earlier[k]; e.found && !e.infinitive && !e.weak && e.subject.first < i {
			return e.subject, true
		}
	}
	return l.firstSubject(from, i)
}

// nearSubject returns the last name or pronoun before item j that begins a
// clause, for «when he brought it up and said».
func (l *line) nearSubject(j, from int) (phrase, bool) {
	for k := j - 1; k >= from && k > j-2*longest; k-- {
		if l.kind(k) == quoted || l.sign(k, ",;:") {
			break
		}
		if l.kind(k) != proper && !(l.is(k, subject) && l.kind(k) == plain) || l.low(k+1) == "’s" || l.low(k+1) == "'s" {
			continue
		}
		p, ok := l.endingAt(k)
		if ok && p.first >= from && l.startsClause(p.first) && !l.is(p.first-1, preposition) && (p.kind == ByName || p.kind == ByPronoun) {
			return p, true
		}
	}
	return phrase{}, false
}

// firstSubject returns the first phrase of the items that can be the subject of
// a sentence.
func (l *line) firstSubject(from, to int) (phrase, bool) {
	var fallback phrase
	some, oblique := false, -1
	for j := from; j < to; j++ {
		ends := l.kind(j) == proper || l.is(j, subject) && l.kind(j) == plain || l.is(j, role|body|document) && !l.is(j+1, role|body|document|title) && l.kind(j+1) != proper
		if !ends || (l.low(j+1) == "’s" || l.low(j+1) == "'s") && !l.is(j+1, auxiliary) || l.is(j+1, role|title) && l.kind(j) == proper {
			continue
		}
		p, ok := l.endingAt(j)
		if ok && p.first > from && l.is(p.first-1, preposition) {
			oblique = j
			continue
		}
		if !ok || !l.startsClause(p.first) || p.first < from {
			continue
		}
		// «In Cork, Ireland, Roy said»: Ireland goes with Cork.
		place := oblique >= 0 && p.first == oblique+2 && l.sign(j+1, ",")
		if l.sign(p.first-1, "(") || place {
			continue
		}
		if p.kind == ByName || p.kind == ByPronoun {
			return p, true
		}
		if !some {
			fallback, some = p, true
		}
	}
	return fallback, some
}
