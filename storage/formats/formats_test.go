package formats

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// pieces are what generated articles are made of: every kind of quotation mark
// and every script that has broken an annotation tool.
var pieces = strings.Split("“We won,” |said Ana Roy. |'Quite so' |\"straight\" |«Non» |„Ja“ |😀 |👩‍👩‍👧‍👦 |🇮🇪 |e\u0301cole |Zoë |他说：“好。” |שלום עולם |مرحبا |tab\there |nbsp\u00a0here |\n\n|\n|<b>&amp;</b> |back\\slash |\u2028|x", "|")

func one(a Article) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) { yield(a, nil) }
}

// generated returns an article with overlapping, nested and touching spans and
// with relations between them.
func generated(rnd *rand.Rand) Article {
	var b strings.Builder
	for range 3 + rnd.IntN(60) {
		b.WriteString(pieces[rnd.IntN(len(pieces))])
	}
	text := b.String() + "."
	a := Article{Annotator: "ed", Document: annotate.Document{
		ID: fmt.Sprintf("doc-%d", rnd.Uint32()), Title: "A “title” <1>", Text: text, Source: "a/b.txt", SHA256: annotate.Hash(text),
		Meta: annotate.Meta{"n": json.RawMessage("12345678901234567890"), "o": json.RawMessage(`{"a":[1,2]}`)}.With("byline", "Ana & Co"),
	}}
	a.Marks.Status = []annotate.Status{annotate.Todo, annotate.Doing, annotate.Done, annotate.Skipped}[rnd.IntN(4)]
	for i := range rnd.IntN(20) {
		start := offset.SnapStart(text, rnd.IntN(len(text)))
		end := offset.SnapEnd(text, min(start+1+rnd.IntN(30), len(text)))
		if strings.TrimSpace(text[start:end]) == "" {
			continue
		}
		s := annotate.Span{
			ID: fmt.Sprintf("s%d", i), Start: start, End: end, Label: []string{"QUOTE", "PERSON", "GPE"}[rnd.IntN(3)],
			State:  []annotate.State{annotate.Suggested, annotate.Confirmed, annotate.Rejected}[rnd.IntN(3)],
			Origin: annotate.Origin{Kind: annotate.ByRule, Name: "quote", Version: "1", At: time.Unix(1_700_000_000, 123000).UTC()},
			Score:  float64(rnd.IntN(100)) / 100, Reason: "cue *said*",
		}
		if s.Label == "QUOTE" {
			s.QuoteType, s.Speaker = "direct", "Ana Roy"
		}
		s.Meta = s.Meta.With("note", "kept")
		a.Marks.Spans = append(a.Marks.Spans, s)
	}
	for i := range rnd.IntN(5) {
		if n := len(a.Marks.Spans); n > 1 {
			a.Marks.Relations = append(a.Marks.Relations, annotate.Relation{
				ID: fmt.Sprintf("r%d", i+1), Type: "refers_to", From: a.Marks.Spans[rnd.IntN(n)].ID, To: a.Marks.Spans[rnd.IntN(n)].ID,
				State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByEditor, Name: "ed"}, Score: 0.5, Reason: "near",
			})
		}
	}
	a.Marks.Sort()
	return a
}

func readOnly(t testing.TB, raw []byte) []Result {
	t.Helper()
	var out []Result
	for r := range Read("x.jsonl", bytes.NewReader(raw)) {
		out = append(out, r)
	}
	return out
}

func TestJSONL_readsBackWhatItWrote(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		a := generated(rnd)
		for _, unit := range []offset.Unit{offset.CodePoint, offset.UTF16, offset.Byte} {
			var b, again bytes.Buffer
			if err := Write(&b, JSONL, unit, one(a)); err != nil {
				t.Fatal(err)
			}
			got := readOnly(t, b.Bytes())
			if len(got) != 1 || got[0].Err != nil || len(got[0].Notes) > 0 {
				t.Fatalf("%+v", got)
			}
			if diff := cmp.Diff(a, got[0].Article); diff != "" {
				t.Fatalf("%s: %s", unit, diff)
			}
			if err := Write(&again, JSONL, unit, one(got[0].Article)); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Fatalf("written again, the bytes differ: %v", err)
			}
		}
	}
}

func TestProdigy_readsBackWhatItHolds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		a := generated(rnd)
		var b bytes.Buffer
		if err := Write(&b, Prodigy, "", one(a)); err != nil {
			t.Fatal(err)
		}
		got := readOnly(t, b.Bytes())
		if len(got) != 1 || got[0].Err != nil {
			t.Fatalf("%+v", got)
		}
		if diff := cmp.Diff(prodigyHolds(a), prodigyHolds(got[0].Article)); diff != "" {
			t.Fatal(diff)
		}
		checkTokens(t, b.Bytes())
	}
}

// checkTokens holds a line against the rules of its format: tokens that tile the
// text, and spans that are rows of whole tokens.
func checkTokens(t *testing.T, line []byte) {
	t.Helper()
	var task prodigyTask
	if err := json.Unmarshal(line, &task); err != nil {
		t.Fatal(err)
	}
	text := []rune(task.Text)
	at := 0
	for i, tok := range task.Tokens {
		if tok.ID != i || string(text[tok.Start:tok.End]) != tok.Text || tok.Start < at {
			t.Fatalf("token %+v", tok)
		}
		if gap := string(text[at:tok.Start]); strings.TrimSpace(gap) != "" {
			t.Fatalf("%q is in no token", gap)
		}
		at = tok.End
	}
	for _, s := range task.Spans {
		first, last := task.Tokens[s.TokenStart], task.Tokens[s.TokenEnd]
		if got := strings.TrimSpace(string(text[s.Start:s.End])); got != strings.TrimSpace(string(text[first.Start:last.End])) {
			t.Fatalf("span %q is not its tokens", got)
		}
	}
}

func TestJSONL_keepsTheContractsOrderOfKeys(t *testing.T) {
	text := "😀 “We won,” said Ana Roy."
	a := Article{Document: annotate.Document{ID: "d", Title: "t", Text: text, Source: "s"}, Marks: annotate.Marks{Spans: []annotate.Span{
		{ID: "q1", Start: 5, End: 18, Label: "QUOTE", State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByRule}, Score: 0.97, QuoteType: "direct", Speaker: "Ana Roy"},
		{ID: "p1", Start: 24, End: 31, Label: "PERSON", State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByModel}, Score: 0.99},
	}, Relations: []annotate.Relation{{ID: "r1", Type: "speaker", From: "q1", To: "p1", State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByRule}}}}}
	var b bytes.Buffer
	if err := Write(&b, JSONL, offset.CodePoint, one(a)); err != nil {
		t.Fatal(err)
	}
	want := `{"schema":"bluepencil/1","id":"d","title":"t","text":"😀 “We won,” said Ana Roy.","source":"s","sha256":"` + annotate.Hash(text) + `","status":"todo","annotator":"","offsets":"codepoint","meta":{},"spans":[` +
		`{"id":"q1","start":2,"end":11,"label":"QUOTE","text":"“We won,”","state":"suggested","origin":"rule","score":0.97,"quote_type":"direct","speaker":"Ana Roy"},` +
		`{"id":"p1","start":17,"end":24,"label":"PERSON","text":"Ana Roy","state":"suggested","origin":"model","score":0.99}],` +
		`"relations":[{"id":"r1","type":"speaker","from":"q1","to":"p1","state":"suggested","origin":"rule"}]}` + "\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	checker := filepath.Join("..", "..", "..", "shared", "tools", "check_jsonl.py")
	if _, err := os.Stat(checker); err != nil {
		t.Skip("the contract's own checker is not beside the project")
	}
	path := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("python3", checker, path).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestReadLines_refusesInWordsAndGoesOn(t *testing.T) {
	cases := map[string]struct {
		line, want string // want "" for a line that is read
	}{
		"no JSON":                  {`{"text":`, "cannot be read"},
		"no text":                  {`{"title":"x"}`, `no "text"`},
		"an empty text":            {`{"text":""}`, "empty"},
		"another schema":           {`{"schema":"bluepencil/2","text":"x"}`, "bluepencil/2"},
		"a wrong hash":             {`{"text":"x","sha256":"00"}`, "sha256"},
		"a span past the end":      {`{"text":"abc","spans":[{"start":1,"end":9,"label":"X"}]}`, "outside"},
		"a span backwards":         {`{"text":"abc","spans":[{"start":2,"end":1,"label":"X"}]}`, "empty"},
		"a span with other words":  {`{"text":"abc","spans":[{"start":0,"end":2,"label":"X","text":"zz"}]}`, `"zz"`},
		"a span inside a pair":     {`{"text":"😀b","offsets":"utf16","spans":[{"start":1,"end":3,"label":"X"}]}`, "inside"},
		"two spans with one id":    {`{"text":"abc","spans":[{"id":"a","start":0,"end":1,"label":"X"},{"id":"a","start":1,"end":2,"label":"X"}]}`, "two spans"},
		"a relation to nothing":    {`{"text":"abc","spans":[{"id":"a","start":0,"end":1,"label":"X"}],"relations":[{"id":"r","type":"t","from":"a","to":"b"}]}`, `"b"`},
		"an unknown status":        {`{"text":"abc","status":"lost"}`, "lost"},
		"an unknown unit":          {`{"text":"abc","offsets":"inch","spans":[{"start":0,"end":1,"label":"X"}]}`, "inch"},
		"a plain article":          {`{"text":"abc","extra":[1]}`, ""},
		"a span without id":        {`{"text":"abc","spans":[{"start":0,"end":1,"label":"X"}]}`, ""},
		"a Prodigy line":           {`{"text":"abc","spans":[{"start":0,"end":1,"label":"X"}],"answer":"accept"}`, ""},
		"a number where an object": {`7`, "cannot be read"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := readOnly(t, []byte("\ufeff"+c.line+"\r\n\r\n"+`{"text":"next"}`+"\n"))
			if len(got) != 2 || got[1].Err != nil || got[1].Article.Document.Text != "next" {
				t.Fatalf("the next line: %+v", got)
			}
			switch err := got[0].Err; {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "line 1")):
				t.Errorf("got %v, want a word about %q in line 1", err, c.want)
			}
		})
	}
}

func TestReadLines_keepsUnknownFieldsAndTellsWhatItMended(t *testing.T) {
	line := `{"text":"a👩‍👩‍👧b\ud83d","note":"mine","meta":{"note":"theirs"},"spans":[{"id":"s","start":2,"end":3,"label":"X"}]}`
	got := readOnly(t, []byte(line))
	if len(got) != 1 || got[0].Err != nil {
		t.Fatalf("%+v", got)
	}
	meta := got[0].Article.Document.Meta
	if meta.Text("note") != "theirs" || meta.Text("note_2") != "mine" {
		t.Errorf("meta %s", meta)
	}
	if sp := got[0].Article.Marks.Spans[0]; got[0].Article.Document.Text[sp.Start:sp.End] != "👩‍👩‍👧" {
		t.Errorf("the span is %d:%d", sp.Start, sp.End)
	}
	if len(got[0].Notes) != 2 {
		t.Errorf("notes %v", got[0].Notes)
	}
}

func TestReadLines_movesMarksWhenReturnsGo(t *testing.T) {
	got := readOnly(t, []byte(`{"text":"a\r\nbc\rd","spans":[{"start":3,"end":5,"label":"X","text":"bc"},{"start":6,"end":7,"label":"Y","text":"d"}]}`))
	a := got[0].Article
	if a.Document.Text != "a\nbc\nd" {
		t.Fatalf("text %q", a.Document.Text)
	}
	for i, want := range []string{"bc", "d"} {
		if sp := a.Marks.Spans[i]; a.Document.Text[sp.Start:sp.End] != want {
			t.Errorf("span %d is %q", i, a.Document.Text[sp.Start:sp.End])
		}
	}
}

func TestReadFile_articles(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, raw []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	utf16 := func(s string) []byte {
		out := []byte{0xff, 0xfe}
		for _, r := range s {
			out = append(out, byte(r), byte(r>>8))
		}
		return out
	}
	long := "“Fianna Fáil,” said Micheál Ó Sé, “is dead.” It cost £5. "
	latin := []byte(strings.NewReplacer("“", "\x93", "”", "\x94", "á", "\xe1", "é", "\xe9", "Ó", "\xd3", "£", "\xa3").Replace(strings.Repeat(long, 5)))
	cases := map[string]struct {
		name  string
		raw   []byte
		text  string
		title string
		err   error
		notes int
	}{
		"plain text":         {"a.txt", []byte("Head\r\n\r\nBody 😀\rend"), "Head\n\nBody 😀\nend", "Head", nil, 0},
		"a byte order mark":  {"b.txt", []byte("\ufeffHead\n"), "Head\n", "Head", nil, 0},
		"UTF-16":             {"c.txt", utf16("Café “x”\r\n"), "Café “x”\n", "Café “x”", nil, 1},
		"Windows' code page": {"d.txt", latin, strings.Repeat(long, 5), "", nil, 1},
		"an empty file":      {"e.txt", nil, "", "", ErrEmpty, 0},
		"white space":        {"f.txt", []byte(" \n\t\n"), "", "", ErrEmpty, 0},
		"a binary file":      {"g.txt", []byte("PK\x03\x04\x00\x00\x08\x00ab"), "", "", ErrBinary, 0},
		"control characters": {"h.txt", bytes.Repeat([]byte{0x81, 0x01, 0x02, 0x13}, 40), "", "", ErrBinary, 0},
		"a NUL in the text":  {"i.txt", []byte("abc\x00def"), "", "", ErrBinary, 0},
		"Markdown":           {"j.md", []byte("---\ntitle: T\nauthor: Ana\n---\n# Head\n\nA *b* [c](d) `e`\nf.\n\n- one\n- two\n"), "Head\n\nA b c e f.\n\none\n\ntwo\n", "T", nil, 0},
		"right to left":      {"k.txt", []byte("שלום\n«מה»\n"), "שלום\n«מה»\n", "שלום", nil, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := write(c.name, c.raw)
			var got []Result
			for r := range ReadFile(path) {
				got = append(got, r)
			}
			if len(got) != 1 {
				t.Fatalf("%d articles", len(got))
			}
			r := got[0]
			if !errors.Is(r.Err, c.err) || (r.Err != nil && !strings.Contains(r.Err.Error(), c.name)) {
				t.Fatalf("error %v, want %v", r.Err, c.err)
			}
			if r.Err != nil {
				return
			}
			if r.Article.Document.Text != c.text || (c.title != "" && r.Article.Document.Title != c.title) || len(r.Notes) != c.notes {
				t.Errorf("got %q, %q, %v", r.Article.Document.Text, r.Article.Document.Title, r.Notes)
			}
		})
	}
	for r := range ReadFile(filepath.Join(dir, "none.txt")) {
		if !errors.Is(r.Err, fs.ErrNotExist) {
			t.Errorf("a file that is not there: %v", r.Err)
		}
	}
	big := write("big.txt", nil)
	if err := os.Truncate(big, 50<<20); err != nil {
		t.Fatal(err)
	}
	for r := range ReadFile(big) {
		if !errors.Is(r.Err, ErrTooLarge) || !strings.Contains(r.Err.Error(), "20 MB") {
			t.Errorf("50 MB: %v", r.Err)
		}
	}
}

const page = `<!DOCTYPE html><html lang="en"><head><title>Rain falls | The Courier</title>
<meta property="og:url" content="https://courier.example/rain"><meta name="author" content="Ana Roy">
<meta property="article:published_time" content="2026-03-01T09:00:00Z"><meta property="og:site_name" content="The Courier">
<style>p{color:red}</style></head><body><nav>Home News Sport</nav><article><h1>Rain falls</h1>
<p>“It rains,” said <b>Zoë</b> Quinn &amp; Sons on Monday, as the river rose by two metres in a single night and the bridge was closed.</p>
<figure><img src="x.jpg"><figcaption>The river. Picture: A. Roy</figcaption></figure>
<p>It will go on until Friday, the weather office said, with gusts of up to ninety kilometres an hour along the coast and in the hills.</p>
<script>alert("x")</script></article><footer>Cookie policy</footer></body></html>`

func TestReadHTML_takesTheArticleAndItsMetadata(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	for r := range ReadFile(path) {
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		d := r.Article.Document
		for _, want := range []string{"“It rains,” said Zoë Quinn & Sons", "The river. Picture: A. Roy", "It will go on until Friday"} {
			if !strings.Contains(d.Text, want) {
				t.Errorf("%q is not in %q", want, d.Text)
			}
		}
		for _, bad := range []string{"alert", "color:red", "Cookie", "Home News"} {
			if strings.Contains(d.Text, bad) {
				t.Errorf("%q is in %q", bad, d.Text)
			}
		}
		if d.Meta.Text("url") != "https://courier.example/rain" || d.Meta.Text("byline") != "Ana Roy" || d.Meta.Text("site") != "The Courier" || !strings.HasPrefix(d.Meta.Text("date"), "2026-03-01") {
			t.Errorf("meta %s", d.Meta)
		}
	}
}

func TestReadHTML_refusesBottomlessNesting(t *testing.T) {
	deep := strings.Repeat("<div>", 100_000) + "x"
	for r := range Read("d.html", strings.NewReader(deep)) {
		if r.Err == nil {
			t.Error("it was read")
		}
	}
}

func TestExport_leavesNothingHalfDone(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	dir := t.TempDir()
	path := filepath.Join(dir, "out.jsonl")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	_, err := Export(path, JSONL, offset.CodePoint, func(yield func(Article, error) bool) {
		_ = yield(generated(rnd), nil) && yield(Article{}, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	bad := generated(rnd)
	bad.Marks.Spans = []annotate.Span{{ID: "x", Start: 0, End: 1 << 20, Label: "X", State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByRule}}}
	if _, err := Export(path, JSONL, offset.CodePoint, one(bad)); err == nil {
		t.Error("a span outside the text was exported")
	}
	if raw, _ := os.ReadFile(path); string(raw) != "before" {
		t.Errorf("the file holds %q", raw)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("%v stay", left)
	}
	receipt, err := Export(path, JSONL, offset.UTF16, one(generated(rnd)))
	if err != nil || receipt.Articles != 1 {
		t.Errorf("%+v %v", receipt, err)
	}
	raw, err := os.ReadFile(path)
	if err != nil || int64(len(raw)) != receipt.Bytes {
		t.Errorf("%d bytes, receipt %+v, %v", len(raw), receipt, err)
	}
}

func TestPaste_takesTextAndPages(t *testing.T) {
	a, _, err := Paste("Head\n\n“Yes,” he said.")
	if err != nil || a.Document.Title != "Head" || a.Document.Source != "clipboard" {
		t.Errorf("%+v %v", a, err)
	}
	a, _, err = Paste(page)
	if err != nil || a.Document.Title != "Rain falls" {
		t.Errorf("%+v %v", a.Document.Title, err)
	}
	if _, _, err := Paste("  \n"); !errors.Is(err, ErrEmpty) {
		t.Errorf("nothing: %v", err)
	}
}

func sane(t *testing.T, r Result) {
	t.Helper()
	if r.Err != nil {
		return
	}
	c := annotate.Change{Verb: annotate.VerbImport, After: r.Article.Marks}
	if c.After.Status != "" {
		c.Before.Status = annotate.Todo
	}
	if err := annotate.NewSheet(r.Article.Document.Text).Apply(c); err != nil {
		t.Errorf("a sheet refuses what was read: %v", err)
	}
	if strings.Contains(r.Article.Document.Text, "\r") {
		t.Error("a return is left")
	}
}

func FuzzReadJSONL(f *testing.F) {
	var b bytes.Buffer
	rnd := rand.New(rand.NewPCG(9, 9))
	for range 3 {
		_ = Write(&b, JSONL, offset.UTF16, one(generated(rnd)))
	}
	f.Add(b.Bytes())
	f.Add([]byte(`{"text":"a\ud83d\r\nb","spans":[{"start":0,"end":1,"label":"X"}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, r := range readOnly(t, raw) {
			sane(t, r)
		}
	})
}

func FuzzReadProdigy(f *testing.F) {
	var b bytes.Buffer
	_ = Write(&b, Prodigy, "", one(generated(rand.New(rand.NewPCG(8, 8)))))
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, _, err := decodeLine(raw)
		sane(t, Result{Article: a, Err: err})
	})
}

func fuzzArticle(f *testing.F, name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for r := range Read(name, bytes.NewReader(raw)) {
			sane(t, r)
		}
	})
}

func FuzzReadHTML(f *testing.F) { fuzzArticle(f, "x.html", page, "<p>x", "<table><td><p>") }

func FuzzReadMarkdown(f *testing.F) {
	fuzzArticle(f, "x.md", "# a\n\nb *c*", "---\nx: y\n---\n> q\n\n    code", "[a]: b\n\n[a]")
}

func FuzzReadText(f *testing.F) { fuzzArticle(f, "x.txt", "a\r\nb", "\xff\xfea\x00", "\x93x\x94") }

// Budget: 40 MB/s each way, the speed of a plain script with a C library's JSON.
func BenchmarkWriteJSONL(b *testing.B) { benchmarkWrite(b, JSONL) }

func BenchmarkWriteProdigy(b *testing.B) { benchmarkWrite(b, Prodigy) }

func benchArticles() []Article {
	rnd := rand.New(rand.NewPCG(4, 2))
	out := make([]Article, 100)
	for i := range out {
		out[i] = generated(rnd)
	}
	return out
}

func benchmarkWrite(b *testing.B, f Format) {
	articles := benchArticles()
	for b.Loop() {
		var buf bytes.Buffer
		for _, a := range articles {
			if err := Write(&buf, f, offset.CodePoint, one(a)); err != nil {
				b.Fatal(err)
			}
		}
		b.SetBytes(int64(buf.Len()))
	}
}

func BenchmarkReadJSONL(b *testing.B) {
	var buf bytes.Buffer
	for _, a := range benchArticles() {
		if err := Write(&buf, JSONL, offset.CodePoint, one(a)); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(buf.Len()))
	for b.Loop() {
		for r := range Read("x.jsonl", bytes.NewReader(buf.Bytes())) {
			if r.Err != nil {
				b.Fatal(r.Err)
			}
		}
	}
}

func TestProdigy_keepsTheMetaOfOtherTools(t *testing.T) {
	got := readOnly(t, []byte(`{"text":"abc","meta":{"id":7,"status":"new","section":"sport","score":0.5},"answer":"accept"}`))
	if len(got) != 1 || got[0].Err != nil {
		t.Fatalf("%+v", got)
	}
	meta := got[0].Article.Document.Meta
	if string(meta["id"]) != "7" || meta.Text("status") != "new" || meta.Text("section") != "sport" || string(meta["score"]) != "0.5" {
		t.Errorf("meta %s", meta)
	}
}

// Budget: 2 ms an article for writing, reading back, comparing and renaming.
func BenchmarkExport(b *testing.B) {
	articles := benchArticles()
	path := filepath.Join(b.TempDir(), "out.jsonl")
	for b.Loop() {
		_, err := Export(path, JSONL, offset.CodePoint, func(yield func(Article, error) bool) {
			for _, a := range articles {
				if !yield(a, nil) {
					return
				}
			}
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(articles)), "µs/article")
}
