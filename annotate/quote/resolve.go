package quote

import "sort"

// sighting is a place outside of quotations where a person or an organization
// is named.
type sighting struct {
	item    int
	figure  int
	subject bool // it begins a clause
	owner   bool // Roy’s
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
	speaker   int // the figure that spoke last, or -1
	spokeAt   int // the item of its quotation
}

func newResolver(l *line, c *cast) *resolver {
	r := &resolver{l: l, c: c, speaker: -1}
	for i, it := range l.items {
		if it.kind != proper || it.name < 0 || c.of[it.name] < 0 {
			continue
		}
		p := l.namePhrase(i)
		r.sightings = append(r.sightings, sighting{
			item: i, figure: c.of[it.name],
			subject: l.startsClause(p.first),
			owner:   l.low(i+1) == "’s" || l.low(i+1) == "'s",
		})
	}
	return r
}

// backward bounds how many sightings are weighed for one pronoun.
const backward = 40

// pronoun returns the figure that the pronoun at item i stands for, or -1.
func (r *resolver) pronoun(i int) int {
	w := r.l.low(i)
	var g lex
	switch w {
	case "he":
		g = male
	case "she":
		g = female
	case "it", "they":
	default:
		return -1
	}
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
		score := 4 - back - .02*float64(at-k)
		if s.subject {
			score += 1.5
		}
		if s.owner {
			score -= 1
		}
		weigh(s.figure, score)
	}
	if r.speaker >= 0 && r.l.para[i]-r.l.para[r.spokeAt] <= 3 {
		weigh(r.speaker, 6-.8*float64(here-r.l.items[r.spokeAt].sentence))
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
	case fig.gender == g:
		return 1
	case fig.gender != 0:
		return -100
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
			return voice{figure: -1, role: l.words(p.head, p.head)}
		}
	}
	if f := r.role(p); f >= 0 {
		return voice{figure: f}
	}
	return voice{figure: -1, role: l.words(p.first, p.last)}
}

// words is the text of the items first to last.
func (l *line) words(first, last int) string {
	return l.text[l.items[first].start:l.items[last].end]
}
