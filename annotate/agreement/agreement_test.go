package agreement

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/marked"
)

// parse reads an article in the marked notation.
func parse(tb testing.TB, in string) (string, annotate.Marks) {
	tb.Helper()
	text, m, err := marked.Parse(in)
	if err != nil {
		tb.Fatalf("%q: %v", in, err)
	}
	return text, m
}

func known() []string {
	var names []string
	for _, l := range annotate.DefaultLabels() {
		names = append(names, l.Name)
	}
	return names
}

// schemeOf returns the scheme of a gold set.
func schemeOf(gold ...annotate.Marks) Scheme {
	var c Census
	for _, m := range gold {
		c.Add(m)
	}
	return c.Scheme(known())
}

// compared scores what was found against gold, by the scheme of this gold alone.
func compared(tb testing.TB, gold, found string) (text string, r Report) {
	tb.Helper()
	text, g := parse(tb, gold)
	other, f := parse(tb, found)
	if text != other {
		tb.Fatalf("two texts:\n%q\n%q", text, other)
	}
	return text, schemeOf(g).Compare(text, g, f)
}

// told gives mistakes as lines to compare.
func told(text string, mistakes []Mistake) []string {
	var out []string
	for _, m := range mistakes {
		line := string(m.Kind) + " " + m.Span().Label + " " + text[m.Span().Start:m.Span().End]
		if m.Kind == WrongType || m.Kind == WrongEdges {
			line += " / " + m.Found.Label + " " + text[m.Found.Start:m.Found.End]
		}
		if m.Said != "" || m.Want != "" {
			line += " (" + m.Want + " / " + m.Said + ")"
		}
		out = append(out, line)
	}
	return out
}

func TestCompare_quotes(t *testing.T) {
	for _, c := range []struct {
		name, gold, found string
		want              Tally
	}{
		{"the marks around the words do not count", "[“We won,”|QUOTE] he said.", "“[We won|QUOTE],” he said.", Tally{1, 1, 1, 1, 1}},
		{"nor do guillemets, spaces and joined emoji", "[« 👩‍👩‍👧 Non, jamais ! »|QUOTE] dit-il.", "« 👩‍👩‍👧 [Non, jamais !|QUOTE] » dit-il.", Tally{1, 1, 1, 1, 1}},
		{"straight marks are marks", "[\"We won,\"|QUOTE] he said.", "\"[We won,\"|QUOTE] he said.", Tally{1, 1, 1, 1, 1}},
		{"a word too few is wrong, and still a hit", "[“We won the cup,”|QUOTE] he said.", "“We [won the cup,”|QUOTE] he said.", Tally{1, 1, 0, 1, 1}},
		{"half the characters are enough", "[“aaa bbb ccc ddd”|QUOTE].", "[“aaa bbb c|QUOTE]cc ddd”.", Tally{1, 1, 0, 1, 1}},
		{"less than half is no hit, though all that was found is gold", "[“aaa bbb ccc ddd”|QUOTE].", "[“aaa bbb|QUOTE] ccc ddd”.", Tally{1, 1, 0, 0, 1}},
		{"characters are counted, not bytes", "[“éééé ab c”|QUOTE].", "[“éééé|QUOTE] ab c”.", Tally{1, 0, 0, 0, 0}},
		{"two parts cover a quote together", "[“one two three four five six”|QUOTE].", "[“one two|QUOTE] three four [five six”|QUOTE].", Tally{1, 2, 0, 1, 2}},
		{"an interrupted quote is two", "[“We won,”|QUOTE] he said, [“at last we did.”|QUOTE]", "[“We won,”|QUOTE] he said, “at last we did.”", Tally{2, 1, 1, 1, 1}},
		{"a single word is optional when it is not found", "He was [“happy”|QUOTE] and [“very glad”|QUOTE].", "He was “happy” and [“very glad”|QUOTE].", Tally{1, 1, 1, 1, 1}},
		{"and when it is", "He was “happy” and [“very glad”|QUOTE].", "He was [“happy”|QUOTE] and [“very glad”|QUOTE].", Tally{1, 1, 1, 1, 1}},
		{"a quote within a quote is optional when it is found", "[“She said ‘go away’ to me”|QUOTE].", "[“She said [‘go away’|QUOTE] to me”|QUOTE].", Tally{1, 1, 1, 1, 1}},
		{"and when it is not", "[“She said [‘go away’|QUOTE] to me”|QUOTE].", "[“She said ‘go away’ to me”|QUOTE].", Tally{1, 1, 1, 1, 1}},
		{"a part of a quote alone is no optional one", "[“She said ‘go away’ to me”|QUOTE].", "“She said [‘go away’|QUOTE] to me”.", Tally{1, 1, 0, 0, 1}},
		{"the same words twice are one", "[“We won,”|QUOTE] he said.", "[[“We won,”|QUOTE]|QUOTE] he said.", Tally{1, 1, 1, 1, 1}},
		{"Chinese has words without spaces", "他说：[“今天下雨。”|QUOTE]", "他说：“今天下雨。”", Tally{1, 0, 0, 0, 0}},
		{"right to left", "[“שלום לכולם,”|QUOTE] אמר.", "[“שלום לכולם,|QUOTE]” אמר.", Tally{1, 1, 1, 1, 1}},
		{"a combining accent belongs to its letter", "[“ne jouez pas ici e\u0301”|QUOTE].", "[“ne jouez pas ici e\u0301|QUOTE]”.", Tally{1, 1, 1, 1, 1}},
		{"a rejected suggestion was not found", "[“We won,”|QUOTE] he said.", "[“We won,”|!QUOTE] he said.", Tally{1, 0, 0, 0, 0}},
		{"a mere suggestion is not gold", "[“We won,”|QUOTE] he said. [“So there.”|?QUOTE]", "[“We won,”|QUOTE] he said. “So there.”", Tally{1, 1, 1, 1, 1}},
		{"marks without words are no quote", "[“We won,”|QUOTE] he said. “ … ”", "[“We won,”|QUOTE] he said. [“ … ”|QUOTE]", Tally{1, 1, 1, 1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, r := compared(t, c.gold, c.found)
			if d := cmp.Diff(c.want, r.Score.Quotes()); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestCompare_entities(t *testing.T) {
	text, r := compared(
		t,
		"[Ana Roy|PERSON] of [Cork|GPE] saw the [River Lee|LOC] at the [Lee Mills|FAC] with [two|CARDINAL] [Irish|NORP] men of [Ford|ORG].",
		"[Ana|PERSON] Roy of [Cork|LOC] saw the [River Lee|ORG] at the [Lee Mills|FAC] with [two|CARDINAL] [Irish|NORP] [men|PERSON] of [Ford|ORG].",
	)
	s := r.Score
	for _, c := range []struct {
		name      string
		got, want Tally
	}{
		{"a person with a wrong edge is half covered, no less", s.Labels["PERSON"], Tally{1, 2, 0, 0, 1}},
		{"a town is no region", s.Labels["GPE"], Tally{Gold: 1}},
		{"nor the other way round", s.Labels["LOC"], Tally{Gold: 1, Found: 1}},
		{"a mill is one", s.Labels["FAC"], Tally{1, 1, 1, 1, 1}},
		{"all labels together", s.All, Tally{7, 8, 4, 4, 5}},
		{"among core types towns and regions are one", s.Core, Tally{5, 6, 3, 3, 4}},
		{"among names all places are, and there is no NORP", s.Names, Tally{5, 6, 3, 3, 4}},
		{"without labels", s.Agnostic, Tally{7, 8, 6, 6, 7}},
	} {
		if d := cmp.Diff(c.want, c.got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
	}
	want := []string{
		"edges PERSON Ana Roy / PERSON Ana", "type GPE Cork / LOC Cork", "type LOC River Lee / ORG River Lee", "invented PERSON men",
	}
	if d := cmp.Diff(want, told(text, r.Mistakes)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestCompare_tellsWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		name, gold, found string
		want              []string
	}{
		{"nothing", "[Ana|PERSON] saw [Cork|GPE].", "[Ana|PERSON] saw [Cork|GPE].", nil},
		{"missed and invented", "[Ana|PERSON] saw Cork.", "Ana saw [Cork|PERSON].", []string{"missed PERSON Ana", "invented PERSON Cork"}},
		{
			"the edges, where one of its own label is near, and not the type", "[New York City|GPE] and [Ford|ORG].", "[New [York|GPE]|ORG] City and [Ford|ORG].",
			[]string{"edges GPE New York City / GPE York", "invented ORG New York"},
		},
		{
			"one name found in two parts", "[Lima University|ORG] [won|PERSON].", "[Lima|ORG] [University|ORG] [won|PERSON].",
			[]string{"edges ORG Lima University / ORG Lima", "invented ORG University"},
		},
		{
			"labels that the gold does not use are left out", "[Ana|PERSON] saw Cork on Monday.", "[Ana|PERSON] saw [Cork|GPE] on [Monday|DATE].",
			nil,
		},
		{
			"a missed quote with its speaker", "[“We won,”|QUOTE speaker=\"Ana Roy\"] said [Ana Roy|PERSON].", "“We won,” said [Ana Roy|PERSON].",
			[]string{"missed QUOTE “We won,” (Ana Roy / )"},
		},
		{
			"a quote’s edges and its speaker", "[“We won the cup,”|QUOTE speaker=\"Ana Roy\"] said [Ana Roy|PERSON].",
			"“We [won the cup,”|QUOTE speaker=Cup] said [Ana Roy|PERSON].",
			[]string{"edges QUOTE “We won the cup,” / QUOTE won the cup,”", "speaker QUOTE “We won the cup,” (Ana Roy / Cup)"},
		},
		{
			"a speaker where the gold has none", "[“We won,”|QUOTE] it read. [“We did,”|QUOTE speaker=\"Ana Roy\"] said [Ana Roy|PERSON].",
			"[“We won,”|QUOTE speaker=\"Ana Roy\"] it read. [“We did,”|QUOTE speaker=Roy] said [Ana Roy|PERSON].",
			[]string{"speaker QUOTE “We won,” ( / Ana Roy)"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, r := compared(t, c.gold, c.found)
			if d := cmp.Diff(c.want, told(text, r.Mistakes)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestCensus_seesWhatASetAnnotates(t *testing.T) {
	for _, c := range []struct {
		name, gold string
		want       Scheme
	}{
		{"nothing", "Ana Roy.", Scheme{}},
		{
			"the whole set of labels", "[“We won,”|QUOTE speaker=Ana speaker=#m] [she|SPEAKER#m] [said|CUE] in [Cork|GPE] and the [Alps|LOC] in [May|DATE].",
			Scheme{Labels: []string{"QUOTE", "SPEAKER", "CUE", "GPE", "LOC", "DATE"}, Named: true, Linked: true},
		},
		{
			"persons, organizations and places, with labels of its own", "[Ana|PERSON] of [Ford|ORG] in [Cork|LOC], [Linux|MISC], [May|DATE], [“not all quotes”|QUOTE].",
			Scheme{Labels: []string{"PERSON", "ORG", "LOC"}, Coarse: true},
		},
		{
			"quotes with mentions and no names", "[“We won,”|QUOTE speaker=#m cue=#c] [Ana Roy|SPEAKER#m] [said|CUE#c]. [He|SPEAKER] [thinks|CUE] [it rains|CONTENT].",
			Scheme{Labels: []string{"QUOTE"}, Linked: true},
		},
		{"bare quotes", "[“We won,”|QUOTE] he said.", Scheme{Labels: []string{"QUOTE"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, m := parse(t, c.gold)
			if d := cmp.Diff(c.want, schemeOf(m)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestScheme_placesAreOneWhereTheGoldDoesNotTellThemApart(t *testing.T) {
	_, r := compared(t, "[Ana|PERSON] saw [Cork|LOC] and [Lee Mills|LOC] in May.", "[Ana|PERSON] saw [Cork|GPE] and [Lee Mills|FAC] in [May|DATE].")
	if want := (Tally{2, 2, 2, 2, 2}); r.Score.Labels["LOC"] != want {
		t.Errorf("places: %+v", r.Score.Labels["LOC"])
	}
	if want := (Tally{3, 3, 3, 3, 3}); r.Score.All != want || r.Score.Names != want || r.Score.Core != (Tally{}) {
		t.Errorf("all %+v, names %+v, core %+v", r.Score.All, r.Score.Names, r.Score.Core)
	}
	text, gold := parse(t, "[Ana|PERSON] saw [Cork|LOC].")
	_, found := parse(t, "[Ana|PERSON] saw [Cork|GPE].")
	apart := schemeOf(gold).Only([]string{"GPE", "LOC"}).Compare(text, gold, found)
	if want := (Tally{Gold: 1, Found: 1}); apart.Score.All != want {
		t.Errorf("with GPE asked for: %+v", apart.Score.All)
	}
}

// Merged scores are those of the whole, in whatever order.
func TestScore_addsUp(t *testing.T) {
	in := [][2]string{
		{"[“We won,”|QUOTE speaker=\"Ana Roy\"] said [Ana Roy|PERSON] in [Cork|GPE].", "[“We won,”|QUOTE speaker=Roy] said [Ana|PERSON] Roy in Cork."},
		{"[“It is over at last,”|QUOTE speaker=\"the mayor\" speaker=#m] said [the mayor|SPEAKER#m].", "“[It is|QUOTE] over at last,” said the [mayor|PERSON]."},
		{"", ""},
	}
	var forth, back Score
	for i := range in {
		_, r := compared(t, in[i][0], in[i][1])
		forth.Add(r.Score)
		_, r = compared(t, in[len(in)-1-i][0], in[len(in)-1-i][1])
		back.Add(r.Score)
	}
	if d := cmp.Diff(forth, back); d != "" {
		t.Error(d)
	}
	if forth.Articles != 3 || forth.Quotes() != (Tally{2, 2, 1, 1, 2}) || forth.Speakers != (Attribution{Gold: 2, Found: 1, Answered: 1, Right: 1}) {
		t.Errorf("%+v", forth)
	}
}

func TestFigures(t *testing.T) {
	if f := (Tally{Gold: 4, Found: 2, Right: 1}).Exact(); f != (Figures{0.5, 0.25, 1.0 / 3}) {
		t.Errorf("exact: %+v", f)
	}
	if f := (Tally{Gold: 4, Found: 2, GoldHit: 3, FoundHit: 2}).Overlap(); f.Precision != 1 || f.Recall != 0.75 {
		t.Errorf("overlap: %+v", f)
	}
	if f := (Tally{}).Exact(); f != (Figures{}) {
		t.Errorf("nothing: %+v", f)
	}
	if a := (Attribution{Gold: 8, Found: 4, Answered: 2, Right: 1}); a.OfGold() != 0.125 || a.OfFound() != 0.25 || a.OfAnswered() != 0.5 {
		t.Errorf("speakers: %v %v %v", a.OfGold(), a.OfFound(), a.OfAnswered())
	}
}

// Marks of other programs can be anything.
func TestCompare_leavesOutWhatLiesOutsideTheText(t *testing.T) {
	gold := annotate.Marks{Spans: []annotate.Span{
		{ID: "a", Start: 0, End: 2, Label: "PERSON", State: annotate.Confirmed},
		{ID: "b", Start: -1, End: 9, Label: "PERSON", State: annotate.Confirmed},
		{ID: "c", Start: 2, End: 1, Label: "QUOTE", State: annotate.Confirmed},
	}, Relations: []annotate.Relation{{ID: "r", Type: "speaker", From: "c", To: "z", State: annotate.Confirmed}}}
	r := schemeOf(gold).Compare("ab", gold, gold)
	if r.Score.All != (Tally{1, 1, 1, 1, 1}) || r.Score.Quotes() != (Tally{}) || len(r.Mistakes) > 0 {
		t.Errorf("%+v", r)
	}
}

// FuzzCompare holds that marks agree with themselves, and that counts are within
// their bounds, whatever the marks.
func FuzzCompare(f *testing.F) {
	for _, s := range []string{
		"", "[“We 👩‍👩‍👧 won,”|QUOTE speaker=\"Ana Roy\" speaker=#p] said [Ana Roy|PERSON#p].",
		"[“She said [‘go away’|QUOTE] to me”|QUOTE] «[Non|LOC]» [שלום|ORG] [今天|GPE] e\u0301[\u0301|DATE].",
		"[one [|1>]two|QUOTE] three[|<1 QUOTE]", "[[a|GPE]|QUOTE]\r\n[“a b”|QUOTE speaker=it]",
	} {
		f.Add(s, strings.ReplaceAll(s, "QUOTE", "PERSON"))
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		text, gold, err := marked.Parse(a)
		_, found, err2 := marked.Parse(b)
		if err != nil || err2 != nil {
			return
		}
		s := schemeOf(gold)
		self := s.Compare(text, gold, gold)
		for label, n := range self.Score.Labels {
			if n.Gold != n.Right || n.Found != n.Right || n.GoldHit != n.Gold || n.FoundHit != n.Found {
				t.Errorf("%s with itself: %+v", label, n)
			}
		}
		if m := self.Score.Mentions; m.Right != m.Gold {
			t.Errorf("mentions with themselves: %+v", m)
		}
		r := s.Compare(text, gold, found)
		for label, n := range r.Score.Labels {
			if n.Right > min(n.Gold, n.Found) || n.GoldHit > n.Gold || n.FoundHit > n.Found || n.Right > min(n.GoldHit, n.FoundHit) {
				t.Errorf("%s: %+v", label, n)
			}
		}
		for _, n := range []Attribution{r.Score.Speakers, r.Score.Mentions} {
			if n.Right > n.Answered || n.Answered > n.Found || n.Found > n.Gold || n.Invented > n.Nobody {
				t.Errorf("speakers: %+v", n)
			}
		}
	})
}
