package annotate

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// script reads a change from fuzzed bytes, four to a step, so that good and bad
// steps of every kind come up.
type script struct {
	data  []byte
	sheet *Sheet
}

func (s *script) next() int {
	if len(s.data) == 0 {
		return 0
	}
	b := s.data[0]
	s.data = s.data[1:]
	return int(b)
}

func (s *script) change() Change {
	c := Change{ID: "x", Verb: VerbLabel}
	spans, relations := s.sheet.Spans(), s.sheet.Relations()
	for range 1 + s.next()%3 {
		switch kind := s.next(); kind % 7 {
		case 0, 1:
			start := s.next() % (len(article) + 2)
			c.After.Spans = append(c.After.Spans, span(strconv.Itoa(s.next()%40), start, start+s.next()%20, Person))
		case 2:
			if len(spans) > 0 {
				c.Before.Spans = append(c.Before.Spans, spans[s.next()%len(spans)])
			}
		case 3:
			if len(spans) > 0 {
				sp := spans[s.next()%len(spans)]
				c.Before.Spans = append(c.Before.Spans, sp)
				sp.Label, sp.End, sp.Score = Org, sp.End+s.next()%5, float64(kind)/256
				c.After.Spans = append(c.After.Spans, sp)
			}
		case 4:
			from, to := strconv.Itoa(s.next()%40), strconv.Itoa(s.next()%40)
			c.After.Relations = append(c.After.Relations, relation(strconv.Itoa(s.next()%40), SpeakerOf, from, to))
		case 5:
			if len(relations) > 0 {
				c.Before.Relations = append(c.Before.Relations, relations[s.next()%len(relations)])
			}
		case 6:
			c.Before.Status = []Status{"", Todo, Doing, s.sheet.Status()}[s.next()%4]
			c.After.Status = []Status{"", Todo, Doing, Done, Skipped, "?"}[s.next()%6]
		}
	}
	return c
}

func FuzzSheetApply(f *testing.F) {
	f.Add([]byte("a quote, its cue and its speaker"))
	f.Add([]byte{0, 0, 0, 1, 13, 0, 0, 19, 2, 7, 0, 4, 1, 2, 3, 0, 2, 0, 0, 5, 0})
	f.Add([]byte{2, 0, 3, 1, 10, 1, 3, 2, 10, 0, 3, 0, 3, 0, 6, 3, 3})
	f.Fuzz(func(t *testing.T, data []byte) {
		s := NewSheet(article)
		in := script{data, s}
		var done []Change
		var before []Marks
		for step := 0; step < 50 && len(in.data) > 0; step++ {
			c, was := in.change(), s.Marks()
			if err := s.Apply(c); err != nil {
				if now := s.Marks(); !now.Equal(was) {
					t.Fatalf("refused (%v), but changed: %s", err, cmp.Diff(was, now))
				}
				continue
			}
			done, before = append(done, c), append(before, was)
			checkSheet(t, s)
			start := in.next() % len(article)
			checkPlaces(t, s, start, start+1)
		}
		for i := len(done) - 1; i >= 0; i-- {
			if err := s.Apply(done[i].Inverse()); err != nil {
				t.Fatalf("the inverse of change %d: %v", i, err)
			}
			if now := s.Marks(); !now.Equal(before[i]) {
				t.Fatalf("the inverse of change %d does not lead back: %s", i, cmp.Diff(before[i], now))
			}
		}
	})
}
