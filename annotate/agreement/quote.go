package agreement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// trimmed takes everything but letters and digits from both edges of
// text[start:end].
func trimmed(text string, start, end int) stretch {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if wordly(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if wordly(r) {
			break
		}
		end -= n
	}
	return stretch{start, end}
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// oneWord reports whether a text has fewer than two words. Each character of a
// script without spaces is a word.
func oneWord(s string) bool {
	n := 0
	for _, f := range strings.Fields(s) {
		if strings.ContainsFunc(f, wordly) {
			n++
		}
	}
	for _, r := range s {
		if n > 1 {
			break
		}
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n < 2
}

// quoted is a quote by its words.
type quoted struct {
	stretch
	span     int // index into the spans of its side
	optional bool
}

// quotesOf returns the quotes of one side, each stretch of words once, with the
// optional ones marked: nested in another one, or a single word.
func quotesOf(text string, spans []annotate.Span) []quoted {
	var out []quoted
	for i, sp := range spans {
		if sp.Label != annotate.Quote {
			continue
		}
		if s := trimmed(text, sp.Start, sp.End); s.start < s.end {
			out = append(out, quoted{s, i, oneWord(text[s.start:s.end])})
		}
	}
	slices.SortStableFunc(out, func(a, b quoted) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	out = slices.CompactFunc(out, func(a, b quoted) bool { return a.stretch == b.stretch })
	reach := 0
	for i := range out {
		out[i].optional = out[i].optional || out[i].end <= reach
		reach = max(reach, out[i].end)
	}
	return out
}

func (c *comparison) quotes() {
	gold, found := quotesOf(c.text, c.gold.spans), quotesOf(c.text, c.found.spans)
	optional := map[stretch]bool{}
	for _, g := range gold {
		optional[g.stretch] = g.optional
	}
	required := func(quotes []quoted) []item {
		var out []item
		for _, q := range quotes {
			free, known := optional[q.stretch]
			if free || !known && q.optional {
				continue
			}
			out = append(out, item{q.start, q.end, annotate.Quote, q.span})
		}
		return out
	}
	want, have := required(gold), required(found)
	t := Tally{Gold: len(want), Found: len(have)}
	places := map[place]bool{}
	for _, g := range want {
		places[g.place()] = true
	}
	goldCover, foundCover := coverOf(gold), coverOf(found)
	for _, f := range have {
		if places[f.place()] {
			t.Right++
		}
		if goldCover.half(c.text, f.start, f.end) {
			t.FoundHit++
		}
	}
	for _, g := range want {
		if foundCover.half(c.text, g.start, g.end) {
			t.GoldHit++
		}
	}
	if t != (Tally{}) {
		c.report.Score.Labels[annotate.Quote] = t
	}
	first := len(c.report.Mistakes)
	c.mistakes(want, have)
	c.speakers(want, found, foundCover, c.report.Mistakes[first:])
}

func coverOf(quotes []quoted) cover {
	var out cover
	for _, q := range quotes {
		out = out.with(q.start, q.end)
	}
	return out
}
