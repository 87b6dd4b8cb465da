package storage

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Stats counts what a project holds.
type Stats struct {
	Documents  int                       `json:"documents"`
	Bytes      int                       `json:"bytes"`
	Annotators map[string]int            `json:"annotators"` // sheets by annotator
	Status     map[string]int            `json:"status"`     // sheets by status
	Spans      map[string]map[string]int `json:"spans"`      // by label, then by state
	Relations  map[string]map[string]int `json:"relations"`  // by type, then by state
	Changes    int                       `json:"changes"`
}

// Stats counts what the project holds.
func (p *Project) Stats() (Stats, error) {
	s := Stats{}
	err := p.db.QueryRow("SELECT count(*), coalesce(sum(bytes), 0), (SELECT count(*) FROM changes) FROM documents").
		Scan(&s.Documents, &s.Bytes, &s.Changes)
	if err != nil {
		return s, plain(err)
	}
	if s.Annotators, err = p.counts("SELECT annotator, count(*) FROM sheets GROUP BY 1"); err != nil {
		return s, err
	}
	if s.Status, err = p.counts("SELECT status, count(*) FROM sheets GROUP BY 1"); err != nil {
		return s, err
	}
	if s.Spans, err = p.tables("SELECT label, state, count(*) FROM spans GROUP BY 1, 2"); err != nil {
		return s, err
	}
	s.Relations, err = p.tables("SELECT type, state, count(*) FROM relations GROUP BY 1, 2")
	return s, err
}

func (p *Project) counts(query string) (map[string]int, error) {
	out := map[string]int{}
	rows, err := p.db.Query(query)
	_, err = all(rows, err, func(row scanner) (string, error) {
		var name string
		var n int
		err := row.Scan(&name, &n)
		out[name] = n
		return name, err
	})
	return out, err
}

func (p *Project) tables(query string) (map[string]map[string]int, error) {
	out := map[string]map[string]int{}
	rows, err := p.db.Query(query)
	_, err = all(rows, err, func(row scanner) (string, error) {
		var name, state string
		var n int
		err := row.Scan(&name, &state, &n)
		if out[name] == nil {
			out[name] = map[string]int{}
		}
		out[name][state] = n
		return name, err
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
