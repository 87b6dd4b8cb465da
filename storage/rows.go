package storage

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// The columns of marks, in the order in which they are read and written.
const (
	spanColumns = "id, start_byte, end_byte, label, state, origin, origin_name, origin_version, origin_at, score, quote_type, speaker, reason, meta"
	linkColumns = "id, type, from_span, to_span, state, origin, origin_name, origin_version, origin_at, score, reason, meta"
)

// Writing marks. A mark is taken away only where every column is as expected.
const (
	putSpan = "INSERT INTO spans (sheet, " + spanColumns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
	putLink = "INSERT INTO relations (sheet, " + linkColumns + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"

	dropSpan = `DELETE FROM spans WHERE sheet = $1 AND id = $2 AND start_byte = $3 AND end_byte = $4 AND label = $5
		AND state = $6 AND origin = $7 AND origin_name = $8 AND origin_version = $9 AND origin_at = $10
		AND score = $11 AND quote_type = $12 AND speaker = $13 AND reason = $14 AND meta = $15`
	dropLink = `DELETE FROM relations WHERE sheet = $1 AND id = $2 AND type = $3 AND from_span = $4 AND to_span = $5
		AND state = $6 AND origin = $7 AND origin_name = $8 AND origin_version = $9 AND origin_at = $10
		AND score = $11 AND reason = $12 AND meta = $13`
)

// scanner is a row, or one of many.
type scanner interface{ Scan(dest ...any) error }

// queryer is what reads: the pool, or a snapshot of the file at one moment.
type queryer interface {
	Query(query string, args ...any) (*sql.Rows, error)
	QueryRow(query string, args ...any) *sql.Row
}

// markReader reads rows of marks. Marks that came together have one time, which
// is parsed once.
type markReader struct {
	text string
	time time.Time
}

func (m *markReader) at(text string) (time.Time, error) {
	if text == m.text {
		return m.time, nil
	}
	t, err := textTime(text)
	if err == nil {
		m.text, m.time = text, t
	}
	return t, err
}

func (m *markReader) span(row scanner) (annotate.Span, error) {
	var s annotate.Span
	var state, origin, at, meta string
	err := row.Scan(&s.ID, &s.Start, &s.End, &s.Label, &state, &origin, &s.Origin.Name,
		&s.Origin.Version, &at, &s.Score, &s.QuoteType, &s.Speaker, &s.Reason, &meta)
	if err != nil {
		return s, err
	}
	s.State, s.Origin.Kind = annotate.State(state), annotate.OriginKind(origin)
	if s.Origin.At, err = m.at(at); err != nil {
		return s, err
	}
	s.Meta, err = textMeta(meta)
	return s, err
}

func spanArgs(sheet int64, s annotate.Span) ([]any, error) {
	meta, err := metaText(s.Meta)
	if err == nil && !valid(s.ID, s.Label, s.Origin.Name, s.Origin.Version, s.QuoteType, s.Speaker, s.Reason, meta) {
		err = errNotUTF8
	}
	if err != nil {
		return nil, fmt.Errorf("span %q: %w", s.ID, err)
	}
	return []any{
		sheet, s.ID, s.Start, s.End, s.Label, string(s.State), string(s.Origin.Kind), s.Origin.Name,
		s.Origin.Version, timeText(s.Origin.At), s.Score, s.QuoteType, s.Speaker, s.Reason, meta,
	}, nil
}

func (m *markReader) relation(row scanner) (annotate.Relation, error) {
	var r annotate.Relation
	var state, origin, at, meta string
	err := row.Scan(&r.ID, &r.Type, &r.From, &r.To, &state, &origin, &r.Origin.Name,
		&r.Origin.Version, &at, &r.Score, &r.Reason, &meta)
	if err != nil {
		return r, err
	}
	r.State, r.Origin.Kind = annotate.State(state), annotate.OriginKind(origin)
	if r.Origin.At, err = m.at(at); err != nil {
		return r, err
	}
	r.Meta, err = textMeta(meta)
	return r, err
}

func relationArgs(sheet int64, r annotate.Relation) ([]any, error) {
	meta, err := metaText(r.Meta)
	if err == nil && !valid(r.ID, r.Type, r.From, r.To, r.Origin.Name, r.Origin.Version, r.Reason, meta) {
		err = errNotUTF8
	}
	if err != nil {
		return nil, fmt.Errorf("relation %q: %w", r.ID, err)
	}
	return []any{
		sheet, r.ID, r.Type, r.From, r.To, string(r.State), string(r.Origin.Kind), r.Origin.Name,
		r.Origin.Version, timeText(r.Origin.At), r.Score, r.Reason, meta,
	}, nil
}

// errNotUTF8 refuses what the JSON of the log could not hold as it is.
var errNotUTF8 = fmt.Errorf("not valid UTF-8: %w", annotate.ErrInvalidMark)

func valid(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return !utf8.ValidString(s) })
}

// metaText writes further fields as a JSON object in which every value keeps
// its very bytes, which json.Marshal would not do: a mark must be equal to
// itself when it comes back.
func metaText(m annotate.Meta) (string, error) {
	if len(m) == 0 {
		return "", nil
	}
	var b bytes.Buffer
	sep := byte('{')
	for _, key := range slices.Sorted(maps.Keys(m)) {
		name, err := json.Marshal(key)
		if err != nil || !json.Valid(m[key]) {
			return "", fmt.Errorf("the value of %q is not JSON: %w", key, annotate.ErrInvalidMark)
		}
		b.WriteByte(sep)
		sep = ','
		b.Write(name)
		b.WriteByte(':')
		b.Write(m[key])
	}
	b.WriteByte('}')
	return b.String(), nil
}

func textMeta(s string) (annotate.Meta, error) {
	if s == "" {
		return nil, nil
	}
	var m annotate.Meta
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return nil, fmt.Errorf("further fields: %w (%w)", ErrDamaged, err)
	}
	return m, nil
}

// all reads every row of a query.
func all[T any](rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	return allOf(0, rows, err, scan)
}

// allOf is all, where about n rows are expected.
func allOf[T any](n int, rows *sql.Rows, err error, scan func(scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, plain(err)
	}
	defer rows.Close()
	out := make([]T, 0, min(n, 1<<20)) // n may come from a damaged file
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, plain(err)
		}
		out = append(out, v)
	}
	return out, plain(rows.Err())
}

// texts reads the one column of a query.
func texts(q queryer, query string, args ...any) ([]string, error) {
	rows, err := q.Query(query, args...)
	return all(rows, err, func(row scanner) (string, error) {
		var s string
		err := row.Scan(&s)
		return s, err
	})
}
