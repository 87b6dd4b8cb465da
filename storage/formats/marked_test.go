package formats

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

func readAs(t testing.TB, name string, raw []byte) []Result {
	t.Helper()
	var out []Result
	for r := range Read(name, bytes.NewReader(raw)) {
		out = append(out, r)
	}
	return out
}

func TestMarked_readsBackWhatItHolds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 7))
	for range 100 {
		articles := []Article{generated(rnd), generated(rnd), generated(rnd)}
		articles[1].Document.Text += "\n\n[|---|]\n| \\ [ ]\n" // what separates articles, as words of one
		var b bytes.Buffer
		err := Write(&b, Marked, "", func(yield func(Article, error) bool) {
			_ = yield(articles[0], nil) && yield(articles[1], nil) && yield(articles[2], nil)
		})
		if err != nil {
			t.Fatal(err)
		}
		got := readAs(t, "x.MARKED", b.Bytes())
		if len(got) != len(articles) {
			t.Fatalf("%d articles", len(got))
		}
		for i, r := range got {
			if r.Err != nil || len(r.Notes) > 0 {
				t.Fatalf("%+v", r)
			}
			if r.Article.Document.Source != "x.MARKED" {
				t.Errorf("source %q", r.Article.Document.Source)
			}
			r.Article.Document.Source = ""
			if d := cmp.Diff(markedHolds(articles[i]), r.Article); d != "" {
				t.Fatal(d)
			}
			sane(t, r)
		}
	}
}

func TestMarked_isExported(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	path := filepath.Join(t.TempDir(), "out.marked")
	articles := []Article{generated(rnd), generated(rnd)}
	receipt, err := Export(path, Marked, offset.CodePoint, func(yield func(Article, error) bool) {
		_ = yield(articles[0], nil) && yield(articles[1], nil)
	})
	if err != nil || receipt.Articles != 2 || receipt.Spans != len(articles[0].Marks.Spans)+len(articles[1].Marks.Spans) {
		t.Fatalf("%+v %v", receipt, err)
	}
	bad := articles[0]
	bad.Marks.Spans = []annotate.Span{{ID: "x", Start: 2, End: 2, Label: "X", State: annotate.Confirmed}}
	if _, err := Export(path, Marked, "", one(bad)); err == nil {
		t.Error("a mark without words was exported")
	}
}

func TestMarked_oneArticleIsTheWholeFile(t *testing.T) {
	const in = "Club wins\n\n[“We won 😀,”|QUOTE speaker=\"Ana Roy\" speaker=#p1] said [Ana Roy|PERSON#p1]. [Maybe|?DATE] [not|!ORG].\n"
	got := readAs(t, "dir/club.marked", []byte("\ufeff"+strings.ReplaceAll(in, "\n", "\r\n")))
	if len(got) != 1 || got[0].Err != nil {
		t.Fatalf("%+v", got)
	}
	a := got[0].Article
	if a.Document.Title != "Club wins" || a.Document.Source != "dir/club.marked" || a.Marks.Spans[0].State != annotate.Confirmed ||
		a.Marks.Spans[2].State != annotate.Suggested || a.Marks.Spans[3].State != annotate.Rejected {
		t.Errorf("%+v", a)
	}
	var b bytes.Buffer
	if err := Write(&b, Marked, "", one(a)); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(in, b.String()); d != "" {
		t.Error(d)
	}
}

func TestMarked_refusesInWords(t *testing.T) {
	for name, c := range map[string]struct {
		in    string
		wants []string
		is    error
	}{
		"an empty file":                   {"", []string{"x.marked"}, ErrEmpty},
		"a file of white space":           {" \n", []string{"x.marked"}, ErrEmpty},
		"a mark of white space":           {"[ |X]", []string{"x.marked"}, ErrEmpty},
		"a mark that is not closed":       {"one\ntwo [three", []string{"line 2, column 5", "not closed"}, ErrUnreadable},
		"the second article":              {"one\n[|---|]\ntwo ]", []string{"article 2 from line 3", "line 1, column 5"}, ErrUnreadable},
		"an article of nothing":           {"one\n[|---|]\n", []string{"article 2"}, ErrEmpty},
		"a relation that leads nowhere":   {"[a|X to=#b]", []string{"no mark has the name b"}, ErrUnreadable},
		"no text at all":                  {"a\x00b", nil, ErrBinary},
		"a rule that is not a whole line": {"one [|---|] two", []string{"column 5"}, ErrUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			got := readAs(t, "x.marked", []byte(c.in))
			last := got[len(got)-1].Err
			if !errors.Is(last, c.is) {
				t.Fatalf("got %v, want %v", last, c.is)
			}
			for _, want := range c.wants {
				if !strings.Contains(last.Error(), want) {
					t.Errorf("%q has no word about %q", last, want)
				}
			}
		})
	}
}

func TestMarked_widensWhatCutsACharacter(t *testing.T) {
	got := readAs(t, "x.marked", []byte("caf[e|X]\u0301 👩[\u200d👩|Y]"))
	if len(got) != 1 || got[0].Err != nil || len(got[0].Notes) != 2 {
		t.Fatalf("%+v", got)
	}
	sane(t, got[0])
}

func TestMarked_isFoundInFolders(t *testing.T) {
	dir := t.TempDir()
	for name, in := range map[string]string{"a.marked": "[Ana|PERSON]", "b.txt": "[not a mark", "sub/c.marked": "one\n[|---|]\ntwo"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(in), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var texts []string
	for r := range ReadFile(dir) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		texts = append(texts, r.Article.Document.Text)
	}
	if d := cmp.Diff([]string{"Ana", "[not a mark", "one", "two"}, texts); d != "" {
		t.Error(d)
	}
}

func FuzzReadMarked(f *testing.F) {
	var b bytes.Buffer
	_ = Write(&b, Marked, "", one(generated(rand.New(rand.NewPCG(5, 5)))))
	fuzzArticle(f, "x.marked", b.String(), "a\n[|---|]\n[b|X#i to=#i]", "[e|X]\u0301 [|1>]a[|<1 Y]", "[\r\n|X]\xff")
}
