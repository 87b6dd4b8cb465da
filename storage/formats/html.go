package formats

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/bluepencil/bluepencil/annotate"
)

// maxDepth bounds the nesting of elements; deeper pages are not written by hand
// or by any publishing system.
const maxDepth = 400

// readHTML takes the main text of a page, each block a paragraph, and keeps
// title, byline, date, site, language and address as metadata.
func readHTML(source string) (Article, []string, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return Article{}, nil, fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	if deeper(doc, maxDepth) {
		return Article{}, nil, fmt.Errorf("its elements are nested deeper than %d: %w", maxDepth, ErrUnreadable)
	}
	address := pageURL(doc)
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = &url.URL{Scheme: "file", Path: "/"}
	}
	fallback := blocks(bodyOf(doc))
	var notes []string
	page, err := readability.FromDocument(doc, base)
	text := ""
	if err == nil && page.Node != nil {
		text = blocks(page.Node)
	}
	if len(strings.Fields(text)) == 0 {
		text = fallback
		notes = append(notes, "no main text was found; all text of the page is taken")
	}
	if strings.TrimSpace(text) == "" {
		return Article{}, nil, ErrEmpty
	}
	title := headline(doc, strings.Join(strings.Fields(page.Title()), " "))
	if title == "" {
		title = firstLine(text)
	}
	if !strings.HasPrefix(text, title) {
		text = title + "\n\n" + text
	}
	d := annotate.Document{Title: shortened(title), Text: text}
	d.Meta = d.Meta.With("byline", strings.Join(strings.Fields(page.Byline()), " ")).With("site", page.SiteName()).
		With("language", page.Language()).With("url", address)
	if at, err := page.PublishedTime(); err == nil && !at.IsZero() {
		d.Meta = d.Meta.With("date", at.Format(time.RFC3339))
	}
	if len(d.Meta) == 0 {
		d.Meta = nil
	}
	return Article{Document: d}, notes, nil
}

// headline returns the page's own heading where its title begins with it: titles
// of pages go on with the section and the name of the site.
func headline(doc *html.Node, title string) string {
	for n := range doc.Descendants() {
		if n.DataAtom != atom.H1 {
			continue
		}
		if h := strings.Join(strings.Fields(blocks(n)), " "); h != "" && (title == "" || strings.HasPrefix(title, h)) {
			return h
		}
	}
	return title
}

func deeper(n *html.Node, limit int) bool {
	depth := 0
	for at := n; at != nil; {
		if at.FirstChild != nil {
			at = at.FirstChild
			if depth++; depth > limit {
				return true
			}
			continue
		}
		for at != nil && at != n && at.NextSibling == nil {
			at = at.Parent
			depth--
		}
		if at == nil || at == n {
			return false
		}
		at = at.NextSibling
	}
	return false
}

func bodyOf(doc *html.Node) *html.Node {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body {
			return n
		}
	}
	return doc
}

// pageURL returns the address that a page gives of itself.
func pageURL(doc *html.Node) string {
	for n := range doc.Descendants() {
		switch {
		case n.DataAtom == atom.Link && attr(n, "rel") == "canonical":
			return attr(n, "href")
		case n.DataAtom == atom.Meta && attr(n, "property") == "og:url":
			return attr(n, "content")
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// blocks returns the visible text of a node, a blank line between its blocks.
func blocks(root *html.Node) string {
	w := &blockWriter{}
	w.node(root)
	w.flush()
	return strings.Join(w.done, "\n\n") + "\n"
}

type blockWriter struct {
	done []string
	line strings.Builder
}

func (w *blockWriter) flush() {
	var lines []string
	for line := range strings.Lines(w.line.String()) {
		if line = strings.Join(strings.FieldsFunc(line, plainSpace), " "); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 {
		w.done = append(w.done, strings.Join(lines, "\n"))
	}
	w.line.Reset()
}

// plainSpace is what HTML runs together; a no-break space stays.
func plainSpace(r rune) bool { return strings.ContainsRune(" \t\n\r\f", r) }

func (w *blockWriter) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.line.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(n.Data))
		return
	case html.ElementNode:
		if slices.Contains(unseen, n.DataAtom) {
			return
		}
	}
	block := slices.Contains(blockTags, n.DataAtom)
	if block {
		w.flush()
	}
	if n.DataAtom == atom.Br {
		w.line.WriteByte('\n')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.flush()
	}
}

// unseen elements hold nothing that a reader sees.
var unseen = []atom.Atom{
	atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Svg,
	atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Object, atom.Nav,
}

// blockTags begin and end a paragraph.
var blockTags = []atom.Atom{
	atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Ol,
	atom.Blockquote, atom.Figure, atom.Figcaption, atom.Section, atom.Article, atom.Header, atom.Footer,
	atom.Aside, atom.Main, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Dl, atom.Dt, atom.Dd, atom.Pre, atom.Hr, atom.Address,
}
