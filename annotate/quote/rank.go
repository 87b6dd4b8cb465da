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
	answersFirst                  // somebody asked, and this is the person spoken of
	interviewed                   // an unquoted question stands before, and this is whom the article is about
	wholeSentence                 // the quotation is a sentence of its own
	mixedWords                    // it is part of the reporter's sentence

	// of the figures that a pronoun or an epithet may stand for
	figureNamed         // it is named at all
	figureSentence      // sentences since
	figureOrder         // figures named since
	figureSubject       // as the subject of a clause
	figureOwner         // Roy’s
	figureSpeaks        // beside a verb of speech
	figureSpoke         // it spoke last
	figureSpokeSentence // sentences since its last quotation
	figureSpokeParas    // paragraphs since, after the first
	figureAgrees        // its sex is known and fits
	figureLeans         // its sex is guessed and fits
	figureLeansNot      // its sex is guessed and does not fit
	figureStranger      // it has no name

	// of a stretch in quotation marks, for being somebody's words
	wordsTwo
	wordsThree
	wordsFour
	wordsSix
	wordsNine
	markTagged
	markCued
	markColon
	markThat
	markSentence
	markWeak
	markStarts
	markFills
	markStop
	markNamed
	markArticle
	markOdd
	markTitle
	markTitleLoose
	markTitleOwned
	markCall // a weak cue right before
	markBias

	featureCount
)

// seen is a feature and how much of it there is.
type seen struct {
	feature feature
	value   float64
}

// candidate is one way to attribute a quotation.
type candidate struct {
	event  *event // nil where the turn simply goes on
	from   int    // index of the quotation whose turn goes on, or -1
	figure int    // who speaks where neither says so, or -1
	seen   []seen
}

func (c *candidate) see(f feature, v float64) { c.seen = append(c.seen, seen{f, v}) }

func (c *candidate) score(w *weights) float64 {
	s := 0.0
	for _, x := range c.seen {
		s += w[x.feature] * x.value
	}
	return s
}
