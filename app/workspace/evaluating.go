package workspace

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/google/uuid"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/agreement"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// ErrNoGold says that nothing was given to measure against.
var ErrNoGold = errors.New("no article has a confirmed mark")

// EvaluateOptions steer [Evaluate].
type EvaluateOptions struct {
	// Suggest gives the marks that are measured; nil means the program's own
	// suggesters. It is called from several goroutines.
	Suggest  func(text string) annotate.Marks
	Labels   []string              // what to score; nil means what the gold annotates
	Jobs     int                   // articles worked on at the same time; at least 1
	Note     func(Note)            // hears what the user should know
	Fault    func(error)           // hears what could not be read; the rest goes on
	Progress func(done, total int) // hears how far it is; may be nil
}

// Evaluation is how well suggestions agree with a gold set.
type Evaluation struct {
	Scheme   agreement.Scheme
	Total    Score
	Articles []EvaluatedArticle // in the order in which they were read
}

// EvaluatedArticle is the result for one article.
type EvaluatedArticle struct {
	Name string // where to find it: its file, or its id in a stream
	Text string
	agreement.Report
}

// Evaluate reads gold, suggests marks for its texts, and compares. All that is
// given is one gold set: what it annotates anywhere is scored everywhere.
// Articles that nobody has marked are left out, with a note. Equal input gives an
// equal result, whatever the number of jobs. The path "-" stands for in. The
// only error is ErrNoGold.
func Evaluate(in io.Reader, paths []string, o EvaluateOptions) (Evaluation, error) {
	var gold []formats.Article
	var census agreement.Census
	for r := range readAll(paths, in) {
		for _, n := range r.Notes {
			o.Note(n)
		}
		if r.Err != nil {
			o.Fault(r.Err)
			continue
		}
		if !isGold(r.Article) {
			o.Note(Note{Source: nameOf(r.Article), Text: "nobody has marked it, so that nothing is measured on it"})
			continue
		}
		census.Add(r.Article.Marks)
		gold = append(gold, r.Article)
	}
	var e Evaluation
	e.Scheme = census.Scheme(KnownLabels())
	if len(o.Labels) > 0 {
		e.Scheme = e.Scheme.Only(o.Labels)
	}
	if len(e.Scheme.Labels) == 0 || len(gold) == 0 {
		return e, ErrNoGold
	}
	e.Articles = make([]EvaluatedArticle, len(gold))
	evaluateEach(gold, e, o)
	for _, a := range e.Articles {
		e.Total.Add(a.Score)
	}
	return e, nil
}

// isGold reports whether somebody has marked an article, be it with nothing at
// all: pages beside a corpus, and articles that wait in a project, are no gold.
func isGold(a formats.Article) bool {
	if slices.ContainsFunc(a.Marks.Spans, func(s annotate.Span) bool { return s.State == annotate.Confirmed }) {
		return true
	}
	switch a.Marks.Status {
	case annotate.Done:
		return true
	case annotate.Todo, annotate.Doing, annotate.Skipped:
		return false
	}
	switch strings.ToLower(filepath.Ext(a.Document.Source)) {
	case ".marked", ".jsonl", ".ndjson", ".json":
		return true
	}
	return a.Document.ID != "" || a.Document.Source == "-"
}

// evaluateEach fills e.Articles, some at the same time.
func evaluateEach(gold []formats.Article, e Evaluation, o EvaluateOptions) {
	if o.Suggest == nil {
		o.Suggest = suggest.Article
	}
	var wg sync.WaitGroup
	todo, done := make(chan int), make(chan struct{})
	for range max(o.Jobs, 1) {
		wg.Go(func() {
			for i := range todo {
				text := gold[i].Document.Text
				e.Articles[i] = EvaluatedArticle{
					Name: nameOf(gold[i]), Text: text,
					Report: e.Scheme.Compare(text, gold[i].Marks, o.Suggest(text)),
				}
				done <- struct{}{}
			}
		})
	}
	go func() {
		for i := range gold {
			todo <- i
		}
		close(todo)
	}()
	for n := range gold {
		<-done
		if o.Progress != nil {
			o.Progress(n+1, len(gold))
		}
	}
	wg.Wait()
}

// KnownLabels returns the labels that the suggesters give, in their order.
func KnownLabels() []string {
	var names []string
	for _, l := range annotate.DefaultLabels() {
		names = append(names, l.Name)
	}
	return names
}

// nameOf returns by what name an article of a gold set is found again. An id
// that a program made says nothing to people.
func nameOf(a formats.Article) string {
	d := a.Document
	switch {
	case d.ID != "" && uuid.Validate(d.ID) != nil:
		return d.ID
	case d.Source != "":
		return d.Source
	}
	return fmt.Sprintf("%q", d.Title)
}
