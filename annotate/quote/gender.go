package quote

// observe lets the article itself tell the sex of persons whose names do not:
// «Warwick Penhaligon … in his report», «she» right behind a name. A pronoun
// counts for the one person that its sentence has named before it.
func (c *cast) observe(l *line) {
	votes := map[int]int{} // of each figure: male minus female
	current, people, sentence := -1, 0, -1
	for i, it := range l.items {
		switch it.kind {
		case lineBreak:
			current, people = -1, 0
		case proper:
			if it.sentence != sentence {
				current, people, sentence = -1, 0, it.sentence
			}
			if it.name >= 0 && c.of[it.name] >= 0 && c.figures[c.of[it.name]].person {
				if f := c.of[it.name]; f != current {
					current = f
					people++
				}
			}
		case plain:
			if people != 1 || it.sentence > sentence+1 {
				continue
			}
			weight := 2
			if it.sentence != sentence {
				if !l.startsClause(i) || !l.is(i, subject) {
					continue
				}
				weight = 1
			}
			switch it.low {
			case "he", "his", "him", "himself":
				votes[current] += weight
			case "she", "her", "hers", "herself":
				votes[current] -= weight
			}
		}
	}
	for f := range c.figures {
		fig := &c.figures[f]
		if !fig.person || fig.gender != 0 {
			continue
		}
		switch v := votes[f]; {
		case v >= 2:
			fig.gender = male
		case v <= -2:
			fig.gender = female
		case v > 0:
			fig.lean = male
		case v < 0:
			fig.lean = female
		case len(fig.tokens) > 0:
			fig.lean = leanOf(fig.tokens[0])
		}
	}
}
