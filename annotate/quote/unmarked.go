package quote

// unmarked returns attributions of sentence s that no known verb marks: a name
// before a colon, a name behind a dash, a name and any verb behind a quotation,
// and at last the mere subject of the sentence.
func (l *line) unmarked(s int, marked []event) []event {
	from, to := l.first[s], l.first[s+1]
	var out []event
	taken := func(p phrase) bool {
		for i := range marked {
			if marked[i].found && marked[i].subject.head == p.head {
				return true
			}
		}
		return false
	}
	for i := from; i < to; i++ {
		if l.kind(i) != quoted {
			continue
		}
		if p, cueItem, ok := l.tagBehind(i, to); ok && !taken(p) {
			e := event{cueFirst: cueItem, cueLast: cueItem}
			if cueItem < 0 {
				e.cueFirst, e.cueLast = p.last+1, p.last
			}
			e.take(p)
			out = append(out, e)
		}
	}
	for i := from; i < to; i++ {
		// «Roy’s “golden age”»
		if l.kind(i) == quoted && (l.low(i-1) == "’s" || l.low(i-1) == "'s") && l.kind(i-2) == proper && i-2 >= from {
			if p := l.namePhrase(i - 2); !taken(p) {
				e := event{cueFirst: p.last + 1, cueLast: p.last, owner: true}
				e.take(p)
				out = append(out, e)
			}
		}
	}
	p, ok := l.firstSubject(from, to)
	if !ok && len(marked) == 0 {
		p, ok = l.beforeColon(from, to)
	}
	if ok && !taken(p) {
		e := event{cueFirst: p.last + 1, cueLast: p.last, weak: true}
		e.take(p)
		out = append(out, e)
	}
	return out
}

// beforeColon returns the last name before a colon and a quotation: «@harbor
// (Harbor Office): “…”».
func (l *line) beforeColon(from, to int) (phrase, bool) {
	for i := from + 1; i < to; i++ {
		if l.kind(i) != quoted || !l.sign(i-1, ":") {
			continue
		}
		for j := i - 2; j >= from && j > i-longest; j-- {
			if l.kind(j) == proper {
				return l.namePhrase(j), true
			}
		}
	}
	return phrase{}, false
}

// tagBehind looks behind the quotation at item i for «— Roy», «(Roy)» and «Roy
// marveled»; the verb is an item, or -1.
func (l *line) tagBehind(i, to int) (phrase, int, bool) {
	j := i + 1
	dash := l.sign(j, "—–―-(")
	if dash || l.sign(j, ",") {
		j++
	}
	if j >= to || l.kind(j) == lineBreak {
		return phrase{}, -1, false
	}
	if v := j; !dash && l.kind(v) == plain && l.kind(v+1) == proper && l.items[v].lex&(function|subject|cue|role|title) == 0 && l.past(v) && !l.items[v].upper {
		if p, ok := l.startingAt(v+1, to); ok && p.kind == ByName && p.first == v+1 { // «laughed Roy»
			return p, v, true
		}
	}
	p, ok := l.startingAt(j, to)
	if !ok || p.kind == ByRole && !l.is(p.head, role) {
		return phrase{}, -1, false
	}
	if dash {
		return p, -1, l.kind(p.head) == proper
	}
	v := p.last + 1
	for v < to && l.is(v, adverb) {
		v++
	}
	if v < to && l.kind(v) == plain && l.items[v].lex&(function|subject|cue) == 0 && l.past(v) {
		return p, v, true
	}
	return phrase{}, -1, false
}

// past reports whether the word looks like a verb in the past or present.
func (l *line) past(v int) bool {
	w := l.low(v)
	n := len(w)
	return n > 3 && (w[n-2:] == "ed" || w[n-1] == 's' && w[n-2] != 's')
}
