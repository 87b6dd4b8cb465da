package storage

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
)

// Budgets on a laptop: one accept within 10 ms, a queue of 100,000 articles
// within half a second, a project of that size open within two.

// fill stores n invented articles in one transaction.
func fill(b *testing.B, p *Project, n int) []string {
	b.Helper()
	var ids []string
	err := p.write(func(tx *sql.Tx) error {
		for i := range n {
			text := strings.Repeat(scriptText, 8) + fmt.Sprint(i)
			d := annotate.Document{
				ID: uuid.Must(uuid.NewV7()).String(), Title: fmt.Sprintf("Bridge to close, part %d", i), Text: text,
				Source: fmt.Sprintf("/articles/%06d.txt", i), SHA256: annotate.Hash(text),
			}
			ids = append(ids, d.ID)
			if err := add(tx, d, time.Now(), nil); err != nil {
				return err
			}
			c := annotate.Change{ID: "status-" + d.ID, DocumentID: d.ID, Verb: annotate.VerbStatus, By: "ed"}
			c.Before.Status, c.After.Status = annotate.Todo, annotate.Doing
			if err := record(tx, "ed", c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return ids
}

func crowd(doc string, n int) annotate.Change {
	c := annotate.Change{ID: "crowd", DocumentID: doc, Verb: annotate.VerbSuggest, By: "rule"}
	for i := range n {
		c.After.Spans = append(c.After.Spans, annotate.Span{
			ID: fmt.Sprintf("0190b3a2-0000-7000-8000-%012d", i), Start: 10 * i, End: 10*i + 9, Label: "PERSON", State: annotate.Suggested,
			Origin: annotate.Origin{Kind: annotate.ByRule, Name: "names", Version: "1", At: time.Unix(1_700_000_000, 0)}, Score: 0.5, Reason: "a first name",
		})
	}
	return c
}

func crowded(b *testing.B, n int) (*Project, annotate.Change) {
	b.Helper()
	p, _ := newProject(b)
	text := strings.Repeat("Ana Roy x ", n)
	if err := p.Add(annotate.Document{ID: "crowded", Text: text, SHA256: annotate.Hash(text)}); err != nil {
		b.Fatal(err)
	}
	c := crowd("crowded", n)
	if err := p.Record("ed", c); err != nil {
		b.Fatal(err)
	}
	return p, c
}

func BenchmarkRecord_acceptInACrowdedArticle(b *testing.B) {
	p, all := crowded(b, 20_000)
	i := 0
	for b.Loop() {
		was := all.After.Spans[i%20_000]
		now := was
		now.State = annotate.Confirmed
		if i/20_000%2 == 1 {
			was, now = now, was
		}
		c := annotate.Change{
			ID: fmt.Sprint("accept", i), DocumentID: "crowded", Verb: annotate.VerbAccept, By: "ed",
			Before: annotate.Marks{Spans: []annotate.Span{was}}, After: annotate.Marks{Spans: []annotate.Span{now}},
		}
		if err := p.Record("ed", c); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkSheet_20kSpans(b *testing.B) {
	p, _ := crowded(b, 20_000)
	for b.Loop() {
		if s, err := p.Sheet("crowded", "ed"); err != nil || s.Len() != 20_000 {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecord_20kSpansAtOnce(b *testing.B) {
	for b.Loop() {
		crowded(b, 20_000)
	}
}

func BenchmarkAdd(b *testing.B) {
	p, _ := newProject(b)
	i := 0
	for b.Loop() {
		text := fmt.Sprint(scriptText, i)
		if err := p.Add(annotate.Document{ID: fmt.Sprint("doc", i), Text: text, SHA256: annotate.Hash(text)}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func Benchmark_100kArticles(b *testing.B) {
	path := filepath.Join(b.TempDir(), "large.bluepencil")
	p, err := Create(path, annotate.DefaultLabels())
	if err != nil {
		b.Fatal(err)
	}
	ids := fill(b, p, 100_000)
	b.Run("Entries", func(b *testing.B) {
		for b.Loop() {
			if e, err := p.Entries("ed"); err != nil || len(e) != 100_000 {
				b.Fatal(err)
			}
		}
	})
	b.Run("Sheet", func(b *testing.B) {
		for b.Loop() {
			if _, err := p.Sheet(ids[70_000], "ed"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("LastUndoable", func(b *testing.B) {
		for b.Loop() {
			if _, ok, err := p.LastUndoable("ed"); err != nil || !ok {
				b.Fatal(err)
			}
		}
	})
	b.Run("Backup", func(b *testing.B) {
		n := 0
		for b.Loop() {
			n++
			if err := p.Backup(filepath.Join(b.TempDir(), fmt.Sprint(n, ".bluepencil"))); err != nil {
				b.Fatal(err)
			}
		}
	})
	if err := p.keepBackup(false, time.Now()); err != nil { // the day's, so that opening need not
		b.Fatal(err)
	}
	if err := p.Close(); err != nil {
		b.Fatal(err)
	}
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			p, err := Open(path)
			if err != nil {
				b.Fatal(err)
			}
			if err := p.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
