package suggest

import (
	"strings"

	"github.com/bluepencil/bluepencil/annotate/segment"
)

// English tells whether a text is English, as far as the suggesters are
// concerned: by the share of its first words that are among the commonest of the
// language. A text of a few words gets the benefit of the doubt.
func English(text string) bool {
	const (
		sample = 6000 // bytes
		few    = 25   // words
	)
	text = text[:min(len(text), sample)]
	words, common, article := 0, 0, 0
	for _, t := range segment.Tokens(text) {
		if t.Kind != segment.Word {
			continue
		}
		words++
		w := text[t.Start:t.End]
		if len(w) > 5 {
			continue
		}
		switch strings.ToLower(w) {
		case "the":
			article++
			common++
		case "of", "and", "to", "that", "for", "on", "with", "as", "by", "at", "from", "it", "he", "she", "his", "they", "were",
			"are", "this", "have", "has", "had", "not", "but", "said", "who", "be", "been", "would", "their", "its", "which", "after":
			common++
		}
	}
	// Of English news, 30 to 40 words in 100 are among these, of its tables and
	// lists 5 to 10; of other languages that share some of them, 0 to 4.
	return words < few || common*100 >= words*7 || article*200 >= words*3
}
