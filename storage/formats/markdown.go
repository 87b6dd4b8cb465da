package formats

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gtext "github.com/yuin/goldmark/text"

	"github.com/bluepencil/bluepencil/annotate"
)

// readMarkdown takes the words of a Markdown file: headings, paragraphs and list
// items, each a paragraph, without their markup. Front matter becomes metadata.
func readMarkdown(source string) Article {
	front, body := frontMatter(source)
	src := []byte(body)
	doc := goldmark.DefaultParser().Parse(gtext.NewReader(src))
	var paragraphs []string
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() != ast.TypeBlock {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindParagraph, ast.KindHeading, ast.KindTextBlock:
			if words := strings.TrimSpace(inlineText(n, src)); words != "" {
				paragraphs = append(paragraphs, words)
			}
			return ast.WalkSkipChildren, nil
		case ast.KindCodeBlock, ast.KindFencedCodeBlock:
			if words := strings.TrimRight(string(n.Lines().Value(src)), "\n"); words != "" {
				paragraphs = append(paragraphs, words)
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	}) // the walker above returns no error
	text := strings.Join(paragraphs, "\n\n") + "\n"
	a := Article{Document: annotate.Document{Title: firstLine(text), Text: text}}
	for key, value := range front {
		switch key {
		case "title":
			a.Document.Title = value
		case "author":
			a.Document.Meta = a.Document.Meta.With("byline", value)
		default:
			a.Document.Meta = a.Document.Meta.With(key, value)
		}
	}
	return a
}

// frontMatter splits off "key: value" lines between two lines of three dashes.
func frontMatter(source string) (map[string]string, string) {
	rest, found := strings.CutPrefix(source, "---\n")
	if !found {
		return nil, source
	}
	head, body, found := strings.Cut(rest, "\n---\n")
	if !found {
		return nil, source
	}
	out := map[string]string{}
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		out[strings.ToLower(strings.TrimSpace(key))] = strings.Trim(strings.TrimSpace(value), "\"'")
	}
	return out, body
}

// inlineText returns the words of a block: links and emphasis give theirs, a
// line break in the source is a space, a hard one a line feed.
func inlineText(n ast.Node, src []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(src))
			switch {
			case c.HardLineBreak():
				b.WriteByte('\n')
			case c.SoftLineBreak():
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(src))
		case *ast.RawHTML:
		default:
			b.WriteString(inlineText(c, src))
		}
	}
	return b.String()
}
