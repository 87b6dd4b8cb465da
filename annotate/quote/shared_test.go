package quote

import (
	"bufio"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const devSet = "../../../shared/data/dev.polnear_four_publishers.jsonl"

// goldQuote is a quote of the development set, in bytes.
type goldQuote struct {
	start, end int
	kind       string
	speakers   []Range
	cues       []Range
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
		at := func(i int) Range { return Range{byteOf[row.Spans[i].Start], byteOf[row.Spans[i].End]} }
		a := goldArticle{id: row.ID, text: row.Text}
		for i, s := range row.Spans {
			if s.Label != "QUOTE" {
				continue
			}
			r := at(i)
			g := goldQuote{start: r.Start, end: r.End, kind: s.Kind}
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
func core(text string, start, end int) Range {
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
	return Range{start, end}
}

// TestDevelopmentSet measures quotes and speakers on annotated news.
func TestDevelopmentSet(t *testing.T) {
	var gold, found, hit, known, right, lost, silent int
	var bins [10][2]int
	show := os.Getenv("SHOW")
	shown := 0
	for _, a := range readGold(t, devSet) {
		qs := Find(a.text, capitalized(a.text))
		byCore := map[Range]*Quote{}
		for i := range qs {
			byCore[core(a.text, qs[i].Start, qs[i].End)] = &qs[i]
		}
		isGold := map[Range]bool{}
		optional := map[Range]bool{}
		for i, g := range a.quotes {
			c := core(a.text, g.start, g.end)
			isGold[c] = true
			q := byCore[c]
			single := len(strings.Fields(a.text[c.Start:c.End])) < 2
			nested := i > 0 && g.start < a.quotes[i-1].end
			if optional[c] = single || nested; optional[c] {
				continue
			}
			gold++
			if q != nil {
				hit++
			} else if show == "missed" && shown < 80 {
				shown++
				t.Logf("missed %s: %q", a.id, a.text[max(0, g.start-60):min(len(a.text), g.end+60)])
			}
			if len(g.speakers) == 0 {
				continue
			}
			known++
			ok := false
			for _, s := range g.speakers {
				ok = ok || q != nil && sameSpeaker(a.text, s, q)
			}
			if q != nil {
				b := min(9, int(10*q.Certainty))
				bins[b][1]++
				if ok {
					bins[b][0]++
				}
			}
			switch {
			case ok:
				right++
			case q == nil:
				lost++
			case q.Mention == nil:
				silent++
			}
			if show == "wrong" && !ok && q != nil && shown < 1500 {
				shown++
				gs := ""
				if len(g.speakers) > 0 {
					gs = a.text[g.speakers[0].Start:g.speakers[0].End]
				}
				t.Logf("wrong %.1f %q [%s]\n   gold %q\n   %q >>>%s<<< %q", q.Score, q.Speaker, q.Reason, gs, a.text[max(0, g.start-140):g.start], brief(a.text[g.start:g.end]), a.text[g.end:min(len(a.text), g.end+90)])
			}
		}
		for _, q := range qs {
			if !optional[core(a.text, q.Start, q.End)] {
				found++
			}
			if show == "extra" && shown < 120 && !isGold[core(a.text, q.Start, q.End)] {
				shown++
				t.Logf("extra %q >>>%q<<< %q", a.text[max(0, q.Start-60):q.Start], a.text[q.Start:q.End], a.text[q.End:min(len(a.text), q.End+60)])
			}
		}
	}
	p, r := 100*float64(hit)/float64(found), 100*float64(hit)/float64(gold)
	t.Logf("quotes exact: P %.1f R %.1f F %.1f (%d gold, %d found)", p, r, 2*p*r/(p+r), gold, found)
	t.Logf("speaker right: %.1f %% of %d; %d quotes missed, %d without a mention", 100*float64(right)/float64(known), known, lost, silent)
	t.Logf("right by certainty: %v", bins)
	if 2*p*r/(p+r) < 90 {
		t.Errorf("quotes have become worse")
	}
}

// sameSpeaker reports whether a quote's mention overlaps the gold source, or its
// name shares the last word with it.
func sameSpeaker(text string, s Range, q *Quote) bool {
	if q.Mention != nil && q.Mention.Start < s.End && s.Start < q.Mention.End {
		return true
	}
	f := strings.Fields(q.Speaker)
	return len(f) > 0 && strings.Contains(text[s.Start:s.End], f[len(f)-1]) && unicode.IsUpper([]rune(f[len(f)-1])[0])
}

func brief(s string) string {
	r := []rune(s)
	if len(r) < 60 {
		return s
	}
	return string(r[:30]) + " ~ " + string(r[len(r)-25:])
}

// capitalized stands in for an entity recognizer: runs of capitalized words
// that do not only begin sentences.
func capitalized(text string) []Name {
	run := regexp.MustCompile(`\p{Lu}[\p{L}\p{N}.&-]*(?:[’']\p{Lu}\p{L}+)?(?: (?:(?:de|van|von|der|of the|of) )?\p{Lu}[\p{L}\p{N}&-]*(?:[’']\p{Lu}\p{L}+)?\.?)*`)
	lx := lexicon()
	type found struct {
		at      []int
		initial bool
	}
	var all []found
	known := map[string]bool{}
	for _, at := range run.FindAllStringIndex(text, -1) {
		before := strings.TrimRight(text[:at[0]], " “\"‘'")
		initial := before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n")
		for {
			word, _, more := strings.Cut(text[at[0]:at[1]], " ")
			low := strings.ToLower(strings.TrimSuffix(word, "."))
			if l := lx[low]; l&(function|subject|title|role) == 0 {
				break
			}
			if !more {
				at[0] = at[1]
				break
			}
			at[0] += len(word) + 1
			initial = false
		}
		for at[1] > at[0] && text[at[1]-1] == '.' {
			at[1]--
		}
		if at[0] < at[1] {
			all = append(all, found{at, initial})
			if s := text[at[0]:at[1]]; !initial || strings.Contains(s, " ") {
				for _, w := range strings.Fields(s) {
					known[w] = true
				}
			}
		}
	}
	var out []Name
	for _, f := range all {
		s := text[f.at[0]:f.at[1]]
		if f.initial && !strings.Contains(s, " ") && !known[s] {
			continue
		}
		label := "PERSON"
		if strings.Contains(s, " of ") || len(s) < 6 && s == strings.ToUpper(s) {
			label = "ORG"
		}
		out = append(out, Name{f.at[0], f.at[1], label})
	}
	return out
}
