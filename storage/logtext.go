package storage

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/bluepencil/bluepencil/annotate"
)

// The marks of a change as they stand in the log: compact JSON with names of its
// own, so that the log of an old project is read whatever becomes of the types
// of package annotate.
type (
	logMarks struct {
		Status    string        `json:"status,omitempty"`
		Spans     []logSpan     `json:"spans,omitempty"`
		Relations []logRelation `json:"relations,omitempty"`
	}
	logSpan struct {
		ID        string    `json:"id"`
		Start     int       `json:"start"` // bytes
		End       int       `json:"end"`
		Label     string    `json:"label"`
		State     string    `json:"state"`
		Origin    logOrigin `json:"origin"`
		Score     float64   `json:"score,omitempty"`
		QuoteType string    `json:"quote_type,omitempty"`
		Speaker   string    `json:"speaker,omitempty"`
		Reason    string    `json:"reason,omitempty"`
		Meta      string    `json:"meta,omitempty"` // a string, to keep its very bytes
	}
	logRelation struct {
		ID     string    `json:"id"`
		Type   string    `json:"type"`
		From   string    `json:"from"`
		To     string    `json:"to"`
		State  string    `json:"state"`
		Origin logOrigin `json:"origin"`
		Score  float64   `json:"score,omitempty"`
		Reason string    `json:"reason,omitempty"`
		Meta   string    `json:"meta,omitempty"`
	}
	logOrigin struct {
		Kind    string    `json:"kind"`
		Name    string    `json:"name,omitempty"`
		Version string    `json:"version,omitempty"`
		At      time.Time `json:"at,omitzero"`
	}
)

func toLogOrigin(o annotate.Origin) logOrigin {
	return logOrigin{string(o.Kind), o.Name, o.Version, o.At.UTC()}
}

func (o logOrigin) origin() annotate.Origin {
	return annotate.Origin{Kind: annotate.OriginKind(o.Kind), Name: o.Name, Version: o.Version, At: o.At}
}

// marksText writes marks for the log.
func marksText(m annotate.Marks) (string, error) {
	out := logMarks{Status: string(m.Status)}
	for _, s := range m.Spans {
		meta, err := metaText(s.Meta)
		if err != nil {
			return "", fmt.Errorf("span %q: %w", s.ID, err)
		}
		out.Spans = append(out.Spans, logSpan{
			s.ID, s.Start, s.End, s.Label, string(s.State), toLogOrigin(s.Origin),
			s.Score, s.QuoteType, s.Speaker, s.Reason, meta,
		})
	}
	for _, r := range m.Relations {
		meta, err := metaText(r.Meta)
		if err != nil {
			return "", fmt.Errorf("relation %q: %w", r.ID, err)
		}
		out.Relations = append(out.Relations, logRelation{
			r.ID, r.Type, r.From, r.To, string(r.State), toLogOrigin(r.Origin), r.Score, r.Reason, meta,
		})
	}
	raw, err := json.Marshal(out)
	return string(raw), err
}

// textMarks reads marks of the log.
func textMarks(text string) (annotate.Marks, error) {
	var in logMarks
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return annotate.Marks{}, fmt.Errorf("the log: %w (%w)", ErrDamaged, err)
	}
	m := annotate.Marks{Status: annotate.Status(in.Status)}
	for _, s := range in.Spans {
		meta, err := textMeta(s.Meta)
		if err != nil {
			return m, err
		}
		m.Spans = append(m.Spans, annotate.Span{
			ID: s.ID, Start: s.Start, End: s.End, Label: s.Label, State: annotate.State(s.State), Origin: s.Origin.origin(),
			Score: s.Score, QuoteType: s.QuoteType, Speaker: s.Speaker, Reason: s.Reason, Meta: meta,
		})
	}
	for _, r := range in.Relations {
		meta, err := textMeta(r.Meta)
		if err != nil {
			return m, err
		}
		m.Relations = append(m.Relations, annotate.Relation{
			ID: r.ID, Type: r.Type, From: r.From, To: r.To, State: annotate.State(r.State), Origin: r.Origin.origin(),
			Score: r.Score, Reason: r.Reason, Meta: meta,
		})
	}
	return m, nil
}
