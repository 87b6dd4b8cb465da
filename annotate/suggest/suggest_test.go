package suggest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bluepencil/bluepencil/annotate"
)

// apply puts the marks on an empty sheet, as the workspace does.
func apply(tb testing.TB, text string, m annotate.Marks) *annotate.Sheet {
	tb.Helper()
	sheet := annotate.NewSheet(text)
	if err := sheet.Apply(annotate.Change{ID: "1", Verb: annotate.VerbSuggest, By: "rules", After: m}); err != nil {
		tb.Fatalf("the sheet refuses the marks: %v", err)
	}
	return sheet
}

// read renders the marks for comparison: spans with their words, and relations
// by the words that they join.
func read(text string, m annotate.Marks) []string {
	words := map[string]string{}
	var out []string
	for _, s := range m.Spans {
		words[s.ID] = text[s.Start:s.End]
		line := fmt.Sprintf("%s %s %q", s.ID, s.Label, text[s.Start:s.End])
		if s.Label == annotate.Quote {
			line += fmt.Sprintf(" %s, %q", s.QuoteType, s.Speaker)
		}
		out = append(out, line)
	}
	for _, r := range m.Relations {
		out = append(out, fmt.Sprintf("%s %s: %s -> %s", r.ID, r.Type, words[r.From], words[r.To]))
	}
	return out
}

func TestArticleMarksWhoSaidWhat(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty text has no marks", "", nil},
		{
			"a quote with its cue and its speaker’s name",
			"“We won,” said Ana Roy.",
			[]string{
				`q1 QUOTE "“We won,”" direct, "Ana Roy"`, `c1 CUE "said"`, `p1 PERSON "Ana Roy"`,
				"r1 cue: “We won,” -> said", "r2 speaker: “We won,” -> Ana Roy",
			},
		},
		{
			"a pronoun refers to the name",
			"Ana Roy opened the new pier.\n\n“It is safe,” she said.",
			[]string{
				`p1 PERSON "Ana Roy"`, `q1 QUOTE "“It is safe,”" direct, "Ana Roy"`, `m1 SPEAKER "she"`, `c1 CUE "said"`,
				"r3 refers_to: she -> Ana Roy", "r2 cue: “It is safe,” -> said", "r1 speaker: “It is safe,” -> she",
			},
		},
		{
			"two quotes share one cue and one mention",
			"“We won,” said Ana Roy, “and we will win again.”",
			[]string{
				`q1 QUOTE "“We won,”" direct, "Ana Roy"`, `c1 CUE "said"`, `p1 PERSON "Ana Roy"`,
				`q2 QUOTE "“and we will win again.”" mixed, "Ana Roy"`,
				"r1 cue: “We won,” -> said", "r2 speaker: “We won,” -> Ana Roy",
				"r3 cue: “and we will win again.” -> said", "r4 speaker: “and we will win again.” -> Ana Roy",
			},
		},
		{
			"a role without a name stays a role",
			"“We have nothing to add,” said a spokeswoman for the bank.",
			[]string{
				`q1 QUOTE "“We have nothing to add,”" direct, "a spokeswoman for the bank"`, `c1 CUE "said"`,
				`m1 SPEAKER "a spokeswoman for the bank"`,
				"r1 cue: “We have nothing to add,” -> said", "r2 speaker: “We have nothing to add,” -> a spokeswoman for the bank",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := Article(c.text)
			apply(t, c.text, m)
			if d := cmp.Diff(c.want, read(c.text, m)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestArticleStampsEveryMark(t *testing.T) {
	m := Article("Ana Roy opened the new pier.\n\n“It is safe,” she said.")
	for _, s := range m.Spans {
		if s.State != annotate.Suggested || s.Origin.Kind != annotate.ByRule && s.Origin.Kind != annotate.ByModel || s.Origin.Name == "" || s.Origin.Version != Version || !s.Origin.At.IsZero() {
			t.Errorf("%s: state %q, origin %+v", s.ID, s.State, s.Origin)
		}
		if s.Score <= 0 || s.Score > 1 || s.Reason == "" {
			t.Errorf("%s: score %v, reason %q", s.ID, s.Score, s.Reason)
		}
	}
	for _, r := range m.Relations {
		if r.State != annotate.Suggested || r.Origin.Name != "quote" || r.Score <= 0 || r.Score > 1 {
			t.Errorf("%s: %+v", r.ID, r)
		}
	}
	if len(m.Spans) == 0 || len(m.Relations) == 0 {
		t.Error("no marks at all")
	}
}

var nasty = []string{
	"", " \n", "“", "”", "\"\"", "“We 👩‍👩‍👧 won,”\u0301 said Ana Roy\u0301.", "“שלום לכולם,” said Ana Roy.",
	"「我们赢了」, said Ana Roy.", "“We won,” said Ana Roy.\r\n\r\n“Again,” she said.\r\n", "\xff“We won,”\xfe said Ana Roy.",
	"«We won the day», said “Ana Roy” of the ‘Cork “Echo”’.", "👍🏽“We won the day”👍🏽 said Ana Roy👍🏽.",
	"“One two.\n\n“Three four.\n\n“Five six.”", "A\u0301na Ro\u0301y said: “e\u0301 a\u0301 o\u0301.”",
}

func TestArticleFitsASheetWhateverTheText(t *testing.T) {
	for _, text := range nasty {
		apply(t, text, Article(text))
	}
}

func TestArticleIsTheSameEveryTime(t *testing.T) {
	for _, text := range nasty {
		if d := cmp.Diff(Article(text), Article(text)); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}

func FuzzArticle(f *testing.F) {
	for _, s := range nasty {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := Article(text)
		sheet := apply(t, text, m)
		if d := cmp.Diff(m.Spans, sheet.Spans(), cmpopts.EquateEmpty()); d != "" {
			t.Errorf("the marks are not in the order of the page: %s", d)
		}
	})
}

// TestSharedArticles looks at real articles, where they are at hand.
func TestSharedArticles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/articles/*.txt")
	if len(files) == 0 {
		t.Skip("no shared articles here")
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		m := Article(text)
		apply(t, text, m)
		speakers := map[string]int{}
		for _, s := range m.Spans {
			if s.Label == annotate.Quote {
				speakers[s.Speaker]++
			}
		}
		t.Logf("%s: %v", filepath.Base(f), speakers)
		for _, line := range read(text, m) {
			t.Log(line)
		}
	}
}
