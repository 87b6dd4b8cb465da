package quote

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/marked"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenArticles reads invented articles in many house styles. Each file of
// testdata/articles holds an article with its names and with what Find should
// make of them, in the notation of annotate/marked.
func TestGoldenArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.marked")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".marked"), func(t *testing.T) {
			want, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			text, marks, err := marked.Parse(string(want))
			if err != nil {
				t.Fatal(err)
			}
			got := marked.Format(text, foundIn(text, marks))
			if *update {
				if err := os.WriteFile(f, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

// foundIn returns the names of marks with the quotes that Find gives for them.
func foundIn(text string, marks annotate.Marks) annotate.Marks {
	var out annotate.Marks
	var names []Name
	at := map[Name]string{} // the ids of the spans
	add := func(n Name, s annotate.Span) string {
		if id, ok := at[n]; ok {
			return id
		}
		s.ID, s.Start, s.End, s.Label, s.State = "x"+strconv.Itoa(len(out.Spans)), n.Start, n.End, n.Label, annotate.Confirmed
		s.Origin = annotate.Origin{Kind: annotate.ByEditor}
		out.Spans = append(out.Spans, s)
		at[n] = s.ID
		return s.ID
	}
	for _, s := range marks.Spans {
		if s.Label != annotate.Quote && s.Label != annotate.Cue && s.Label != annotate.Speaker {
			n := Name{s.Start, s.End, s.Label}
			names = append(names, n)
			add(n, annotate.Span{})
		}
	}
	for _, q := range Find(text, names) {
		from := add(Name{q.Start, q.End, annotate.Quote}, annotate.Span{QuoteType: q.Kind, Speaker: q.Speaker})
		relate := func(kind, to string) {
			out.Relations = append(out.Relations, annotate.Relation{
				ID: "x" + strconv.Itoa(len(out.Relations)), Type: kind, From: from, To: to,
				State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor},
			})
		}
		if m := q.Mention; m != nil {
			n := Name{m.Start, m.End, annotate.Speaker}
			if m.Name >= 0 {
				n = names[m.Name]
			}
			relate(annotate.SpeakerOf, add(n, annotate.Span{}))
		}
		if q.Cue != nil {
			relate(annotate.CueOf, add(Name{q.Cue.Start, q.Cue.End, annotate.Cue}, annotate.Span{}))
		}
	}
	out.Sort()
	return marked.Rename(out)
}
