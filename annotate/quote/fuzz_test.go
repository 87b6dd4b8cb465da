package quote

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind holds whatever Find returns against what it promises: quotations in
// order, apart from each other, inside the text and on whole characters.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "“", "”", "\"", "'", "‘’", "«»", "“We won,” said Ana Roy. ‘It’s “true”,’ she said.",
		"“One.\n\n“Two.\r\n\r\n“Three.”", "„A“ »b« 「中」 『文』 ``x''", "6'2\" ’90s s’ ‘em",
		"“👩‍👩‍👧\u0301”\u0301 said e\u0301mile", "“שלום,” אמר רועי.", "\xff“\xfe”", "“a” “b” “c” (Roy) — Roy: “d”",
	} {
		f.Add(s, 3, 7)
	}
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		names := append(capitalized(text), Name{a, b, "PERSON"}, Name{b, a, "ORG"}, Name{a / 2, b * 2, ""})
		end := 0
		for _, q := range Find(text, names) {
			if q.Start < end || q.Start >= q.End || q.End > len(text) {
				t.Fatalf("quote [%d:%d] after %d in %d bytes", q.Start, q.End, end, len(text))
			}
			end = q.End
			checkRange(t, text, q.Start, q.End)
			if q.Cue != nil {
				checkRange(t, text, q.Cue.Start, q.Cue.End)
			}
			if m := q.Mention; m != nil {
				checkRange(t, text, m.Start, m.End)
				if m.Name >= len(names) || m.Refers >= len(names) {
					t.Fatalf("mention of a name that is not there: %+v", m)
				}
			}
			if q.Score < 0 || q.Score > 1 || q.Certainty < 0 || q.Certainty > 1 || q.Reason == "" {
				t.Fatalf("score %v, certainty %v, reason %q", q.Score, q.Certainty, q.Reason)
			}
		}
	})
}

func checkRange(t *testing.T, text string, start, end int) {
	t.Helper()
	if start < 0 || start >= end || end > len(text) {
		t.Fatalf("[%d:%d] of %d bytes", start, end, len(text))
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[start:end]) {
		t.Fatalf("[%d:%d] cuts a character", start, end)
	}
}

func benchmarkText(b *testing.B, text string) {
	names := capitalized(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, names)
	}
}

func BenchmarkFindArticle(b *testing.B) {
	benchmarkText(b, strings.Repeat("Ana Roy, the mayor, met Tom Okafor in Cork on Monday.\n\n“We will rebuild the pier,” she said. “It won’t be cheap.”\n\nMr Okafor, who is 45, said the plan was “a costly mistake” and left.\n\n", 12))
}

// The time of these should grow with the length of the text and no faster.
func BenchmarkFindHostile(b *testing.B) {
	for _, h := range []struct{ name, unit string }{
		{"marks", "\""},
		{"curly", "“"},
		{"pairs", "“a b” "},
		{"singles", "' "},
		{"nested", "“‘"},
		{"cues", "said "},
		{"names", "Ana Roy said "},
		{"commas", "Ana, "},
		{"cued pairs", "“a b,” said Roy, "},
		{"paragraphs", "“a b c\n"},
		{"roles", "the head of "},
		{"pronouns", "“A b c,” he said. "},
		{"possessives", "Roy’s "},
	} {
		for _, n := range []int{10_000, 100_000} {
			b.Run(h.name+"/"+map[int]string{10_000: "10k", 100_000: "100k"}[n], func(b *testing.B) {
				benchmarkText(b, strings.Repeat(h.unit, n))
			})
		}
	}
}
