package panels

import (
	"slices"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/widgets"
)

// Highlights is where the domain meets the drawing: it turns an article's marks
// into what the page shows. Rejected marks and hidden labels are left out.
func Highlights(v *workspace.View, labels annotate.LabelSet, hidden map[string]bool, dark bool) []widgets.Highlight {
	if v == nil {
		return nil
	}
	out := make([]widgets.Highlight, 0, len(v.Spans))
	looks := map[string]widgets.Highlight{}
	for _, sp := range v.Spans {
		if sp.State == annotate.Rejected || hidden[sp.Label] {
			continue
		}
		h, ok := looks[sp.Label]
		if !ok {
			h = look(sp.Label, labels, dark)
			looks[sp.Label] = h
		}
		h.ID, h.Start, h.End = sp.ID, sp.Start, sp.End
		h.Dashed = sp.State == annotate.Suggested
		out = append(out, h)
	}
	return out
}

// look returns how spans of a label are drawn. A label that the project does
// not know is drawn as a gray entity.
func look(name string, labels annotate.LabelSet, dark bool) widgets.Highlight {
	l, ok := labels.Find(name)
	if !ok {
		l = annotate.Label{Name: name, Kind: annotate.KindEntity}
	}
	h := widgets.Highlight{Tag: name, Color: theme.Hue(l.Color, dark), Style: widgets.Underline}
	switch l.Kind {
	case annotate.KindQuote:
		h.Style = widgets.Ground
	case annotate.KindSpeaker:
		h.Style = widgets.Box
	case annotate.KindCue:
		h.Style = widgets.Dotted
	}
	return h
}

// Links returns the arrows that the page draws for the picked mark: from a quote
// to its speaker and its cue, and from a pronoun or role to the name.
func Links(v *workspace.View, picked string, labels annotate.LabelSet, dark bool) []widgets.Link {
	if v == nil || picked == "" {
		return nil
	}
	var out []widgets.Link
	ends := []string{picked}
	for i := 0; i < len(ends) && i < 8; i++ {
		for _, r := range v.Relations {
			if r.From != ends[i] || r.State == annotate.Rejected {
				continue
			}
			from, _ := v.Span(r.From)
			out = append(out, widgets.Link{
				From: r.From, To: r.To, Color: look(from.Label, labels, dark).Color,
			})
			if !slices.Contains(ends, r.To) {
				ends = append(ends, r.To)
			}
		}
	}
	return out
}

// Blocks tells the page which paragraphs are not running text: the headline,
// where the article begins with its title, and a byline after it.
func Blocks(doc annotate.Document) []widgets.Block {
	var out []widgets.Block
	at, title := 0, strings.TrimSpace(doc.Title)
	for n := 0; n < 6 && at < len(doc.Text); n++ {
		end := strings.IndexByte(doc.Text[at:], '\n')
		if end < 0 {
			end = len(doc.Text) - at
		}
		line := strings.TrimSpace(doc.Text[at : at+end])
		switch {
		case line == "":
			n--
		case title != "" && line == title && len(out) == 0:
			out = append(out, widgets.Block{Start: at, End: at + end, Kind: widgets.Headline})
		case len(line) < 80 && (strings.HasPrefix(line, "By ") || strings.HasPrefix(line, "BY ")):
			out = append(out, widgets.Block{Start: at, End: at + end, Kind: widgets.Byline})
		}
		at += end + 1
	}
	return out
}
