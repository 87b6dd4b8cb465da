package entity

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"unicode/utf8"
)

// gold is one article of a data set beside the project.
type gold struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Spans []struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Label string `json:"label"`
	} `json:"spans"`
}

func readGold(t *testing.T, name string) []gold {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", name+".jsonl"))
	if err != nil {
		t.Skipf("the data sets beside the project are absent: %v", err)
	}
	defer f.Close()
	var out []gold
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var g gold
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out = append(out, g)
	}
	return out
}

// coarse maps a label to those that the gold tells apart.
func coarse(label string) string {
	switch label {
	case GPE, Fac:
		return Loc
	}
	return label
}

// gmbTitles strips titles that GMB counts to the name.
func gmbTitles(lex *lexicon, text string, start, end int) int {
	for {
		w, rest, ok := strings.Cut(text[start:end], " ")
		if !ok || lex.is(strings.ToLower(w))&isTitle == 0 {
			return start
		}
		start = end - len(rest)
	}
}

type tally struct{ right, found, gold int }

func (c tally) f1() (p, r, f float64) {
	if c.found > 0 {
		p = 100 * float64(c.right) / float64(c.found)
	}
	if c.gold > 0 {
		r = 100 * float64(c.right) / float64(c.gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// TestAgreementWithGold reports exact-span scores; it has a floor well under what
// is reached, so that it fails when something breaks and not at every change.
func TestAgreementWithGold(t *testing.T) {
	for _, set := range []struct {
		name  string
		most  int
		floor float64
	}{
		{"dev.gum_news", 999, 55}, {"dev.uner_ewt_test", 999, 55}, {"train.gmb_train", 300, 75},
	} {
		t.Run(set.name, func(t *testing.T) {
			scores := map[string]*tally{}
			for i, g := range readGold(t, set.name) {
				if i >= set.most {
					break
				}
				compare(t, g, scores, strings.Contains(set.name, "gmb"))
			}
			all := &tally{}
			for _, l := range []string{Person, Org, Loc} {
				all.right += scores[l].right
				all.found += scores[l].found
				all.gold += scores[l].gold
			}
			scores["PER+ORG+LOC"] = all
			var labels []string
			for l := range scores {
				labels = append(labels, l)
			}
			sort.Strings(labels)
			for _, l := range labels {
				p, r, f := scores[l].f1()
				if scores[l].gold > 0 {
					t.Logf("%-12s P %5.1f R %5.1f F %5.1f  (%d right, %d found, %d gold)", l, p, r, f, scores[l].right, scores[l].found, scores[l].gold)
				}
			}
			if _, _, f := all.f1(); f < set.floor {
				t.Errorf("F of names %.1f, want at least %.1f", f, set.floor)
			}
		})
	}
}

func compare(t *testing.T, g gold, scores map[string]*tally, gmb bool) {
	t.Helper()
	at := func(l string) *tally {
		if scores[l] == nil {
			scores[l] = &tally{}
		}
		return scores[l]
	}
	offsets := make([]int, 0, utf8.RuneCountInString(g.Text)+1)
	for i := range g.Text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(g.Text))
	want := map[string]bool{}
	for _, s := range g.Spans {
		start, end := offsets[s.Start], offsets[s.End]
		if gmb && s.Label == Person {
			start = gmbTitles(lists(), g.Text, start, end)
		}
		want[fmt.Sprint(start, end, coarse(s.Label))] = true
		at(coarse(s.Label)).gold++
	}
	missed := os.Getenv("ERRORS") != ""
	for _, e := range Find(g.Text) {
		l := coarse(e.Label)
		at(l).found++
		key := fmt.Sprint(e.Start, e.End, l)
		if want[key] {
			at(l).right++
			delete(want, key)
		} else if missed {
			t.Logf("WRONG %s %q (%s %.2f) in …%s…", e.Label, g.Text[e.Start:e.End], e.Reason, e.Score, around(g.Text, e.Start, e.End))
		}
	}
	if !missed {
		return
	}
	for _, s := range g.Spans {
		start, end := offsets[s.Start], offsets[s.End]
		if want[fmt.Sprint(start, end, coarse(s.Label))] {
			t.Logf("MISSED %s %q in …%s…", s.Label, g.Text[start:end], around(g.Text, start, end))
		}
	}
}

func around(text string, start, end int) string {
	from, to := max(0, start-40), min(len(text), end+40)
	return strings.ToValidUTF8(strings.ReplaceAll(text[from:to], "\n", "⏎"), "")
}
