package agreement

import (
	"slices"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
)

// speakers scores who said each gold quote that counts. The mistakes are those
// of the quotes themselves, to which a missed speaker is added.
func (c *comparison) speakers(want []item, found []quoted, covered cover, mistakes []Mistake) {
	missed := map[string]*Mistake{}
	for i := range mistakes {
		if mistakes[i].Gold.Label != "" {
			missed[mistakes[i].Gold.ID] = &mistakes[i]
		}
	}
	cast := castOf(c.text, c.gold)
	var wrong []Mistake
	for _, g := range want {
		for len(found) > 0 && found[0].end <= g.start {
			found = found[1:]
		}
		gold := c.gold.spans[g.span]
		a := attributed{gold: gold, sources: c.gold.linked(gold.ID, annotate.SpeakerOf)}
		if q, ok := closest(g, found); ok && covered.half(c.text, g.start, g.end) {
			a.hit, a.found = true, c.found.spans[q.span]
			a.mentions = c.found.linked(a.found.ID, annotate.SpeakerOf)
		}
		m, bad := c.attribution(a, cast)
		if old := missed[gold.ID]; old != nil && !a.hit {
			old.Want = m.Want
		} else if bad {
			wrong = append(wrong, m)
		}
	}
	c.report.Mistakes = append(c.report.Mistakes, wrong...)
}

// closest returns the found quote that shares the most bytes with a gold one; of
// equals the first.
func closest(g item, found []quoted) (best quoted, ok bool) {
	most := 0
	for _, q := range found {
		if q.start >= g.end {
			break
		}
		if q.stretch == (stretch{g.start, g.end}) {
			return q, true
		}
		if shared := min(q.end, g.end) - max(q.start, g.start); shared > most {
			best, ok, most = q, true, shared
		}
	}
	return best, ok
}

// attributed is a gold quote with what both sides say of its speaker.
type attributed struct {
	gold     annotate.Span
	sources  []annotate.Span // the gold's mentions
	hit      bool            // the quote was found
	found    annotate.Span
	mentions []annotate.Span
}

// attribution counts one quote by name and by mention, each where the gold has
// it, and returns the mistake, if it is one: by name where the set has names.
func (c *comparison) attribution(a attributed, cast cast) (m Mistake, bad bool) {
	m = Mistake{Kind: WrongSpeaker, Gold: a.gold, Found: a.found, Said: a.found.Speaker}
	if len(m.Said) == 0 && len(a.mentions) > 0 {
		m.Said = c.words(a.mentions[0])
	}
	if len(a.sources) > 0 {
		m.Want = c.words(a.sources[0])
		answered := a.hit && (a.found.Speaker != "" || len(a.mentions) > 0)
		right := a.hit && c.rightMention(a)
		c.report.Score.Mentions.Add(count(a.hit, answered, right))
		bad = a.hit && !right
	}
	if !c.scheme.Named {
		return m, bad
	}
	m.Want, m.Said = a.gold.Speaker, a.found.Speaker
	if m.Want == "" {
		var n Attribution
		if a.hit {
			n.Nobody = 1
		}
		if m.Said != "" {
			n.Invented = 1
		}
		c.report.Score.Speakers.Add(n)
		return m, m.Said != ""
	}
	right := a.hit && cast.same(m.Said, m.Want, c.kindOf(a))
	c.report.Score.Speakers.Add(count(a.hit, a.hit && m.Said != "", right))
	return m, a.hit && !right
}

func count(hit, answered, right bool) Attribution {
	n := Attribution{Gold: 1}
	if hit {
		n.Found = 1
	}
	if answered {
		n.Answered = 1
	}
	if right {
		n.Right = 1
	}
	return n
}

func (c *comparison) words(s annotate.Span) string { return c.text[s.Start:s.End] }

// kindOf returns the label of the span that the gold's relations lead to: from
// the quote to its mention, and on to the name that a pronoun or role stands for.
func (c *comparison) kindOf(a attributed) string {
	for _, s := range a.sources {
		if s.Label != annotate.Speaker {
			return s.Label
		}
		for _, to := range c.gold.linked(s.ID, annotate.RefersTo) {
			if to.Label != annotate.Speaker {
				return to.Label
			}
		}
	}
	return ""
}

// rightMention reports whether a found mention overlaps a gold one, or the
// resolved name ends in a name that a gold mention holds.
func (c *comparison) rightMention(a attributed) bool {
	last := lastName(a.found.Speaker)
	for _, source := range a.sources {
		for _, m := range a.mentions {
			if m.Overlaps(source.Start, source.End) {
				return true
			}
		}
		if last != "" && slices.Contains(capitalized(c.words(source)), last) {
			return true
		}
	}
	return false
}

// lastName returns the last word of a name, in lower case, or "" where it is no
// name.
func lastName(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 || pronoun(name) {
		return ""
	}
	names := capitalized(words[len(words)-1])
	if len(names) == 0 {
		return ""
	}
	return names[len(names)-1]
}
