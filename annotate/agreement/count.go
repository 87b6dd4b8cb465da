package agreement

// Tally counts the spans of one label, or of a group of labels.
type Tally struct {
	Gold  int // spans that the gold has
	Found int // spans that were found
	Right int // spans that are the same in both

	GoldHit  int // gold spans of which half the characters are covered
	FoundHit int // found spans of which half the characters are gold
}

// Add adds the counts of o to t.
func (t *Tally) Add(o Tally) {
	t.Gold += o.Gold
	t.Found += o.Found
	t.Right += o.Right
	t.GoldHit += o.GoldHit
	t.FoundHit += o.FoundHit
}

// Exact returns what the spans that are the same come to.
func (t Tally) Exact() Figures { return figures(t.Right, t.Found, t.Right, t.Gold) }

// Overlap returns what the spans that are at least half covered come to.
func (t Tally) Overlap() Figures { return figures(t.FoundHit, t.Found, t.GoldHit, t.Gold) }

// Figures are precision, recall and their harmonic mean, each from 0 to 1. What
// has nothing to be measured on is 0.
type Figures struct{ Precision, Recall, F1 float64 }

func figures(hit, found, known, gold int) Figures {
	f := Figures{Precision: share(hit, found), Recall: share(known, gold)}
	if sum := f.Precision + f.Recall; sum > 0 {
		f.F1 = 2 * f.Precision * f.Recall / sum
	}
	return f
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Attribution counts the speakers of quotes.
type Attribution struct {
	Gold     int // gold quotes whose speaker the gold gives
	Found    int // those of them that were found as quotes
	Answered int // those of the found that were given a speaker
	Right    int // those of the answered whose speaker is right

	Nobody   int // found gold quotes whose speaker the gold leaves open
	Invented int // those of them that were given a speaker all the same
}

// Add adds the counts of o to a.
func (a *Attribution) Add(o Attribution) {
	a.Gold += o.Gold
	a.Found += o.Found
	a.Answered += o.Answered
	a.Right += o.Right
	a.Nobody += o.Nobody
	a.Invented += o.Invented
}

// OfGold returns the share of right speakers among all gold quotes that have
// one, from 0 to 1; a missed quote counts as wrong.
func (a Attribution) OfGold() float64 { return share(a.Right, a.Gold) }

// OfFound returns the share of right speakers among the quotes that were found.
func (a Attribution) OfFound() float64 { return share(a.Right, a.Found) }

// OfAnswered returns the share of right speakers among those that were given.
func (a Attribution) OfAnswered() float64 { return share(a.Right, a.Answered) }

// Score is how far an article, or a set of articles, agrees with gold.
type Score struct {
	Articles int

	// Labels has a tally for each label that is scored, QUOTE among them.
	Labels map[string]Tally
	// All is the micro-average over all entity labels.
	All Tally
	// Core is that over PERSON, ORG, NORP and places, where GPE and LOC are one.
	Core Tally
	// Names is that over PERSON, ORG and places, where GPE, LOC and FAC are one:
	// what sets of four types or fewer can be compared by.
	Names Tally
	// Agnostic is that over all entity labels with the label left out: was the
	// right stretch found at all.
	Agnostic Tally

	// Speakers compares resolved names. A name is right in full, ignoring case, or
	// by a part of it that fits no other person of the article; a pronoun never
	// is. Roles and organizations are right when they share at least half of all
	// their words (Jaccard index) without articles and prepositions.
	Speakers Attribution
	// Mentions compares the places that say who speaks. One is right when it
	// overlaps the gold's, or when the resolved name has the same last name.
	Mentions Attribution
}

// Add adds the counts of o to s.
func (s *Score) Add(o Score) {
	s.Articles += o.Articles
	if s.Labels == nil {
		s.Labels = make(map[string]Tally, len(o.Labels))
	}
	for label, t := range o.Labels {
		sum := s.Labels[label]
		sum.Add(t)
		s.Labels[label] = sum
	}
	s.All.Add(o.All)
	s.Core.Add(o.Core)
	s.Names.Add(o.Names)
	s.Agnostic.Add(o.Agnostic)
	s.Speakers.Add(o.Speakers)
	s.Mentions.Add(o.Mentions)
}

// Quotes returns the tally of quotes.
func (s Score) Quotes() Tally { return s.Labels["QUOTE"] }
