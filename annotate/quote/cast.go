package quote

import (
	"slices"
	"strings"
	"unicode"
)

// figure is a person or an organization of the article.
type figure struct {
	full   int      // the name that gives it most fully, or -1
	role   string   // as printed, where full is -1
	tokens []string // of that name, in lower case
	person bool
	org    bool       // an organization, by its label
	gender lex        // male, female or 0
	lean   lex        // the likelier one where gender is 0
	roles  [][]string // what it is called beside its name: [foreign minister]
}

// cast is who appears in an article.
type cast struct {
	figures []figure
	of      []int // figure of each name, or -1
}

// crowd bounds how many namesakes are compared.
const crowd = 32

// castOf gathers the names into persons and organizations: «Mr Roy», «Ana» and
// «Ana Roy» are one.
func castOf(l *line) *cast {
	c := &cast{of: make([]int, len(l.names))}
	tokens := make([][]string, len(l.names))
	var byLength []int
	for i, n := range l.names {
		c.of[i] = -1
		if !n.usable(l.text) || !speaks(n.Label) || n.Label == "NORP" {
			continue
		}
		if tokens[i] = nameTokens(l.text[n.Start:n.End]); len(tokens[i]) > 0 {
			byLength = append(byLength, i)
		}
	}
	slices.SortStableFunc(byLength, func(a, b int) int { return len(tokens[b]) - len(tokens[a]) })
	ends := map[string][]int{} // figures by the first and by the last word of their names
	forms := map[string]int{}
	var short []int
	for _, i := range byLength {
		t := tokens[i]
		key := strings.Join(t, " ")
		if f, ok := forms[key]; ok && len(t) > 1 {
			c.join(l, i, f)
			continue
		}
		if len(t) == 1 && isPerson(l.names[i].Label) {
			short = append(short, i)
			continue
		}
		if f := c.longer(l, i, t, ends[t[len(t)-1]]); f >= 0 {
			c.join(l, i, f)
			forms[key] = f
			continue
		}
		forms[key] = c.found(l, i, t, ends)
	}
	c.surnames(l, short, tokens, ends, forms)
	c.acronyms(l)
	return c
}

func isPerson(label string) bool { return label == "PERSON" || label == "PER" || label == "" }

func (c *cast) found(l *line, i int, t []string, ends map[string][]int) int {
	f := len(c.figures)
	fig := figure{full: i, tokens: t, person: isPerson(l.names[i].Label), org: l.names[i].Label == "ORG"}
	if fig.person {
		fig.gender = genderOf(t[0])
	}
	c.figures = append(c.figures, fig)
	ends[t[len(t)-1]] = append(ends[t[len(t)-1]], f)
	if len(t) > 1 && fig.person {
		ends[t[0]] = append(ends[t[0]], f)
	}
	c.of[i] = f
	return f
}

// join makes name i one more name of figure f. A name in the usual case is
// better than the same in capitals.
func (c *cast) join(l *line, i, f int) {
	c.of[i] = f
	fig := &c.figures[f]
	full, form := l.names[fig.full], l.names[i]
	if shouts(l.text[full.Start:full.End]) && !shouts(l.text[form.Start:form.End]) && form.End-form.Start >= full.End-full.Start {
		fig.full = i
	}
}

func shouts(s string) bool { return s == strings.ToUpper(s) && len(s) > 4 }

// longer returns the figure of a longer name that the tokens shorten, or -1.
func (c *cast) longer(l *line, i int, t []string, near []int) int {
	for _, f := range near[:min(len(near), crowd)] {
		fig := &c.figures[f]
		if fig.person == isPerson(l.names[i].Label) && shortens(t, fig.tokens) {
			return f
		}
	}
	return -1
}

// shortens reports whether the name s can stand for the longer name t: its end,
// or its first and last words with some of those between.
func shortens(s, t []string) bool {
	if len(s) > len(t) || len(s) == 0 {
		return false
	}
	if slices.Equal(s, t[len(t)-len(s):]) {
		return true
	}
	if len(s) < 2 || s[len(s)-1] != t[len(t)-1] || !sameGiven(s[0], t[0]) {
		return false
	}
	k := 1
	for _, w := range t[1:] {
		if k < len(s) && s[k] == w {
			k++
		}
	}
	return k == len(s)
}

// sameGiven reports whether two given names can be one person's: Steve and
// Steven, Dan and Daniel, J. and Jane.
func sameGiven(a, b string) bool {
	a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// surnames settles the names of one word, by the titles before them and by who
// was named last.
func (c *cast) surnames(l *line, short []int, tokens [][]string, ends map[string][]int, forms map[string]int) {
	if len(short) == 0 {
		return
	}
	seat := map[int]int{} // item of each name
	for i, it := range l.items {
		if it.kind == proper {
			seat[it.name] = i
		}
	}
	last := map[string]int{} // the figure that a word meant last
	mentions := make([]int, 0, len(l.names))
	for i := range l.names {
		if len(tokens[i]) > 0 {
			mentions = append(mentions, i)
		}
	}
	slices.SortStableFunc(mentions, func(a, b int) int { return l.names[a].Start - l.names[b].Start })
	isShort := map[int]bool{}
	for _, i := range short {
		isShort[i] = true
	}
	for _, i := range mentions {
		t := tokens[i]
		if !isShort[i] {
			if f := c.of[i]; f >= 0 && c.figures[f].person {
				last[t[len(t)-1]], last[t[0]] = f, f
			}
			continue
		}
		g := l.titleGender(seat, i)
		f := c.namesake(t[0], g, ends[t[0]], last)
		if f < 0 {
			if known, ok := forms[t[0]]; ok {
				f = known
			} else {
				f = c.found(l, i, t, ends)
				forms[t[0]] = f
			}
		}
		c.join(l, i, f)
		last[t[0]] = f
		if fig := &c.figures[f]; g != 0 && fig.gender == 0 {
			fig.gender = g
		}
	}
}

// namesake chooses among the figures that the single name w may mean.
func (c *cast) namesake(w string, g lex, near []int, last map[string]int) int {
	fits := func(f int) bool {
		return c.figures[f].person && (g == 0 || c.figures[f].gender == 0 || c.figures[f].gender == g)
	}
	if f, ok := last[w]; ok && fits(f) {
		return f
	}
	best := -1
	for _, f := range near[:min(len(near), crowd)] {
		t := c.figures[f].tokens
		surname := t[len(t)-1] == w
		if !fits(f) || len(t) < 2 {
			continue
		}
		if best < 0 || surname && c.figures[best].tokens[0] == w {
			best = f
		}
	}
	return best
}

// titleGender returns what a title before the name tells.
func (l *line) titleGender(seat map[int]int, name int) lex {
	i, ok := seat[name]
	if !ok || !l.is(i-1, title|role) {
		return 0
	}
	return l.items[i-1].lex & (male | female)
}

// acronyms joins «IAEA» to «International Atomic Energy Agency».
func (c *cast) acronyms(l *line) {
	initials := map[string]int{}
	for f, fig := range c.figures {
		if fig.person || len(fig.tokens) < 2 {
			continue
		}
		var all, some strings.Builder
		for _, t := range fig.tokens {
			r := []rune(t)[:1]
			all.WriteRune(unicode.ToUpper(r[0]))
			if len(t) > 3 {
				some.WriteRune(unicode.ToUpper(r[0]))
			}
		}
		for _, k := range []string{all.String(), some.String()} {
			if _, ok := initials[k]; !ok && len(k) > 1 {
				initials[k] = f
			}
		}
	}
	for f := range c.figures {
		fig := &c.figures[f]
		n := l.names[fig.full]
		form := strings.ReplaceAll(l.text[n.Start:n.End], ".", "")
		if long, ok := initials[form]; ok && !fig.person && len(fig.tokens) == 1 && long != f {
			fig.full, fig.tokens = c.figures[long].full, c.figures[long].tokens
		}
	}
}

// nameTokens splits a name into words in lower case, without titles.
func nameTokens(s string) []string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || isMark(r) && r != '\'' && r != '’' || r == '(' || r == ')' || r == ','
	})
	lx := lexicon()
	for len(f) > 1 && lx[strings.TrimSuffix(f[0], ".")]&title != 0 && lx[f[0]]&determiner == 0 {
		f = f[1:]
	}
	for len(f) > 2 && generation(f[len(f)-1]) {
		f = f[:len(f)-1] // «Buckner» stands for «Deshawn Buckner Jr.»
	}
	for i, w := range f {
		f[i] = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
	}
	return f
}

// generation reports whether the last word of a name tells father and son apart.
func generation(w string) bool {
	switch w {
	case "jr", "jr.", "sr", "sr.", "ii", "iii":
		return true
	}
	return false
}
