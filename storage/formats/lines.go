package formats

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// readLines reads a stream of JSON, one article a line: Bluepencil's own,
// Prodigy's, a data set's, or any object with a text. A line that cannot be read is reported
// with its number, and the rest goes on.
func readLines(name string, r io.Reader) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		found := false
		for n := 1; ; n++ {
			line, err := oneLine(in)
			if err == nil || errors.Is(err, ErrTooLarge) || len(line) > 0 {
				line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
				if len(line) > 0 || errors.Is(err, ErrTooLarge) {
					found = true
					if !yield(lineResult(name, n, line, err)) {
						return
					}
				}
			}
			if err != nil && !errors.Is(err, ErrTooLarge) {
				if !errors.Is(err, io.EOF) {
					yield(failed(name, err))
				} else if !found {
					yield(failed(name, ErrEmpty))
				}
				return
			}
		}
	}
}

// oneLine returns the next line; one that is too long is read to its end and
// not kept.
func oneLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > 2*MaxArticleBytes {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrTooLarge
		}
		return line, err
	}
}

func lineResult(name string, n int, line []byte, err error) Result {
	where := fmt.Sprintf("%s, line %d", name, n)
	if errors.Is(err, ErrTooLarge) {
		return failed(where, err)
	}
	if !utf8.Valid(line) {
		return failed(where, fmt.Errorf("%w: it is not UTF-8", ErrUnreadable))
	}
	a, notes, err := decodeLine(line)
	if err != nil {
		return failed(where, err)
	}
	if len(a.Document.Text) > MaxArticleBytes {
		return failed(where, ErrTooLarge)
	}
	if a.Document.Source == "" {
		a.Document.Source = name
	}
	r := Result{Article: a}
	if loneSurrogate(line) {
		notes = append(notes, "a lone surrogate, which is no character, was read as U+FFFD")
	}
	for _, text := range notes {
		r.Notes = append(r.Notes, Note{Source: name, Line: n, Text: text})
	}
	return r
}

// loneSurrogate reports whether a JSON text escapes half of a surrogate pair.
// Such an escape is one code point to Python too, so offsets in code points stay
// true; the character itself cannot be kept in UTF-8.
func loneSurrogate(line []byte) bool {
	s := string(line)
	for i := 0; i+6 <= len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		if s[i+1] != 'u' {
			i++
			continue
		}
		hex := strings.ToLower(s[i+2 : i+6])
		i += 5
		switch {
		case hex >= "dc00" && hex <= "dfff":
			return true
		case hex >= "d800" && hex <= "dbff":
			next := ""
			if i+7 <= len(s) && s[i+1] == '\\' && s[i+2] == 'u' {
				next = strings.ToLower(s[i+3 : i+7])
			}
			if next < "dc00" || next > "dfff" {
				return true
			}
			i += 6
		}
	}
	return false
}

// decodeLine tells the formats of a line apart by the keys that only they have.
func decodeLine(line []byte) (Article, []string, error) {
	var probe struct {
		Schema *string          `json:"schema"`
		Tokens *json.RawMessage `json:"tokens"`
		Hash   *json.RawMessage `json:"_input_hash"`
		Answer *string          `json:"answer"`
		Text   *string          `json:"text"`
		datasetShape
	}
	if err := json.Unmarshal(line, &probe); err != nil {
		return Article{}, nil, fmt.Errorf("%w (%v)", ErrUnreadable, err)
	}
	decode := decodeJSONL
	switch {
	case probe.Schema != nil && *probe.Schema != schema && strings.HasPrefix(*probe.Schema, "bluepencil/"):
		return Article{}, nil, fmt.Errorf("its schema is %s, this program reads %s: %w", *probe.Schema, schema, ErrUnreadable)
	case probe.Text == nil:
		return Article{}, nil, fmt.Errorf("it has no \"text\": %w", ErrUnreadable)
	case probe.Schema == nil && (probe.Tokens != nil || probe.Hash != nil || probe.Answer != nil):
		decode = decodeProdigy
	case probe.Schema == nil && probe.fits():
		decode = decodeDataset
	}
	a, notes, err := decode(line)
	if err == nil && strings.Contains(a.Document.Text, "\r") {
		dropReturns(&a)
		notes = append(notes, "CR and CRLF were turned into LF, and the marks moved with their words")
	}
	return a, notes, err
}

// dropReturns turns CRLF and lone CR into LF and moves the marks along.
func dropReturns(a *Article) {
	text := a.Document.Text
	moved := func(off int) int { return off - strings.Count(text[:min(off+1, len(text))], "\r\n") }
	for i := range a.Marks.Spans {
		s := &a.Marks.Spans[i]
		s.Start, s.End = moved(s.Start), moved(s.End)
	}
	a.Document.Text = lineFeeds(text)
	a.Document.SHA256 = annotate.Hash(a.Document.Text)
}
