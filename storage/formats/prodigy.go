package formats

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"sort"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
)

// The objects of a line of Prodigy JSONL (its documentation, "Annotation
// interfaces": spans_manual and relations). Offsets are code points, token
// indices are inclusive; a relation names the last token of either span.
type prodigyTask struct {
	Text      string            `json:"text"`
	Meta      prodigyMeta       `json:"meta"`
	InputHash int32             `json:"_input_hash"`
	TaskHash  int32             `json:"_task_hash"`
	Tokens    []prodigyToken    `json:"tokens"`
	Spans     []prodigySpan     `json:"spans"`
	Relations []prodigyRelation `json:"relations"`
	ViewID    string            `json:"_view_id"`
	Session   string            `json:"_session_id,omitempty"`
	Annotator string            `json:"_annotator_id,omitempty"`
	Answer    string            `json:"answer"`
}

// prodigyMeta is what the format shows and else ignores: enough to find the
// article again.
type prodigyMeta struct {
	Source string          `json:"source,omitempty"`
	ID     string          `json:"id,omitempty"`
	Title  string          `json:"title,omitempty"`
	Status annotate.Status `json:"status,omitempty"`
	Extra  annotate.Meta   `json:"extra,omitempty"`
}

type prodigyToken struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	ID    int    `json:"id"`
	WS    bool   `json:"ws"`
}

type prodigySpan struct {
	Start      int                 `json:"start"`
	End        int                 `json:"end"`
	TokenStart int                 `json:"token_start"`
	TokenEnd   int                 `json:"token_end"`
	Label      string              `json:"label"`
	ID         string              `json:"id,omitempty"`
	State      annotate.State      `json:"state,omitempty"`
	Origin     annotate.OriginKind `json:"origin,omitempty"`
	Score      float64             `json:"score,omitempty"`
	QuoteType  string              `json:"quote_type,omitempty"`
	Speaker    string              `json:"speaker,omitempty"`
}

type prodigyRelation struct {
	Head      int         `json:"head"`
	Child     int         `json:"child"`
	HeadSpan  prodigySpan `json:"head_span"`
	ChildSpan prodigySpan `json:"child_span"`
	Label     string      `json:"label"`
}

// encodeProdigy writes one article as one line, without the line feed. Rejected
// marks are left out: the format has no word for them.
func encodeProdigy(a Article) ([]byte, error) {
	a = prodigyHolds(a)
	d, m := a.Document, offset.New(a.Document.Text)
	tokens := prodigyTokens(d.Text, a.Marks.Spans)
	task := prodigyTask{
		Text: d.Text, Meta: prodigyMeta{Source: d.Source, ID: d.ID, Title: d.Title, Status: a.Marks.Status, Extra: d.Meta},
		InputHash: hash32(d.Text), Tokens: []prodigyToken{}, Spans: []prodigySpan{}, Relations: []prodigyRelation{},
		ViewID: "relations", Session: a.Annotator, Annotator: a.Annotator, Answer: "accept",
	}
	for i, t := range tokens {
		start, err := m.ByteRune(t.start)
		if err != nil {
			return nil, err
		}
		end, err := m.ByteRune(t.end)
		if err != nil {
			return nil, err
		}
		task.Tokens = append(task.Tokens, prodigyToken{d.Text[t.start:t.end], start, end, i, t.space})
	}
	byID := map[string]prodigySpan{}
	for _, s := range a.Marks.Spans {
		first := sort.Search(len(tokens), func(i int) bool { return tokens[i].end > s.Start })
		last := sort.Search(len(tokens), func(i int) bool { return tokens[i].start >= s.End }) - 1
		if first > last {
			return nil, fmt.Errorf("span %s holds nothing but white space", s.ID)
		}
		start, err := m.ByteRune(s.Start)
		if err != nil {
			return nil, err
		}
		end, err := m.ByteRune(s.End)
		if err != nil {
			return nil, err
		}
		p := prodigySpan{start, end, first, last, s.Label, s.ID, s.State, s.Origin.Kind, s.Score, s.QuoteType, s.Speaker}
		byID[s.ID] = p
		task.Spans = append(task.Spans, p)
	}
	for _, r := range a.Marks.Relations {
		from, to := byID[r.From], byID[r.To]
		task.Relations = append(task.Relations, prodigyRelation{from.TokenEnd, to.TokenEnd, from, to, r.Type})
	}
	answer, err := compact(struct {
		S []prodigySpan
		R []prodigyRelation
	}{task.Spans, task.Relations})
	if err != nil {
		return nil, err
	}
	task.TaskHash = hash32(d.Text + string(answer))
	return compact(task)
}

// hash32 is a stable signed 32-bit hash, as the format's hash fields are.
func hash32(s string) int32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(s)) // never fails
	return int32(h.Sum32())
}

// prodigyHolds returns what of an article the format can hold: no rejected
// marks, no reasons, times, names of origin or relations' own states.
func prodigyHolds(a Article) Article {
	out := a
	out.Marks = annotate.Marks{Status: a.Marks.Status}
	in := map[string]bool{}
	for _, s := range a.Marks.Spans {
		if s.State == annotate.Rejected {
			continue
		}
		in[s.ID] = true
		s.Origin = annotate.Origin{Kind: s.Origin.Kind}
		s.Reason, s.Meta = "", nil
		out.Marks.Spans = append(out.Marks.Spans, s)
	}
	for _, r := range a.Marks.Relations {
		if in[r.From] && in[r.To] && r.State != annotate.Rejected {
			out.Marks.Relations = append(out.Marks.Relations, annotate.Relation{Type: r.Type, From: r.From, To: r.To})
		}
	}
	slices.SortFunc(out.Marks.Spans, annotate.CompareSpans)
	slices.SortFunc(out.Marks.Relations, annotate.CompareRelations)
	for i := range out.Marks.Relations {
		r := &out.Marks.Relations[i]
		r.ID = fmt.Sprintf("r%d", i+1)
		r.State, r.Origin = annotate.Confirmed, annotate.Origin{Kind: annotate.ByImport}
	}
	return out
}

// decodeProdigy reads one line of Prodigy JSONL. Spans with another answer than
// accept are rejected ones.
func decodeProdigy(line []byte) (Article, []string, error) {
	var in struct {
		prodigyTask
		Meta map[string]json.RawMessage `json:"meta"` // other tools put anything there
	}
	var all map[string]json.RawMessage
	if err := errors.Join(json.Unmarshal(line, &in), json.Unmarshal(line, &all)); err != nil {
		return Article{}, nil, fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	if in.Text == "" {
		return Article{}, nil, fmt.Errorf("the article has no text: %w", ErrEmpty)
	}
	a := Article{Annotator: in.Annotator, Document: annotate.Document{Text: in.Text, SHA256: annotate.Hash(in.Text)}}
	a.Marks.Status = ours(&a, in.Meta)
	if a.Document.Title == "" {
		a.Document.Title = firstLine(in.Text)
	}
	for k, v := range in.Meta {
		a.Document.Meta = withRaw(a.Document.Meta, k, v)
	}
	for k, v := range all {
		switch k {
		case "text", "meta", "_input_hash", "_task_hash", "tokens", "spans", "relations", "_view_id", "_session_id", "_annotator_id", "_timestamp", "answer":
		default:
			a.Document.Meta = withRaw(a.Document.Meta, k, v)
		}
	}
	state := annotate.Confirmed
	switch in.Answer {
	case "reject":
		state = annotate.Rejected
	case "ignore":
		a.Marks.Status = annotate.Skipped
	}
	notes, err := in.marks(&a, state)
	return a, notes, err
}

// ours takes out of a line's meta what our own writer puts there, and returns
// the status. What is there under these names but cannot be ours stays.
func ours(a *Article, meta map[string]json.RawMessage) (status annotate.Status) {
	for key, to := range map[string]any{
		"id": &a.Document.ID, "title": &a.Document.Title, "source": &a.Document.Source,
		"status": &status, "extra": &a.Document.Meta,
	} {
		if raw, ok := meta[key]; ok && json.Unmarshal(raw, to) == nil {
			delete(meta, key)
		}
	}
	if status != "" && !status.Valid() {
		a.Document.Meta = a.Document.Meta.With("status", string(status))
		return ""
	}
	return status
}

// place is what makes two spans of a line the same.
type prodigyPlace struct {
	start, end int
	label      string
}

// prodigyReader gathers the spans of a line, which relations may name again.
type prodigyReader struct {
	article *Article
	offsets *offset.Mapper
	state   annotate.State // of spans that say nothing of it
	ids     map[prodigyPlace]string
	taken   map[string]bool
	notes   []string
}

func (in prodigyTask) marks(a *Article, state annotate.State) ([]string, error) {
	r := &prodigyReader{
		article: a, offsets: offset.New(in.Text), state: state,
		ids: map[prodigyPlace]string{}, taken: map[string]bool{},
	}
	for _, p := range in.Spans {
		if err := r.add(p); err != nil {
			return r.notes, err
		}
	}
	for _, l := range in.Relations {
		if err := errors.Join(r.add(l.HeadSpan), r.add(l.ChildSpan)); err != nil {
			return r.notes, err
		}
		a.Marks.Relations = append(a.Marks.Relations, annotate.Relation{
			Type: l.Label, From: r.id(l.HeadSpan), To: r.id(l.ChildSpan),
			State: annotate.Confirmed, Origin: annotate.Origin{Kind: annotate.ByImport},
		})
	}
	a.Marks.Sort()
	for i := range a.Marks.Relations {
		a.Marks.Relations[i].ID = fmt.Sprintf("r%d", i+1)
	}
	return r.notes, nil
}

// add takes a span in, unless a relation only names one that is there.
func (r *prodigyReader) add(p prodigySpan) error {
	at := prodigyPlace{p.Start, p.End, p.Label}
	if r.ids[at] != "" && (p.ID == "" || r.taken[p.ID]) {
		return nil
	}
	j := jsonSpan{
		ID: p.ID, Start: p.Start, End: p.End, Label: p.Label, State: p.State, Origin: p.Origin,
		Score: p.Score, QuoteType: p.QuoteType, Speaker: p.Speaker,
	}
	if j.State == "" {
		j.State = r.state
	}
	for n := len(r.article.Marks.Spans); j.ID == "" || r.taken[j.ID]; n++ {
		j.ID = fmt.Sprintf("s%d", n+1)
	}
	s, note, err := j.span(jsonArticle{Text: r.article.Document.Text, Offsets: offset.CodePoint}, r.offsets, 0)
	if err != nil {
		return err
	}
	if note != "" {
		r.notes = append(r.notes, note)
	}
	r.taken[s.ID] = true
	if r.ids[at] == "" {
		r.ids[at] = s.ID
	}
	r.article.Marks.Spans = append(r.article.Marks.Spans, s)
	return nil
}

// id returns which of the gathered spans a relation means.
func (r *prodigyReader) id(p prodigySpan) string {
	if r.taken[p.ID] {
		return p.ID
	}
	return r.ids[prodigyPlace{p.Start, p.End, p.Label}]
}
