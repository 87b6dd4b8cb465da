package workspace

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

// goldSet is a set that quality is measured on. Those of the project are always
// there; the others lie beside it on some machines, and are read from there.
type goldSet struct {
	title, about string
	path         string
	floors       floors
}

// floors are figures, in percent, under which quality must not fall: a little
// under what was measured last. 0 means that the set does not have the figure.
type floors struct {
	quotes, speakers, mentions float64 // F1 of exact quotes; right speakers of all gold quotes
	core, all, names           float64 // F1 of entities
}

const corpus, beside = "../../annotate/testdata/corpus", "../../../shared/data"

// qualitySets are the sets of docs/quality.md, in its order.
func qualitySets() []goldSet {
	return []goldSet{
		{
			"Corpus, test split", "Invented articles of house styles that nothing was tuned on. All labels.",
			corpus + "/test",
			floors{}, // looked at in the page alone
		},
		{
			"Corpus, dev split", "Invented articles for tuning. All labels.",
			corpus + "/dev",
			floors{quotes: 96, speakers: 79, mentions: 88, core: 83, all: 86, names: 83},
		},
		{
			"PolNeAR, four publishers", "576 news articles of the Political News Attribution Relations Corpus. Quotes with the mentions of their sources; no names of speakers, no entities.",
			beside + "/dev.polnear_four_publishers.jsonl",
			floors{quotes: 93, mentions: 88},
		},
		{
			"UNER English EWT, test split", "Web text of Universal NER. Persons, organizations and places.",
			beside + "/dev.uner_ewt_test.jsonl",
			floors{names: 65},
		},
		{
			"GUM, news", "Wikinews of the Georgetown University Multilayer corpus; names derived from its mentions of entities. Persons, organizations and places.",
			beside + "/dev.gum_news.jsonl",
			floors{names: 59},
		},
		{
			"GUM, interviews", "Wikinews interviews, from the same corpus.",
			beside + "/dev.gum_interview.jsonl",
			floors{names: 65},
		},
	}
}

// measured evaluates a set, or reports that it is not here.
func measured(t *testing.T, path string) (e Evaluation, here bool) {
	t.Helper()
	if _, err := os.Stat(path); err != nil {
		return e, false
	}
	return evaluated(t, EvaluateOptions{Jobs: runtime.NumCPU()}, path), true
}

// TestFloors holds what has been reached. The set of this package is always
// there, the golden articles of annotate/quote too; the others where they are.
func TestFloors(t *testing.T) {
	sets := append([]goldSet{
		{title: "three small articles", path: goldFolder, floors: floors{quotes: 99, speakers: 90, mentions: 99, core: 85, all: 90, names: 83}},
		{title: "golden articles", path: "../../annotate/quote/testdata/articles", floors: floors{quotes: 99, speakers: 90, mentions: 98, names: 79}},
	}, qualitySets()...)
	for _, set := range sets {
		if set.floors == (floors{}) {
			continue
		}
		t.Run(set.title, func(t *testing.T) {
			e, here := measured(t, set.path)
			if !here {
				t.Skipf("%s is not here", set.path)
			}
			s := e.Total
			for _, f := range []struct {
				what       string
				got, floor float64
			}{
				{"F1 of quotes", s.Quotes().Exact().F1, set.floors.quotes},
				{"right speakers by name", s.Speakers.OfGold(), set.floors.speakers},
				{"right speakers by mention", s.Mentions.OfGold(), set.floors.mentions},
				{"F1 of the core types", s.Core.Exact().F1, set.floors.core},
				{"F1 of all types", s.All.Exact().F1, set.floors.all},
				{"F1 of persons, organizations and places", s.Names.Exact().F1, set.floors.names},
			} {
				if f.floor == 0 {
					continue
				}
				t.Logf("%s: %.1f", f.what, 100*f.got)
				if 100*f.got < f.floor {
					t.Errorf("%s: %.1f, it was over %.1f: see bluepencil eval --wrong %s", f.what, 100*f.got, f.floor, filepath.Clean(set.path))
				}
			}
		})
	}
}

// TestQuality writes the page of figures to the file that BLUEPENCIL_QUALITY
// names: make eval. Of sets that are not here it keeps what the page says.
func TestQuality(t *testing.T) {
	path := os.Getenv("BLUEPENCIL_QUALITY")
	if path == "" {
		t.Skip("set BLUEPENCIL_QUALITY to the page to write (make eval)")
	}
	old, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	page := readQuality(string(old))
	for _, set := range qualitySets() {
		e, here := measured(t, set.path)
		if !here {
			t.Logf("%s is not here: what was measured before stays", set.title)
			continue
		}
		page[set.title] = entryOf(set, e)
		t.Log(page[set.title].row)
	}
	if err := os.WriteFile(path, []byte(qualityPage(page)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// entry is what the page says of one set.
type entry struct {
	row     string // of the table of all sets
	section string // below its heading
}

const qualityHead = `# How good the suggestions are

What the suggesters find in articles that were marked by hand, measured by ` + "`make eval`" + `, which writes this page; ` + "`bluepencil eval`" + ` measures any set, and ` + "`--wrong`" + ` lists every mistake.

All figures are percent. P, R and F are precision, recall and F1. A quote is right when its words are, whatever the marks around them; a name or number when both edges and the label are. A speaker is right by name (in full, or by a part that fits nobody else; a missed quote is wrong), or by mention (the place that says who speaks). Core types are persons, organizations, places (GPE and LOC as one) and NORP; names are persons, organizations and places (GPE, LOC and FAC as one). A dash means that the set does not have it.

| set | articles | quotes P / R / F | speaker by name | by mention | core types F | all types F | names F |
|---|---|---|---|---|---|---|---|
`

// qualityPage puts the page together, in the order of the sets.
func qualityPage(page map[string]entry) string {
	var b strings.Builder
	b.WriteString(qualityHead)
	for _, set := range qualitySets() {
		b.WriteString(page[set.title].row)
	}
	for _, set := range qualitySets() {
		if e, ok := page[set.title]; ok {
			fmt.Fprintf(&b, "\n## %s\n%s", set.title, e.section)
		}
	}
	return b.String()
}

// readQuality takes a page apart again.
func readQuality(page string) map[string]entry {
	out := map[string]entry{}
	head, rest, _ := strings.Cut(page, "\n## ")
	rows := map[string]string{}
	for line := range strings.Lines(head) {
		if title, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " |"); ok && strings.HasPrefix(line, "| ") {
			rows[title] = line
		}
	}
	for part := range strings.SplitSeq(rest, "\n## ") {
		title, section, ok := strings.Cut(part, "\n")
		if ok && rows[title] != "" {
			out[title] = entry{rows[title], section}
		}
	}
	return out
}

func entryOf(set goldSet, e Evaluation) entry {
	s := e.Total
	f1 := func(n Tally) string {
		if n.Gold == 0 {
			return "–"
		}
		return cent(n.Exact().F1)
	}
	all := f1(s.All)
	if e.Scheme.Coarse {
		all = "–"
	}
	quotes, q := "–", s.Quotes().Exact()
	if s.Quotes().Gold > 0 {
		quotes = cent(q.Precision) + " / " + cent(q.Recall) + " / " + cent(q.F1)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s\n\n| what | gold | found | P | R | F | overlap F |\n|---|---|---|---|---|---|---|\n", set.about)
	row := func(name string, n Tally) {
		if n != (Tally{}) {
			x := n.Exact()
			fmt.Fprintf(&b, "| %s | %d | %d | %s | %s | %s | %s |\n", name, n.Gold, n.Found, cent(x.Precision), cent(x.Recall), cent(x.F1), cent(n.Overlap().F1))
		}
	}
	row("quotes", s.Quotes())
	for _, l := range e.Scheme.Labels {
		if l != annotate.Quote {
			row(l, s.Labels[l])
		}
	}
	row("core types", s.Core)
	row("names", s.Names)
	if !e.Scheme.Coarse {
		row("all types", s.All)
	}
	row("all types, whatever the label", s.Agnostic)
	if s.Speakers.Gold+s.Mentions.Gold > 0 {
		b.WriteString("\n| speaker | gold | quote found | answered | right | of gold | of found |\n|---|---|---|---|---|---|---|\n")
	}
	for _, a := range []struct {
		name string
		n    Attribution
	}{{"by name", s.Speakers}, {"by mention", s.Mentions}} {
		if n := a.n; n.Gold > 0 {
			fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %s | %s |\n", a.name, n.Gold, n.Found, n.Answered, n.Right, cent(n.OfGold()), cent(n.OfFound()))
		}
	}
	return entry{
		fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %s | %s |\n", set.title, s.Articles, quotes,
			ofGold(s.Speakers), ofGold(s.Mentions), f1(s.Core), all, f1(s.Names)),
		b.String(),
	}
}

func ofGold(a Attribution) string {
	if a.Gold == 0 {
		return "–"
	}
	return cent(a.OfGold())
}

func cent(share float64) string { return fmt.Sprintf("%.1f", 100*share) }

// A page that is written anew without any of its sets stays as it is.
func TestQualityPage_keepsWhatCannotBeMeasured(t *testing.T) {
	page := map[string]entry{}
	e := evaluated(t, EvaluateOptions{}, goldFolder)
	for i, set := range qualitySets() {
		if i != 1 { // one that was never measured
			page[set.title] = entryOf(set, e)
		}
	}
	written := qualityPage(page)
	if again := qualityPage(readQuality(written)); again != written {
		t.Errorf("it became\n%s", again)
	}
	if !strings.Contains(written, "\n## PolNeAR") || strings.Contains(written, "dev split") || len(readQuality("")) > 0 {
		t.Errorf("the page is\n%s", written)
	}
	raw, err := os.ReadFile("../../docs/quality.md")
	if err != nil {
		t.Fatal(err)
	}
	if again := qualityPage(readQuality(string(raw))); again != string(raw) {
		t.Error("docs/quality.md was not written by make eval")
	}
}
