package workspace

import (
	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
	"github.com/bluepencil/bluepencil/annotate/segment"
)

// Edge is one of the two boundaries of a mark.
type Edge uint8

// The edges.
const (
	StartEdge Edge = iota
	EndEdge
)

// Step is how far a boundary moves.
type Step uint8

// The steps.
const (
	ByWord Step = iota
	ByCharacter
)

// Nudge moves one boundary of the selected mark by a word or a character:
// outward when grow is true, else inward. The mark is confirmed, since the
// editor's hand has settled it.
func (w *Workspace) Nudge(edge Edge, grow bool, step Step) error {
	sp, err := w.picked()
	if err != nil {
		return err
	}
	start, end := sp.Start, sp.End
	switch edge {
	case StartEdge:
		start = w.stepFrom(start, !grow, step, true)
	case EndEdge:
		end = w.stepFrom(end, grow, step, false)
	}
	return w.Resize(sp.ID, start, end)
}

// Resize sets both boundaries of a mark and confirms it.
func (w *Workspace) Resize(id string, start, end int) error {
	if w.sheet == nil {
		return ErrNoArticle
	}
	sp, ok := w.sheet.Span(id)
	if !ok {
		return ErrNothing
	}
	if start >= end {
		return ErrEmptyRange
	}
	if start == sp.Start && end == sp.End {
		return nil
	}
	next := sp
	next.Start, next.End, next.State = start, end, annotate.Confirmed
	next.Origin, next.Score, next.Reason = w.byEditor(), 0, ""
	err := w.commit(annotate.VerbMove,
		annotate.Marks{Spans: []annotate.Span{sp}}, annotate.Marks{Spans: []annotate.Span{next}})
	if err != nil {
		return err
	}
	w.Pick(id)
	return nil
}

// stepFrom returns the next place for a boundary after off (or before it). A
// start stops where tokens start and an end where they end.
func (w *Workspace) stepFrom(off int, forward bool, step Step, isStart bool) int {
	text := w.doc.Text
	if step == ByCharacter {
		if forward {
			return offset.SnapEnd(text, min(off+1, len(text)))
		}
		return offset.SnapStart(text, max(off-1, 0))
	}
	best := off
	for at := off; ; {
		base, line := w.lineAround(at)
		for _, t := range segment.Tokens(line) {
			stop := base + t.End
			if isStart {
				stop = base + t.Start
			}
			if forward && stop > off {
				return stop
			}
			if !forward && stop < off {
				best = stop
			}
		}
		if !forward && best < off {
			return best
		}
		if forward {
			at = base + len(line) + 1
		} else {
			at = base - 1
		}
		if at < 0 || at > len(text) {
			return off
		}
	}
}
