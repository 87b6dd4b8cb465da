package marked

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
)

var seeds = []string{
	"", "“We won,” said Ana Roy.\r\n", `\[\]\|\\`, "[Ada|PERSON]", "[a [|1>]b|A] c[|<1 B]",
	`[“We won,”|?QUOTE#q1 type=direct speaker="Ana Roy" speaker=#p1 cue=!#c1] [said|CUE#c1] [Ana Roy|PERSON#p1].`,
	"[[a|B]|C] «[Cafe\u0301|D]» [👩‍👩‍👧|E] 東京 שלום", `[x|"TWO WORDS"#"a b" "odd key"=#"a b"]`, "[\xff|X][|y>]",
}

// FuzzParse holds that what is read and written again reads the same.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		text, m, err := Parse(in)
		if err != nil {
			return
		}
		checkRoundTrip(t, text, m)
	})
}

func checkRoundTrip(t *testing.T, text string, m annotate.Marks) {
	t.Helper()
	out := Format(text, m)
	text2, m2, err := Parse(out)
	if err != nil {
		t.Fatalf("%s\ndoes not read: %v", out, err)
	}
	if text2 != text {
		t.Fatalf("%s\ntext %q, want %q", out, text2, text)
	}
	if !m2.Equal(m) {
		t.Fatalf("%s\n-want +got: %s", out, cmp.Diff(m, m2))
	}
	if again := Format(text2, m2); again != out {
		t.Fatalf("written first as\n%s\nand then as\n%s", out, again)
	}
}

// FuzzFormat makes marks from bytes: nested, crossing, named or not, in every
// state, and holds that they come back equal.
func FuzzFormat(f *testing.F) {
	f.Add("one two three", []byte{0, 7, 0, 0, 4, 9, 1, 1, 2, 2, 2, 2, 200, 0, 1, 200, 1, 2})
	f.Add("“We won,” said Ana Roy. [a|b]\\", []byte("any bytes at all make marks of some kind"))
	f.Fuzz(func(t *testing.T, text string, data []byte) {
		m := marksFrom(text, data)
		checkRoundTrip(t, text, Rename(m))
		checkRoundTrip(t, text, numbered(m))
	})
}

// numbered returns m in order, with the relation ids that Parse gives; those of
// the spans stay.
func numbered(m annotate.Marks) annotate.Marks {
	m.Sort()
	for i, t := range ties(m.Spans, m.Relations) {
		m.Relations[i] = t.Relation
		m.Relations[i].ID = "r" + strconv.Itoa(i+1)
	}
	m.Sort()
	return m
}

func marksFrom(text string, data []byte) annotate.Marks {
	next := func() int {
		if len(data) == 0 {
			return 0
		}
		b := data[0]
		data = data[1:]
		return int(b)
	}
	var m annotate.Marks
	states := []annotate.State{annotate.Confirmed, annotate.Suggested, annotate.Rejected}
	labels := []string{annotate.Quote, annotate.Cue, annotate.Speaker, annotate.Person, annotate.Org, `od"d] \label`, "é"}
	words := []string{"", "direct", "Ana Roy", `"so-called" \n`, "a\nb", "#1", "?", "\xff"}
	for n := 0; len(data) > 0 && n < 60 && text != ""; n++ {
		if kind := next(); kind >= 180 && n > 0 {
			m.Relations = append(m.Relations, annotate.Relation{
				ID: strconv.Itoa(n), Type: []string{annotate.SpeakerOf, annotate.CueOf, "type", "a b"}[kind%4],
				From: m.Spans[next()%len(m.Spans)].ID, To: m.Spans[next()%len(m.Spans)].ID,
				State: states[next()%3], Origin: origin(),
			})
			continue
		}
		start := next() % len(text)
		sp := annotate.Span{
			ID: strconv.Itoa(n), Start: start, End: min(start+1+next()%30, len(text)), Label: labels[next()%len(labels)],
			State: states[next()%3], Origin: origin(), QuoteType: words[next()%len(words)], Speaker: words[next()%len(words)],
		}
		if next()%3 == 0 {
			sp.ID = "a name, " + sp.ID
		}
		m.Spans = append(m.Spans, sp)
	}
	return m
}
