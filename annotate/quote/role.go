package quote

import (
	"slices"
	"strings"
)

// learnRoles collects what persons are called beside their names: «Taoiseach
// Ana Roy», «Ana Roy, the union’s chief executive», «The mayor, Ana Roy,».
func (c *cast) learnRoles(l *line) {
	for j, it := range l.items {
		if it.kind != proper || it.name < 0 || c.of[it.name] < 0 || !c.figures[c.of[it.name]].person {
			continue
		}
		f := &c.figures[c.of[it.name]]
		p := l.namePhrase(j)
		f.addRole(l.lows(p.first, j))
		for i := p.first; i < j; i++ {
			if r := callingOf(strings.TrimSuffix(l.low(i), ".")); r != "" {
				f.addRole([]string{r})
			}
		}
		if l.sign(j+1, ",") || l.sign(j+1, "(") {
			from := j + 2
			if l.kind(from) == number && l.sign(from+1, ",") { // «Ana Roy, 45, a farmer»
				from += 2
			}
			if first, last := l.apposition(from); last > first {
				f.addRole(l.lows(first, last))
			}
		}
		if l.pleads(j + 1) {
			f.addRole([]string{"defendant"})
		}
		if (l.low(j+1) == "is" || l.low(j+1) == "was") && (l.low(j+2) == "the" || l.low(j+2) == "a" || l.low(j+2) == "an") {
			if first, last := l.apposition(j + 2); last > first {
				f.addRole(l.lows(first, last))
			}
		}
		if l.sign(p.first-1, ",") {
			if q, ok := l.endingAt(p.first - 2); ok && q.kind == ByRole && !q.bare && l.is(q.head, role) && l.startsClause(q.first) {
				f.addRole(l.lows(q.first, q.head+1))
			}
		}
	}
}

// pleads reports whether «denies», «pleaded» or the like stands at item i, or
// behind an age there.
func (l *line) pleads(i int) bool {
	if l.sign(i, ",") && l.kind(i+1) == number && l.sign(i+2, ",") {
		i += 3
	}
	switch l.low(i) {
	case "denies", "denied", "pleaded", "pleads", "admits", "admitted":
		return true
	}
	return false
}

// apposition returns the items of the role that begins at item i and ends with
// its last noun of that kind.
func (l *line) apposition(i int) (first, last int) {
	first = i
	for j := i; j < i+longest && j < len(l.items); j++ {
		switch {
		case l.is(j, role) && !l.is(j, plural):
			last = j + 1
		case l.is(j, relative|auxiliary|subject), l.is(j, preposition) && last > 0:
			return first, last
		case l.is(j, preposition), l.kind(j) == sign && l.low(j) != "-", l.kind(j) == lineBreak, l.kind(j) == quoted:
			return first, last
		}
	}
	return first, last
}

// lows returns the words of the items in lower case that can tell a role.
func (l *line) lows(first, last int) []string {
	var out []string
	for i := first; i < last; i++ {
		if l.kind(i) == plain && l.items[i].lex&(determiner|preposition|adverb) == 0 && l.low(i) != "’s" && l.low(i) != "'s" {
			out = append(out, l.low(i))
		}
	}
	return out
}

func (f *figure) addRole(words []string) {
	lx := lexicon()
	some := false
	for _, w := range words {
		some = some || lx[w]&role != 0
		if g := lx[w] & (male | female); g != 0 && f.gender == 0 && lx[w]&subject == 0 {
			f.gender = g
		}
	}
	if !some || len(f.roles) >= crowd {
		return
	}
	for _, r := range f.roles {
		if slices.Equal(r, words) {
			return
		}
	}
	f.roles = append(f.roles, words)
}

// plays tells how well the figure fits the role in the words, of which head is
// the noun: 0 not at all.
func (f *figure) plays(words []string, head string) int {
	best := 0
	for _, r := range f.roles {
		if !slices.Contains(r, head) {
			continue
		}
		fit := 2
		for _, w := range words {
			if w != head && slices.Contains(r, w) {
				fit += 2
			} else if w != head {
				fit--
			}
		}
		best = max(best, fit)
	}
	return best
}

// callingOf returns what a person with a title is called later on: Justice Roy is
// the judge.
func callingOf(title string) string {
	switch title {
	case "justice", "judge":
		return "judge"
	case "cllr":
		return "councillor"
	case "dr":
		return "doctor"
	case "rev", "reverend", "canon":
		return "vicar"
	case "fr", "father":
		return "priest"
	case "prof":
		return "professor"
	case "sgt":
		return "sergeant"
	case "det", "dci", "dc", "ds":
		return "detective"
	case "insp":
		return "inspector"
	case "supt":
		return "superintendent"
	case "capt":
		return "captain"
	case "maj":
		return "major"
	case "sen":
		return "senator"
	case "gov":
		return "governor"
	}
	return ""
}
