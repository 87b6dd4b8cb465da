package formats

import (
	"fmt"
	"iter"
	"strings"

	"github.com/bluepencil/bluepencil/annotate/marked"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// markedRule stands between two articles of one file. The notation has no such
// mark, so that no article can hold it.
const markedRule = "\n[|---|]\n"

// encodeMarked writes one article with its marks in the text. They get the short
// ids that the notation gives by place, which people can read.
func encodeMarked(a Article) ([]byte, error) {
	text := a.Document.Text
	for _, s := range a.Marks.Spans {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
			return nil, fmt.Errorf("span %s [%d:%d] of %d: it lies outside the text", s.ID, s.Start, s.End, len(text))
		}
	}
	return []byte(marked.Format(text, marked.Rename(a.Marks))), nil
}

// markedHolds returns what of an article the notation can hold: the text, whose
// first line is the title, and the marks without origins, scores, reasons and
// metadata. Their ids are given anew.
func markedHolds(a Article) Article {
	out := Article{Document: readText(a.Document.Text).Document}
	_, m, err := marked.Parse(marked.Format(a.Document.Text, marked.Rename(a.Marks)))
	if err != nil {
		return a // such marks cannot be written; the comparison will say so
	}
	out.Marks = m
	return out
}

// readMarkedFile reads the articles of a .marked file.
func readMarkedFile(name string, raw []byte) iter.Seq[Result] {
	in, notes, err := decode(raw, false)
	if err != nil {
		return func(yield func(Result) bool) { yield(failed(name, err)) }
	}
	return func(yield func(Result) bool) {
		for r := range readMarked(name, in) {
			for _, n := range notes {
				r.Notes = append(r.Notes, Note{Source: name, Text: n})
			}
			notes = nil
			if !yield(r) {
				return
			}
		}
	}
}

func readMarked(name, in string) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		parts := strings.Split(in, markedRule)
		line := 1
		for i, part := range parts {
			source := name
			if len(parts) > 1 {
				source = fmt.Sprintf("%s, article %d from line %d", name, i+1, line)
			}
			r := parseMarked(source, part)
			if r.Err == nil {
				r.Article.Document.Source = name
			}
			if !yield(r) {
				return
			}
			line += strings.Count(part+markedRule, "\n")
		}
	}
}

func parseMarked(source, in string) Result {
	text, m, err := marked.Parse(in)
	switch {
	case err != nil:
		return failed(source, fmt.Errorf("%w: %w", err, ErrUnreadable))
	case strings.TrimSpace(text) == "":
		return failed(source, ErrEmpty)
	}
	r := Result{Article: readText(text)}
	for i := range m.Spans {
		s := &m.Spans[i]
		if start, end := offset.SnapStart(text, s.Start), offset.SnapEnd(text, s.End); start != s.Start || end != s.End {
			r.Notes = append(r.Notes, Note{Source: source, Text: fmt.Sprintf("the mark %s %s cut a character in two and was widened", s.ID, s.Label)})
			s.Start, s.End = start, end
		}
	}
	m.Sort()
	r.Article.Marks = m
	return r
}
