package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// datasetArticle is a line of a data set: an article with its licence, the split
// it belongs to, spans in code points without ids, and relations that name spans
// by their place in the list. Such lines are read, never written.
type datasetArticle struct {
	ID        string            `json:"id"`
	Source    string            `json:"source"`
	Text      string            `json:"text"`
	Spans     []json.RawMessage `json:"spans"`
	Relations []datasetRelation `json:"relations"`
}

type datasetSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Label string `json:"label"`
	Text  string `json:"text"`
	Kind  string `json:"kind"` // of quotes: direct, mixed
}

type datasetRelation struct {
	Type string `json:"type"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// datasetShape is what tells such a line from others.
type datasetShape struct {
	Licence *json.RawMessage `json:"licence"`
	Split   *json.RawMessage `json:"split"`
}

func (s datasetShape) fits() bool { return s.Licence != nil && s.Split != nil }

// decodeDataset reads one line of a data set. Its marks are confirmed; fields
// that the program has no place for go into the metadata.
func decodeDataset(line []byte) (Article, []string, error) {
	var in datasetArticle
	var all map[string]json.RawMessage
	if err := errors.Join(json.Unmarshal(line, &in), json.Unmarshal(line, &all)); err != nil {
		return Article{}, nil, fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	if in.Text == "" {
		return Article{}, nil, fmt.Errorf("the article has no text: %w", ErrEmpty)
	}
	a := readText(in.Text)
	a.Document.ID, a.Document.Source = in.ID, in.Source
	for k, v := range all {
		if !slices.Contains([]string{"id", "source", "text", "spans", "relations"}, k) {
			a.Document.Meta = withRaw(a.Document.Meta, k, v)
		}
	}
	notes, err := in.marks(&a)
	return a, notes, err
}

func (in datasetArticle) marks(a *Article) (notes []string, err error) {
	m := offset.New(in.Text)
	of := jsonArticle{Text: in.Text, Offsets: offset.CodePoint}
	for i, raw := range in.Spans {
		s, note, err := datasetSpanOf(raw, of, m, i)
		if err != nil {
			return notes, err
		}
		if note != "" {
			notes = append(notes, note)
		}
		a.Marks.Spans = append(a.Marks.Spans, s)
	}
	for i, r := range in.Relations {
		id := fmt.Sprintf("r%d", i+1)
		if n := len(in.Spans); r.Type == "" || r.From < 0 || r.To < 0 || r.From >= n || r.To >= n {
			return notes, fmt.Errorf("relation %s %q goes from span %d to span %d of %d: %w", id, r.Type, r.From, r.To, n, ErrUnreadable)
		}
		a.Marks.Relations = append(a.Marks.Relations, annotate.Relation{
			ID: id, Type: r.Type, From: spanID(r.From), To: spanID(r.To),
			State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByImport},
		})
	}
	a.Marks.Sort()
	return notes, nil
}

func spanID(i int) string { return fmt.Sprintf("s%d", i+1) }

func datasetSpanOf(raw json.RawMessage, of jsonArticle, m *offset.Mapper, i int) (annotate.Span, string, error) {
	var in datasetSpan
	var all annotate.Meta
	if err := errors.Join(json.Unmarshal(raw, &in), json.Unmarshal(raw, &all)); err != nil {
		return annotate.Span{}, "", fmt.Errorf("span %s: %w (%v)", spanID(i), ErrUnreadable, err)
	}
	j := jsonSpan{ID: spanID(i), Start: in.Start, End: in.End, Label: in.Label, Text: in.Text}
	if in.Label == annotate.Quote && (in.Kind == "direct" || in.Kind == "mixed") {
		j.QuoteType = in.Kind
		delete(all, "kind")
	}
	for _, k := range []string{"start", "end", "label", "text"} {
		delete(all, k)
	}
	for k, v := range all {
		j.Meta = withRaw(j.Meta, k, v)
	}
	return j.span(of, m, i)
}
