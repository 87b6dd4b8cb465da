package quote

import (
	"bufio"
	"encoding/json"
	"os"
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
	var gold, found, hit, known, right int
	show := os.Getenv("SHOW")
	shown := 0
	for _, a := range readGold(t, devSet) {
		qs := Find(a.text, capitalized(a.text))
		byCore := map[Range]*Quote{}
		for i := range qs {
			byCore[core(a.text, qs[i].Start, qs[i].End)] = &qs[i]
		}
		gold += len(a.quotes)
		found += len(qs)
		isGold := map[Range]bool{}
		for _, g := range a.quotes {
			c := core(a.text, g.start, g.end)
			isGold[c] = true
			q := byCore[c]
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
			if ok {
				right++
			}
		}
		for _, q := range qs {
			if show == "extra" && shown < 120 && !isGold[core(a.text, q.Start, q.End)] {
				shown++
				t.Logf("extra %q >>>%q<<< %q", a.text[max(0, q.Start-60):q.Start], a.text[q.Start:q.End], a.text[q.End:min(len(a.text), q.End+60)])
			}
		}
	}
	p, r := 100*float64(hit)/float64(found), 100*float64(hit)/float64(gold)
	t.Logf("quotes exact: P %.1f R %.1f F %.1f (%d gold, %d found)", p, r, 2*p*r/(p+r), gold, found)
	t.Logf("speaker right: %.1f %% of %d", 100*float64(right)/float64(known), known)
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

// capitalized stands in for an entity recognizer: runs of capitalized words.
func capitalized(text string) []Name { return nil }
