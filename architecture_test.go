package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/bluepencil/bluepencil"

// room is one package of the house and what it may import of the house and of
// the outside. A path that ends in /... stands for all below it.
type room struct {
	path  string
	house []string // besides what is below
	bars  []string // outside packages that it may not import
}

// The plan of the house, upper floors first; ARCHITECTURE.md draws it. A room may
// import only what stands here.
var plan = []room{
	{path: "", house: []string{"app", "app/cli", "app/locale", "app/workspace", "assets"}, bars: sqlBars},
	{path: "app", house: []string{"app/panels", "app/dialogs", "app/workspace", "app/prefs", "app/theme", "assets", "widgets", "widgets/textpaint", "widgets/textlay"}, bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "app/panels", house: []string{"app/workspace", "app/theme", "app/prefs", "annotate", "widgets"}, bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "app/dialogs", house: []string{"app/workspace", "app/theme", "app/prefs", "annotate", "widgets"}, bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "app/cli", house: []string{"app/workspace", "annotate"}, bars: append(sqlBars, "fyne.io/...")},
	{path: "app/prefs", bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "app/theme", house: []string{"widgets/textpaint"}, bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "app/locale", bars: append(sqlBars, "fyne.io/...")},
	{path: "app/workspace", house: []string{"storage", "storage/formats", "annotate", "annotate/..."}, bars: append(sqlBars, "fyne.io/...")},
	{path: "storage", house: []string{"annotate", "annotate/offset", "annotate/marked"}, bars: []string{"fyne.io/..."}},
	{path: "storage/formats", house: []string{"annotate", "annotate/offset", "annotate/marked"}, bars: append(sqlBars, "fyne.io/...")},
	{path: "widgets", house: []string{"widgets/textlay", "widgets/textpaint"}, bars: append(sqlBars, "fyne.io/fyne/v2/app")},
	{path: "widgets/textpaint", house: []string{"widgets/textlay"}, bars: append(sqlBars, "fyne.io/...")},
	{path: "widgets/textlay", bars: append(sqlBars, "fyne.io/...")},
	{path: "annotate/suggest", house: []string{"annotate", "annotate/offset", "annotate/segment", "annotate/quote", "annotate/entity", "annotate/learn"}, bars: pureBars},
	{path: "annotate/quote", house: []string{"annotate", "annotate/offset", "annotate/segment"}, bars: pureBars},
	{path: "annotate/entity", house: []string{"annotate", "annotate/offset", "annotate/segment"}, bars: pureBars},
	{path: "annotate/segment", house: []string{"annotate", "annotate/offset"}, bars: pureBars},
	{path: "annotate/marked", house: []string{"annotate", "annotate/offset"}, bars: pureBars},
	{path: "annotate", house: []string{"annotate/offset"}, bars: pureBars},
	{path: "annotate/offset", bars: pureBars},
	{path: "assets", bars: append(sqlBars, "fyne.io/...")},
}

var (
	sqlBars  = []string{"database/sql", "github.com/mattn/..."}
	pureBars = []string{"database/sql", "github.com/mattn/...", "fyne.io/...", "os", "net/...", "net"}
)

func matches(pattern, name string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "..."); ok {
		return strings.HasPrefix(name, prefix)
	}
	return pattern == name
}

// source is one Go file that is no test.
type source struct {
	path, room string
	file       *ast.File
	set        *token.FileSet
	lines      int
}

func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "build" || d.Name() == "bin") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		raw, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, p, raw, parser.ParseComments)
		if err != nil {
			return err
		}
		at := path.Dir(filepath.ToSlash(p))
		if at == "." {
			at = ""
		}
		out = append(out, source{p, at, f, set, strings.Count(string(raw), "\n")})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d files were found", len(out))
	}
	return out
}

func TestHouse_everyImportIsOnThePlan(t *testing.T) {
	for _, s := range sources(t) {
		i := slices.IndexFunc(plan, func(r room) bool { return r.path == s.room })
		if i < 0 {
			t.Errorf("%s is in a room that is not on the plan: put it there, and into ARCHITECTURE.md", s.path)
			continue
		}
		for _, spec := range s.file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			checkImport(t, s, plan[i], name)
		}
	}
}

func checkImport(t *testing.T, s source, r room, name string) {
	t.Helper()
	if within, ok := strings.CutPrefix(name, module+"/"); ok {
		if !slices.ContainsFunc(r.house, func(p string) bool { return matches(p, within) }) {
			t.Errorf("%s imports %s, which its floor does not see", s.path, within)
		}
		return
	}
	if slices.ContainsFunc(r.bars, func(p string) bool { return matches(p, name) }) {
		t.Errorf("%s imports %s, which its room may not", s.path, name)
	}
	if name == "fyne.io/fyne/v2/app" && s.path != "main.go" {
		t.Errorf("%s imports %s; only main.go may", s.path, name)
	}
}

func TestHouse_rules(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines > 400 {
			t.Errorf("%s has %d lines; 400 are the limit: is it one thing?", s.path, s.lines)
		}
		switch s.file.Name.Name {
		case "util", "utils", "common", "helpers", "manager":
			t.Errorf("%s: package %s says nothing", s.path, s.file.Name.Name)
		}
		for _, d := range s.file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			// The one init that must run before the toolkit is loaded says why.
			if f.Name.Name == "init" && f.Recv == nil && s.room != "app/locale" {
				t.Errorf("%s has an init function", s.path)
			}
			if n := s.set.Position(f.End()).Line - s.set.Position(f.Pos()).Line + 1; n > 60 {
				t.Errorf("%s: %s has %d lines; 60 are the limit", s.path, f.Name.Name, n)
			}
		}
	}
}

func TestHouse_everyPackageSaysWhatItIsFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range sources(t) {
		said[s.room] = said[s.room] || (s.file.Doc != nil && len(s.file.Doc.Text()) > 40)
	}
	for room, ok := range said {
		if !ok {
			t.Errorf("package %q has no comment that says what it is for", room)
		}
	}
}

// A checkout that turns LF into CRLF breaks every stored offset.
func TestRepository_keepsLineEndsAndNamesEveryTarget(t *testing.T) {
	attributes, err := os.ReadFile(".gitattributes")
	if err != nil || !strings.HasPrefix(string(attributes), "* -text") {
		t.Errorf(".gitattributes does not begin with * -text: %v", err)
	}
	makefile, err := os.ReadFile("Makefile")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(makefile)) {
		name, rest, ok := strings.Cut(line, ":")
		target := ok && name != "" && !strings.ContainsAny(name, " \t.#=$(") && !strings.HasPrefix(rest, "=")
		if target && !strings.Contains(rest, "## ") {
			t.Errorf("make %s has no line of help", name)
		}
	}
}
