package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// writeEvalText writes the tables for people. The total comes last, where it is
// seen when the rest has scrolled by.
func writeEvalText(w io.Writer, e workspace.Evaluation, show evalOptions) error {
	var b bytes.Buffer
	for _, a := range e.Articles {
		if show.wrong {
			for _, m := range a.Mistakes {
				fmt.Fprintln(&b, mistakeLine(a, m))
			}
		}
		if show.articles {
			fmt.Fprintf(&b, "%s\n", a.Name)
			writeTable(&b, e.Scheme.Labels, a.Score)
			b.WriteByte('\n')
		}
	}
	if show.wrong && !show.articles && b.Len() > 0 {
		b.WriteByte('\n')
	}
	if show.articles {
		fmt.Fprintf(&b, "all %d articles\n", e.Total.Articles)
	}
	writeTable(&b, e.Scheme.Labels, e.Total)
	_, err := w.Write(b.Bytes())
	return err
}

// line is a row of a table, with its name.
type line struct{ name, cells string }

// writeLines writes rows below a head, names first and all as wide as the widest.
func writeLines(b *bytes.Buffer, head line, lines []line) {
	width := utf8.RuneCountInString(head.name)
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.name))
	}
	for _, l := range append([]line{head}, lines...) {
		fmt.Fprintf(b, "%-*s%s\n", width, l.name, l.cells)
	}
}

// writeTable writes one score: labels, groups of labels, quotes, speakers.
func writeTable(b *bytes.Buffer, labels []string, s workspace.Score) {
	var lines []line
	add := func(name string, n workspace.Tally) {
		if n == (workspace.Tally{}) {
			return
		}
		x, o := n.Exact(), n.Overlap()
		lines = append(lines, line{name, fmt.Sprintf(
			"  %6d  %6d  %5s  %5s  %5s  %9s  %5s  %5s", n.Gold, n.Found,
			percent(x.Precision), percent(x.Recall), percent(x.F1),
			percent(o.Precision), percent(o.Recall), percent(o.F1),
		)})
	}
	for _, l := range labels {
		if l != annotate.Quote {
			add(l, s.Labels[l])
		}
	}
	add("core types", s.Core)
	add("persons, organizations, places", s.Names)
	add("all types", s.All)
	add("all types, whatever the label", s.Agnostic)
	add("quotes", s.Quotes())
	head := line{"what", "    gold   found      P      R      F  overlap P      R      F"}
	writeLines(b, head, lines)
	writeSpeakers(b, s)
}

func writeSpeakers(b *bytes.Buffer, s workspace.Score) {
	var lines []line
	add := func(name string, a workspace.Attribution) {
		if a.Gold > 0 {
			lines = append(lines, line{name, fmt.Sprintf(
				"  %6d  %6d  %8d  %6d  %7s  %8s  %11s", a.Gold, a.Found, a.Answered, a.Right,
				percent(a.OfGold()), percent(a.OfFound()), percent(a.OfAnswered()),
			)})
		}
	}
	add("speakers by name", s.Speakers)
	add("speakers by mention", s.Mentions)
	if len(lines) > 0 {
		b.WriteByte('\n')
		writeLines(b, line{"who spoke", "    gold   found  answered   right  of gold  of found  of answered"}, lines)
	}
}

func percent(share float64) string { return fmt.Sprintf("%.1f", 100*share) }

// around is how much of a line is shown on each side of a mistake, in
// characters; longest, how much of the mistake itself.
const (
	around  = 48
	longest = 72
)

// mistakeLine tells one mistake in a line that begins as compilers' messages do,
// so that editors and terminals can jump there.
func mistakeLine(a workspace.EvaluatedArticle, m workspace.Mistake) string {
	at := m.Span()
	where := fmt.Sprintf("%s:%d: %s", a.Name, m.Line(a.Text), m.Kind)
	what, why := "", ""
	switch m.Kind {
	case workspace.Missed:
		what = at.Label
		if m.Want != "" {
			what += " of " + m.Want
		}
	case workspace.Invented:
		what, why = at.Label, because(m.Found)
	case workspace.WrongEdges:
		what, why = at.Label+", found ["+shorten(a.Text[m.Found.Start:m.Found.End])+"]", because(m.Found)
	case workspace.WrongType:
		what, why = at.Label+", found "+m.Found.Label, because(m.Found)
		if m.Found.Start != m.Gold.Start || m.Found.End != m.Gold.End {
			what += " [" + shorten(a.Text[m.Found.Start:m.Found.End]) + "]"
		}
	case workspace.WrongSpeaker:
		what, why = orNobody(m.Want)+", found "+orNobody(m.Said), because(m.Found)
	}
	return where + " " + what + ": " + context(a.Text, at.Start, at.End) + why
}

func orNobody(name string) string {
	if name == "" {
		return "nobody"
	}
	return "“" + name + "”"
}

func because(s annotate.Span) string {
	if s.Reason == "" {
		return fmt.Sprintf(" (%.2f)", s.Score)
	}
	return fmt.Sprintf(" (%.2f, %s)", s.Score, s.Reason)
}

// context shows text[start:end] in brackets with the words around it, on one line.
func context(text string, start, end int) string {
	from, to := start, end
	for n := 0; n < around && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for n := 0; n < around && to < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	before, after := text[from:start], text[end:to]
	if i := strings.IndexByte(before, ' '); from > 0 && i >= 0 {
		before = "…" + before[i+1:]
	}
	if i := strings.LastIndexByte(after, ' '); to < len(text) && i >= 0 {
		after = after[:i] + "…"
	}
	return oneLine(strings.TrimLeft(before, "\n")) + "[" + shorten(text[start:end]) + "]" + oneLine(strings.TrimRight(after, "\n"))
}

// oneLine shows line ends by a sign.
func oneLine(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n\n", "\n"), "\n", "⏎")
}

// shorten leaves out the middle of a long text.
func shorten(s string) string {
	s = oneLine(s)
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:longest/2]), " ") + " … " + strings.TrimLeft(string(r[len(r)-longest/2:]), " ")
}
