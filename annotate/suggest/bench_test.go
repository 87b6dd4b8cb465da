package suggest

import (
	"fmt"
	"strings"
	"testing"
)

// Budget: 20 ms for an article of a thousand words, and ten times that for ten
// thousand: the time is linear in the length.
func BenchmarkArticle(b *testing.B) {
	const paragraph = `“We have no choice,” Ann Whelan told reporters in Carrigmore on Monday. “The steel is tired.”

Tom Adeyemi, who runs a café on the quay, said the council’s €1.4m plan was “a slow death for us”. He added: “My freezer holds food for nine days.”

`
	words := len(strings.Fields(paragraph))
	for _, n := range []int{1_000, 10_000} {
		text := strings.Repeat(paragraph, n/words)
		b.Run(fmt.Sprintf("%d words", n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Article(text)
			}
		})
	}
}
