package storage

import (
	"strings"
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

func TestCheck_findsDamageThatSQLiteDoesNotSee(t *testing.T) {
	damage := map[string]string{
		"a span past the end":    "UPDATE spans SET end_byte = 100000 WHERE id = (SELECT min(id) FROM spans)",
		"a span moved":           "UPDATE spans SET label = 'OTHER' WHERE id = (SELECT min(id) FROM spans)",
		"a text changed":         "UPDATE texts SET text = text || 'x' WHERE document = 1",
		"a count wrong":          "UPDATE sheets SET suggested = suggested + 1",
		"a stack wrong":          "UPDATE changes SET stack = NULL WHERE seq = (SELECT max(seq) FROM changes WHERE stack = 'undo')",
		"a line of the log cut":  "UPDATE changes SET after = substr(after, 1, 10) WHERE seq = 2",
		"a span cut in a letter": "UPDATE spans SET start_byte = 8, end_byte = 12 WHERE id = (SELECT min(id) FROM spans)",
		"a length wrong":         "UPDATE documents SET bytes = bytes + 1",
		"a span unbound":         "PRAGMA foreign_keys = off; DELETE FROM sheets WHERE seq = 1",
		"a line of the log gone": "DELETE FROM changes WHERE seq = (SELECT min(seq) FROM changes)",
	}
	for name, query := range damage {
		t.Run(name, func(t *testing.T) {
			p, _, _ := played(t, 13, 60)
			if _, err := p.pen.Exec(query); err != nil {
				t.Fatal(err)
			}
			problems, err := p.Check()
			if err != nil || len(problems) == 0 || problems[0].String() == "" {
				t.Errorf("found %v, %v", problems, err)
			}
		})
	}
}

func TestCheck_goesOnAfterAFault(t *testing.T) {
	p, _, s := played(t, 22, 200)
	if len(s.docs) < 3 {
		t.Fatal("the script made too few articles")
	}
	if _, err := p.pen.Exec("UPDATE documents SET meta = 'x' WHERE seq IN (1, 3)"); err != nil {
		t.Fatal(err)
	}
	problems, err := p.Check()
	if err != nil || len(problems) != 2 || problems[0].Document != s.docs[0] || problems[1].Document != s.docs[2] {
		t.Errorf("found %v, %v", problems, err)
	}
}

func TestStats_countWhatThereIs(t *testing.T) {
	p, _, s := played(t, 23, 200)
	if err := p.Add(annotate.Document{ID: "untouched", Text: "äö"}); err != nil {
		t.Fatal(err)
	}
	got, err := p.Stats()
	if err != nil {
		t.Fatal(err)
	}
	spans, relations, sheets, size := 0, 0, 0, len("äö")
	for _, id := range s.docs {
		size += len(s.sheets[pair{id, "ed"}].Text())
	}
	for _, sheet := range s.sheets {
		spans += sheet.Len()
		relations += len(sheet.Relations())
	}
	sum := func(table map[string]map[string]int) (n int) {
		for _, row := range table {
			for _, m := range row {
				n += m
			}
		}
		return n
	}
	for _, n := range got.Annotators {
		sheets += n
	}
	status := 0
	for _, n := range got.Status {
		status += n
	}
	if got.Documents != len(s.docs)+1 || got.Bytes != size || got.Changes != s.step-len(s.docs) {
		t.Errorf("got %+v", got)
	}
	if sum(got.Spans) != spans || sum(got.Relations) != relations || status != sheets+1 {
		t.Errorf("got %+v, want %d spans, %d relations, %d statuses", got, spans, relations, sheets+1)
	}
	if text := got.String(); !strings.Contains(text, annotate.Quote) || !strings.Contains(text, annotate.SpeakerOf) {
		t.Errorf("the table leaves something out:\n%s", text)
	}
}
