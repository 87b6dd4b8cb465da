package quote

import (
	"strings"
	"unicode"
)

// Bounds of the search for the words of headlines and captions in the body.
const (
	echoWords = 2  // fewer words say nothing
	echoMost  = 24 // quotations that are looked for
)

// echoes gives the quotations of headlines, captions and pull quotes, whose own
// lines attribute them to nobody, to the person to whom the body gives the same
// words.
func (a *attributor) echoes() {
	var plainWords []string
	looked := 0
	for q := range a.speeches {
		sp := &a.speeches[q]
		if looked >= echoMost || !a.l.displayed(a.l.seat[q]) || sp.event != nil && sp.event.cueFirst <= sp.event.cueLast && sp.turn < 0 {
			continue
		}
		if plainWords == nil {
			plainWords = make([]string, len(a.speeches))
			for i := range a.speeches {
				plainWords[i] = bareWords(a.l.text[a.speeches[i].start:a.speeches[i].end])
			}
		}
		looked++
		if strings.Count(plainWords[q], " ") < echoWords+1 {
			continue
		}
		for k := range a.speeches {
			body := &a.speeches[k]
			if k == q || !body.voice.known() || a.l.displayed(a.l.seat[k]) {
				continue
			}
			if strings.Contains(plainWords[k], plainWords[q]) || len(plainWords[k]) > len(plainWords[q])/2 && strings.Contains(plainWords[q], plainWords[k]) {
				sp.echo, sp.turn = k, -1
				sp.event, sp.voice, sp.best, sp.margin = body.event, body.voice, body.best, body.margin
				break
			}
		}
	}
}

// displayed reports whether item i stands in a line that is no sentence of the
// body: a headline, a caption, a pull quote.
func (l *line) displayed(i int) bool {
	end := i
	for l.kind(end) != lineBreak && end < i+40 {
		end++
	}
	last := end - 1
	if l.kind(last) == quoted {
		c := lastInside(l.text[l.items[last].start:l.items[last].end])
		return c != '.' && c != '!' && c != '?' && c != '…' && c != ','
	}
	return !l.sign(last, ".!?…:")
}

// bareWords is the text in lower case, each word with a space before it and
// nothing else, so that whole words can be looked for in it.
func bareWords(s string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteByte(' ')
		b.WriteString(w)
	}
	b.WriteByte(' ')
	return b.String()
}
