package formats

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ReadFile reads the articles of a file, or of all files of a folder with an
// ending that a reader knows. What cannot be read is a Result with its Err; the
// rest goes on.
func ReadFile(path string) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		info, err := os.Stat(path)
		if err != nil {
			yield(failed(path, plainPath(err)))
			return
		}
		if !info.IsDir() {
			readOne(path, info, yield)
			return
		}
		n := 0
		err = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				n++
				if !yield(failed(p, plainPath(err))) {
					return fs.SkipAll
				}
				return nil
			}
			if d.IsDir() || strings.HasPrefix(d.Name(), ".") || !slices.Contains(endings(), strings.ToLower(filepath.Ext(p))) {
				return nil
			}
			n++
			info, err := d.Info()
			if err != nil {
				if !yield(failed(p, plainPath(err))) {
					return fs.SkipAll
				}
				return nil
			}
			if !readOne(p, info, yield) {
				return fs.SkipAll
			}
			return nil
		})
		if err == nil && n == 0 {
			yield(failed(path, fmt.Errorf("this folder holds no %s files", strings.Join(endings(), ", "))))
		}
	}
}

// endings are the endings of files that a folder is searched for.
func endings() []string {
	return []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".marked"}
}

func failed(source string, err error) Result {
	return Result{Err: fmt.Errorf("%s: %w", source, err)}
}

// plainPath drops the path that the system's error repeats.
func plainPath(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func readOne(path string, info fs.FileInfo, yield func(Result) bool) bool {
	if !info.Mode().IsRegular() {
		return yield(failed(path, errors.New("it is not a regular file")))
	}
	if info.Size() > MaxArticleBytes && !isStream(path) {
		return yield(failed(path, fmt.Errorf("it has %d MB: %w", info.Size()>>20, ErrTooLarge)))
	}
	f, err := os.Open(path)
	if err != nil {
		return yield(failed(path, plainPath(err)))
	}
	defer f.Close()
	for r := range Read(path, f) {
		if !yield(r) {
			return false
		}
	}
	return true
}

func isStream(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return true
	}
	return false
}

// Read reads the articles of a stream. The name's ending says what it is; for
// "-" its first bytes do.
func Read(name string, r io.Reader) iter.Seq[Result] {
	if isStream(name) {
		return readLines(name, r)
	}
	return func(yield func(Result) bool) {
		head := make([]byte, 1024)
		n, _ := io.ReadFull(r, head) // a short stream is read whole
		whole := io.MultiReader(bytes.NewReader(head[:n]), r)
		start := bytes.TrimSpace(bytes.TrimPrefix(head[:n], []byte("\ufeff")))
		if name == "-" && bytes.HasPrefix(start, []byte("{")) {
			readLines(name, whole)(yield)
			return
		}
		raw, err := io.ReadAll(io.LimitReader(whole, MaxArticleBytes+1))
		if err != nil {
			yield(failed(name, err))
			return
		}
		if len(raw) > MaxArticleBytes {
			yield(failed(name, ErrTooLarge))
			return
		}
		if strings.EqualFold(filepath.Ext(name), ".marked") {
			readMarkedFile(name, raw)(yield)
			return
		}
		yield(readArticle(name, raw))
	}
}

// readArticle reads one article of text, Markdown or HTML.
func readArticle(name string, raw []byte) Result {
	ext := strings.ToLower(filepath.Ext(name))
	page := ext == ".html" || ext == ".htm" || (name == "-" && looksHTML(raw))
	text, notes, err := decode(raw, page)
	if err == nil && strings.TrimSpace(text) == "" {
		err = ErrEmpty
	}
	if err != nil {
		return failed(name, err)
	}
	var a Article
	switch {
	case page:
		var more []string
		a, more, err = readHTML(text)
		notes = append(notes, more...)
	case ext == ".md" || ext == ".markdown":
		a = readMarkdown(text)
	default:
		a = readText(text)
	}
	if err != nil {
		return failed(name, err)
	}
	a.Document.Source = name
	r := Result{Article: a}
	for _, n := range notes {
		r.Notes = append(r.Notes, Note{Source: name, Text: n})
	}
	return r
}

func looksHTML(raw []byte) bool {
	head := strings.ToLower(string(bytes.TrimSpace(raw[:min(len(raw), 512)])))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// Paste returns the article that a clipboard's text holds: plain text or HTML.
func Paste(text string) (Article, []Note, error) {
	name := "clipboard"
	if looksHTML([]byte(text)) {
		name += ".html"
	}
	if len(text) > MaxArticleBytes {
		return Article{}, nil, fmt.Errorf("the clipboard: %w", ErrTooLarge)
	}
	r := readArticle(name, []byte(text))
	r.Article.Document.Source = "clipboard"
	return r.Article, r.Notes, r.Err
}
