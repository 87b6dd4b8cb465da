package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sight is what is to be seen of a stretch in quotation marks, for the question
// whether it is somebody's words.
type sight struct {
	words    int
	letters  bool // there are any
	capitals int  // words that begin with one, the small words of titles left out
	small    int  // such small words
	capital  bool // the first word begins with one, or with a letter that has no case
	stop     rune // the last character, where it is punctuation
	starts   bool // it begins its paragraph
	fills    bool // it is the whole paragraph
	tagged   bool // a subject and a cue stand right behind
	cued     bool // a cue stands right before
	colon    bool // a colon stands right before
	that     bool // «that», «as» or the like stands right before
	named    bool // a word for a title or a term stands right before: the film, so-called
	article  bool // an article stands right before
	sentence bool // its sentence has a cue
	weak     bool // a weak cue stands before it in its sentence
	called   bool // a weak cue stands right before
	owner    bool // ’s stands right before
	odd      bool // it is in the marks that the article does not quote with
	headline bool // it stands in a line that is written like a title itself
}

// genuine is how surely a stretch in quotation marks is somebody's words rather
// than a title, a term, a nickname or words held with tongs, in log odds.
func (s sight) genuine(w *weights) float64 {
	switch {
	case s.words == 0 || !s.letters:
		return -10
	case s.words == 1 && !(s.tagged || s.cued && s.capital || s.colon && s.stop != 0):
		return -3
	}
	v := w[markBias]
	switch {
	case s.words >= 9:
		v += w[wordsNine]
	case s.words >= 6:
		v += w[wordsSix]
	case s.words >= 4:
		v += w[wordsFour]
	case s.words == 3:
		v += w[wordsThree]
	case s.words == 2:
		v += w[wordsTwo]
	}
	title := s.titleCase() && !s.headline && !s.tagged
	for _, x := range [...]struct {
		on      bool
		feature feature
	}{
		{s.tagged, markTagged},
		{s.cued, markCued},
		{s.colon, markColon},
		{s.that, markThat},
		{s.sentence, markSentence},
		{s.weak, markWeak},
		{s.called, markCall},
		{s.starts, markStarts},
		{s.fills, markFills},
		{s.capital && s.stop != 0, markStop},
		{s.named, markNamed},
		{s.article && !s.sentence && s.words < 5, markArticle},
		{s.odd, markOdd},
		{title && !s.fills, markTitle},
		{title && !s.cued && !s.colon, markTitleLoose},
		{s.titleCase() && s.owner, markTitleOwned},
	} {
		if x.on {
			v += w[x.feature]
		}
	}
	return v
}

// titleCase reports whether the words are written like a title.
func (s sight) titleCase() bool {
	return s.words >= 2 && !s.fills && s.capitals == s.words-s.small && s.capitals >= 2
}

// whole reports whether the stretch is a sentence of its own.
func (s sight) whole() bool {
	return s.capital && (s.words >= 2 || s.tagged || s.fills) && (s.stop != 0 || s.starts || s.colon || s.tagged || s.words > 5)
}

// look sees a stretch that stands at item seat of the line.
func look(l *line, st stretch, seat int, h habit) sight {
	s := sight{odd: st.family == single && !h.primarySingle() && h.doubles > 0}
	s.inside(l.text[st.start:st.end])
	s.starts = seat == 0 || l.kind(seat-1) == lineBreak
	s.fills = s.starts && l.kind(seat+1) == lineBreak
	s.tagged = l.tagged(seat+1, ".,") || l.tagged(seat+2, ".,") && l.sign(seat+1, ",—–")
	s.before(l, seat)
	s.headline = l.headline(seat)
	n := l.items[seat].sentence
	for i := max(l.first[n], seat-40); i < min(l.first[n+1], seat+20); i++ {
		if l.kind(i) == plain && l.is(i, cueStrong) || l.low(i) == "according" {
			s.sentence = true
		}
		s.weak = s.weak || i < seat && i > seat-12 && l.kind(i) == plain && l.is(i, cueWeak) && !l.is(i, nounish)
	}
	return s
}

func (s *sight) inside(text string) {
	for _, w := range strings.Fields(text) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if w == "" {
			continue
		}
		s.words++
		s.letters = s.letters || strings.IndexFunc(w, unicode.IsLetter) >= 0
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			s.capitals++
		case len(w) <= 3 || w == "with" || w == "from" || w == "into" || w == "over":
			s.small++
		}
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			s.words += utf8.RuneCountInString(w) / 3 // written without spaces
		}
	}
	first := firstInside(text)
	s.capital = unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsLetter(first) && !unicode.IsLower(first)
	if last := lastInside(text); strings.ContainsRune(".,!?…。！？", last) {
		s.stop = last
	}
}

// headline reports whether the line around the quotation at item seat is
// written like a title, so that capitals in it tell nothing.
func (l *line) headline(seat int) bool {
	long, capitals := 0, 0
	for i := seat - 1; i >= 0 && i > seat-25 && l.kind(i) != lineBreak; i-- {
		long, capitals = l.countCapital(i, long, capitals)
	}
	for i := seat + 1; i < len(l.items) && i < seat+25 && l.kind(i) != lineBreak; i++ {
		if l.sign(i, ".") && l.kind(i+1) == lineBreak {
			return false
		}
		long, capitals = l.countCapital(i, long, capitals)
	}
	return long >= 2 && capitals == long
}

func (l *line) countCapital(i, long, capitals int) (int, int) {
	if it := l.items[i]; it.kind == proper || it.kind == plain && len(it.low) > 4 {
		long++
		if it.upper {
			capitals++
		}
	}
	return long, capitals
}

// before looks at the words before the item seat.
func (s *sight) before(l *line, seat int) {
	i := seat - 1
	s.colon = l.sign(i, ":")
	for l.sign(i, ",:–—-") || l.is(i, adverb) && l.kind(i) == plain {
		i--
	}
	s.that = l.low(i) == "that" || l.low(i) == "as"
	s.article = l.is(i, determiner)
	s.owner = l.low(i) == "’s" || l.low(i) == "'s"
	if s.that {
		i--
	}
	for k := i; k > i-4 && k >= 0; k-- {
		if l.kind(k) == lineBreak || l.kind(k) == quoted || l.sign(k, ".;") {
			break
		}
		if l.kind(k) == plain && l.is(k, cueStrong) || l.low(k) == "according" {
			s.cued = true
		}
		s.called = s.called || l.kind(k) == plain && l.is(k, cueWeak)
	}
	switch l.low(i) {
	case "film", "movie", "book", "novel", "song", "single", "album", "show", "series", "play", "musical", "magazine",
		"drama", "comedy", "documentary", "podcast", "programme", "program", "sitcom", "poem", "painting", "titled",
		"entitled", "so-called", "nicknamed", "aka", "named", "dubbed", "term", "word", "phrase", "letter", "hashtag", "codenamed", "hit",
		"headlined", "operation", "known", "reads", "ballad", "track", "game", "ship", "ep", "called":
		s.named = l.low(i) != "called" && l.low(i) != "reads" && l.low(i) != "dubbed" && l.low(i) != "phrase" || s.titleCase()
	case "as":
		s.named = l.low(i-1) == "known"
	}
	if s.that && l.low(i) == "known" {
		s.named = true
	}
}
