package workspace

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// Label marks the selected text with a label. Where only a caret stands it
// relabels the mark under it, and where there is none it labels the word.
func (w *Workspace) Label(name string) error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	if w.sel.Start == w.sel.End {
		if sp, err := w.picked(); err == nil {
			return w.relabel(sp, name)
		}
	}
	start, end := w.sel.Start, w.sel.End
	if start == end {
		start, end = w.WordAt(start)
	}
	start, end = trim(w.doc.Text, start, end)
	if start >= end {
		return ErrEmptyRange
	}
	if sp, ok := w.same(start, end, name); ok {
		return w.confirm(annotate.VerbAccept, []annotate.Span{sp}, sp.ID)
	}
	sp := annotate.Span{
		ID: newID(), Start: start, End: end, Label: name,
		State: annotate.Confirmed, Origin: w.byEditor(),
	}
	if name == annotate.Quote {
		sp.QuoteType = "direct"
	}
	if err := w.commit(annotate.VerbLabel, annotate.Marks{}, annotate.Marks{Spans: []annotate.Span{sp}}); err != nil {
		return err
	}
	w.Pick(sp.ID)
	return nil
}

// same returns the mark that already stands on [start, end) with that label.
func (w *Workspace) same(start, end int, label string) (annotate.Span, bool) {
	for _, sp := range w.sheet.Overlapping(start, end) {
		if sp.Start == start && sp.End == end && sp.Label == label {
			return sp, true
		}
	}
	return annotate.Span{}, false
}

// trim takes white space off both ends of text[start:end].
func trim(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

// Relabel gives the selected mark another label.
func (w *Workspace) Relabel(name string) error {
	sp, err := w.picked()
	if err != nil {
		return err
	}
	return w.relabel(sp, name)
}

// relabel also takes away the relations that only the old label could have.
func (w *Workspace) relabel(sp annotate.Span, name string) error {
	if sp.Label == name {
		return w.confirm(annotate.VerbAccept, []annotate.Span{sp}, sp.ID)
	}
	before := annotate.Marks{Spans: []annotate.Span{sp}}
	if other, ok := w.same(sp.Start, sp.End, name); ok && other.State != annotate.Rejected {
		return w.swallow(sp, other)
	}
	next := sp
	next.Label, next.State, next.Origin = name, annotate.Confirmed, w.byEditor()
	next.QuoteType, next.Speaker, next.Score, next.Reason = "", "", 0, ""
	if name == annotate.Quote {
		next.QuoteType = "direct"
	}
	for _, r := range w.sheet.Touching(sp.ID) {
		if !fits(r, sp.ID, name) {
			before.Relations = append(before.Relations, r)
		}
	}
	after := annotate.Marks{Spans: []annotate.Span{next}}
	if err := w.commit(annotate.VerbRelabel, before, after); err != nil {
		return err
	}
	w.Pick(sp.ID)
	return nil
}

// fits reports whether relation r may stay when the span with that id becomes a
// span of that label.
func fits(r annotate.Relation, id, label string) bool {
	switch r.Type {
	case annotate.SpeakerOf:
		return r.From != id || label == annotate.Quote
	case annotate.CueOf:
		return (r.From != id || label == annotate.Quote) && (r.To != id || label == annotate.Cue)
	}
	return true
}

// swallow settles a relabelling that would make a second, equal mark: sp goes
// and the mark that is already there is confirmed.
func (w *Workspace) swallow(sp, other annotate.Span) error {
	before := annotate.Marks{Spans: []annotate.Span{sp, other}, Relations: w.sheet.Touching(sp.ID)}
	kept := other
	kept.State = annotate.Confirmed
	after := annotate.Marks{Spans: []annotate.Span{kept}}
	if err := w.commit(annotate.VerbRelabel, before, after); err != nil {
		return err
	}
	w.Pick(other.ID)
	return nil
}

// Accept confirms the selected mark, with a quote also its cue, its speaker's
// mention and the relations between them, and goes on to the next suggestion.
func (w *Workspace) Accept() error {
	sp, err := w.picked()
	if err != nil {
		return err
	}
	if err := w.confirm(annotate.VerbAccept, w.frame(sp), sp.ID); err != nil {
		return err
	}
	return w.goOn()
}

// AcceptAll confirms every suggestion that is left in the article, as one step.
func (w *Workspace) AcceptAll() error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	var spans []annotate.Span
	for _, sp := range w.sheet.Spans() {
		if sp.State == annotate.Suggested {
			spans = append(spans, sp)
		}
	}
	if len(spans) == 0 {
		return ErrNothingTo
	}
	return w.confirm(annotate.VerbAccept, spans, w.sel.Picked)
}

// goOn picks the next suggestion; the last one leaves the selection as it is.
func (w *Workspace) goOn() error {
	if len(w.View().open) == 0 {
		return nil
	}
	return w.Next(1)
}

// frame returns a mark with the parts that stand or fall with it: for a quote
// its cue and the pronoun or role that speaks.
func (w *Workspace) frame(sp annotate.Span) []annotate.Span {
	out := []annotate.Span{sp}
	if sp.Label != annotate.Quote {
		return out
	}
	for _, r := range w.sheet.Touching(sp.ID) {
		if r.From != sp.ID {
			continue
		}
		if to, ok := w.sheet.Span(r.To); ok && (to.Label == annotate.Cue || to.Label == annotate.Speaker) {
			out = append(out, to)
		}
	}
	return out
}

// confirm makes spans, and the suggested relations that lie between confirmed
// spans afterwards, confirmed. Nothing to change is no error.
func (w *Workspace) confirm(verb annotate.Verb, spans []annotate.Span, pick string) error {
	var before, after annotate.Marks
	named := map[string]bool{}
	for _, sp := range spans {
		named[sp.ID] = true
		if sp.State != annotate.Confirmed {
			before.Spans = append(before.Spans, sp)
			sp.State = annotate.Confirmed
			after.Spans = append(after.Spans, sp)
		}
	}
	seen := map[string]bool{}
	for _, sp := range spans {
		for _, r := range w.sheet.Touching(sp.ID) {
			if r.State != annotate.Suggested || seen[r.ID] || !named[r.From] {
				continue
			}
			seen[r.ID] = true
			before.Relations = append(before.Relations, r)
			r.State = annotate.Confirmed
			after.Relations = append(after.Relations, r)
		}
	}
	if before.Empty() {
		return nil
	}
	if err := w.commit(verb, before, after); err != nil {
		return err
	}
	w.Pick(pick)
	return nil
}

// Reject sets the selected mark aside, so that it is neither exported nor
// suggested again, and goes on to the next suggestion. With a quote its cue and
// its speaker's pronoun or role go too, unless another quote shares them. A mark
// that the editor made is deleted.
func (w *Workspace) Reject() error {
	sp, err := w.picked()
	if err != nil {
		return err
	}
	if sp.Origin.Kind == annotate.ByEditor {
		return w.remove(sp)
	}
	var before, after annotate.Marks
	for _, part := range w.frame(sp) {
		if part.ID != sp.ID && (w.shared(part.ID, sp.ID) || part.State == annotate.Confirmed) {
			continue
		}
		before.Spans = append(before.Spans, part)
		part.State = annotate.Rejected
		after.Spans = append(after.Spans, part)
	}
	seen := map[string]bool{}
	for _, part := range before.Spans {
		for _, r := range w.sheet.Touching(part.ID) {
			if seen[r.ID] || r.State == annotate.Rejected {
				continue
			}
			seen[r.ID] = true
			before.Relations = append(before.Relations, r)
			r.State = annotate.Rejected
			after.Relations = append(after.Relations, r)
		}
	}
	at := sp.Start
	if err := w.commit(annotate.VerbReject, before, after); err != nil {
		return err
	}
	w.sel = Selection{Start: at, End: at, Picked: sp.ID}
	err = w.goOn()
	if w.sel.Picked == sp.ID {
		w.sel.Picked = ""
		w.notify(TopicSelection)
	}
	return err
}

// shared reports whether a relation ties the span to another one than owner.
func (w *Workspace) shared(id, owner string) bool {
	return slices.ContainsFunc(w.sheet.Touching(id), func(r annotate.Relation) bool {
		return r.To == id && r.From != owner && r.State != annotate.Rejected
	})
}

// Delete takes the selected mark away. A suggestion is rejected instead, so
// that it does not come back.
func (w *Workspace) Delete() error { return w.Reject() }

// remove deletes a mark with the relations that touch it.
func (w *Workspace) remove(sp annotate.Span) error {
	before := annotate.Marks{Spans: []annotate.Span{sp}, Relations: w.sheet.Touching(sp.ID)}
	if err := w.commit(annotate.VerbDelete, before, annotate.Marks{}); err != nil {
		return err
	}
	w.sel = Selection{Start: sp.Start, End: sp.Start}
	w.notify(TopicSelection)
	return nil
}

// Surface returns the words of a span of the open article, on one line.
func (w *Workspace) Surface(sp annotate.Span) string {
	return strings.Join(strings.Fields(w.doc.Text[sp.Start:sp.End]), " ")
}
