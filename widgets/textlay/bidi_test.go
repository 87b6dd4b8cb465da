package textlay

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// In these tests capital letters stand for Hebrew ones, as in UAX #9.
func hebrew(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return 'א' + (r - 'A')
		}
		return r
	}, s)
}

func TestLinesAreReorderedByTheBidirectionalAlgorithm(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain English stays", "abc def", "abc def"},
		{"a Hebrew word is turned", "he said ABC.", "he said CBA."},
		{"two Hebrew words change places", "he said ABC DEF now", "he said FED CBA now"},
		{"a number inside Hebrew keeps its digits", "he said ABC 123 DEF now", "he said FED 123 CBA now"},
		{"a Hebrew paragraph runs from the right", "ABC def GHI.", ".IHG def CBA"},
		{"brackets in a Hebrew paragraph are mirrored", "ABC (DEF) 12", "12 (FED) CBA"},
		{"brackets around Hebrew in English stay", "see (ABC) there", "see (CBA) there"},
		{"a sign before a number belongs to it", "ABC $12 DEF", "FED $12 CBA"},
		{"an isolate is a unit", "a \u2067B 1 C\u2069 d", "a C 1 B d"},
		{"an override turns letters", "x \u202eabc\u202c y", "x cba y"},
		{"the end of a line takes the paragraph's direction", "ABC   ", "   CBA"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, want := visual(t, hebrew(c.text)), hebrew(c.want); got != want {
				t.Errorf("shown as %q, want %q", got, want)
			}
		})
	}
}

// visual returns the characters of a one-line text as they stand from left to
// right, without those that draw nothing.
func visual(t *testing.T, text string) string {
	l := New(goFaces(t))
	l.SetText(text, nil)
	l.Wrap(16, 4000)
	var sb strings.Builder
	for ln := range l.Lines(0, 1) {
		for i := range ln.Runs {
			r := &ln.Runs[i]
			word := []rune(text[r.Off+int(r.From) : r.Off+int(r.To)])
			if r.Word.RTL {
				for a, z := 0, len(word)-1; a < z; a, z = a+1, z-1 {
					word[a], word[z] = word[z], word[a]
				}
				for k, c := range word {
					if props, _ := bidi.LookupRune(c); props.IsBracket() {
						word[k] = []rune(bidi.ReverseString(string(c)))[0]
					}
				}
			}
			sb.WriteString(string(word))
		}
	}
	return strings.Map(func(r rune) rune {
		if ignorable(r) {
			return -1
		}
		return r
	}, sb.String())
}

func TestLevelsHaveTheParityThatTheLibraryGives(t *testing.T) {
	for name, s := range samples {
		checkParity(t, name, s)
	}
}

// checkParity compares directions with golang.org/x/text/unicode/bidi. That
// package (v0.43.0) never pairs brackets, so texts with brackets are passed over.
func checkParity(t *testing.T, name, s string) {
	t.Helper()
	if strings.ContainsFunc(s, func(r rune) bool { p, _ := bidi.LookupRune(r); return p.IsBracket() }) {
		return
	}
	for _, text := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029", r) }) {
		text = strings.ToValidUTF8(text, "?")
		rs := []rune(text)
		lv, base := levels(rs)
		var p bidi.Paragraph
		if _, err := p.SetString(text); err != nil {
			continue
		}
		o, err := p.Order()
		if err != nil {
			continue
		}
		end := len(rs) // spaces at the end are rule L1's, which lines apply
		for end > 0 && space(rs[end-1]) {
			end--
		}
		for i := range o.NumRuns() {
			run := o.Run(i)
			from, to := run.Pos()
			for k := from; k <= to && k < end; k++ {
				props, _ := bidi.LookupRune(rs[k])
				if removed(props.Class()) || props.Class() == bidi.S {
					continue
				}
				// L1 also resets spaces before tabs.
				if space(rs[k]) {
					continue
				}
				if got, want := lv[k]&1 == 1, run.Direction() == bidi.RightToLeft; got != want {
					t.Fatalf("%s: %q: character %d has level %d in a paragraph of %d, the library says right to left: %v", name, text, k, lv[k], base, want)
				}
			}
		}
	}
}

func space(r rune) bool {
	props, _ := bidi.LookupRune(r)
	switch props.Class() {
	case bidi.WS, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return removed(props.Class())
}

func FuzzBidi(f *testing.F) {
	for _, s := range samples {
		f.Add(s)
	}
	f.Add("a\u2067ב(1\u2069[ג\u202e]x\u202c)\u0661-2")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 400 {
			checkParity(t, "fuzz", s)
		}
	})
}
