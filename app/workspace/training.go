package workspace

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/annotate/offset"
	"github.com/bluepencil/bluepencil/annotate/suggest"
	"github.com/bluepencil/bluepencil/storage"
	"github.com/bluepencil/bluepencil/storage/formats"
)

// Model is what the suggesters have learned.
type Model = suggest.Model

// OpenModel reads a model that [Train] wrote. The error says, in words, why a
// file is none.
func OpenModel(path string) (*Model, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := suggest.ReadModel(f)
	if err != nil {
		return nil, fmt.Errorf("model %s: %w", path, err)
	}
	return m, nil
}

// TrainOptions steer [Train].
type TrainOptions struct {
	Standoff []string     // files of quotes without their texts, joined by the texts' hashes
	Texts    []string     // files that only lend their texts to stand-off quotes
	Note     func(Note)   // hears what the user should know
	Fault    func(error)  // hears what could not be read; the rest goes on
	Progress func(string) // hears what is being done; may be nil
}

// Train learns a model from what people have confirmed, and writes it to the
// file out, at once and whole. Every path is a data set of one policy: a project,
// a file that can be imported, or a folder. Equal input gives equal bytes.
func Train(paths []string, out string, o TrainOptions) error {
	texts := map[string]string{}
	var sets []suggest.Set
	for _, path := range paths {
		s, err := o.read(path)
		if err != nil {
			return err
		}
		for _, e := range s.Articles {
			texts[annotate.Hash(e.Text)] = e.Text
		}
		sets = append(sets, s)
	}
	for _, path := range o.Texts {
		s, err := o.read(path)
		if err != nil {
			return err
		}
		for _, e := range s.Articles {
			texts[annotate.Hash(e.Text)] = e.Text
		}
	}
	for _, path := range o.Standoff {
		s, err := o.standoff(path, texts)
		if err != nil {
			return err
		}
		sets = append(sets, s)
	}
	m, err := suggest.Train(sets, o.Progress)
	if err != nil {
		return err
	}
	return replace(out, m)
}

// replace writes to a temporary file beside path, and only when that is whole
// gives it the name.
func replace(path string, content io.WriterTo) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".model-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails once the file is renamed, as it should
	if _, err = content.WriteTo(tmp); err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// read returns the articles of a path, with their marks.
func (o TrainOptions) read(path string) (suggest.Set, error) {
	set := suggest.Set{Name: path}
	if strings.EqualFold(filepath.Ext(path), ".bluepencil") {
		return set, o.readProject(&set)
	}
	for r := range formats.ReadFile(path) {
		for _, n := range r.Notes {
			o.Note(n)
		}
		if errors.Is(r.Err, formats.ErrEmpty) {
			continue // there is nothing to learn from it
		}
		if r.Err != nil {
			o.Fault(r.Err)
			continue
		}
		set.Articles = append(set.Articles, suggest.Example{Text: r.Article.Document.Text, Marks: r.Article.Marks})
	}
	return set, nil
}

// readProject takes the articles that are done.
func (o TrainOptions) readProject(set *suggest.Set) error {
	p, err := storage.OpenReadOnly(set.Name)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // it was only read
	entries, err := p.Entries("")
	if err != nil {
		return err
	}
	for _, e := range entries {
		annotators, err := p.Annotators(e.ID)
		if err != nil {
			return err
		}
		for _, who := range annotators {
			sheet, err := p.Sheet(e.ID, who)
			if err != nil {
				return err
			}
			if sheet.Status() == annotate.Done {
				set.Articles = append(set.Articles, suggest.Example{Text: sheet.Text(), Marks: sheet.Marks()})
			}
		}
	}
	return nil
}

// standoffArticle is a line of a stand-off file: the quotes of an article whose
// text lies elsewhere and is known by its hash. Offsets are code points.
type standoffArticle struct {
	Source string `json:"source"`
	ID     string `json:"id"`
	SHA256 string `json:"sha256"`
	Quotes []struct {
		Start   int    `json:"start"`
		End     int    `json:"end"`
		Type    string `json:"type"`
		Speaker string `json:"speaker"`
		Mention []int  `json:"mention"`
		Cue     []int  `json:"cue"`
	} `json:"quotes"`
}

// ErrNoTexts says that stand-off quotes belong to texts that were not given.
var ErrNoTexts = errors.New("none of its articles is among the given texts")

func (o TrainOptions) standoff(path string, texts map[string]string) (suggest.Set, error) {
	set := suggest.Set{Name: path}
	f, err := os.Open(path)
	if err != nil {
		return set, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for line := 1; in.Scan(); line++ {
		var a standoffArticle
		if err := json.Unmarshal(in.Bytes(), &a); err != nil {
			return set, fmt.Errorf("%s, line %d: %w", path, line, err)
		}
		text, ok := texts[a.SHA256]
		if !ok {
			continue
		}
		m, err := a.marks(text)
		if err != nil {
			return set, fmt.Errorf("%s, line %d: %w", path, line, err)
		}
		set.Articles = append(set.Articles, suggest.Example{Text: text, Marks: m})
	}
	if err := in.Err(); err != nil {
		return set, fmt.Errorf("%s: %w", path, err)
	}
	if len(set.Articles) == 0 {
		return set, fmt.Errorf("%s: %w", path, ErrNoTexts)
	}
	return set, nil
}

// marks returns the quotes as marks on the text.
func (a standoffArticle) marks(text string) (annotate.Marks, error) {
	var m annotate.Marks
	at := offset.New(text)
	add := func(id, label string, start, end int) error {
		from, err := at.RuneByte(start)
		if err != nil {
			return err
		}
		to, err := at.RuneByte(end)
		if err != nil {
			return err
		}
		m.Spans = append(m.Spans, annotate.Span{ID: id, Start: from, End: to, Label: label, State: annotate.Confirmed})
		return nil
	}
	for i, q := range a.Quotes {
		id := fmt.Sprintf("q%d", i+1)
		if err := add(id, annotate.Quote, q.Start, q.End); err != nil {
			return m, err
		}
		last := &m.Spans[len(m.Spans)-1]
		last.QuoteType, last.Speaker = q.Type, q.Speaker
		if len(q.Mention) != 2 {
			continue
		}
		mention := fmt.Sprintf("m%d", i+1)
		if err := add(mention, annotate.Speaker, q.Mention[0], q.Mention[1]); err != nil {
			return m, err
		}
		m.Relations = append(m.Relations, annotate.Relation{
			ID: fmt.Sprintf("r%d", i+1), Type: annotate.SpeakerOf, From: id, To: mention, State: annotate.Confirmed,
		})
	}
	return m, nil
}
