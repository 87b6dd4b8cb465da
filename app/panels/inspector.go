package panels

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// nobody is the choice that clears a quote's speaker.
const nobody = "(nobody)"

// Inspector shows the picked mark: its words, label, state, who made it and why,
// and what has happened to it.
type Inspector struct {
	Object fyne.CanvasObject

	host    *Host
	words   *widget.Label
	label   *widget.Select
	speaker *widget.Select
	who     fyne.CanvasObject // the speaker's row
	facts   *widget.Label
	past    *widget.Label
	form    fyne.CanvasObject
	none    *widget.Label
	filling bool
	shown   string
}

// NewInspector returns the inspector's panel.
func NewInspector(h *Host) *Inspector {
	n := &Inspector{host: h}
	n.words = widget.NewLabel("")
	n.words.Wrapping, n.words.TextStyle = fyne.TextWrapWord, fyne.TextStyle{Bold: true}
	n.label = widget.NewSelect(nil, func(name string) {
		if !n.filling {
			h.Report(h.WS.Relabel(name))
			h.Run("focus.page")
		}
	})
	n.speaker = widget.NewSelect(nil, func(string) { n.setSpeaker() })
	n.speaker.PlaceHolder = nobody
	n.who = container.NewBorder(nil, nil, widget.NewLabel("Speaker"), nil, n.speaker)
	n.facts, n.past = widget.NewLabel(""), widget.NewLabel("")
	for _, l := range []*widget.Label{n.facts, n.past} {
		l.Wrapping, l.SizeName = fyne.TextWrapWord, theme.SizeNameCaptionText
	}
	n.past.Importance = widget.LowImportance
	label := container.NewBorder(nil, nil, widget.NewLabel("Label"), nil, n.label)
	n.form = container.NewVScroll(container.NewVBox(n.words, label, n.who, n.facts, n.past))
	n.none = widget.NewLabel("Click a mark, or press Tab to go to the first suggestion.")
	n.none.Wrapping, n.none.Importance = fyne.TextWrapWord, widget.LowImportance
	n.Object = container.NewStack(n.form, n.none)
	return n
}

// Refresh shows the picked mark, or how to pick one.
func (n *Inspector) Refresh() {
	s := n.host.WS.State()
	var sp annotate.Span
	ok := false
	if s.View != nil {
		sp, ok = s.View.Span(s.Selection.Picked)
	}
	if !ok {
		n.shown = ""
		n.form.Hide()
		n.none.Show()
		return
	}
	n.none.Hide()
	n.form.Show()
	n.filling = true
	defer func() { n.filling = false }()
	n.words.SetText(oneLine(s.View.Document.Text[sp.Start:sp.End], 160))
	n.label.SetOptions(labelNames(s.Labels))
	n.label.SetSelected(sp.Label)
	n.showSpeaker(s.View, sp)
	n.facts.SetText(facts(s.View, sp))
	n.past.SetText(n.history(sp.ID))
	if n.shown != sp.ID {
		n.shown = sp.ID
		n.form.(*container.Scroll).ScrollToTop()
	}
}

func (n *Inspector) showSpeaker(v *workspace.View, sp annotate.Span) {
	if sp.Label != annotate.Quote {
		n.who.Hide()
		return
	}
	names := []string{nobody}
	for _, m := range v.Cast {
		names = append(names, m.Name)
	}
	n.speaker.SetOptions(names)
	n.speaker.ClearSelected()
	for _, q := range v.Quotes {
		if q.Span.ID == sp.ID && q.Speaker != "" {
			n.speaker.SetSelected(castName(v, q.Speaker))
		}
	}
	n.who.Show()
}

// castName returns the cast's name for a speaker, or the speaker as it is.
func castName(v *workspace.View, speaker string) string {
	if i := v.Member(speaker); i >= 0 {
		return v.Cast[i].Name
	}
	return speaker
}

func (n *Inspector) setSpeaker() {
	if n.filling {
		return
	}
	i := n.speaker.SelectedIndex()
	if i <= 0 {
		n.host.Report(n.host.WS.ClearSpeaker())
	} else {
		n.host.Report(n.host.WS.SetSpeaker(i))
	}
	n.host.Run("focus.page")
}

func labelNames(s annotate.LabelSet) []string {
	names := make([]string, len(s))
	for i, l := range s {
		names[i] = l.Name
	}
	return names
}

// facts says in words what is known of a mark.
func facts(v *workspace.View, sp annotate.Span) string {
	lines := []string{stateName(sp) + " by " + maker(sp.Origin)}
	if sp.Score > 0 {
		lines[0] += fmt.Sprintf(", score %.2f", sp.Score)
	}
	if sp.Reason != "" {
		lines = append(lines, "Why: "+sp.Reason)
	}
	for _, r := range v.Relations {
		if r.From != sp.ID || r.State == annotate.Rejected {
			continue
		}
		to, _ := v.Span(r.To)
		line := fmt.Sprintf("%s: %s", relationName(r.Type), oneLine(v.Document.Text[to.Start:to.End], 60))
		if r.Reason != "" && r.Reason != sp.Reason {
			line += " (" + r.Reason + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func relationName(kind string) string {
	switch kind {
	case annotate.SpeakerOf:
		return "Speaker's mention"
	case annotate.CueOf:
		return "Cue"
	case annotate.RefersTo:
		return "Refers to"
	}
	return kind
}

func stateName(sp annotate.Span) string {
	switch sp.State {
	case annotate.Confirmed:
		if sp.Origin.Kind == annotate.ByEditor {
			return "Made"
		}
		return "Confirmed; suggested"
	case annotate.Rejected:
		return "Rejected; suggested"
	}
	return "Suggested"
}

func maker(o annotate.Origin) string {
	switch {
	case o.Kind == annotate.ByEditor:
		return o.Name
	case o.Kind == annotate.ByImport:
		return strings.TrimSpace("import " + o.Name)
	case o.Version != "":
		return fmt.Sprintf("%s %s %s", o.Kind, o.Name, o.Version)
	}
	return strings.TrimSpace(string(o.Kind) + " " + o.Name)
}

// history lists what has happened to a mark, newest first.
func (n *Inspector) history(id string) string {
	past, err := n.host.WS.SpanHistory(id)
	if err != nil || len(past) == 0 {
		return ""
	}
	var lines []string
	for i := len(past) - 1; i >= 0 && len(lines) < 8; i-- {
		c := past[i]
		lines = append(lines, fmt.Sprintf("%s  %s, %s", c.At.Local().Format(time.DateTime), c.Verb, c.By))
	}
	return "History\n" + strings.Join(lines, "\n")
}
