package storage

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Stats counts what a project holds.
type Stats struct {
	Documents  int                       `json:"documents"`
	Bytes      int                       `json:"bytes"`      // of text
	Annotators map[string]int            `json:"annotators"` // sheets by annotator
	Status     map[string]int            `json:"status"`     // sheets by status; an article without any counts as todo
	Spans      map[string]map[string]int `json:"spans"`      // by label, then by state
	Relations  map[string]map[string]int `json:"relations"`  // by type, then by state
	Changes    int                       `json:"changes"`
}

// Stats counts what the project holds at this moment.
func (p *Project) Stats() (Stats, error) {
	var s Stats
	err := p.snapshot(func(tx *sql.Tx) (err error) {
		s, err = stats(tx)
		return err
	})
	return s, err
}

func stats(q queryer) (Stats, error) {
	var s Stats
	err := q.QueryRow("SELECT count(*), coalesce(sum(bytes), 0), (SELECT count(*) FROM changes) FROM documents").
		Scan(&s.Documents, &s.Bytes, &s.Changes)
	if err != nil {
		return s, err
	}
	if s.Annotators, err = counts(q, "SELECT annotator, count(*) FROM sheets GROUP BY annotator"); err != nil {
		return s, err
	}
	s.Status, err = counts(q, `SELECT coalesce(s.status, 'todo'), count(*)
		FROM documents d LEFT JOIN sheets s ON s.document = d.seq GROUP BY coalesce(s.status, 'todo')`)
	if err != nil {
		return s, err
	}
	if s.Spans, err = tables(q, "SELECT label, state, count(*) FROM spans GROUP BY label, state"); err != nil {
		return s, err
	}
	s.Relations, err = tables(q, "SELECT type, state, count(*) FROM relations GROUP BY type, state")
	return s, err
}

func counts(q queryer, query string) (map[string]int, error) {
	out := map[string]int{}
	rows, err := q.Query(query)
	_, err = all(rows, err, func(row scanner) (struct{}, error) {
		var name string
		var n int
		err := row.Scan(&name, &n)
		out[name] = n
		return struct{}{}, err
	})
	return out, err
}

func tables(q queryer, query string) (map[string]map[string]int, error) {
	out := map[string]map[string]int{}
	rows, err := q.Query(query)
	_, err = all(rows, err, func(row scanner) (struct{}, error) {
		var name, state string
		var n int
		err := row.Scan(&name, &state, &n)
		if out[name] == nil {
			out[name] = map[string]int{}
		}
		out[name][state] = n
		return struct{}{}, err
	})
	return out, err
}

// String writes the counts as a table for people.
func (s Stats) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "articles    %8d  (%d bytes of text)\nchanges     %8d\n", s.Documents, s.Bytes, s.Changes)
	for _, name := range slices.Sorted(maps.Keys(s.Annotators)) {
		fmt.Fprintf(&b, "annotator   %8d  %s\n", s.Annotators[name], name)
	}
	for _, name := range slices.Sorted(maps.Keys(s.Status)) {
		fmt.Fprintf(&b, "status      %8d  %s\n", s.Status[name], name)
	}
	table := func(title string, rows map[string]map[string]int) {
		if len(rows) == 0 {
			return
		}
		fmt.Fprintf(&b, "\n%-14s %10s %10s %10s\n", title, "suggested", "confirmed", "rejected")
		for _, name := range slices.Sorted(maps.Keys(rows)) {
			n := rows[name]
			fmt.Fprintf(&b, "%-14s %10d %10d %10d\n", name, n["suggested"], n["confirmed"], n["rejected"])
		}
	}
	table("label", s.Spans)
	table("relation", s.Relations)
	return strings.TrimRight(b.String(), "\n")
}
