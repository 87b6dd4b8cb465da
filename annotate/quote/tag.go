package quote

import "strings"

// beforeTag returns where the quotation text[start:end] ends that lacks its
// closing mark: before the tag in «“We won, said Roy.», if there is one.
func beforeTag(text string, start, end int) int {
	ws := words(text, start, end)
	lx := lexicon()
	class := func(i int) lex {
		if i >= len(ws) || ws[i].kind != plain {
			return 0
		}
		return lx[strings.ToLower(text[ws[i].start:ws[i].end])]
	}
	for i := 2; i < len(ws); i++ {
		if w := ws[i]; w.kind != sign || !strings.Contains(",?!", text[w.start:w.end]) {
			continue
		}
		speaks := func(j int) bool { return class(j)&cueStrong != 0 && class(j)&(participle|baseForm) == 0 }
		namesOne := func(j int) bool {
			return j < len(ws) && ws[j].kind == plain && (ws[j].upper || class(j)&(subject|title) != 0) && class(j)&adverb == 0
		}
		switch {
		case speaks(i+1) && (namesOne(i+2) || class(i+2)&determiner != 0):
			return ws[i].end
		case namesOne(i + 1):
			j := i + 2
			for j < i+5 && namesOne(j) {
				j++
			}
			if speaks(j) {
				return ws[i].end
			}
		}
	}
	return end
}
