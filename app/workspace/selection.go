package workspace

import (
	"slices"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/segment"
)

// Selection is what the editor's next verb is about.
type Selection struct {
	Start, End int    // bytes; equal for a caret
	Picked     string // id of the selected mark, or ""
}

// Select notes the selected text; the picked mark is let go.
func (w *Workspace) Select(start, end int) {
	if w.sheet == nil {
		return
	}
	n := len(w.doc.Text)
	start, end = min(max(start, 0), n), min(max(end, 0), n)
	if start > end {
		start, end = end, start
	}
	if next := (Selection{Start: start, End: end}); next != w.sel {
		w.sel = next
		w.notify(TopicSelection)
	}
}

// Pick selects the mark with that id; "" or an unknown id lets go.
func (w *Workspace) Pick(id string) {
	if w.sheet == nil {
		return
	}
	next := w.sel
	next.Picked = ""
	if sp, ok := w.sheet.Span(id); ok {
		next = Selection{Start: sp.Start, End: sp.Start, Picked: id}
	}
	if next != w.sel {
		w.sel = next
		w.notify(TopicSelection)
	}
}

// picked returns the selected mark, or, where only a caret stands, the
// innermost mark under it.
func (w *Workspace) picked() (annotate.Span, error) {
	if w.sheet == nil {
		return annotate.Span{}, ErrNoArticle
	}
	if sp, ok := w.sheet.Span(w.sel.Picked); ok {
		return sp, nil
	}
	under := w.sheet.At(w.sel.Start)
	for _, sp := range slices.Backward(under) {
		if sp.State != annotate.Rejected && w.sel.Start == w.sel.End {
			return sp, nil
		}
	}
	return annotate.Span{}, ErrNothing
}

// pickedQuote returns the quote that a speaker verb is about: the picked one,
// or the innermost one around the picked mark or the caret.
func (w *Workspace) pickedQuote() (annotate.Span, error) {
	sp, err := w.picked()
	if err == nil && sp.Label == annotate.Quote {
		return sp, nil
	}
	if err != nil && w.sheet == nil {
		return annotate.Span{}, err
	}
	off := w.sel.Start
	for _, q := range slices.Backward(w.sheet.At(off)) {
		if q.Label == annotate.Quote && q.State != annotate.Rejected {
			return q, nil
		}
	}
	if err != nil {
		return annotate.Span{}, ErrNothing
	}
	return annotate.Span{}, ErrNotQuote
}

// Next picks the next suggestion after the selection, or the one before it when
// step is negative. At the end it goes on from the other end of the article.
// ErrNothingTo means that no suggestion is left.
func (w *Workspace) Next(step int) error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	open := w.View().open
	if len(open) == 0 {
		return ErrNothingTo
	}
	from := annotate.Span{Start: w.sel.Start, End: len(w.doc.Text) + 1}
	if sp, ok := w.sheet.Span(w.sel.Picked); ok {
		from = sp
	}
	i, found := slices.BinarySearchFunc(open, from, annotate.CompareSpans)
	switch {
	case step < 0:
		i--
	case found:
		i++
	}
	w.Pick(open[(i+len(open))%len(open)].ID)
	return nil
}

// WordAt returns the word around a byte offset of the open article, or an empty
// range where there is none.
func (w *Workspace) WordAt(off int) (start, end int) {
	base, line := w.lineAround(off)
	for _, t := range segment.Tokens(line) {
		if base+t.Start <= off && off < base+t.End {
			return base + t.Start, base + t.End
		}
	}
	return off, off
}

// SentenceAt returns the sentence around a byte offset of the open article, or
// an empty range where there is none.
func (w *Workspace) SentenceAt(off int) (start, end int) {
	base, line := w.lineAround(off)
	for _, r := range segment.Sentences(line) {
		if base+r.Start <= off && off <= base+r.End {
			return base + r.Start, base + r.End
		}
	}
	return off, off
}

// lineAround returns the line of text that holds off, and where it starts.
func (w *Workspace) lineAround(off int) (base int, line string) {
	text := w.doc.Text
	off = min(max(off, 0), len(text))
	base = strings.LastIndexByte(text[:off], '\n') + 1
	end := strings.IndexByte(text[off:], '\n')
	if end < 0 {
		return base, text[base:]
	}
	return base, text[base : off+end]
}

// PickQuote picks the quote that a speaker verb would be about. ErrNotQuote or
// ErrNothing where there is none.
func (w *Workspace) PickQuote() error {
	q, err := w.pickedQuote()
	if err != nil {
		return err
	}
	w.Pick(q.ID)
	return nil
}
