package suggest

import (
	"errors"
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/entity"
	"github.com/bluepencil/bluepencil/annotate/learn"
	"github.com/bluepencil/bluepencil/annotate/quote"
)

// Set is a data set: articles that were annotated by one policy.
type Set struct {
	Name     string
	Articles []Example
}

// Example is a text with confirmed marks; marks in other states are ignored.
type Example struct {
	Text  string
	Marks annotate.Marks
}

// ErrNothingToLearn says that no article has a confirmed mark.
var ErrNothingToLearn = errors.New("no article has a confirmed mark to learn from")

// Train learns a model from data sets: names from all that have them, and the
// weights of speakers from the articles whose quotes have speakers. What the sets
// say nothing of stays as it is in the built-in model. progress hears what is
// being done, in words; it may be nil. Equal arguments give equal models.
func Train(sets []Set, progress func(string)) (*Model, error) {
	tell := func(format string, args ...any) {
		if progress != nil {
			progress(fmt.Sprintf(format, args...))
		}
	}
	m := *Builtin()
	named := namedSets(sets)
	if len(named) > 0 {
		opt := learn.Defaults()
		opt.Progress = func(epoch, wrong int) {
			tell("names: round %d of %d, %d wrong", epoch+1, opt.Runs*opt.Epochs, wrong)
		}
		var err error
		if m.names, err = entity.Train(named, opt); err != nil {
			return nil, err
		}
	}
	examples := m.spoken(sets)
	if len(named) == 0 && len(examples) == 0 {
		return nil, ErrNothingToLearn
	}
	if len(examples) > 0 {
		m.quotes = quote.Train(examples, func(name string, right float64) { tell("speakers: %s, %.4f", name, right) })
	}
	return &m, nil
}

// namedSets returns the entities of the sets that have any.
func namedSets(sets []Set) []entity.Set {
	var out []entity.Set
	for _, s := range sets {
		set := entity.Set{Name: s.Name}
		some := false
		for _, a := range s.Articles {
			e := entity.Article{Text: a.Text}
			for _, sp := range a.Marks.Spans {
				switch {
				case sp.State != annotate.Confirmed, sp.Label == annotate.Quote, sp.Label == annotate.Cue, sp.Label == annotate.Speaker:
				default:
					e.Entities = append(e.Entities, entity.Entity{Start: sp.Start, End: sp.End, Label: sp.Label})
					some = true
				}
			}
			set.Articles = append(set.Articles, e)
		}
		if some {
			out = append(out, set)
		}
	}
	return out
}

// spoken returns the articles whose quotes have speakers, with the names that
// the model finds in them: what the weights will have to work with.
func (m *Model) spoken(sets []Set) []quote.Example {
	var out []quote.Example
	for _, s := range sets {
		for _, a := range s.Articles {
			e := quote.Example{Text: a.Text, Quotes: known(a.Marks)}
			if len(e.Quotes) == 0 {
				continue
			}
			for _, n := range m.names.Find(a.Text) {
				e.Names = append(e.Names, quote.Name{Start: n.Start, End: n.End, Label: n.Label})
			}
			out = append(out, e)
		}
	}
	return out
}

// known returns the confirmed quotes, if at least one names its speaker.
func known(m annotate.Marks) []quote.Known {
	spans := map[string]annotate.Span{}
	for _, s := range m.Spans {
		if s.State == annotate.Confirmed {
			spans[s.ID] = s
		}
	}
	mention := map[string]quote.Range{}
	for _, r := range m.Relations {
		if s, ok := spans[r.To]; ok && r.Type == annotate.SpeakerOf {
			mention[r.From] = quote.Range{Start: s.Start, End: s.End}
		}
	}
	var out []quote.Known
	named := false
	for _, s := range m.Spans {
		if s.Label != annotate.Quote || s.State != annotate.Confirmed {
			continue
		}
		k := quote.Known{Start: s.Start, End: s.End, Speaker: s.Speaker}
		if at, ok := mention[s.ID]; ok {
			k.Mention = &at
		}
		named = named || s.Speaker != ""
		out = append(out, k)
	}
	if !named {
		return nil
	}
	return out
}
