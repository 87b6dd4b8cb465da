// Package suggest runs the suggesters over an article and gives their findings
// as one set of marks: quotes with their cues and speakers, and named things.
//
// Start with [Article]. It needs nothing but the text, and equal text gives
// equal marks.
package suggest

import (
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

// Version is the version of the rules, for [annotate.Origin].
const Version = "1"

// Article returns the suggested marks for an article's text.
func Article(text string) annotate.Marks {
	var m annotate.Marks
	for i, q := range quote.Find(text, nil) {
		m.Spans = append(m.Spans, annotate.Span{
			ID: fmt.Sprintf("q%d", i+1), Start: q.Start, End: q.End, Label: annotate.Quote,
			State: annotate.Suggested, Origin: annotate.Origin{Kind: annotate.ByRule, Name: "quote", Version: Version},
			Score: q.Score, QuoteType: q.Kind, Speaker: q.Speaker, Reason: q.Reason,
		})
	}
	return m
}
