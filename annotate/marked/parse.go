package marked

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// Parse reads a text with marks in it. The marks are in the order of the page,
// and their origin is an import by the name of "marked". An error tells the line
// and the column, both counted from 1, the column in code points.
func Parse(in string) (text string, m annotate.Marks, err error) {
	p := &parser{in: in, apart: map[string]*found{}}
	if err := p.read(); err != nil {
		return "", annotate.Marks{}, err
	}
	if m, err = p.marks(); err != nil {
		return "", annotate.Marks{}, err
	}
	return p.text.String(), m, nil
}

// found is a span with what its tag says.
type found struct {
	annotate.Span
	at    int // where it opens in the input
	links []link
}

// link is a relation whose target is only a name yet.
type link struct {
	kind, to string
	state    annotate.State
	at       int
}

type parser struct {
	in    string
	at    int
	text  strings.Builder
	nest  []*found          // open spans; the innermost is last
	apart map[string]*found // open spans whose ends stand apart, by key
	found []*found          // closed spans
}

// fail returns an error about the place at in the input.
func (p *parser) fail(at int, format string, args ...any) error {
	line, column, err := offset.New(p.in).ByteLineColumn(at)
	if err != nil {
		return fmt.Errorf(format, args...)
	}
	return fmt.Errorf("line %d, column %d: %w", line+1, column+1, fmt.Errorf(format, args...))
}

// take steps over the character c if it is next.
func (p *parser) take(c byte) bool {
	if p.at < len(p.in) && p.in[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *parser) read() error {
	for p.at < len(p.in) {
		n := strings.IndexAny(p.in[p.at:], `\[]|`)
		if n < 0 {
			n = len(p.in) - p.at
		}
		p.text.WriteString(p.in[p.at : p.at+n])
		if p.at += n; p.at == len(p.in) {
			break
		}
		if err := p.sign(); err != nil {
			return err
		}
	}
	if n := len(p.nest); n > 0 {
		return p.fail(p.nest[n-1].at, "the mark is not closed")
	}
	first := len(p.in)
	for _, s := range p.apart {
		first = min(first, s.at)
	}
	if first < len(p.in) {
		return p.fail(first, "the mark is not closed")
	}
	return nil
}

// sign reads one of the four signs of the notation.
func (p *parser) sign() error {
	at := p.at
	p.at++
	switch p.in[at] {
	case '\\':
		if p.at == len(p.in) || strings.IndexByte(`[]|\`, p.in[p.at]) < 0 {
			return p.fail(at, `a backslash by itself is written \\`)
		}
		p.text.WriteByte(p.in[p.at])
		p.at++
		return nil
	case ']':
		return p.fail(at, `a bracket by itself is written \]`)
	case '|':
		n := len(p.nest)
		if n == 0 {
			return p.fail(at, `a bar by itself is written \|`)
		}
		s := p.nest[n-1]
		p.nest = p.nest[:n-1]
		return p.close(s)
	}
	if p.take('|') {
		return p.marker(at)
	}
	p.nest = append(p.nest, p.opened(at))
	return nil
}

// origin is the origin of all marks that are read.
func origin() annotate.Origin {
	return annotate.Origin{Kind: annotate.ByImport, Name: "marked"}
}

func (p *parser) opened(at int) *found {
	return &found{Span: annotate.Span{Start: p.text.Len(), State: annotate.Confirmed, Origin: origin()}, at: at}
}

// marker reads one end of a span whose ends stand apart, after "[|".
func (p *parser) marker(at int) error {
	closing := p.take('<')
	key, err := p.atom("the number of the mark")
	if err != nil {
		return err
	}
	s, open := p.apart[key]
	switch {
	case closing && !open:
		return p.fail(at, "no mark %s is open", key)
	case closing:
		delete(p.apart, key)
		for p.take(' ') {
		}
		return p.close(s)
	case open:
		return p.fail(at, "mark %s is open already", key)
	case !p.take('>') || !p.take(']'):
		return p.fail(at, "expected [|%s>]", key)
	}
	p.apart[key] = p.opened(at)
	return nil
}

// close reads the tag of s up to the bracket.
func (p *parser) close(s *found) error {
	if s.End = p.text.Len(); s.End == s.Start {
		return p.fail(s.at, "the mark holds no words")
	}
	if err := p.tag(s); err != nil {
		return err
	}
	p.found = append(p.found, s)
	return nil
}

// marks gives ids to all that was read and ties it together.
func (p *parser) marks() (annotate.Marks, error) {
	slices.SortFunc(p.found, func(a, b *found) int {
		return cmp.Or(
			cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End),
			cmp.Compare(a.Label, b.Label), cmp.Compare(a.at, b.at),
		)
	})
	var m annotate.Marks
	named := map[string]bool{}
	for _, s := range p.found {
		m.Spans = append(m.Spans, s.Span)
		if s.ID == "" {
			continue
		}
		if named[s.ID] {
			return m, p.fail(s.at, "the id %s is given twice", s.ID)
		}
		named[s.ID] = true
	}
	for i, id := range autoIDs(m.Spans) {
		if m.Spans[i].ID != "" {
			continue
		}
		if named[id] {
			return m, p.fail(p.found[i].at, "another mark has the name %s, which this one would get: name it too", id)
		}
		m.Spans[i].ID = id
	}
	for i, s := range p.found {
		for _, l := range s.links {
			if !named[l.to] {
				return m, p.fail(l.at, "no mark has the name %s", l.to)
			}
			m.Relations = append(m.Relations, annotate.Relation{
				Type: l.kind, From: m.Spans[i].ID, To: l.to, State: l.state, Origin: origin(),
			})
		}
	}
	for i, t := range ties(m.Spans, m.Relations) {
		t.ID = "r" + strconv.Itoa(i+1)
		m.Relations[i] = t.Relation
	}
	m.Sort()
	return m, nil
}
