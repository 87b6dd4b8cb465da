package workspace

import (
	"encoding/hex"
	"io"
	"iter"
	"strconv"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// foreign is what the user is told about a text that is not English.
const foreign = "the language was not recognized as English, and nothing was suggested"

// SuggestOptions steer [SuggestFiles].
type SuggestOptions struct {
	Format Format
	Unit   Unit
	Model  *Model      // nil means the built-in one
	Jobs   int         // articles worked on at the same time; at least 1
	Note   func(Note)  // hears what the user should know
	Fault  func(error) // hears what could not be read; the rest goes on
}

// SuggestFiles reads articles, adds suggestions and writes them to w, one line
// an article, in the order given. The path "-" stands for in. Equal input gives
// equal bytes, whatever the number of jobs. The error is one of writing.
func SuggestFiles(w io.Writer, in io.Reader, paths []string, o SuggestOptions) error {
	stop := make(chan struct{})
	defer close(stop)
	// A queue of promises keeps the order; its length bounds what is in flight.
	queue := make(chan chan formats.Result, max(o.Jobs, 1))
	go func() {
		defer close(queue)
		for r := range readAll(paths, in) {
			promise := make(chan formats.Result, 1)
			select {
			case queue <- promise:
			case <-stop:
				return
			}
			go func() { promise <- suggested(r, o.Model) }()
		}
	}()
	return formats.Write(w, o.Format, o.Unit, func(yield func(formats.Article, error) bool) {
		for promise := range queue {
			r := <-promise
			for _, n := range r.Notes {
				o.Note(n)
			}
			if r.Err != nil {
				o.Fault(r.Err)
				continue
			}
			if !yield(r.Article, nil) {
				return
			}
		}
	})
}

func readAll(paths []string, in io.Reader) iter.Seq[formats.Result] {
	return func(yield func(formats.Result) bool) {
		for _, path := range paths {
			from := formats.ReadFile(path)
			if path == "-" {
				from = formats.Read("-", in)
			}
			for r := range from {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// suggested adds suggestions to an article. Marks that it came with stay.
func suggested(r formats.Result, m *Model) formats.Result {
	if r.Err != nil {
		return r
	}
	if m == nil {
		m = suggest.Builtin()
	}
	doc := &r.Article.Document
	doc.SHA256 = annotate.Hash(doc.Text)
	if doc.ID == "" {
		doc.ID = idOf(doc.SHA256)
	}
	if !suggest.English(doc.Text) {
		r.Notes = append(r.Notes, formats.Note{Source: doc.Source, Text: foreign})
	}
	r.Article.Marks = joined(r.Article.Marks, m.Article(doc.Text))
	return r
}

// idOf returns the id of an article that belongs to no project: a UUID of the
// kind that an application may derive itself (RFC 9562, version 8), made of the
// text's SHA-256, so that equal articles have equal ids.
func idOf(sha256 string) string {
	raw, err := hex.DecodeString(sha256)
	if err != nil || len(raw) < 16 {
		return sha256
	}
	id := uuid.UUID(raw[:16])
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

// joined adds suggestions to marks. A suggestion on a place that has the label
// already is left out; ids that are taken get another number.
func joined(have, more annotate.Marks) annotate.Marks {
	if len(have.Spans) == 0 {
		more.Status = have.Status
		return more
	}
	taken := map[string]bool{}
	places := map[place]string{}
	for _, sp := range have.Spans {
		taken[sp.ID] = true
		places[place{sp.Start, sp.End, sp.Label}] = sp.ID
	}
	for _, r := range have.Relations {
		taken[r.ID] = true
	}
	free := func(id string) string {
		for n := 1; taken[id]; n++ {
			id = "s" + strconv.Itoa(n)
		}
		taken[id] = true
		return id
	}
	ids, old := map[string]string{}, map[string]bool{}
	for _, sp := range more.Spans {
		if id, ok := places[place{sp.Start, sp.End, sp.Label}]; ok {
			ids[sp.ID], old[sp.ID] = id, true
			continue
		}
		id := free(sp.ID)
		ids[sp.ID], sp.ID = id, id
		have.Spans = append(have.Spans, sp)
	}
	for _, r := range more.Relations {
		if !old[r.From] {
			r.ID, r.From, r.To = free(r.ID), ids[r.From], ids[r.To]
			have.Relations = append(have.Relations, r)
		}
	}
	have.Sort()
	return have
}
