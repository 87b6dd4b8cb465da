package entity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// token is a word, number or sign of the article.
type token struct {
	start, end int    // bytes of the text
	word       string // composed, with straight apostrophes; for look-ups
	low        string // word in lower case
	kind       segment.Kind
	key        uint64 // hash of word
	lowKey     uint64 // hash of low
	kin        uint8  // cluster of words that keep similar company
	reach      uint8  // how many words a listed name that begins with it can have
	is         word   // what the lower-case word can be
	in         class  // lists that the word alone is in
	capital    bool   // begins with an upper-case letter
	upper      bool   // two letters or more, all upper case
	space      bool   // white space stands before it
	first      bool   // begins a sentence
	taken      bool   // part of a date or number
}

// line is a paragraph.
type line struct {
	tokens []token
	style  style
	none   token // what stands outside the line
	byline int   // how many tokens at the start are a dateline in capitals
}

// style says how much a capital letter means in a line.
type style uint8

const (
	running  style = iota // sentences: a capital inside one marks a name
	headline              // Title Case: most words have a capital
	shouted               // ALL CAPS
	mute                  // boilerplate: nothing is annotated
)

// article is a text under analysis.
type article struct {
	text  string
	lower string // the text in lower case, or "" where that has other lengths
	lex   *lexicon
	lines []line
	hits  []hit
}

func read(text string) *article {
	a := &article{text: text, lex: lists()}
	tokens := segment.Tokens(text)
	starts := segment.Sentences(text)
	k, s := 0, 0
	all := make([]token, 0, len(tokens)+len(tokens)/16+8) // of all lines
	a.lower = lowered(text)
	for _, p := range segment.Paragraphs(text) {
		l := line{tokens: all[len(all):len(all):cap(all)]}
		for k < len(tokens) && tokens[k].Start < p.End {
			n := a.sum(tokens, k)
			t := tokens[k]
			t.End = tokens[k+n-1].End
			l.tokens = a.append(l.tokens, t)
			k += n
		}
		if cap(l.tokens) == cap(all)-len(all) {
			all = all[:len(all)+len(l.tokens)] // they fitted in; append did not move them
		}
		l.tokens = l.tokens[:len(l.tokens):len(l.tokens)]
		for i := range l.tokens {
			for s < len(starts) && starts[s].Start <= l.tokens[i].start {
				l.tokens[i].first = true
				s++
			}
		}
		l.open()
		l.style = l.styleOf()
		l.byline = l.dateline()
		a.lines = append(a.lines, l)
	}
	for i := range a.lines {
		if a.boilerplate(i) {
			a.lines[i].style = mute
		}
	}
	return a
}

// append adds a token, cut where a hyphen joins a name to something else.
func (a *article) append(l []token, t segment.Token) []token {
	if !joint(a.text[t.Start:t.End]) {
		return append(l, a.token(t))
	}
	for _, c := range a.cut(t) {
		l = append(l, a.token(c))
	}
	return l
}

// joint reports whether a token may have to be cut: it holds a hyphen, or letters
// with digits.
func joint(w string) bool {
	digits := false
	for i := range len(w) {
		switch c := w[i]; {
		case c == '-' || c == 0xe2: // the first byte of the typographic hyphens, among others
			return true
		case c >= '0' && c <= '9':
			digits = true
		}
	}
	return digits && (w[0] < '0' || w[0] > '9')
}

func (a *article) token(t segment.Token) token {
	w := plainly(a.text[t.Start:t.End])
	out := token{start: t.Start, end: t.End, word: w, low: w, kind: t.Kind, key: key(w)}
	e := a.lex.find(out.key)
	out.in, out.reach = e.in, e.reach
	r, n := utf8.DecodeRuneInString(w)
	if upper := strings.IndexFunc(w, unicode.IsUpper) >= 0; upper {
		out.low = a.lowerOf(w, t)
		out.lowKey = key(out.low)
		e = a.lex.find(out.lowKey)
		out.in |= e.in & inCommon
	} else {
		out.lowKey = out.key
	}
	out.is, out.kin = a.lex.kinds[e.kind], e.kin
	if t.Kind == segment.Word {
		a.people(&out)
		out.capital = unicode.IsUpper(r) || out.low != w && !strings.ContainsAny(w, "@/.") || w == "plc"
		out.upper = unicode.IsUpper(r) && n < len(w) && strings.ToUpper(w) == w && strings.IndexFunc(w[n:], unicode.IsLetter) >= 0
	}
	if t.Start > 0 {
		prev, _ := utf8.DecodeLastRuneInString(a.text[:t.Start])
		out.space = unicode.IsSpace(prev)
	}
	return out
}

// lowered returns the text in lower case, if every character keeps its length;
// else "".
func lowered(text string) string {
	for _, r := range text {
		if r >= utf8.RuneSelf && utf8.RuneLen(unicode.ToLower(r)) != utf8.RuneLen(r) || r == utf8.RuneError {
			return ""
		}
	}
	return strings.ToLower(text)
}

// lowerOf returns the word w of token t in lower case, without making a string of
// its own where that can be.
func (a *article) lowerOf(w string, t segment.Token) string {
	if a.lower != "" && len(w) == t.End-t.Start {
		if low := a.lower[t.Start:t.End]; !strings.Contains(low, "’") {
			return low
		}
	}
	return strings.ToLower(w)
}

// people adds plurals and compounds to the words of nationality.
func (a *article) people(t *token) {
	if t.in&inNationalities != 0 {
		return
	}
	if strings.HasSuffix(t.word, "ns") {
		t.in |= a.look(t.word[:len(t.word)-1]) & inNationalities
	}
	for _, end := range [...]string{"woman", "women", "man", "men"} {
		if head, ok := strings.CutSuffix(t.word, end); ok && len(head) > 3 {
			t.in |= a.look(head) & inNationalities
		}
	}
	if _, tail, ok := strings.Cut(t.word, "-"); ok {
		t.in |= a.look(tail) & inNationalities
	}
}

// plainly returns the word composed and with straight apostrophes, as the lists
// have it.
func plainly(w string) string {
	ascii := true
	for i := range len(w) {
		ascii = ascii && w[i] < utf8.RuneSelf
	}
	if ascii {
		return w
	}
	if w == "’s" {
		return "'s"
	}
	if !norm.NFC.IsNormalString(w) {
		w = norm.NFC.String(w)
	}
	if strings.Contains(w, "’") {
		w = strings.ReplaceAll(w, "’", "'")
	}
	return w
}

// open marks the words after an opening quotation mark, a colon or a bullet as
// first ones: a capital there proves no more than at the start of a sentence.
func (l *line) open() {
	for i := range l.tokens {
		t := &l.tokens[i]
		if i == 0 {
			t.first = true
			continue
		}
		prev := l.tokens[i-1]
		if prev.kind == segment.Word || prev.kind == segment.Number {
			continue
		}
		opening := strings.ContainsAny(prev.word, "“‘«„\"'[•●*–—-:") && !(prev.word == "-" && !t.space)
		t.first = t.first || prev.first || (opening && (prev.space || prev.word == ":"))
	}
}

func (l *line) styleOf() style {
	words, capitals, uppers, letters := 0, 0, 0, 0
	for _, t := range l.tokens {
		if t.kind != segment.Word || !hasCase(t.word) {
			continue
		}
		letters++
		if t.upper {
			uppers++
		}
		if utf8.RuneCountInString(t.word) >= 4 && t.is&isPreposition == 0 {
			words++
			if t.capital {
				capitals++
			}
		}
	}
	switch {
	case letters >= 2 && uppers*4 >= letters*3:
		return shouted
	case words >= 4 && letters <= 25 && capitals*10 >= words*9:
		return headline
	}
	return running
}

// dateline returns how many tokens at the start of a line give, in capitals, the
// place of a report: GAZA CITY/JERUSALEM (Reuters) -.
func (l *line) dateline() int {
	for i := range l.tokens {
		t := &l.tokens[i]
		switch {
		case i > 8:
			return 0
		case t.upper && utf8.RuneCountInString(t.word) > 1 || among(t.word, ", / .") || t.in&inStates != 0:
		case i > 0 && (t.word == "(" || t.space && among(t.word, "- – — :")) || i > 1 && t.is&isMonth != 0:
			return i
		default:
			return 0
		}
	}
	return 0
}

func hasCase(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) }) >= 0
}

// look asks the lists for a name.
func (a *article) look(name string) class { return a.lex.look(name) }
