package marked

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
)

// list shows marks in short: one line for each.
func list(text string, m annotate.Marks) []string {
	var out []string
	for _, s := range m.Spans {
		line := fmt.Sprintf("%s %s %s “%s”", s.ID, s.State, s.Label, text[s.Start:s.End])
		if s.QuoteType != "" || s.Speaker != "" {
			line += fmt.Sprintf(" %q by %q", s.QuoteType, s.Speaker)
		}
		out = append(out, line)
	}
	for _, r := range m.Relations {
		out = append(out, fmt.Sprintf("%s %s %s: %s -> %s", r.ID, r.State, r.Type, r.From, r.To))
	}
	return out
}

func TestParseAndFormat_readAndWriteTheSame(t *testing.T) {
	for _, c := range []struct {
		name, in, text string
		want           []string
	}{
		{"an empty text", "", "", nil},
		{"a text without marks", "Nothing here.\r\n\n", "Nothing here.\r\n\n", nil},
		{"a name", "Mr [Ada Roy|PERSON] left.", "Mr Ada Roy left.", []string{`p1 confirmed PERSON “Ada Roy”`}},
		{
			"a quote with its cue and speaker",
			`[“We won,”|QUOTE type=direct speaker="Ana Roy" cue=#c1 speaker=#p1] [said|CUE#c1] [Ana Roy|PERSON#p1].`,
			"“We won,” said Ana Roy.",
			[]string{
				`q1 confirmed QUOTE ““We won,”” "direct" by "Ana Roy"`, `c1 confirmed CUE “said”`, `p1 confirmed PERSON “Ana Roy”`,
				"r1 confirmed cue: q1 -> c1", "r2 confirmed speaker: q1 -> p1",
			},
		},
		{
			"states of spans and relations",
			`[“Go,”|?QUOTE speaker=?#m1 speaker=!#p1] [he|?SPEAKER#m1 refers_to=!#p1] told [Bo|!PERSON#p1].`,
			"“Go,” he told Bo.",
			[]string{
				`q1 suggested QUOTE ““Go,””`, `m1 suggested SPEAKER “he”`, `p1 rejected PERSON “Bo”`,
				"r3 rejected refers_to: m1 -> p1", "r1 suggested speaker: q1 -> m1", "r2 rejected speaker: q1 -> p1",
			},
		},
		{
			"nested spans", "the [[Lima|GPE] University|ORG] and [[Ada|PERSON]|ORG]", "the Lima University and Ada",
			[]string{`p1 confirmed ORG “Lima University”`, `p2 confirmed GPE “Lima”`, `p3 confirmed ORG “Ada”`, `p4 confirmed PERSON “Ada”`},
		},
		{
			"spans that cross", "[one [|1>]two|A] three[|<1 B]", "one two three",
			[]string{`p1 confirmed A “one two”`, `p2 confirmed B “two three”`},
		},
		{
			"spans that cross twice", "[a [|1>]b [|2>]c|A] d[|<1 B] e[|<2 C]", "a b c d e",
			[]string{`p1 confirmed A “a b c”`, `p2 confirmed B “b c d”`, `p3 confirmed C “c d e”`},
		},
		{
			"names of one's own", "[Ada|PERSON#ada] and [Bo|PERSON]", "Ada and Bo",
			[]string{`ada confirmed PERSON “Ada”`, `p2 confirmed PERSON “Bo”`},
		},
		{"the notation's own letters", `a \[b\] \| c:\\d [x\]y|A]`, `a [b] | c:\d x]y`, []string{`p1 confirmed A “x]y”`}},
		{
			"labels and values with odd letters", `[x|"TWO WORDS"#"a b" type="say \"hi\"\\\n" "odd=key"=#"a b"]`, "x",
			[]string{"a b confirmed TWO WORDS “x” \"say \\\"hi\\\"\\\\\\n\" by \"\"", "r1 confirmed odd=key: a b -> a b"},
		},
		{
			"emoji, accents and other scripts", "[👩‍👩‍👧|A] [Cafe\u0301|B] [東京|C] «[שלום|D]»\r\n", "👩‍👩‍👧 Cafe\u0301 東京 «שלום»\r\n",
			[]string{`p1 confirmed A “👩‍👩‍👧”`, "p2 confirmed B “Cafe\u0301”", `p3 confirmed C “東京”`, `p4 confirmed D “שלום”`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, m, err := Parse(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if text != c.text {
				t.Errorf("text %q, want %q", text, c.text)
			}
			if diff := cmp.Diff(c.want, list(text, m)); diff != "" {
				t.Errorf("marks (-want +got):\n%s", diff)
			}
			if out := Format(text, m); out != c.in {
				t.Errorf("Format gives\n%s\nfor\n%s", out, c.in)
			}
			if err := annotate.NewSheet(text).Apply(annotate.Change{After: m}); err != nil {
				t.Errorf("a sheet refuses the marks: %v", err)
			}
		})
	}
}

func TestParse_takesWhatFormatWritesOtherwise(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"fields in another order", "[a|QUOTE   speaker=Bo type=direct]", "[a|QUOTE type=direct speaker=Bo]"},
		{"quotation marks without need", `[a|"QUOTE"]`, "[a|QUOTE]"},
		{"ids without need", "[a|QUOTE#q1] [b|CUE#c1]", "[a|QUOTE] [b|CUE]"},
		{"ends apart without need, by any word", "[|x>]a[|<x QUOTE]", "[a|QUOTE]"},
		{"spans of the same words in another order", "[[Ada|ORG]|PERSON]", "[[Ada|PERSON]|ORG]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, m, err := Parse(c.in)
			if err != nil {
				t.Fatal(err)
			}
			if got := Format(text, m); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestParse_saysWhereATextIsWrong(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a bracket that opens nothing", "one\ntwo ] three", `line 2, column 5: a bracket by itself is written \]`},
		{"a bar outside a mark", "é|", `line 1, column 2: a bar by itself is written \|`},
		{"a backslash by itself", `c:\dir`, `line 1, column 3: a backslash by itself is written \\`},
		{"a backslash at the end", `\`, `line 1, column 1: a backslash by itself is written \\`},
		{"a mark that never closes", "[one", "line 1, column 1: the mark is not closed"},
		{"apart ends that never close", "a [|1>]b [|2>]c[|<2 X]", "line 1, column 3: the mark is not closed"},
		{"a mark without words", "a[|1>][|<1 X]", "line 1, column 2: the mark holds no words"},
		{"a mark without a label", "[a|]", "line 1, column 4: the label is missing"},
		{"an empty label", `[a|""]`, "line 1, column 6: the label is empty"},
		{"an empty name", `[a|X#""]`, "line 1, column 6: the name is empty"},
		{"a tag that does not end", "[a|X", "line 1, column 5: expected the ] of the mark"},
		{"a quotation mark that never closes", `[a|"X]`, "line 1, column 4: the quotation mark is not closed"},
		{"a backslash before another letter in quotation marks", `[a|"\t"]`, `line 1, column 5: after \ only ", \ and n can stand here`},
		{"an end without a start", "a[|<1 X]", "line 1, column 2: no mark 1 is open"},
		{"a start twice", "[|1>]a[|1>]b[|<1 X]", "line 1, column 7: mark 1 is open already"},
		{"a start that is not closed", "[|1]a", "line 1, column 1: expected [|1>]"},
		{"a start without a number", "[|>]a", "line 1, column 3: the number of the mark is missing"},
		{"an unknown field", "[a|X color=red]", "line 1, column 6: there is no field color; the fields are type and speaker"},
		{"a field without a value", "[a|X type]", "line 1, column 6: expected field=value"},
		{"a field with an empty value", "[a|X type=]", "line 1, column 11: the value of type is missing"},
		{"a field twice", "[a|X type=a type=b]", "line 1, column 13: the field type is given twice"},
		{"a state on a value", "[a|X speaker=?Bo]", "line 1, column 6: only a relation has a state of its own"},
		{"a space at the end of a tag", "[a|X ]", "line 1, column 6: the name of a field is missing"},
		{"a relation to a name that is not there", "[a|X speaker=#p9]", "line 1, column 6: no mark has the name p9"},
		{"a relation to a mark without a name", "[a|QUOTE speaker=#p1][b|PERSON]", "line 1, column 10: no mark has the name p1"},
		{"a name twice", "[a|X#n] [b|X#n]", "line 1, column 9: the id n is given twice"},
		{"a name that another mark would get", "[a|X#p2] [b|X]", "line 1, column 10: another mark has the name p2, which this one would get: name it too"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, m, err := Parse(c.in)
			if err == nil || err.Error() != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
			if text != "" || !m.Empty() {
				t.Errorf("with the error came %q, %+v", text, m)
			}
		})
	}
}

func TestRename_givesShortIDsInTheOrderOfThePage(t *testing.T) {
	const text = "“Go,” she said. Bo left."
	m := annotate.Marks{
		Spans: []annotate.Span{
			{ID: "0192-d", Start: 20, End: 22, Label: annotate.Person, State: annotate.Confirmed},
			{ID: "0192-a", Start: 0, End: 9, Label: annotate.Quote, State: annotate.Suggested},
			{ID: "0192-b", Start: 10, End: 13, Label: annotate.Speaker, State: annotate.Confirmed},
			{ID: "0192-c", Start: 14, End: 18, Label: annotate.Cue, State: annotate.Confirmed},
		},
		Relations: []annotate.Relation{
			{ID: "0192-z", Type: annotate.CueOf, From: "0192-a", To: "0192-c", State: annotate.Confirmed},
			{ID: "0192-y", Type: annotate.SpeakerOf, From: "0192-a", To: "0192-b", State: annotate.Confirmed},
			{ID: "0192-x", Type: annotate.SpeakerOf, From: "0192-a", To: "lost", State: annotate.Confirmed},
		},
	}
	want := "[“Go,”|?QUOTE speaker=#m1 cue=#c1] [she|SPEAKER#m1] [said|CUE#c1]. [Bo|PERSON] left."
	if got := Format(text, Rename(m)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if m.Spans[0].ID != "0192-d" || m.Relations[0].From != "0192-a" {
		t.Error("Rename changed the marks that it was given")
	}
}

func TestFormat_movesBoundsIntoTheText(t *testing.T) {
	m := annotate.Marks{Spans: []annotate.Span{
		{ID: "p1", Start: -5, End: 2, Label: "A"},
		{ID: "p2", Start: 1, End: 99, Label: "B"},
	}}
	if got, want := Format("abc", m), "[a[|1>]b|A]c[|<1 B]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
