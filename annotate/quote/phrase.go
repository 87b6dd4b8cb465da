package quote

// phrase is a noun phrase that could be a subject: items first to last, of
// which head is the name, pronoun or noun that it is about.
type phrase struct {
	first, last int // items
	head        int // item
	kind        string
	bare        bool // a noun without article, possessor or capital
}

// longest bounds the words before a head noun, so that long lists of names cost
// no more than their length.
const longest = 12

// endingAt returns the noun phrase whose last word is item j.
func (l *line) endingAt(j int) (phrase, bool) {
	p, ok := l.simple(j)
	if !ok {
		return phrase{}, false
	}
	// «a spokeswoman for the bank», «the head of the union in Cork»
	for range 3 {
		g := p.first - 1
		if !l.is(g, preposition) || !joins(l.low(g)) {
			break
		}
		q, ok := l.simple(g - 1)
		if !ok || q.kind == ByPronoun || q.kind == ByRole && q.bare && !l.is(q.head, role|plural) {
			break
		}
		q.last = p.last
		p = q
	}
	return p, true
}

func joins(preposition string) bool {
	switch preposition {
	case "of", "for", "from", "at", "with", "in", "on", "to":
		return true
	}
	return false
}

// simple is endingAt without the phrases that a preposition adds.
func (l *line) simple(j int) (phrase, bool) {
	switch {
	case l.kind(j) == proper:
		return l.namePhrase(j), true
	case l.is(j, subject):
		return phrase{first: j, last: j, head: j, kind: ByPronoun}, true
	case l.kind(j) == plain && l.low(j) != "'s" && l.low(j) != "’s" && !l.is(j, function&^determiner) && l.low(j) != "":
		return l.nounPhrase(j)
	}
	return phrase{}, false
}

// namePhrase takes in what stands before a name: titles, roles, other names and
// the article («the Irish foreign minister Ana Roy»).
func (l *line) namePhrase(j int) phrase {
	p := phrase{first: j, last: j, head: j, kind: ByName}
	if l.names[l.items[j].name].Label != "PERSON" && l.names[l.items[j].name].Label != "" {
		p.kind = ByOrg
	}
	if k := l.office(j); k < j {
		p.first = k
	}
	for i := p.first - 1; i > j-longest; i-- {
		switch {
		case l.is(i, title|role):
			p.first = i
		case l.is(i, determiner):
			p.first = i
			return p
		case l.kind(i) == proper && p.first == i+1 && (p.first < j || p.kind == ByOrg):
			p.first = i
		case (l.low(i) == "’s" || l.low(i) == "'s") && l.kind(i-1) == proper && p.first < j:
			p.first = i - 1 // «the bank’s chief executive Ana Roy»
			i--
		case l.kind(i) == plain && l.items[i].lex&(function|subject) == 0 && (!l.is(i, cue) || l.is(i, nounish)) && l.before(i, j):
			p.first = i
		default:
			return p
		}
	}
	return p
}

// office returns the first item of the office before the name at item j, which a
// preposition holds together: «Minister for Transport Ana Roy», «secretary of
// state Ana Roy». It returns j where there is none.
func (l *line) office(j int) int {
	for i := j - 1; i > j-5; i-- {
		switch {
		case (l.low(i) == "of" || l.low(i) == "for") && i < j-1 && l.is(i-1, title|role):
			return i - 1
		case l.kind(i) == plain && (l.items[i].upper || l.low(i) == "state") && !l.is(i, function|title|role):
		default:
			return j
		}
	}
	return j
}

// before reports whether the word i can be a modifier of the titled name at j:
// a word right before a title or a role («foreign minister Ana Roy»).
func (l *line) before(i, j int) bool {
	return (l.items[i].upper || i+1 < j && l.is(i+1, title|role)) && l.low(i) != "’s" && l.low(i) != "'s"
}

// nounPhrase is the phrase around the head noun j: «the former health minister»,
// «Ms Roy’s lawyer», «officials».
func (l *line) nounPhrase(j int) (phrase, bool) {
	p := phrase{first: j, last: j, head: j, kind: ByRole, bare: true}
	if l.is(j, determiner) {
		// «this», «others», «both» can speak only as plurals or numbers.
		return p, l.low(j) == "one" || l.low(j) == "another" || l.low(j) == "many" || l.low(j) == "some" || l.low(j) == "both"
	}
	if l.is(j, body) {
		p.kind = ByOrg
	}
	for i := j - 1; i > j-longest; i-- {
		switch {
		case l.is(i, determiner):
			p.first, p.bare = i, false
			if w := l.low(i - 1); w == "all" || w == "both" || w == "half" {
				p.first = i - 1 // «all the ministers»
			}
			return p, true
		case l.low(i) == "’s" || l.low(i) == "'s" || l.sign(i, "’'"):
			owner, ok := l.simple(i - 1)
			if !ok || owner.kind == ByPronoun {
				return p, !p.bare || l.is(j, role|plural|body|document)
			}
			p.first, p.bare = owner.first, false
			return p, true
		case l.kind(i) == proper || l.kind(i) == number:
			p.first = i
		case l.kind(i) == plain && l.items[i].lex&(function|subject|cueStrong) == 0:
			p.first = i
		case l.kind(i) == plain && l.is(i, cueWeak) && l.is(i, participle): // «the presiding judge»
			p.first = i
		default:
			return l.trimmed(p), l.is(j, role|plural|body|document) || l.items[j].upper
		}
	}
	return l.trimmed(p), l.is(j, role|plural|body|document)
}

// trimmed shortens a phrase without an article to its head and the names and
// roles before it, since what stands further left may be a verb.
func (l *line) trimmed(p phrase) phrase {
	first := p.head
	for first > p.first && (l.kind(first-1) == proper || l.is(first-1, role|title) || l.items[first-1].upper) {
		first--
	}
	p.first = first
	return p
}

// startsClause reports whether a subject can begin at item i, by what stands
// before it.
func (l *line) startsClause(i int) bool {
	b := i - 1
	if b < 0 || l.items[b].sentence != l.items[i].sentence {
		return true
	}
	switch l.kind(b) {
	case lineBreak, quoted:
		return true
	case sign:
		return !l.sign(b, "$£€#/&%'’")
	}
	if l.low(b) == "after" || l.low(b) == "before" || l.low(b) == "since" || l.low(b) == "until" {
		return true // also conjunctions
	}
	return l.is(b, conjunction|subordinate|relative|adverb) && !l.is(b, preposition)
}
