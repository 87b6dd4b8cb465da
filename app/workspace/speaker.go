package workspace

import (
	"github.com/bluepencil/bluepencil/annotate"
)

// SetSpeaker gives the selected quote the nth member of the cast as its
// speaker, counted from 1.
func (w *Workspace) SetSpeaker(n int) error {
	q, err := w.pickedQuote()
	if err != nil {
		return err
	}
	cast := w.View().Cast
	if n < 1 || n > len(cast) {
		return ErrNoMember
	}
	return w.setSpeaker(q, cast[n-1])
}

// SetSpeakerMention gives the selected quote the speaker that a mark names: a
// person, an organisation, or a pronoun or role.
func (w *Workspace) SetSpeakerMention(id string) error {
	q, err := w.pickedQuote()
	if err != nil {
		return err
	}
	to, ok := w.sheet.Span(id)
	if !ok || to.ID == q.ID {
		return ErrNothing
	}
	for _, m := range w.View().Cast {
		for _, at := range m.Mentions {
			if at.ID == id {
				return w.attribute(q, m.Name, to, annotate.Span{})
			}
		}
	}
	return w.attribute(q, w.Surface(to), to, annotate.Span{})
}

// ClearSpeaker takes the speaker of the selected quote away.
func (w *Workspace) ClearSpeaker() error {
	q, err := w.pickedQuote()
	if err != nil {
		return err
	}
	before := annotate.Marks{Relations: w.from(q.ID, annotate.SpeakerOf)}
	if q.Speaker == "" && len(before.Relations) == 0 {
		return nil
	}
	next := q
	next.Speaker = ""
	before.Spans = append(before.Spans, q)
	if err := w.commit(annotate.VerbSpeaker, before, annotate.Marks{Spans: []annotate.Span{next}}); err != nil {
		return err
	}
	w.Pick(q.ID)
	return nil
}

// setSpeaker keeps a pronoun or role that stands as the quote's mention, since
// the editor corrects whom it means, and else goes to the member's nearest mention.
func (w *Workspace) setSpeaker(q annotate.Span, m Member) error {
	near := nearest(m.Mentions, q)
	for _, r := range w.from(q.ID, annotate.SpeakerOf) {
		if to, ok := w.sheet.Span(r.To); ok && to.Label == annotate.Speaker && r.State != annotate.Rejected {
			return w.attribute(q, m.Name, to, nearest(m.Mentions, to))
		}
	}
	return w.attribute(q, m.Name, near, annotate.Span{})
}

// attribute makes name the speaker of q, with a relation to the mention and,
// where refers is a span, one from the mention to it. The quote is confirmed.
func (w *Workspace) attribute(q annotate.Span, name string, mention, refers annotate.Span) error {
	before := annotate.Marks{Spans: []annotate.Span{q}, Relations: w.from(q.ID, annotate.SpeakerOf)}
	next := q
	next.Speaker, next.State = name, annotate.Confirmed
	after := annotate.Marks{
		Spans:     []annotate.Span{next},
		Relations: []annotate.Relation{w.relation(annotate.SpeakerOf, q.ID, mention.ID)},
	}
	if mention.State != annotate.Confirmed {
		before.Spans = append(before.Spans, mention)
		mention.State = annotate.Confirmed
		after.Spans = append(after.Spans, mention)
	}
	if refers.ID != "" {
		before.Relations = append(before.Relations, w.from(mention.ID, annotate.RefersTo)...)
		after.Relations = append(after.Relations, w.relation(annotate.RefersTo, mention.ID, refers.ID))
	}
	if err := w.commit(annotate.VerbSpeaker, before, after); err != nil {
		return err
	}
	w.Pick(q.ID)
	return nil
}

func (w *Workspace) relation(kind, from, to string) annotate.Relation {
	return annotate.Relation{
		ID: newID(), Type: kind, From: from, To: to,
		State: annotate.Confirmed, Origin: w.byEditor(),
	}
}

// from returns the relations of one type that start at the span with that id.
func (w *Workspace) from(id, kind string) []annotate.Relation {
	var out []annotate.Relation
	for _, r := range w.sheet.Touching(id) {
		if r.From == id && r.Type == kind {
			out = append(out, r)
		}
	}
	return out
}

// nearest returns the span that lies closest to q.
func nearest(spans []annotate.Span, q annotate.Span) annotate.Span {
	best, far := annotate.Span{}, -1
	for _, sp := range spans {
		d := max(sp.Start-q.End, q.Start-sp.End, 0)
		if far < 0 || d < far {
			best, far = sp, d
		}
	}
	return best
}
