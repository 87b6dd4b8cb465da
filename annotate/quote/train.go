package quote

import (
	"math"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Example is an article whose quotations are known.
type Example struct {
	Text   string
	Names  []Name // as the entity recognizer finds them
	Quotes []Known
}

// Known is a quotation with its speaker.
type Known struct {
	Start, End int    // bytes
	Speaker    string // the fullest name in the article, the role as printed, or "" where nobody is named
	Mention    *Range // the attributing mention, where that is known
}

// Train learns weights from examples, beginning with those set by hand, by coordinate
// ascent (Metzler and Croft 2007): one weight after the other is moved by steps
// that get smaller, and stays moved where more comes out right. It maximizes the
// thing itself, right speakers and right quotations, and needs no derivative.
// Equal arguments give equal weights. progress may be nil.
func Train(examples []Example, progress func(name string, right float64)) *Finder {
	best := *byHand()
	top := best.right(examples)
	names := featureNames()
	for _, step := range []float64{1.5, .6, .25} {
		for i := range best.weights {
			for _, sign := range []float64{1, -1} {
				for {
					trial := best
					trial.weights[i] = math.Round((trial.weights[i]+sign*step)*1000) / 1000
					if trial.weights[i]*byHand().weights[i] < 0 || math.Abs(trial.weights[i]) > 20 {
						break // what speaks for a speaker never comes to speak against
					}
					got := trial.right(examples)
					if got <= top {
						break
					}
					best, top = trial, got
					if progress != nil {
						progress(names[i], top)
					}
				}
			}
		}
	}
	return &best
}

// right is the share of right speakers among the known quotations, and the F1 of
// the quotations themselves, added up. A step from where the weights began costs
// a little, so that none moves without a reason.
func (f *Finder) right(examples []Example) float64 {
	type count struct{ known, right, found, gold, exact int }
	counts := make([]count, len(examples))
	var wait sync.WaitGroup
	half := len(examples) / 2
	for _, part := range [][2]int{{0, half}, {half, len(examples)}} {
		wait.Go(func() {
			for i := part[0]; i < part[1]; i++ {
				e := &examples[i]
				c := &counts[i]
				at := map[Range]*Quote{}
				for _, q := range f.Find(e.Text, e.Names) {
					r := coreOf(e.Text, q.Start, q.End)
					if strings.ContainsFunc(e.Text[r.Start:r.End], unicode.IsSpace) {
						c.found++
					}
					at[r] = &q
				}
				for _, k := range e.Quotes {
					r := coreOf(e.Text, k.Start, k.End)
					q := at[r]
					if strings.ContainsFunc(e.Text[r.Start:r.End], unicode.IsSpace) {
						c.gold++
						if q != nil {
							c.exact++
						}
					}
					c.known++
					if q != nil && k.agrees(q) {
						c.right++
					}
				}
			}
		})
	}
	wait.Wait()
	var sum count
	for _, c := range counts {
		sum.known += c.known
		sum.right += c.right
		sum.found += c.found
		sum.gold += c.gold
		sum.exact += c.exact
	}
	moved := 0.0
	hand := byHand()
	for i := range f.weights {
		moved += math.Abs(f.weights[i] - hand.weights[i])
	}
	speakers := float64(sum.right) / float64(max(sum.known, 1))
	f1 := 2 * float64(sum.exact) / float64(max(sum.found+sum.gold, 1))
	return speakers + 2*f1 - 1e-3*moved
}

// agrees reports whether the found quotation has the known speaker.
func (k *Known) agrees(q *Quote) bool {
	if k.Speaker == "" {
		return q.Speaker == ""
	}
	if strings.EqualFold(q.Speaker, k.Speaker) {
		return true
	}
	if k.Mention == nil || q.Mention == nil || q.Mention.Start >= k.Mention.End || k.Mention.Start >= q.Mention.End {
		return false
	}
	// The mention is right; so is a speaker that shares its words with the known one.
	words := strings.Fields(strings.ToLower(k.Speaker))
	for _, w := range strings.Fields(strings.ToLower(q.Speaker)) {
		for _, x := range words {
			if w == x && len(w) > 2 {
				return true
			}
		}
	}
	return false
}

// coreOf trims everything but letters and digits from both edges.
func coreOf(text string, start, end int) Range {
	keep := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if keep(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if keep(r) {
			break
		}
		end -= n
	}
	return Range{start, end}
}
