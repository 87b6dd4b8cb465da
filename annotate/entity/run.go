package entity

import (
	"github.com/bluepencil/bluepencil/annotate/segment"
)

// longestName bounds a name, in tokens, so that the work stays linear.
const longestName = 10

// enough is the score from which a candidate is taken for a name.
const enough = 1.0

// names finds the names of all lines, one run of capitals after the other.
func (a *article) names() []hit {
	var out []hit
	for n := range a.lines {
		l := &a.lines[n]
		if l.style == mute {
			continue
		}
		for i := 0; i < len(l.tokens); {
			end := a.run(l, i)
			if end == i {
				i++
				continue
			}
			out = a.best(out, n, i, end)
			i = end
		}
	}
	return out
}

// begins reports whether a name can begin with the token i.
func (a *article) begins(l *line, i int) bool {
	t := &l.tokens[i]
	if t.kind != segment.Word {
		return false
	}
	if t.capital || t.in&^(inCommon|inNoName|inGiven) != 0 {
		return true
	}
	next, prev := l.at(i+1), l.at(i-1)
	return among(t.low, "al de da di van von der") && next.capital && next.space && (!prev.capital || prev.is&isTitle != 0)
}

// run returns the end of the run of capitals, with what joins them, that begins
// at token i; i itself where none does.
func (a *article) run(l *line, i int) int {
	if !a.begins(l, i) {
		return i
	}
	end := i + 1
	for k := end; k < len(l.tokens); {
		t := &l.tokens[k]
		switch {
		case a.begins(l, k) && (t.space || l.tokens[k-1].word == "&"):
			end, k = k+1, k+1
		case t.kind == segment.Number && t.space && k == end && len(t.word) <= 4:
			end, k = k+1, k+1
		case t.low == "'s" && !t.space && k == end:
			k++
		case k-end < 3 && joins(t):
			k++
		case t.word == "," && k == end && l.department(i, k):
			k++
		default:
			return end
		}
	}
	return end
}

// department reports whether the comma at k lies inside the name of a ministry
// that began at i: Department of Housing, Local Government and Heritage.
func (l *line) department(i, k int) bool {
	for !among(l.at(i).low, "department ministry committee") {
		if i++; i >= k {
			return false
		}
	}
	if w := l.at(i + 1).low; !among(w, "of for on") {
		return false
	}
	words := 0
	for j := k + 1; j < k+9; j++ {
		switch t := l.at(j); {
		case t.word == "and" && words > 0:
			return l.at(j+1).capital && words < 5
		case t.word == ",", t.capital && t.space:
			words++
		default:
			return false
		}
	}
	return false
}

// joins reports whether a word in lower case can stand inside a name.
func joins(t *token) bool {
	if t.is&isParticle != 0 {
		return true
	}
	switch t.low {
	case "of", "for", "the", "and", "&", "on", "in", "without", "to", "against", "at", "with":
		return true
	}
	return false
}

// piece is the best reading of a stretch of a run that ends at a token.
type piece struct {
	total float64
	from  int // start of the last name, or -1 where the token stands outside
	guess guess
}

// guess is one reading of a stretch of tokens.
type guess struct {
	label  string
	score  float64
	reason string
}

// best cuts the run [i, end) of line n into names and words outside, so that the
// sum of the scores is greatest.
func (a *article) best(out []hit, n, i, end int) []hit {
	l := &a.lines[n]
	size := end - i
	pieces := make([]piece, size+1)
	for k := 1; k <= size; k++ {
		pieces[k] = piece{total: pieces[k-1].total + a.outside(l, i+k-1), from: -1}
		for from := max(0, k-longestName); from < k; from++ {
			if !a.edge(l, i+from, i+k) {
				continue
			}
			g := a.judge(l, i+from, i+k)
			if g.score < enough {
				continue
			}
			if total := pieces[from].total + worth(l.tokens[i+from:i+k], g.score); total > pieces[k].total {
				pieces[k] = piece{total: total, from: from, guess: g}
			}
		}
	}
	start := len(out)
	for k := size; k > 0; {
		p := pieces[k]
		if p.from < 0 {
			k--
			continue
		}
		out = append(out, hit{line: n, from: i + p.from, to: i + k, label: p.guess.label, score: p.guess.score, reason: p.guess.reason})
		k = p.from
	}
	for x, y := start, len(out)-1; x < y; x, y = x+1, y-1 {
		out[x], out[y] = out[y], out[x]
	}
	return out
}

// edge reports whether a name can begin at from and end before to.
func (a *article) edge(l *line, from, to int) bool {
	last := l.tokens[to-1]
	if last.low == "'s" || last.kind == segment.Number && to-from < 2 {
		return false
	}
	return a.begins(l, from) && (last.kind == segment.Number || a.begins(l, to-1))
}

// outside scores a token that is left out of every name.
func (a *article) outside(l *line, i int) float64 {
	t := &l.tokens[i]
	if !t.capital || t.is&(isFunction|isTitle|isRole) != 0 || t.taken || t.first || l.style != running {
		return 0
	}
	if t.in&inCommon != 0 || a.lower[t.low] {
		return -0.1
	}
	return -0.4
}

// worth weighs a guess by the capitals that it explains, so that one good name
// beats its halves.
func worth(tokens []token, score float64) float64 {
	words := 0
	for _, t := range tokens {
		if t.capital || t.kind == segment.Number {
			words++
		}
	}
	return score * float64(max(words, 1))
}
