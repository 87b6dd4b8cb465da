package suggest

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// devSet is annotated news for measuring; see the README beside it.
const devSet = "../../../shared/data/dev.polnear_four_publishers.jsonl"

// stretch is a stretch of text in bytes.
type stretch struct{ start, end int }

// goldQuote is a quote of the development set, in bytes.
type goldQuote struct {
	start, end int
	kind       string
	speakers   []stretch
	cues       []stretch
}

type goldArticle struct {
	id     string
	text   string
	quotes []goldQuote
}

// readGold reads the development set, or skips the test where it is absent.
func readGold(tb testing.TB, path string) []goldArticle {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Skipf("the development set is not here: %v", err)
	}
	defer f.Close()
	var out []goldArticle
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var row struct {
			ID, Text string
			Spans    []struct {
				Start, End  int
				Label, Kind string
			}
			Relations []struct {
				Type     string
				From, To int
			}
		}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			tb.Fatal(err)
		}
		byteOf := make([]int, 0, len(row.Text)+1)
		for off := range row.Text {
			byteOf = append(byteOf, off)
		}
		byteOf = append(byteOf, len(row.Text))
		at := func(i int) stretch { return stretch{byteOf[row.Spans[i].Start], byteOf[row.Spans[i].End]} }
		a := goldArticle{id: row.ID, text: row.Text}
		for i, s := range row.Spans {
			if s.Label != "QUOTE" {
				continue
			}
			r := at(i)
			g := goldQuote{start: r.start, end: r.end, kind: s.Kind}
			for _, rel := range row.Relations {
				switch {
				case rel.From == i && rel.Type == "speaker":
					g.speakers = append(g.speakers, at(rel.To))
				case rel.From == i && rel.Type == "cue":
					g.cues = append(g.cues, at(rel.To))
				}
			}
			a.quotes = append(a.quotes, g)
		}
		out = append(out, a)
	}
	if err := sc.Err(); err != nil {
		tb.Fatal(err)
	}
	return out
}

// core trims everything but letters and digits from both edges.
func core(text string, start, end int) stretch {
	keep := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if keep(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if keep(r) {
			break
		}
		end -= n
	}
	return stretch{start, end}
}

// tally counts what was found and what was right.
type tally struct {
	gold, found, exact       int // quotes of two words and more, none inside another
	known, right             int // quotes whose source is annotated; those whose mention lies in it
	named, namedRight        int // those whose source gives a name; those whose speaker is of that name
	missed, silent, mistaken int
}

// count compares one article's marks with the gold.
func (n *tally) count(a goldArticle, m annotate.Marks, wrong func(g goldQuote, q annotate.Span)) {
	byCore := map[stretch]annotate.Span{}
	spans := map[string]annotate.Span{}
	mention := map[string]annotate.Span{}
	for _, s := range m.Spans {
		spans[s.ID] = s
		if s.Label == annotate.Quote {
			byCore[core(a.text, s.Start, s.End)] = s
		}
	}
	for _, r := range m.Relations {
		if r.Type == annotate.SpeakerOf {
			mention[r.From] = spans[r.To]
		}
	}
	optional := map[stretch]bool{}
	for i, g := range a.quotes {
		c := core(a.text, g.start, g.end)
		optional[c] = len(strings.Fields(a.text[c.start:c.end])) < 2 || i > 0 && g.start < a.quotes[i-1].end
		if optional[c] {
			continue
		}
		q, ok := byCore[c]
		n.gold++
		if ok {
			n.exact++
		}
		if len(g.speakers) > 0 {
			n.speaker(a.text, g, q, mention[q.ID], wrong)
		}
	}
	for c := range byCore {
		if !optional[c] {
			n.found++
		}
	}
}

// speaker counts one quote whose source is annotated. A missed quote is wrong.
func (n *tally) speaker(text string, g goldQuote, q, mention annotate.Span, wrong func(goldQuote, annotate.Span)) {
	n.known++
	named, nameRight, right := false, false, false
	for _, s := range g.speakers {
		source := text[s.start:s.end]
		if mention.ID != "" && mention.Overlaps(s.start, s.end) {
			right = true
		}
		f := strings.Fields(q.Speaker)
		if givesName(source) {
			named = true
			nameRight = nameRight || len(f) > 0 && strings.Contains(source, f[len(f)-1])
		}
	}
	if named {
		n.named++
	}
	switch {
	case right || nameRight:
		n.right++
	case q.ID == "":
		n.missed++
	case mention.ID == "":
		n.silent++
	default:
		n.mistaken++
		wrong(g, q)
	}
	if named && nameRight {
		n.namedRight++
	}
}

// givesName reports whether a source holds a capitalized word that is no
// pronoun or article.
func givesName(source string) bool {
	for _, w := range strings.Fields(source) {
		switch w {
		case "He", "She", "They", "It", "We", "I", "The", "A", "An", "One", "His", "Her", "Their", "Its", "Who":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// TestDevelopmentSet measures quotes and speakers on annotated news. With
// SHOW=wrong it lists the wrong speakers.
func TestDevelopmentSet(t *testing.T) {
	var n tally
	show := os.Getenv("SHOW") == "wrong"
	for _, a := range readGold(t, devSet) {
		n.count(a, Article(a.text), func(g goldQuote, q annotate.Span) {
			if show {
				s := g.speakers[0]
				t.Logf("%q (%s), gold %q: …%s>>>%s<<<%s…", q.Speaker, q.Reason, a.text[s.start:s.end],
					a.text[max(0, g.start-140):g.start], a.text[g.start:g.end], a.text[g.end:min(len(a.text), g.end+90)])
			}
		})
	}
	p, r := percent(n.exact, n.found), percent(n.exact, n.gold)
	f := 2 * p * r / (p + r)
	t.Logf("quotes exact: P %.1f R %.1f F %.1f (%d gold, %d found)", p, r, f, n.gold, n.found)
	t.Logf("right mention: %.1f %% of %d; %d missed, %d without a mention, %d wrong", percent(n.right, n.known), n.known, n.missed, n.silent, n.mistaken)
	t.Logf("right name: %.1f %% of the %d whose source gives one", percent(n.namedRight, n.named), n.named)
	if f < 93 || percent(n.right, n.known) < 85 {
		t.Error("worse than it was")
	}
}
