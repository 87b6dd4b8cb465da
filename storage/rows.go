package storage

import (
	"database/sql"
	"encoding/json"

	"github.com/bluepencil/bluepencil/annotate"
)

// The columns of marks, in the order in which they are scanned and written.
const (
	spanColumns = "id, start_byte, end_byte, label, state, origin, origin_name, origin_version, origin_at, score, quote_type, speaker, reason, meta"
	linkColumns = "id, type, from_span, to_span, state, origin, origin_name, origin_version, origin_at, score, reason, meta"
)

type scanner interface{ Scan(dest ...any) error }

func scanSpan(row scanner) (annotate.Span, error) {
	var s annotate.Span
	var at, meta string
	err := row.Scan(&s.ID, &s.Start, &s.End, &s.Label, &s.State, &s.Origin.Kind, &s.Origin.Name,
		&s.Origin.Version, &at, &s.Score, &s.QuoteType, &s.Speaker, &s.Reason, &meta)
	if err != nil {
		return s, err
	}
	if s.Origin.At, err = textTime(at); err != nil {
		return s, err
	}
	s.Meta, err = textMeta(meta)
	return s, err
}

func spanArgs(s annotate.Span) ([]any, error) {
	meta, err := metaText(s.Meta)
	return []any{
		s.ID, s.Start, s.End, s.Label, s.State, s.Origin.Kind, s.Origin.Name,
		s.Origin.Version, timeText(s.Origin.At), s.Score, s.QuoteType, s.Speaker, s.Reason, meta,
	}, err
}

func scanRelation(row scanner) (annotate.Relation, error) {
	var r annotate.Relation
	var at, meta string
	err := row.Scan(&r.ID, &r.Type, &r.From, &r.To, &r.State, &r.Origin.Kind, &r.Origin.Name,
		&r.Origin.Version, &at, &r.Score, &r.Reason, &meta)
	if err != nil {
		return r, err
	}
	if r.Origin.At, err = textTime(at); err != nil {
		return r, err
	}
	r.Meta, err = textMeta(meta)
	return r, err
}

func relationArgs(r annotate.Relation) ([]any, error) {
	meta, err := metaText(r.Meta)
	return []any{
		r.ID, r.Type, r.From, r.To, r.State, r.Origin.Kind, r.Origin.Name,
		r.Origin.Version, timeText(r.Origin.At), r.Score, r.Reason, meta,
	}, err
}

func metaText(m annotate.Meta) (string, error) {
	if len(m) == 0 {
		return "", nil
	}
	raw, err := json.Marshal(m)
	return string(raw), err
}

func textMeta(s string) (annotate.Meta, error) {
	if s == "" {
		return nil, nil
	}
	var m annotate.Meta
	err := json.Unmarshal([]byte(s), &m)
	return m, err
}

// all scans every row of a query.
func all[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, plain(err)
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, plain(err)
		}
		out = append(out, v)
	}
	return out, plain(rows.Err())
}
