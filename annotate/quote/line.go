package quote

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// item is a word, a name, a sign or a whole quotation of the article: what is
// left of the text when each quotation is one thing.
type item struct {
	start, end int
	kind       kind
	lex        lex
	upper      bool
	name       int    // index into the names, or -1
	quote      int    // index into the quotations where kind is quoted, else -1
	sentence   int    // rising number of the sentence
	low        string // the word in lower case; "" for names and quotations
}

// line is the whole article as items.
type line struct {
	text  string
	names []Name // the caller's, then runs of capitals that look like names
	items []item
	first []int           // first[s] is the first item of sentence s; one more ends the last
	seat  []int           // seat[q] is the item of quotation q
	para  []int           // para[i] is the paragraph of item i
	known map[string]bool // capitalized words that are parts of names
	plain map[string]bool // words that also stand in lower case
}

func (l *line) is(i int, c lex) bool {
	return i >= 0 && i < len(l.items) && l.items[i].lex&c != 0
}

func (l *line) sign(i int, signs string) bool {
	return i >= 0 && i < len(l.items) && l.items[i].kind == sign && strings.Contains(signs, l.items[i].low)
}

func (l *line) low(i int) string {
	if i < 0 || i >= len(l.items) {
		return ""
	}
	return l.items[i].low
}

func (l *line) kind(i int) kind {
	if i < 0 || i >= len(l.items) {
		return lineBreak
	}
	return l.items[i].kind
}

// lay lays out the article with the given quotations as single items.
// draft is an earlier layout of the same article or nil; its words tell which
// capitals at the start of a sentence are names.
func lay(text string, paras []segment.Range, names []Name, quotes []stretch, draft *line) *line {
	l := &line{text: text, names: slices.Clone(names), seat: make([]int, len(quotes)), items: make([]item, 0, len(text)/5+16), para: make([]int, 0, len(text)/5+16)}
	if draft != nil {
		l.known, l.plain = draft.nameWords(), draft.plainWords()
	}
	lx := lexicon()
	byStart := order(names, text)
	q, n := 0, 0
	for pi, p := range paras {
		begun := len(l.items)
		for at := p.Start; at < p.End; {
			stop := p.End
			if q < len(quotes) && quotes[q].start < p.End {
				stop = quotes[q].start
			}
			n = l.addWords(words(text, at, stop), lx, byStart, n)
			at = stop
			if q < len(quotes) && stop == quotes[q].start {
				l.seat[q] = len(l.items)
				l.items = append(l.items, item{start: quotes[q].start, end: quotes[q].end, kind: quoted, name: -1, quote: q})
				at = max(quotes[q].end, at+1)
				q++
			}
		}
		l.items = append(l.items, item{start: p.End, end: p.End, kind: lineBreak, name: -1, quote: -1})
		for range len(l.items) - begun {
			l.para = append(l.para, pi)
		}
	}
	l.sentences()
	return l
}

// order returns the indices of the usable names by start, the longest first.
func order(names []Name, text string) []int {
	var out []int
	for i, n := range names {
		if n.usable(text) {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(a, b int) bool {
		x, y := names[out[a]], names[out[b]]
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		return x.End > y.End
	})
	return out
}

// speaks reports whether a thing of that label can have a voice.
func speaks(label string) bool {
	switch label {
	case "", "PERSON", "ORG", "GPE", "NORP", "FAC", "PER", "LOC", "PRODUCT":
		return true
	}
	return false
}

// addWords appends the words as items, with the words of a name as one. n is
// the first name not yet passed, and the new one is returned.
func (l *line) addWords(ws []word, lx map[string]lex, byStart []int, n int) int {
	for i := 0; i < len(ws); {
		w := ws[i]
		for n < len(byStart) && l.names[byStart[n]].End <= w.start {
			n++
		}
		if n < len(byStart) && l.names[byStart[n]].Start < w.end && !speaks(l.names[byStart[n]].Label) {
			l.items = append(l.items, l.word(w, lx)) // a storm, a day, a film
			i++
			continue
		}
		if n < len(byStart) && l.names[byStart[n]].Start < w.end {
			name := l.names[byStart[n]]
			it := item{start: max(name.Start, w.start), end: name.End, kind: proper, name: byStart[n], quote: -1, upper: true}
			j := i
			for j < len(ws) && ws[j].start < name.End {
				j++
			}
			// A quotation may cut a name short.
			it.end = min(it.end, ws[j-1].end)
			it.start = min(it.start, it.end-1)
			if it.start > w.start {
				l.items = append(l.items, l.word(word{start: w.start, end: it.start, kind: plain, upper: w.upper}, lx))
			}
			l.items = append(l.items, it)
			i = j
			continue
		}
		run := i + 1
		for run < len(ws) && (n >= len(byStart) || ws[run].end <= l.names[byStart[n]].Start) {
			run++
			if run-i > longest {
				break
			}
		}
		before := n < len(byStart) && run < len(ws) && ws[run].end > l.names[byStart[n]].Start && isPerson(l.names[byStart[n]].Label)
		i += l.addRun(ws[i:run], ws[i+1:], before, lx)
	}
	return n
}

// addRun appends the next word, or the run of capitalized words that begins
// there and that no recognizer named, and returns how many words it took. Such
// a run may be a name all the same; it gets a Name without a label. ws ends
// where the next name begins, which is a person's where before is set; behind
// are all the words after the first.
func (l *line) addRun(ws, behind []word, before bool, lx map[string]lex) int {
	it := l.word(ws[0], lx)
	if !l.nameLike(it) {
		l.items = append(l.items, it)
		return 1
	}
	n := 1
	for n < len(ws) && ws[n].start <= ws[n-1].end+2 {
		next := l.word(ws[n], lx)
		particle := isParticle(next.low) && n+1 < len(ws) && (ws[n+1].upper || isParticle(l.text[ws[n+1].start:ws[n+1].end]))
		if !particle && (!l.nameLike(next) || next.lex&(cueStrong|role) != 0) {
			break
		}
		n++
	}
	for n > 1 && !ws[n-1].upper {
		n--
	}
	if n == 1 && l.opensSentence() {
		speaks := len(behind) > 0 && l.word(behind[0], lx).lex&cueStrong != 0 && !l.plain[it.low]
		if (!speaks || it.lex != 0) && !l.known[l.text[it.start:it.end]] {
			l.items = append(l.items, it)
			return 1
		}
	}
	if before && n == len(ws) {
		l.items = append(l.items, it)
		return 1 // what he is, not his name: «Lobsterman Tom Okafor»
	}
	it.end, it.kind, it.name, it.low, it.lex = ws[n-1].end, proper, len(l.names), "", 0
	l.names = append(l.names, Name{Start: it.start, End: it.end})
	l.items = append(l.items, it)
	return n
}

// nameWords returns the capitalized words of the line's names.
func (l *line) nameWords() map[string]bool {
	out := map[string]bool{}
	for _, n := range l.names {
		if !n.usable(l.text) || !isPerson(n.Label) && n.Label != "ORG" {
			continue
		}
		for _, w := range strings.Fields(l.text[n.Start:n.End]) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
				out[w] = true
			}
		}
	}
	return out
}

// plainWords returns the words that stand in lower case somewhere.
func (l *line) plainWords() map[string]bool {
	out := map[string]bool{}
	for _, it := range l.items {
		if it.kind == plain && !it.upper {
			out[it.low] = true
		}
	}
	return out
}

func (l *line) nameLike(it item) bool {
	if contracted(it.low) {
		return false // I’d, We’re
	}
	return it.kind == plain && it.upper && it.lex&(function|subject|title|role|body|participle) == 0
}

func (l *line) opensSentence() bool {
	n := len(l.items)
	if n == 0 {
		return true
	}
	last := l.items[n-1]
	return last.kind == lineBreak || last.kind == quoted || last.kind == sign && strings.Contains(".!?:—–", last.low)
}

func (l *line) word(w word, lx map[string]lex) item {
	low := strings.ToLower(l.text[w.start:w.end])
	it := item{start: w.start, end: w.end, kind: w.kind, upper: w.upper, name: -1, quote: -1, low: low}
	if strings.HasSuffix(low, "-year-old") {
		it.lex = role
		return it
	}
	if w.kind != plain {
		return it
	}
	bare := strings.TrimSuffix(low, ".")
	it.lex = lx[bare]
	if n := len(l.items); (low == "’s" || low == "'s") && n > 0 && l.items[n-1].lex&(subject|relative) != 0 {
		it.lex = auxiliary // he’s saying
	}
	if it.lex == 0 {
		if k := strings.LastIndexByte(bare, '-'); k > 0 {
			it.lex = lx[bare[k+1:]] & (role | plural | male | female | body | document)
		}
		if strings.HasSuffix(bare, "ly") && len(bare) > 4 && !w.upper {
			it.lex = adverb
		}
	}
	return it
}

// sentences numbers the sentences. A quotation ends one where it ends with a
// stop and the reporter's text goes on with a capital.
func (l *line) sentences() {
	s, fresh, size := 0, true, 0
	for i := range l.items {
		size++
		if fresh {
			l.first = append(l.first, i)
			fresh = false
		}
		l.items[i].sentence = s
		if l.ends(i) || size >= endless || l.dateline(i) {
			s++
			fresh, size = true, 0
		}
	}
	l.first = append(l.first, len(l.items))
}

// endless is the number of items at which a sentence is cut, so that hostile
// text costs no more than other text.
const endless = 400

// dateline reports whether item i is the dash behind a dateline: «DUBLIN (AFP) —».
func (l *line) dateline(i int) bool {
	if !l.sign(i, "—–-―") || !l.sign(i-1, ")") {
		return false
	}
	for k := i - 2; k >= 0 && k > i-14; k-- {
		if l.kind(k) == lineBreak || k == 0 {
			return true
		}
		if l.kind(k) == quoted || l.sign(k, "!?") {
			return false
		}
	}
	return false
}

func (l *line) ends(i int) bool {
	it := l.items[i]
	switch it.kind {
	case lineBreak:
		return true
	case sign:
		if !strings.Contains(".!?。！？", it.low) {
			return false
		}
		return l.begins(i + 1)
	case quoted:
		switch lastInside(l.text[it.start:it.end]) {
		case '.', '…', '。':
			return l.begins(i+1) && !l.tagged(i+1, ".")
		case '!', '?', '！', '？':
			return l.begins(i+1) && !l.tagged(i+1, ".,+")
		}
	}
	return false
}

// begins reports whether a sentence can begin at item i.
func (l *line) begins(i int) bool {
	switch l.kind(i) {
	case lineBreak, quoted, proper, number:
		return true
	case sign:
		return !strings.Contains(",;:-–—―.!?…)", l.low(i))
	}
	return l.items[i].upper
}

// tagged reports whether item i begins a bare tag to the quotation before it,
// such as «Roy said.» or «said Roy»: a subject and a cue, and then one of the
// stops; + among them stands for the words that carry a tag on, as in «Roy said
// in Cork».
func (l *line) tagged(i int, stops string) bool {
	if l.kind(i) == quoted || l.kind(i) == lineBreak {
		return false
	}
	for j := i; j < i+5 && j < len(l.items); j++ {
		switch {
		case l.is(j, cue) && !l.is(j, baseForm) && (l.is(j, cueStrong) || j > i):
			after := j + 1
			for l.is(after, adverb) {
				after++
			}
			if strings.HasSuffix(stops, "+") && l.is(after, preposition|subordinate|conjunction) && l.low(after) != "that" {
				return true
			}
			return l.sign(after, stops) || l.kind(after) == lineBreak || j == i && l.kind(j+1) != quoted
		case l.kind(j) == proper, l.is(j, title|role|determiner|subject):
		default:
			return false
		}
	}
	return false
}

// lastInside returns the last character of a quotation before its closing marks.
func lastInside(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !isMark(r) && !unicode.IsSpace(r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

// firstInside returns the first character of a quotation after its opening marks.
func firstInside(s string) rune {
	for _, r := range s {
		if !isMark(r) && !unicode.IsSpace(r) && r != '[' && r != '(' && r != '…' && r != '.' {
			return r
		}
	}
	return 0
}
