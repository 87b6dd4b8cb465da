package cli

import (
	"encoding/json"
	"io"
	"math"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// The objects that eval --json writes. Shares go from 0 to 1; offsets are code
// points, as in every file that the program writes.
type evalJSON struct {
	Labels   []string          `json:"labels"` // what is scored
	Coarse   bool              `json:"coarse"` // LOC stands for GPE, LOC and FAC
	Total    scoreJSON         `json:"total"`
	Articles []evalArticleJSON `json:"articles,omitempty"`
}

type evalArticleJSON struct {
	Name     string        `json:"name"`
	Score    *scoreJSON    `json:"score,omitempty"`
	Mistakes []mistakeJSON `json:"mistakes,omitempty"`
}

type scoreJSON struct {
	Articles int              `json:"articles"`
	ByLabel  []tallyJSON      `json:"by_label"`
	Core     *tallyJSON       `json:"core,omitempty"`
	Names    *tallyJSON       `json:"names,omitempty"`
	All      *tallyJSON       `json:"all,omitempty"`
	Agnostic *tallyJSON       `json:"agnostic,omitempty"`
	Quotes   *tallyJSON       `json:"quotes,omitempty"`
	Speakers *attributionJSON `json:"speakers,omitempty"`
	Mentions *attributionJSON `json:"mentions,omitempty"`
}

type tallyJSON struct {
	Label   string      `json:"label,omitempty"`
	Gold    int         `json:"gold"`
	Found   int         `json:"found"`
	Right   int         `json:"right"`
	Exact   figuresJSON `json:"exact"`
	Overlap figuresJSON `json:"overlap"`
}

type figuresJSON struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type attributionJSON struct {
	Gold       int     `json:"gold"`
	Found      int     `json:"found"`
	Answered   int     `json:"answered"`
	Right      int     `json:"right"`
	OfGold     float64 `json:"of_gold"`
	OfFound    float64 `json:"of_found"`
	OfAnswered float64 `json:"of_answered"`
	Invented   int     `json:"invented"` // speakers of quotes that have none
}

type mistakeJSON struct {
	Kind  string    `json:"kind"`
	Line  int       `json:"line"` // of the text, counted from 1
	Gold  *spanJSON `json:"gold,omitempty"`
	Found *spanJSON `json:"found,omitempty"`
	Said  string    `json:"said,omitempty"`
	Want  string    `json:"want,omitempty"`
}

type spanJSON struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Label  string  `json:"label"`
	Text   string  `json:"text"`
	Score  float64 `json:"score,omitempty"`
	Reason string  `json:"reason,omitempty"`
}

func writeEvalJSON(w io.Writer, e workspace.Evaluation, show evalOptions) error {
	out := evalJSON{Labels: e.Scheme.Labels, Coarse: e.Scheme.Coarse, Total: jsonScore(e.Scheme.Labels, e.Total)}
	for _, a := range e.Articles {
		if !show.articles && !show.wrong {
			break
		}
		j := evalArticleJSON{Name: a.Name}
		if show.articles {
			s := jsonScore(e.Scheme.Labels, a.Score)
			j.Score = &s
		}
		if show.wrong {
			j.Mistakes = jsonMistakes(a)
		}
		out.Articles = append(out.Articles, j)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func jsonScore(labels []string, s workspace.Score) scoreJSON {
	out := scoreJSON{
		Articles: s.Articles, ByLabel: []tallyJSON{}, Core: jsonTally(s.Core), Names: jsonTally(s.Names), All: jsonTally(s.All),
		Agnostic: jsonTally(s.Agnostic), Quotes: jsonTally(s.Quotes()),
		Speakers: jsonAttribution(s.Speakers), Mentions: jsonAttribution(s.Mentions),
	}
	for _, l := range labels {
		if t := jsonTally(s.Labels[l]); t != nil {
			t.Label = l
			out.ByLabel = append(out.ByLabel, *t)
		}
	}
	return out
}

// jsonTally returns nil for what is not measured.
func jsonTally(t workspace.Tally) *tallyJSON {
	if t == (workspace.Tally{}) {
		return nil
	}
	return &tallyJSON{Gold: t.Gold, Found: t.Found, Right: t.Right, Exact: jsonFigures(t.Exact()), Overlap: jsonFigures(t.Overlap())}
}

func jsonFigures(f workspace.Figures) figuresJSON {
	return figuresJSON{rounded(f.Precision), rounded(f.Recall), rounded(f.F1)}
}

func jsonAttribution(a workspace.Attribution) *attributionJSON {
	if a.Gold == 0 {
		return nil
	}
	return &attributionJSON{
		a.Gold, a.Found, a.Answered, a.Right,
		rounded(a.OfGold()), rounded(a.OfFound()), rounded(a.OfAnswered()), a.Invented,
	}
}

// rounded keeps four decimals, so that the same counts give the same digits on
// every machine.
func rounded(share float64) float64 { return math.Round(share*1e4) / 1e4 }

func jsonMistakes(a workspace.EvaluatedArticle) []mistakeJSON {
	var out []mistakeJSON
	// Mistakes come in the order of the text, so that counting goes on from the
	// last place; a found span may begin a little before its gold.
	count := runeCounter{text: a.Text}
	for _, m := range a.Mistakes {
		j := mistakeJSON{Kind: string(m.Kind), Line: m.Line(a.Text), Said: m.Said, Want: m.Want}
		j.Gold, j.Found = count.span(m.Gold), count.span(m.Found)
		out = append(out, j)
	}
	return out
}

// runeCounter turns bytes into code points, starting from the place before.
type runeCounter struct {
	text         string
	off, runeOff int
}

func (c *runeCounter) at(off int) int {
	if off < c.off {
		c.runeOff -= utf8.RuneCountInString(c.text[off:c.off])
	} else {
		c.runeOff += utf8.RuneCountInString(c.text[c.off:off])
	}
	c.off = off
	return c.runeOff
}

// span returns nil for no span.
func (c *runeCounter) span(s annotate.Span) *spanJSON {
	if s.Label == "" {
		return nil
	}
	return &spanJSON{c.at(s.Start), c.at(s.End), s.Label, c.text[s.Start:s.End], s.Score, s.Reason}
}
