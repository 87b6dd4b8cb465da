package quote

// feature is something that speaks for or against giving a quotation to an
// attribution. What is seen (features) and what it is worth (weights) are kept
// apart, so that weights can also be learned.
type feature int

const (
	behindTouching feature = iota // “…,” said Roy
	behindNear                    // “…” on Tuesday, Roy said
	behindFar                     // “…”, a long way behind, Roy said
	beforeTouching                // Roy said: “…”
	beforeNear                    // Roy said it was “…”
	beforeGap                     // how many items lie between, in tens
	behindGap                     // the same behind the quotation
	handsOver                     // the quotation ends with a comma, ? or !
	handsOverNot                  // the attribution is behind and it does not
	joined                        // and, but, while lie between
	busy                          // the cue has another quotation nearer by
	across                        // another quotation lies between
	strongVerb                    // said
	weakVerb                      // called, described
	infinitiveVerb                // to say
	noVerb                        // a colon, a dash or only a name
	ownerBefore                   // Roy’s “golden age”
	underOther                    // it stands inside what another cue reports
	underColon                    // the same, right before a whole sentence
	noSubject                     // nobody is named
	byPronoun                     // he
	byName                        // Roy
	byRole                        // the minister
	byOrg                         // the company
	sentencesBack                 // sentences between
	sentenceNext                  // in the next sentence
	paragraphBack                 // in the paragraph before
	sameTurn                      // who spoke last, same paragraph
	interrupted                   // the same, but somebody else is said to speak between
	turnAfterQuote                // who spoke last, and this paragraph begins with the quotation
	turnFar                       // who spoke last, otherwise
	alternates                    // who spoke before the last speaker, in a dialogue
	answers                       // the same where one of them asks
	wholeSentence                 // the quotation is a sentence of its own
	mixedWords                    // it is part of the reporter's sentence
	featureCount
)

// weights is what each feature is worth, in log odds.
type weights [featureCount]float64

// handWeights are set by hand.
func handWeights() weights {
	return weights{
		behindTouching: 6, behindNear: 3.2, behindFar: 1.5,
		beforeTouching: 5.5, beforeNear: 3.6, beforeGap: -.8, behindGap: -1.5,
		handsOver: 1, handsOverNot: -2.5, joined: -3, busy: -2, across: -1,
		strongVerb: 1.2, weakVerb: .2, infinitiveVerb: -.6, noVerb: 0, ownerBefore: -1,
		underOther: -3.6, underColon: 3.2, noSubject: -3,
		byPronoun: 0, byName: .3, byRole: 0, byOrg: -.4,
		sentencesBack: -1.2, sentenceNext: 0, paragraphBack: -1,
		sameTurn: 3.8, interrupted: -2, turnAfterQuote: 3.6, turnFar: 1.5, alternates: 2.2, answers: 2.5,
		wholeSentence: 0, mixedWords: 0,
	}
}

// seen is a feature and how much of it there is.
type seen struct {
	feature feature
	value   float64
}

// candidate is one way to attribute a quotation.
type candidate struct {
	event *event // nil where the turn simply goes on
	from  int    // index of the quotation whose turn goes on, or -1
	seen  []seen
}

func (c *candidate) see(f feature, v float64) { c.seen = append(c.seen, seen{f, v}) }

func (c *candidate) score(w *weights) float64 {
	s := 0.0
	for _, x := range c.seen {
		s += w[x.feature] * x.value
	}
	return s
}
