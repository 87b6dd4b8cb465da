package formats

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// schema names version 1 of Bluepencil JSONL.
const schema = "bluepencil/1"

// The objects of a line, with their keys in the order of the format. What the
// format does not name (reasons, times, versions) follows after what it names.
type jsonArticle struct {
	Schema    string          `json:"schema"`
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Text      string          `json:"text"`
	Source    string          `json:"source"`
	SHA256    string          `json:"sha256"`
	Status    annotate.Status `json:"status"`
	Annotator string          `json:"annotator"`
	Offsets   offset.Unit     `json:"offsets"`
	Meta      annotate.Meta   `json:"meta"`
	Spans     []jsonSpan      `json:"spans"`
	Relations []jsonRelation  `json:"relations"`
}

type jsonSpan struct {
	ID        string              `json:"id"`
	Start     int                 `json:"start"`
	End       int                 `json:"end"`
	Label     string              `json:"label"`
	Text      string              `json:"text"`
	State     annotate.State      `json:"state"`
	Origin    annotate.OriginKind `json:"origin"`
	Score     float64             `json:"score,omitempty"`
	QuoteType string              `json:"quote_type,omitempty"`
	Speaker   string              `json:"speaker,omitempty"`
	jsonMore
}

type jsonRelation struct {
	ID     string              `json:"id"`
	Type   string              `json:"type"`
	From   string              `json:"from"`
	To     string              `json:"to"`
	State  annotate.State      `json:"state,omitempty"`
	Origin annotate.OriginKind `json:"origin,omitempty"`
	Score  float64             `json:"score,omitempty"`
	jsonMore
}

// jsonMore is what spans and relations keep beyond the format's own keys.
type jsonMore struct {
	Reason  string        `json:"reason,omitempty"`
	By      string        `json:"origin_name,omitempty"`
	Version string        `json:"origin_version,omitempty"`
	At      string        `json:"origin_at,omitempty"`
	Meta    annotate.Meta `json:"meta,omitempty"`
}

func more(o annotate.Origin, reason string, meta annotate.Meta) jsonMore {
	m := jsonMore{Reason: reason, By: o.Name, Version: o.Version, Meta: meta}
	if !o.At.IsZero() {
		m.At = o.At.UTC().Format(time.RFC3339Nano)
	}
	return m
}

func (m jsonMore) origin(kind annotate.OriginKind) (annotate.Origin, error) {
	o := annotate.Origin{Kind: kind, Name: m.By, Version: m.Version}
	if m.At == "" {
		return o, nil
	}
	at, err := time.Parse(time.RFC3339Nano, m.At)
	o.At = at.UTC()
	return o, err
}

// encodeJSONL writes one article as one line, without the line feed.
func encodeJSONL(a Article, unit offset.Unit) ([]byte, error) {
	d, m := a.Document, offset.New(a.Document.Text)
	out := jsonArticle{
		Schema: schema, ID: d.ID, Title: d.Title, Text: d.Text, Source: d.Source, SHA256: annotate.Hash(d.Text),
		Status: a.Marks.Status, Annotator: a.Annotator, Offsets: unit, Meta: d.Meta,
		Spans: []jsonSpan{}, Relations: []jsonRelation{},
	}
	if out.Status == "" {
		out.Status = annotate.Todo
	}
	if out.Meta == nil {
		out.Meta = annotate.Meta{}
	}
	spans := slices.SortedFunc(slices.Values(a.Marks.Spans), annotate.CompareSpans)
	for _, s := range spans {
		j := jsonSpan{
			ID: s.ID, Label: s.Label, State: s.State, Origin: s.Origin.Kind, Score: s.Score,
			QuoteType: s.QuoteType, Speaker: s.Speaker, jsonMore: more(s.Origin, s.Reason, s.Meta),
		}
		var err error
		if j.Start, err = m.To(unit, s.Start); err != nil {
			return nil, fmt.Errorf("span %s: %w", s.ID, err)
		}
		if j.End, err = m.To(unit, s.End); err != nil {
			return nil, fmt.Errorf("span %s: %w", s.ID, err)
		}
		j.Text = d.Text[s.Start:s.End]
		out.Spans = append(out.Spans, j)
	}
	for _, r := range slices.SortedFunc(slices.Values(a.Marks.Relations), annotate.CompareRelations) {
		out.Relations = append(out.Relations, jsonRelation{
			ID: r.ID, Type: r.Type, From: r.From, To: r.To, State: r.State, Origin: r.Origin.Kind, Score: r.Score,
			jsonMore: more(r.Origin, r.Reason, r.Meta),
		})
	}
	return compact(out)
}

// compact encodes a value without spaces and without the escapes that only a
// web page needs.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// decodeJSONL reads one line of Bluepencil JSONL.
func decodeJSONL(line []byte) (Article, []string, error) {
	var in jsonArticle
	if err := json.Unmarshal(line, &in); err != nil {
		return Article{}, nil, fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	if in.Offsets == "" {
		in.Offsets = offset.CodePoint
	}
	a := Article{Annotator: in.Annotator, Document: annotate.Document{
		ID: in.ID, Title: in.Title, Text: in.Text, Source: in.Source, SHA256: annotate.Hash(in.Text), Meta: in.Meta,
	}}
	if len(a.Document.Meta) == 0 {
		a.Document.Meta = nil
	}
	switch {
	case in.Text == "":
		return a, nil, fmt.Errorf("the article has no text: %w", ErrEmpty)
	case in.SHA256 != "" && in.SHA256 != a.Document.SHA256:
		return a, nil, fmt.Errorf("sha256 is not the text's: %w", ErrUnreadable)
	case in.Status != "" && !in.Status.Valid():
		return a, nil, fmt.Errorf("status %q is not todo, doing, done or skipped: %w", in.Status, ErrUnreadable)
	}
	a.Marks.Status = in.Status
	if a.Document.Title == "" {
		a.Document.Title = firstLine(in.Text)
	}
	if err := adoptExtras(line, &a); err != nil {
		return a, nil, err
	}
	notes, err := in.marks(&a)
	return a, notes, err
}

// adoptExtras keeps the fields that the format does not know: an article's in
// its metadata, a mark's in its own.
func adoptExtras(line []byte, a *Article) error {
	var top map[string]json.RawMessage
	if err := json.Unmarshal(line, &top); err != nil {
		return fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	for _, k := range []string{"schema", "id", "title", "text", "source", "sha256", "status", "annotator", "offsets", "meta", "spans", "relations"} {
		delete(top, k)
	}
	for k, v := range top {
		a.Document.Meta = withRaw(a.Document.Meta, k, v)
	}
	return nil
}

// withRaw puts a JSON value under key, or under key with a number where another
// value stands there.
func withRaw(m annotate.Meta, key string, v json.RawMessage) annotate.Meta {
	if m == nil {
		m = annotate.Meta{}
	}
	var b bytes.Buffer
	if json.Compact(&b, v) == nil {
		v = b.Bytes()
	}
	name := key
	for n := 2; ; n++ {
		if have, taken := m[name]; !taken || bytes.Equal(have, v) {
			break
		}
		name = fmt.Sprintf("%s_%d", key, n)
	}
	m[name] = v
	return m
}

func (in jsonArticle) marks(a *Article) ([]string, error) {
	var notes []string
	m := offset.New(in.Text)
	ids := map[string]bool{}
	for i, j := range in.Spans {
		s, note, err := j.span(in, m, i)
		if err != nil {
			return notes, err
		}
		if ids[s.ID] {
			return notes, fmt.Errorf("two spans have the id %q: %w", s.ID, ErrUnreadable)
		}
		ids[s.ID] = true
		if note != "" {
			notes = append(notes, note)
		}
		a.Marks.Spans = append(a.Marks.Spans, s)
	}
	links := map[string]bool{}
	for i, j := range in.Relations {
		if j.ID == "" {
			j.ID = fmt.Sprintf("r%d", i+1)
		}
		o, err := j.origin(orImport(j.Origin))
		switch {
		case err != nil:
			return notes, fmt.Errorf("relation %s: origin_at: %w", j.ID, err)
		case !ids[j.From] || !ids[j.To]:
			return notes, fmt.Errorf("relation %s goes from %q to %q, and one is no span of the article: %w", j.ID, j.From, j.To, ErrUnreadable)
		case links[j.ID] || j.Type == "":
			return notes, fmt.Errorf("relation %q has no type, or its id is there twice: %w", j.ID, ErrUnreadable)
		}
		links[j.ID] = true
		r := annotate.Relation{ID: j.ID, Type: j.Type, From: j.From, To: j.To, State: orConfirmed(j.State), Origin: o, Score: j.Score, Reason: j.Reason, Meta: j.Meta}
		if !r.State.Valid() || !o.Kind.Valid() {
			return notes, fmt.Errorf("relation %s: state %q, origin %q: %w", j.ID, j.State, j.Origin, ErrUnreadable)
		}
		a.Marks.Relations = append(a.Marks.Relations, r)
	}
	a.Marks.Sort()
	return notes, nil
}

func orImport(k annotate.OriginKind) annotate.OriginKind {
	if k == "" {
		return annotate.ByImport
	}
	return k
}

func orConfirmed(s annotate.State) annotate.State {
	if s == "" {
		return annotate.Confirmed
	}
	return s
}

// span converts one span; where it would cut a character it is widened, and the
// note says so.
func (j jsonSpan) span(in jsonArticle, m *offset.Mapper, i int) (annotate.Span, string, error) {
	if j.ID == "" {
		j.ID = fmt.Sprintf("s%d", i+1)
	}
	s := annotate.Span{
		ID: j.ID, Label: j.Label, State: orConfirmed(j.State), Score: j.Score,
		QuoteType: j.QuoteType, Speaker: j.Speaker, Reason: j.Reason, Meta: j.Meta,
	}
	where := fmt.Sprintf("span %s %s [%d:%d]", j.ID, j.Label, j.Start, j.End)
	var err error
	if s.Origin, err = j.origin(orImport(j.Origin)); err != nil {
		return s, "", fmt.Errorf("%s: origin_at: %w", where, err)
	}
	if s.Start, err = m.From(in.Offsets, j.Start); err != nil {
		return s, "", fmt.Errorf("%s: start %w: %w", where, err, ErrUnreadable)
	}
	if s.End, err = m.From(in.Offsets, j.End); err != nil {
		return s, "", fmt.Errorf("%s: end %w: %w", where, err, ErrUnreadable)
	}
	switch {
	case s.Start >= s.End:
		return s, "", fmt.Errorf("%s is empty: %w", where, ErrUnreadable)
	case j.Text != "" && j.Text != in.Text[s.Start:s.End]:
		return s, "", fmt.Errorf("%s says %q, but the article has %q there: %w", where, j.Text, in.Text[s.Start:s.End], ErrUnreadable)
	case s.Label == "" || !s.State.Valid() || !s.Origin.Kind.Valid():
		return s, "", fmt.Errorf("%s: state %q, origin %q: %w", where, j.State, j.Origin, ErrUnreadable)
	}
	note := ""
	if start, end := offset.SnapStart(in.Text, s.Start), offset.SnapEnd(in.Text, s.End); start != s.Start || end != s.End {
		note = where + " cut a character in two and was widened"
		s.Start, s.End = start, end
	}
	return s, note, nil
}
