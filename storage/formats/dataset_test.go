package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// datasetLine writes an article as a line of a data set.
func datasetLine(tb testing.TB, a Article) []byte {
	tb.Helper()
	m := offset.New(a.Document.Text)
	place := map[string]int{}
	spans, relations := []map[string]any{}, []map[string]any{}
	for i, s := range a.Marks.Spans {
		place[s.ID] = i
		start, err1 := m.ByteRune(s.Start)
		end, err2 := m.ByteRune(s.End)
		if err1 != nil || err2 != nil {
			tb.Fatal(err1, err2)
		}
		row := map[string]any{"start": start, "end": end, "label": s.Label, "text": a.Document.Text[s.Start:s.End], "entity": i}
		if s.QuoteType != "" {
			row["kind"] = s.QuoteType
		}
		spans = append(spans, row)
	}
	for _, r := range a.Marks.Relations {
		relations = append(relations, map[string]any{"type": r.Type, "from": place[r.From], "to": place[r.To]})
	}
	line, err := json.Marshal(map[string]any{
		"id": a.Document.ID, "source": "owner/name:path", "licence": "CC BY 4.0", "split": "dev", "text": a.Document.Text,
		"spans": spans, "relations": relations,
	})
	if err != nil {
		tb.Fatal(err)
	}
	return line
}

func TestDataset_isRead(t *testing.T) {
	rnd := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		a := generated(rnd)
		got := readOnly(t, datasetLine(t, a))
		if len(got) != 1 || got[0].Err != nil || len(got[0].Notes) > 0 {
			t.Fatalf("%+v", got)
		}
		sane(t, got[0])
		d := got[0].Article.Document
		if d.ID != a.Document.ID || d.Text != a.Document.Text || d.Source != "owner/name:path" || d.Meta.Text("licence") != "CC BY 4.0" {
			t.Fatalf("%+v", d)
		}
		if diff := cmp.Diff(bare(a.Marks), bare(got[0].Article.Marks)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// bare is what a data set holds of marks, without the ids that it does not have.
func bare(m annotate.Marks) []string {
	spans := map[string]string{}
	var out []string
	for _, s := range m.Spans {
		spans[s.ID] = fmt.Sprint(s.Start, s.End, s.Label, s.QuoteType)
		out = append(out, spans[s.ID])
	}
	var links []string
	for _, r := range m.Relations {
		links = append(links, r.Type+" "+spans[r.From]+" "+spans[r.To])
	}
	slices.Sort(links)
	return append(out, links...)
}

func TestDataset_keepsWhatItDoesNotKnow(t *testing.T) {
	line := `{"id":"x","licence":"l","split":"dev","note":[1],"text":"“We won,” she said.","spans":[` +
		`{"start":0,"end":9,"label":"QUOTE","text":"“We won,”","kind":"direct","pieces":[[0,9]]},{"start":10,"end":13,"label":"SPEAKER","kind":"other"}],` +
		`"relations":[{"type":"speaker","from":0,"to":1}]}`
	got := readOnly(t, []byte(line))
	if len(got) != 1 || got[0].Err != nil {
		t.Fatalf("%+v", got)
	}
	a := got[0].Article
	if string(a.Document.Meta["note"]) != "[1]" || a.Document.Source != "x.jsonl" {
		t.Errorf("%+v", a.Document)
	}
	q, m := a.Marks.Spans[0], a.Marks.Spans[1]
	if q.QuoteType != "direct" || string(q.Meta["pieces"]) != "[[0,9]]" || len(q.Meta) != 1 || m.Meta.Text("kind") != "other" || m.QuoteType != "" {
		t.Errorf("%+v\n%+v", q, m)
	}
	if r := a.Marks.Relations[0]; r.From != q.ID || r.To != m.ID || r.Type != annotate.SpeakerOf || r.State != annotate.Confirmed {
		t.Errorf("%+v", r)
	}
}

func TestDataset_refusesInWords(t *testing.T) {
	for name, c := range map[string]struct{ rest, want string }{
		"a relation to no span":     {`"spans":[{"start":0,"end":1,"label":"X"}],"relations":[{"type":"t","from":0,"to":1}]`, "span 1 of 1"},
		"a relation from below":     {`"spans":[{"start":0,"end":1,"label":"X"}],"relations":[{"type":"t","from":-1,"to":0}]`, "span -1"},
		"a relation without a type": {`"spans":[{"start":0,"end":1,"label":"X"}],"relations":[{"from":0,"to":0}]`, "relation r1"},
		"other words":               {`"spans":[{"start":0,"end":1,"label":"X","text":"b"}]`, `"b"`},
		"a span past the end":       {`"spans":[{"start":0,"end":9,"label":"X"}]`, "outside"},
		"a span that is a number":   {`"spans":[7]`, "span s1"},
		"a name where a place was":  {`"spans":[],"relations":[{"type":"t","from":"a","to":"b"}]`, "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readOnly(t, []byte(`{"licence":"l","split":"s","text":"abc",`+c.rest+`}`))
			if len(got) != 1 || got[0].Err == nil || !strings.Contains(got[0].Err.Error(), c.want) || !strings.Contains(got[0].Err.Error(), "line 1") {
				t.Errorf("got %v, want a word about %q", got[0].Err, c.want)
			}
		})
	}
	if got := readOnly(t, []byte(`{"licence":"l","split":"s","text":""}`)); got[0].Err == nil {
		t.Error("an empty text was read")
	}
}

// TestDataset_realOnes reads the data sets beside the project, where they are.
func TestDataset_realOnes(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/data/*.jsonl")
	if len(files) == 0 {
		t.Skip("no data sets beside the project")
	}
	for _, path := range files {
		if info, err := os.Stat(path); err != nil || info.Size() > 2<<20 {
			continue
		}
		n := 0
		for r := range ReadFile(path) {
			n++
			if r.Err != nil && !errors.Is(r.Err, ErrEmpty) {
				t.Error(r.Err)
			}
			sane(t, r)
		}
		if n == 0 {
			t.Errorf("%s holds nothing", path)
		}
	}
}

func FuzzReadDataset(f *testing.F) {
	rnd := rand.New(rand.NewPCG(13, 13))
	f.Add(datasetLine(f, generated(rnd)))
	f.Add([]byte(`{"licence":"","split":"","text":"a\ud83d\r\nb","spans":[{"start":0,"end":1,"label":"X","id":"s2"},{"start":1,"end":2,"label":"X"}],"relations":[{"type":"t","from":1,"to":1}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, _, err := decodeLine(raw)
		sane(t, Result{Article: a, Err: err})
	})
}
