package entity

import "strings"

// cases joins the two sides of a lawsuit into the name of the case: Roe v. Wade.
func (a *article) cases(hits []hit) []hit {
	out := hits[:0]
	for _, h := range hits {
		l := &a.lines[h.line]
		n := len(out)
		if n > 0 && out[n-1].line == h.line && out[n-1].to == h.from && out[n-1].reason == lawsuit {
			out[n-1].to = h.to
			continue
		}
		if from := l.plaintiff(h.from); from < h.from {
			for n > 0 && out[n-1].line == h.line && out[n-1].to > from {
				from = min(from, out[n-1].from)
				n--
			}
			out = out[:n]
			h.from, h.label, h.reason = from, Law, lawsuit
		}
		out = append(out, h)
	}
	return out
}

// longestName bounds what is read around a name, in tokens, so that the work stays
// linear.
const longestName = 10

const lawsuit = "the name of a case"

// plaintiff returns where the capitals before the «v.» before token i begin, or i
// where there is none. Without its stop a v stands between teams as well.
func (l *line) plaintiff(i int) int {
	from := i
	switch {
	case l.at(i-1).low == "v.":
		from = i - 1
	case l.at(i-2).low == "v" && l.at(i-1).word == "." && l.glued(i-1):
		from = i - 2
	default:
		return i
	}
	side := from
	for side > 0 && side > from-longestName && l.at(side-1).capital {
		side--
	}
	if side == from {
		return i
	}
	return side
}

// titles adds the titles of works that stand in quotation marks or between
// commas after the word for such a work, in place of the names inside them.
func (a *article) titles(hits []hit) []hit {
	var works []hit
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute || l.style == shouted {
			continue
		}
		for i := 0; i < len(l.tokens); i++ {
			if h := l.title(i); h.to > i {
				h.line = n
				works = append(works, h)
				i = h.to
			}
		}
	}
	if len(works) == 0 {
		return hits
	}
	out := make([]hit, 0, len(hits)+len(works))
	k := 0
	for _, h := range hits {
		for k < len(works) && before(works[k], h) {
			out = append(out, works[k])
			k++
		}
		if k < len(works) && !before(h, works[k]) {
			continue
		}
		out = append(out, h)
	}
	return append(out, works[k:]...)
}

// title reads the title of a work that begins at token i.
func (l *line) title(i int) hit {
	open, prev := l.at(i-1), l.at(i-2)
	quoted := open.word != "" && strings.Contains("‘“\"'«„", open.word) && !l.at(i).space
	listed := open.word == "," && prev.is&isWorkNoun != 0
	if !l.at(i).capital || !quoted && !listed {
		return hit{}
	}
	end := i
	for end < len(l.tokens) && end < i+longestName {
		t := l.at(end)
		small := end > i && (t.is&(isPreposition|isParticle) != 0 || among(t.low, "the a an and or 's"))
		if !t.capital && !small || end > i && !t.space && t.low != "'s" {
			break
		}
		end++
	}
	shut := l.at(end)
	if end == i || !l.at(end-1).capital {
		return hit{}
	}
	found := hit{from: i, to: end, label: WorkOfArt, score: .9, reason: prev.word + " before its title"}
	switch {
	case listed && among(shut.word, ", .") && end-i > 1 && among(l.at(i).low, "the a an"):
		return found
	case !quoted || shut.space || !strings.ContainsAny(shut.word, "’”\"'»“") || shut.word == "":
		return hit{}
	case prev.is&isWorkNoun != 0 || among(prev.low, "entitled titled"):
		return found
	case prev.low == "of" && l.at(i-3).low == "star":
		return found
	case l.style == running && l.entitled(i, end):
		found.score, found.reason = 0.7, "written like a title, in quotation marks"
		return found
	}
	return hit{}
}

// entitled reports whether the quoted tokens [i, end) are written like a title
// and nobody is said to speak them: two capitals at least, and no stop inside.
func (l *line) entitled(i, end int) bool {
	capitals := 0
	for k := i; k < end; k++ {
		if l.tokens[k].capital {
			capitals++
		}
	}
	after := l.at(end + 1)
	if after.word == "," {
		after = l.at(end + 2)
	}
	return capitals >= 2 && end-i <= 7 && after.is&isSay == 0 && l.at(i-2).is&(isSay|isTitle) == 0 && l.at(i-2).word != ":" && !l.at(i-2).capital
}
