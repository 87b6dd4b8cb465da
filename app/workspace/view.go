package workspace

import (
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage"
)

// Entry is one row of the queue.
type Entry = storage.Entry

// State is what panels draw: a snapshot that later verbs do not change.
type State struct {
	Path      string // of the project; "" where none is open
	Annotator string
	Labels    annotate.LabelSet
	Entries   []Entry
	Done      int // entries that are done or skipped
	Current   int // place of the open article in Entries, or -1
	Selection Selection
	View      *View // of the open article; nil where none is open
	CanUndo   bool
	CanRedo   bool
	Tasks     []*Task
}

// View is the open article with what is derived from its marks.
type View struct {
	Document  annotate.Document
	Status    annotate.Status
	Spans     []annotate.Span // all, in order; rejected ones too
	Relations []annotate.Relation
	Quotes    []QuoteCard
	Cast      []Member
	Confirmed int  // number of confirmed spans
	Suggested int  // number of suggested spans
	Foreign   bool // the text is not English, so that nothing is suggested

	open []annotate.Span // suggestions that Next stops at
	byID map[string]annotate.Span
}

// QuoteCard is one quote with what belongs to it.
type QuoteCard struct {
	Span    annotate.Span
	Speaker string        // "" where nobody is named
	Cue     annotate.Span // zero where there is none
	Mention annotate.Span // of the speaker; zero where there is none
	Why     string        // of the attribution
	Links   []annotate.Relation
}

// Span returns the mark with that id.
func (v *View) Span(id string) (annotate.Span, bool) {
	sp, ok := v.byID[id]
	return sp, ok
}

// Attributed returns how many quotes have a speaker.
func (v *View) Attributed() int {
	n := 0
	for _, q := range v.Quotes {
		if q.Speaker != "" {
			n++
		}
	}
	return n
}

// Member returns the place of the cast member of that name, or -1.
func (v *View) Member(name string) int {
	return slices.IndexFunc(v.Cast, func(m Member) bool { return m.Name == name })
}

// State returns a snapshot of everything that panels show.
func (w *Workspace) State() State {
	s := State{
		Annotator: w.annotator, Labels: w.labels, Current: -1,
		Entries: slices.Clone(w.entries), Selection: w.sel,
		CanUndo: w.undoable, CanRedo: w.redoable, Tasks: slices.Clone(w.tasks),
	}
	if w.project != nil {
		s.Path = w.project.Path()
	}
	for _, e := range s.Entries {
		if e.Status == annotate.Done || e.Status == annotate.Skipped {
			s.Done++
		}
	}
	if w.sheet != nil {
		s.View = w.View()
		if i, ok := w.index[w.doc.ID]; ok {
			s.Current = i
		}
	}
	return s
}

// Selection returns what the next verb is about.
func (w *Workspace) Selection() Selection { return w.sel }

// Labels returns the project's vocabulary.
func (w *Workspace) Labels() annotate.LabelSet { return w.labels }

// View returns the open article and what is derived from its marks, or nil. It
// is made anew only after a change.
func (w *Workspace) View() *View {
	if w.sheet == nil {
		return nil
	}
	if w.view == nil {
		w.view = newView(w.doc, w.sheet)
	}
	return w.view
}

func newView(doc annotate.Document, sheet *annotate.Sheet) *View {
	v := &View{
		Document: doc, Status: sheet.Status(),
		Spans: sheet.Spans(), Relations: sheet.Relations(), byID: map[string]annotate.Span{},
	}
	for _, sp := range v.Spans {
		v.byID[sp.ID] = sp
		switch sp.State {
		case annotate.Confirmed:
			v.Confirmed++
		case annotate.Suggested:
			v.Suggested++
		}
	}
	links := map[string][]annotate.Relation{}
	owned := map[string]bool{}
	for _, r := range v.Relations {
		if r.State == annotate.Rejected {
			continue
		}
		links[r.From] = append(links[r.From], r)
		from, to := v.byID[r.From], v.byID[r.To]
		part := to.Label == annotate.Cue || to.Label == annotate.Speaker
		if from.Label == annotate.Quote && from.State == annotate.Suggested && part {
			owned[r.To] = true
		}
	}
	for _, sp := range v.Spans {
		if sp.State == annotate.Suggested && !owned[sp.ID] {
			v.open = append(v.open, sp)
		}
		if sp.Label == annotate.Quote && sp.State != annotate.Rejected {
			v.Quotes = append(v.Quotes, v.card(sp, links[sp.ID]))
		}
	}
	v.Cast = castOf(v)
	v.Foreign = len(v.Quotes) == 0 && !suggest.English(doc.Text)
	return v
}

func (v *View) card(sp annotate.Span, links []annotate.Relation) QuoteCard {
	q := QuoteCard{Span: sp, Speaker: sp.Speaker, Links: links}
	for _, r := range links {
		switch r.Type {
		case annotate.CueOf:
			q.Cue = v.byID[r.To]
		case annotate.SpeakerOf:
			q.Mention, q.Why = v.byID[r.To], r.Reason
			if q.Speaker == "" {
				q.Speaker = v.Document.Text[q.Mention.Start:q.Mention.End]
			}
		}
	}
	return q
}
