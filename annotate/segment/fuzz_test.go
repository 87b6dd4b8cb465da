package segment

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate/offset"
)

var seeds = []string{
	"", " \r\n\n ", "“We won,” said Ana Roy’s aide. 'No,' \"he\" said.", "Mr. O'Brien of St. Louis, U.S., left at 3 p.m. No. 10 did not.",
	"$1,000.50 5½% www.x.org, kim@x.org @kim #tag Ph.D.", "👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷🇬 ❤️ 1️⃣", "Cafe\u0301 \u0301a x\u200d \u200d", "東京。「はい。」と", "שלום צה\"ל قالت",
	"a\xff\x80.\xf0\x9f b", "......!!! ”’» (a) ]", "ph.D. no. 5 I. M. A.b.c.",
}

// checkCover holds ranges against text: in order, apart, not empty, on whole
// characters, and with only white space between them.
func checkCover(t *testing.T, text string, ranges []Range) {
	t.Helper()
	at := 0
	for _, r := range ranges {
		if r.Start < at || r.End <= r.Start || r.End > len(text) {
			t.Fatalf("%q: range %v after %d", text, r, at)
		}
		if gap := strings.TrimSpace(text[at:r.Start]); gap != "" {
			t.Fatalf("%q: %q is left out", text, gap)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]) {
			t.Fatalf("%q: %v cuts a character", text, r)
		}
		at = r.End
	}
	if gap := strings.TrimSpace(text[at:]); gap != "" {
		t.Fatalf("%q: %q is left out", text, gap)
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Tokens(text)
		var ranges []Range
		for _, tok := range tokens {
			ranges = append(ranges, Range{tok.Start, tok.End})
			if strings.IndexFunc(text[tok.Start:tok.End], unicode.IsSpace) >= 0 {
				t.Fatalf("%q: token %q holds white space", text, text[tok.Start:tok.End])
			}
			if utf8.ValidString(text) && !offset.IsBoundary(text, tok.End) {
				t.Fatalf("%q: token %q ends in a cluster", text, text[tok.Start:tok.End])
			}
		}
		checkCover(t, text, ranges)
	})
}

func FuzzSentences(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for name, ranges := range map[string][]Range{"paragraphs": Paragraphs(text), "sentences": Sentences(text)} {
			checkCover(t, text, ranges)
			for _, r := range ranges {
				part := text[r.Start:r.End]
				if part != strings.TrimSpace(part) || strings.Contains(part, "\n") {
					t.Fatalf("%q: one of the %s is %q", text, name, part)
				}
			}
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	news := strings.Repeat("“We won,” said Zoë O’Brien’s aide in St. Louis, U.S., at 3 p.m. on Jan. 5.\n", 1300)
	for _, c := range []struct{ name, text string }{
		{"news", news},
		{"stops", strings.Repeat(".", 100_000)},
		{"initials", strings.Repeat("A.", 50_000)},
		{"flags", strings.Repeat("🇩🇪", 12_500)},
		{"accents", "e" + strings.Repeat("\u0301", 50_000)},
		{"Chinese", strings.Repeat("東京の空", 8_000)},
	} {
		b.Run("Tokens/"+c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Tokens(c.text)
			}
		})
		b.Run("Sentences/"+c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			for b.Loop() {
				Sentences(c.text)
			}
		})
	}
}
