package formats

import (
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// titleRunes is how long a title may be; a longer first line is cut.
const titleRunes = 160

// readText takes the whole of a text as the article. Its first line that is not
// blank is the title, which stays in the text.
func readText(text string) Article {
	return Article{Document: annotate.Document{Title: firstLine(text), Text: text, SHA256: annotate.Hash(text)}}
}

func firstLine(text string) string {
	for line := range strings.Lines(text) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			return shortened(line)
		}
	}
	return ""
}

// shortened cuts a line at a word's end.
func shortened(line string) string {
	if utf8.RuneCountInString(line) <= titleRunes {
		return line
	}
	cut := string([]rune(line)[:titleRunes-1])
	if i := strings.LastIndexByte(cut, ' '); i > titleRunes/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
