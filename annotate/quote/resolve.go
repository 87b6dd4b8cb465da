package quote

import (
	"slices"
	"sort"
)

// sighting is a place outside of quotations where a person or an organization
// is named.
type sighting struct {
	item    int
	figure  int
	subject bool // it begins a main clause
	owner   bool // Roy’s
	speaks  bool // a verb of speech stands beside it
}

// voice is who speaks: a figure of the cast, or a role that the article gives
// no name for.
type voice struct {
	figure int    // or -1
	role   string // as printed, where figure is -1
}

func (v voice) known() bool { return v.figure >= 0 || v.role != "" }

// resolver answers whom a pronoun or a role means.
type resolver struct {
	l         *line
	c         *cast
	sightings []sighting
	speaker   int         // the figure that spoke last, or -1
	spokeAt   int         // the item of its quotation
	strangers map[int]int // the figures without a name, by the item of their noun
	w         *weights
}

func newResolver(l *line, c *cast, w *weights) *resolver {
	r := &resolver{l: l, c: c, speaker: -1, w: w}
	for i, it := range l.items {
		if it.kind != proper || it.name < 0 || c.of[it.name] < 0 {
			continue
		}
		p := l.namePhrase(i)
		main := !l.is(p.first-1, subordinate|relative)
		r.sightings = append(r.sightings, sighting{
			item: i, figure: c.of[it.name],
			subject: main && l.startsClause(p.first),
			owner:   l.low(i+1) == "’s" || l.low(i+1) == "'s",
			speaks:  main && (l.is(p.first-1, cueStrong) || l.verbBehind(i)),
		})
	}
	r.addStrangers()
	r.addRoles()
	return r
}

// mostStrangers bounds the persons without a name that an article can bring in.
const mostStrangers = 200

// addStrangers makes figures of persons whom the article brings in without a
// name, as the subjects of clauses: «A driver on the route was warmer.»
func (r *resolver) addStrangers() {
	l := r.l
	r.strangers = map[int]int{}
	for i := range l.items {
		if !l.is(i, role) || l.is(i, plural|adverb|document) || l.kind(i) != plain || l.kind(i+1) == proper || l.is(i+1, role) || len(r.strangers) >= mostStrangers {
			continue
		}
		p, ok := l.nounPhrase(i)
		if !ok || p.bare || p.first == i || !l.indefinite(p.first) || l.sign(p.first-1, ",(") || l.is(p.first-1, auxiliary|preposition) {
			continue
		}
		if l.sign(i+1, ",") && l.startingName(i+2, len(l.items)) > 0 {
			continue // «a farmer, Ana Roy»
		}
		p = l.grown(p.first, i, len(l.items))
		fig := figure{full: -1, role: l.words(p.first, p.last), person: true, gender: l.items[i].lex & (male | female)}
		if fig.gender == male|female {
			fig.gender = 0
		}
		fig.roles = [][]string{l.lows(p.first, i+1)}
		f := len(r.c.figures)
		r.c.figures = append(r.c.figures, fig)
		r.strangers[i] = f
		r.sightings = append(r.sightings, sighting{
			item: i, figure: f, subject: l.startsClause(p.first), speaks: l.is(p.first-1, cueStrong) || l.verbBehind(p.last),
		})
	}
}

// indefinite reports whether the word at item i brings in somebody new.
func (l *line) indefinite(i int) bool {
	switch l.low(i) {
	case "a", "an", "one", "another":
		return true
	}
	return false
}

// addRoles adds the places where a role stands for somebody: «the minister».
func (r *resolver) addRoles() {
	l := r.l
	var more []sighting
	for i := range l.items {
		if !l.is(i, role) || l.is(i, plural|adverb) || l.kind(i) != plain || l.kind(i+1) == proper || l.is(i+1, role) {
			continue
		}
		p, ok := l.nounPhrase(i)
		if !ok || p.bare || p.first == i || l.low(p.first) != "the" {
			continue
		}
		if f := r.role(p); f >= 0 {
			more = append(more, sighting{item: i, figure: f, subject: l.startsClause(p.first), speaks: l.verbBehind(i)})
		}
	}
	r.sightings = append(r.sightings, more...)
	slices.SortStableFunc(r.sightings, func(a, b sighting) int { return a.item - b.item })
}

// verbBehind reports whether a verb of speech follows the name at item i.
func (l *line) verbBehind(i int) bool {
	j := i + 1
	for j < i+4 && l.is(j, auxiliary|adverb) {
		j++
	}
	return l.is(j, cueStrong) && !l.is(j, participle)
}

// backward bounds how many sightings are weighed for one pronoun.
const backward = 40

// pronoun returns the figure that the pronoun at item i stands for, or -1.
func (r *resolver) pronoun(i int) int {
	w := r.l.low(i)
	var g lex
	switch w {
	case "he", "him":
		g = male
	case "she", "her":
		g = female
	case "it", "they", "them":
	default:
		return -1
	}
	return r.recent(i, g)
}

// recent returns the figure that was spoken of most lately and prominently
// before item i; g is male, female, both for persons of either sex, or 0 for
// bodies.
func (r *resolver) recent(i int, g lex) int {
	at := sort.Search(len(r.sightings), func(k int) bool { return r.sightings[k].item >= i })
	best, most := -1, -100.0
	weigh := func(f int, score float64) {
		if s := score + r.agreement(f, g); s > most {
			best, most = f, s
		}
	}
	here := r.l.items[i].sentence
	for k := at - 1; k >= 0 && k > at-backward; k-- {
		s := r.sightings[k]
		back := float64(here - r.l.items[s.item].sentence)
		if r.l.para[i]-r.l.para[s.item] > 4 {
			break
		}
		score := r.w[figureNamed] + r.w[figureSentence]*back + r.w[figureOrder]*float64(at-k)
		if s.subject {
			score += r.w[figureSubject]
		}
		if s.owner {
			score += r.w[figureOwner]
		}
		if s.speaks {
			score += r.w[figureSpeaks]
		}
		weigh(s.figure, score)
	}
	if paras := r.parasSince(i); r.speaker >= 0 && paras <= 3 {
		weigh(r.speaker, r.w[figureSpoke]+r.w[figureSpokeSentence]*float64(here-r.l.items[r.spokeAt].sentence)+r.w[figureSpokeParas]*float64(max(0, paras-1)))
	}
	if most < -20 {
		return -1
	}
	return best
}

// agreement is how well a figure goes with a pronoun of gender g, 0 for «it»
// and «they».
func (r *resolver) agreement(f int, g lex) float64 {
	fig := &r.c.figures[f]
	switch {
	case g == 0 && fig.person:
		return -100
	case g == 0:
		return 0
	case !fig.person:
		return -100
	case fig.full < 0 && fig.gender&g == 0 && fig.gender != 0:
		return -12
	case fig.full < 0:
		return r.w[figureStranger]
	case fig.gender&g != 0:
		return r.w[figureAgrees]
	case fig.gender != 0:
		return -12
	case fig.lean&g != 0:
		return r.w[figureLeans]
	case fig.lean != 0:
		return r.w[figureLeansNot]
	}
	return 0
}

// role returns the figure that the phrase p means, or -1.
func (r *resolver) role(p phrase) int {
	l := r.l
	definite := l.is(p.first, determiner) && l.low(p.first) != "a" && l.low(p.first) != "an" && l.low(p.first) != "one" && l.low(p.first) != "another"
	if !definite && !p.bare || l.is(p.head, plural|document) {
		return -1
	}
	words, head := l.lows(p.first, p.head+1), l.low(p.head)
	at := sort.Search(len(r.sightings), func(k int) bool { return r.sightings[k].item >= p.first })
	best, most := -1, 0.0
	weigh := func(f int, far float64) {
		fit := r.c.figures[f].plays(words, head)
		if fit <= 0 {
			return
		}
		score := float64(fit) + 2/(1+far)
		if f == r.speaker {
			score++
		}
		if score > most {
			best, most = f, score
		}
	}
	for k := at - 1; k >= 0 && k > at-4*backward; k-- {
		weigh(r.sightings[k].figure, float64(at-1-k)/4)
	}
	if best >= 0 {
		return best
	}
	for k := at; k < len(r.sightings) && k < at+4*backward; k++ {
		weigh(r.sightings[k].figure, float64(k-at+8)/4)
	}
	return best
}

// who resolves a subject.
func (r *resolver) who(p phrase) voice {
	l := r.l
	switch p.kind {
	case ByPronoun:
		return voice{figure: r.pronoun(p.head)}
	case ByName, ByOrg:
		if l.kind(p.head) == proper {
			if f := r.c.of[l.items[p.head].name]; f >= 0 {
				return voice{figure: f}
			}
			if f := r.compatriot(p); f >= 0 {
				return voice{figure: f}
			}
			return voice{figure: -1, role: l.words(p.head, p.head)}
		}
	}
	if f, ok := r.strangers[p.head]; ok && p.kind == ByRole {
		return voice{figure: f}
	}
	if f := r.role(p); f >= 0 {
		return voice{figure: f}
	}
	if f := r.company(p); f >= 0 {
		return voice{figure: f}
	}
	if r.paper(p) && r.speaker >= 0 && r.parasSince(p.first) <= 1 {
		return voice{figure: r.speaker}
	}
	if r.epithet(p) || r.resumes(p) {
		g := l.items[p.head].lex & (male | female)
		if g == 0 {
			g = male | female
		}
		if f := r.recent(p.first, g); f >= 0 {
			return voice{figure: f}
		}
	}
	return voice{figure: -1, role: l.words(p.first, p.last)}
}

// words is the text of the items first to last.
func (l *line) words(first, last int) string {
	return l.text[l.items[first].start:l.items[last].end]
}

// parasSince is how many paragraphs lie between the last quotation with a
// speaker and item i.
func (r *resolver) parasSince(i int) int { return r.l.para[i] - r.l.para[r.spokeAt] }
