package marked

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// TestCorpus reads every article of the corpus and holds it against the
// annotation policy. CORPUS names another folder to read. What only a reader can
// judge is logged, not failed.
func TestCorpus(t *testing.T) {
	root := "../testdata/corpus"
	if dir := os.Getenv("CORPUS"); dir != "" {
		root = dir
	}
	var files []string
	err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".marked" {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", root, err)
	}
	words, quotes, spans := 0, 0, 0
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".marked"), func(t *testing.T) {
			in, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			text, m, err := Parse(string(in))
			if err != nil {
				t.Fatal(err)
			}
			a := newArticle(t, text, m)
			a.check()
			words += len(strings.Fields(text))
			quotes += a.quotes
			spans += len(m.Spans)
		})
	}
	t.Logf("%d articles, %d words, %d spans, %d of them quotes", len(files), words, spans, quotes)
}

// article is one text of the corpus with its marks.
type article struct {
	t      *testing.T
	text   string
	marks  annotate.Marks
	byID   map[string]annotate.Span
	quotes int
}

func newArticle(t *testing.T, text string, m annotate.Marks) *article {
	a := &article{t: t, text: text, marks: m, byID: map[string]annotate.Span{}}
	for _, s := range m.Spans {
		a.byID[s.ID] = s
	}
	return a
}

func (a *article) fault(s annotate.Span, format string, args ...any) {
	a.t.Helper()
	line := strings.Count(a.text[:s.Start], "\n") + 1
	a.t.Errorf("line %d, [%s|%s]: %s", line, a.words(s), s.Label, fmt.Sprintf(format, args...))
}

func (a *article) words(s annotate.Span) string { return a.text[s.Start:s.End] }

func (a *article) check() {
	if n := len(strings.Fields(a.text)); n < 250 || n > 900 {
		a.t.Errorf("%d words; an article has 300 to 800", n)
	}
	sheet := annotate.NewSheet(a.text)
	if err := sheet.Apply(annotate.Change{ID: "c", Verb: "import", After: a.marks}); err != nil {
		a.t.Error(err)
	}
	for _, s := range a.marks.Spans {
		a.edges(s)
		switch s.Label {
		case annotate.Quote:
			a.quotes++
			a.quote(s)
		case annotate.Speaker, annotate.Cue:
		default:
			a.entity(s)
		}
	}
	a.overlaps()
	a.relations()
	a.unmarked()
}

func (a *article) edges(s annotate.Span) {
	w := a.words(s)
	if strings.TrimSpace(w) != w {
		a.fault(s, "space at an edge")
	}
	if strings.Contains(w, "\n") {
		a.fault(s, "holds a line break")
	}
	known := slices.ContainsFunc(annotate.DefaultLabels(), func(l annotate.Label) bool { return l.Name == s.Label })
	if !known {
		a.fault(s, "there is no such label")
	}
	before, _ := utf8.DecodeLastRuneInString(a.text[:s.Start])
	first, _ := utf8.DecodeRuneInString(w)
	last, _ := utf8.DecodeLastRuneInString(w)
	after, _ := utf8.DecodeRuneInString(a.text[s.End:])
	if unicode.IsLetter(before) && unicode.IsLetter(first) || unicode.IsLetter(last) && unicode.IsLetter(after) {
		a.fault(s, "cuts a word")
	}
}

const quoteMarks = "\"'“”‘’«»„‚‹›"

func (a *article) quote(s annotate.Span) {
	w := a.words(s)
	if s.QuoteType != "direct" && s.QuoteType != "mixed" {
		a.fault(s, "its type is %q", s.QuoteType)
	}
	if r, _ := utf8.DecodeRuneInString(w); !strings.ContainsRune(quoteMarks, r) {
		a.fault(s, "does not open with a quotation mark")
	}
	if r, _ := utf8.DecodeLastRuneInString(w); !strings.ContainsRune(quoteMarks, r) {
		a.t.Logf("look: no closing mark: %s", w)
	}
	inner := strings.Trim(w, quoteMarks)
	if len(strings.Fields(inner)) < 2 {
		a.t.Logf("look: a quote of one word: %s", w)
	}
	if s.Speaker == "" {
		a.t.Logf("look: no speaker: %s", w)
		return
	}
	if !strings.Contains(strings.ToLower(a.text), strings.ToLower(s.Speaker)) {
		a.fault(s, "its speaker %q does not stand in the article", s.Speaker)
	}
}

func (a *article) entity(s annotate.Span) {
	w := a.words(s)
	low := strings.ToLower(w)
	if strings.HasPrefix(low, "the ") && s.Label != "WORK_OF_ART" && low != "the hague" && !strings.HasPrefix(low, "the gambia") {
		a.fault(s, "begins with the article")
	}
	for _, mark := range []string{"'s", "’s"} {
		if strings.HasSuffix(w, mark) && s.Label != "ORG" && s.Label != "WORK_OF_ART" && s.Label != "FAC" && s.Label != "EVENT" && s.Label != "PRODUCT" {
			a.fault(s, "ends with a possessive")
		}
	}
	if s.Label != annotate.Person {
		return
	}
	first, rest, _ := strings.Cut(w, " ")
	titles := strings.Fields("Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Prof Prof. Professor Sir Dame Lord Lady Cllr Cllr. Councillor Judge Justice President Senator Sen. Rep. Gov. Governor Captain Capt. Sgt Sgt. Sergeant Inspector Det Supt Superintendent Chief Alhaji Hon Hon. Rev Rev. Reverend Bishop Archbishop Pope King Queen Prince Princess Minister Coach Mayor Shri Smt Mx Fr Fr. Father Sister Brother")
	if rest != "" && slices.Contains(titles, first) {
		a.fault(s, "begins with a title")
	}
}

// overlaps finds entities that overlap each other, and marks that cut a quote.
func (a *article) overlaps() {
	spans := slices.Clone(a.marks.Spans)
	for i, s := range spans {
		for _, o := range spans[i+1:] {
			if !s.Overlaps(o.Start, o.End) {
				continue
			}
			inside := s.Start <= o.Start && o.End <= s.End || o.Start <= s.Start && s.End <= o.End
			quote := s.Label == annotate.Quote || o.Label == annotate.Quote
			loose := s.Label == annotate.Cue || o.Label == annotate.Cue || s.Label == annotate.Speaker || o.Label == annotate.Speaker
			if !inside || !quote && !loose {
				a.fault(s, "overlaps [%s|%s]", a.words(o), o.Label)
			}
		}
	}
}

func (a *article) relations() {
	speaks := map[string]bool{}
	cued := map[string]bool{}
	for _, r := range a.marks.Relations {
		from, to := a.byID[r.From], a.byID[r.To]
		switch r.Type {
		case annotate.SpeakerOf:
			speaks[r.From], speaks[r.To] = true, true
			if from.Label != annotate.Quote || to.Label == annotate.Quote || to.Label == annotate.Cue {
				a.fault(from, "its speaker is a %s", to.Label)
			}
			if from.Speaker == "" {
				a.fault(from, "has a mention but no speaker")
			}
		case annotate.CueOf:
			cued[r.To] = true
			if from.Label != annotate.Quote || to.Label != annotate.Cue {
				a.fault(from, "its cue is a %s", to.Label)
			}
		case annotate.RefersTo:
			if from.Label != annotate.Speaker {
				a.fault(from, "only a SPEAKER refers to a name")
			}
		}
	}
	for _, s := range a.marks.Spans {
		switch {
		case s.Label == annotate.Quote && s.Speaker != "" && !speaks[s.ID]:
			a.t.Logf("look: a speaker without a mention: %s", a.words(s))
		case s.Label == annotate.Speaker && !speaks[s.ID]:
			a.fault(s, "attributes no quote")
		case s.Label == annotate.Cue && !cued[s.ID]:
			a.fault(s, "attributes no quote")
		}
	}
}

// unmarked logs what a second reader should look at: repeats of a labeled form,
// digits and capitalized words inside a sentence that no entity holds.
func (a *article) unmarked() {
	covered := make([]bool, len(a.text)+1)
	label := map[string]map[string]bool{}
	for _, s := range a.marks.Spans {
		if s.Label == annotate.Quote || s.Label == annotate.Cue {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			covered[i] = true
		}
		if s.Label == annotate.Speaker {
			continue
		}
		if label[a.words(s)] == nil {
			label[a.words(s)] = map[string]bool{}
		}
		label[a.words(s)][s.Label] = true
	}
	for form, labels := range label {
		if len(labels) > 1 {
			a.t.Logf("look: %s has %d labels", form, len(labels))
		}
		for off := 0; ; {
			i := strings.Index(a.text[off:], form)
			if i < 0 {
				break
			}
			at := off + i
			off = at + len(form)
			before, _ := utf8.DecodeLastRuneInString(a.text[:at])
			after, _ := utf8.DecodeRuneInString(a.text[off:])
			if !covered[at] && !unicode.IsLetter(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) && !unicode.IsDigit(before) {
				a.t.Logf("look: unlabeled repeat of %s: %s", form, a.around(at, off))
			}
		}
	}
	inside := false
	for at, r := range a.text {
		before, _ := utf8.DecodeLastRuneInString(a.text[:at])
		switch {
		case unicode.IsLetter(before) || unicode.IsDigit(before):
		case unicode.IsDigit(r) && !covered[at]:
			a.t.Logf("look: a digit: %s", a.around(at, at+8))
		case unicode.IsUpper(r) && !covered[at] && inside:
			a.t.Logf("look: a capital: %s", a.around(at, at+8))
		}
		if unicode.IsLower(r) || r == ',' {
			inside = true
		} else if strings.ContainsRune(".?!:\n"+quoteMarks, r) {
			inside = false
		}
	}
}

func (a *article) around(start, end int) string {
	start, end = max(0, start-25), min(len(a.text), end+25)
	for start > 0 && !utf8.RuneStart(a.text[start]) {
		start--
	}
	for end < len(a.text) && !utf8.RuneStart(a.text[end]) {
		end++
	}
	return strings.ReplaceAll(a.text[start:end], "\n", "⏎")
}
