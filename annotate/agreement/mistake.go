package agreement

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
)

// Kind says what is wrong.
type Kind string

// The kinds of mistake.
const (
	Missed       Kind = "missed"   // the gold has it, and nothing was found there
	Invented     Kind = "invented" // it was found, and the gold has nothing there
	WrongEdges   Kind = "edges"    // the label is right, and the span is not
	WrongType    Kind = "type"     // another label is on the gold's span, or on part of it
	WrongSpeaker Kind = "speaker"  // the quote is right, and its speaker is not
)

// Mistake is one difference between gold and what was found.
type Mistake struct {
	Kind  Kind
	Gold  annotate.Span // zero where the gold has nothing
	Found annotate.Span // zero where nothing was found
	// Said and Want are the speaker that was given and the gold's; "" for nobody.
	// Only wrong speakers have them, and Want also missed quotes.
	Said, Want string
}

// Span returns the gold's span, or what was invented.
func (m Mistake) Span() annotate.Span {
	if m.Gold.Label != "" {
		return m.Gold
	}
	return m.Found
}

// Line returns the line of the text in which the mistake begins, counted from 1.
func (m Mistake) Line(text string) int { return 1 + strings.Count(text[:m.Span().Start], "\n") }

// mistakes pairs what is left over on both sides: a gold span with the first
// span of its own label that overlaps it, else with the first of any label.
func (c *comparison) mistakes(gold, found []item) {
	gold, found = leftOver(gold, found)
	pairs, taken := pairUp(gold, found)
	for i, g := range gold {
		m := Mistake{Kind: Missed, Gold: c.gold.spans[g.span]}
		if j := pairs[i]; j >= 0 {
			m.Found = c.found.spans[found[j].span]
			if m.Kind = WrongEdges; found[j].label != g.label {
				m.Kind = WrongType
			}
		}
		c.report.Mistakes = append(c.report.Mistakes, m)
	}
	for j, f := range found {
		if !taken[j] {
			c.report.Mistakes = append(c.report.Mistakes, Mistake{Kind: Invented, Found: c.found.spans[f.span]})
		}
	}
}

// leftOver takes out what both sides have.
func leftOver(gold, found []item) (goldLeft, foundLeft []item) {
	common := map[place]int{}
	for _, g := range gold {
		common[g.place()]++
	}
	for _, f := range found {
		if common[f.place()] > 0 {
			common[f.place()]--
		} else {
			foundLeft = append(foundLeft, f)
		}
	}
	for _, g := range gold {
		if common[g.place()] > 0 {
			common[g.place()]--
			goldLeft = append(goldLeft, g)
		}
	}
	return goldLeft, foundLeft
}

// pairUp gives each gold item the index of the found item that it goes with, or
// -1, and says which found items are taken. Both are in the order of the text.
func pairUp(gold, found []item) (pairs []int, taken []bool) {
	pairs, taken = make([]int, len(gold)), make([]bool, len(found))
	for i := range pairs {
		pairs[i] = -1
	}
	for _, sameLabel := range []bool{true, false} {
		from := 0
		for i, g := range gold {
			for from < len(found) && found[from].end <= g.start {
				from++
			}
			for j := from; j < len(found) && found[j].start < g.end && pairs[i] < 0; j++ {
				if !taken[j] && found[j].end > g.start && (!sameLabel || found[j].label == g.label) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	return pairs, taken
}
