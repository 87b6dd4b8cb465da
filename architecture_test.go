package main

import (
	"go/ast"
	"go/build"
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

// room is one package of the house.
type room struct {
	path    string
	house   []string // the rooms that it may import
	outside []string // the packages of other modules that it may import
	pure    bool     // it touches no file, no network and no process
}

// A path that ends in /... stands for itself and all below it.
var (
	toolkit    = []string{"fyne.io/fyne/v2/..."}
	texts      = []string{"github.com/rivo/uniseg", "golang.org/x/text/..."}
	finders    = []string{"annotate", "annotate/offset", "annotate/segment"}
	windowside = []string{"app/workspace", "app/theme", "app/prefs", "annotate", "widgets"}
)

// The plan of the house, upper floors first; ARCHITECTURE.md draws it. A room
// sees only what stands in its row, and that is always further down.
var plan = []room{
	{path: "", house: []string{"app", "app/cli", "app/locale", "app/workspace", "assets"}, outside: []string{"fyne.io/fyne/v2", "fyne.io/fyne/v2/app"}},
	{path: "app", house: []string{"app/panels", "app/dialogs", "app/workspace", "app/prefs", "app/theme", "assets", "widgets/..."}, outside: toolkit},
	{path: "app/panels", house: windowside, outside: toolkit},
	{path: "app/dialogs", house: windowside, outside: toolkit},
	{path: "app/cli", house: []string{"app/workspace", "annotate"}, outside: []string{"github.com/spf13/cobra", "github.com/schollz/progressbar/v3", "golang.org/x/term"}},
	{path: "app/prefs", outside: toolkit},
	{path: "app/theme", house: []string{"widgets/textpaint"}, outside: toolkit},
	{path: "app/locale"},
	{path: "app/workspace", house: []string{"storage", "storage/formats", "annotate/..."}, outside: []string{"github.com/google/uuid"}},
	{path: "storage", house: []string{"annotate", "annotate/offset", "annotate/marked"}, outside: []string{"github.com/mattn/go-sqlite3", "github.com/google/uuid"}},
	{path: "storage/formats", house: []string{"annotate", "annotate/offset", "annotate/marked"}, outside: append([]string{
		"codeberg.org/readeck/go-readability/v2", "github.com/gogs/chardet", "github.com/yuin/goldmark/...", "golang.org/x/net/html/...",
	}, texts...)},
	{path: "widgets", house: []string{"widgets/textpaint", "widgets/textlay"}, outside: toolkit},
	{path: "widgets/textpaint", house: []string{"widgets/textlay"}, outside: []string{
		"github.com/go-text/typesetting/...", "github.com/srwiley/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image/...",
	}},
	{path: "widgets/textlay", outside: append([]string{"github.com/go-text/typesetting/...", "golang.org/x/image/..."}, texts...)},
	{path: "annotate/suggest", house: append([]string{"annotate/quote", "annotate/entity", "annotate/learn"}, finders...), outside: texts, pure: true},
	{path: "annotate/quote", house: finders, outside: texts, pure: true},
	{path: "annotate/entity", house: append([]string{"annotate/learn"}, finders...), outside: texts, pure: true},
	{path: "annotate/learn", pure: true},
	{path: "annotate/agreement", house: []string{"annotate", "annotate/offset"}, outside: texts, pure: true},
	{path: "annotate/segment", house: []string{"annotate", "annotate/offset"}, outside: texts, pure: true},
	{path: "annotate/marked", house: []string{"annotate", "annotate/offset"}, outside: texts, pure: true},
	{path: "annotate", house: []string{"annotate/offset"}, outside: texts, pure: true},
	{path: "annotate/offset", outside: texts, pure: true},
	{path: "assets", pure: true},
}

// Packages of the standard library with which a room stops being pure.
var impure = []string{"os/...", "net/...", "syscall", "path/filepath", "log/...", "plugin", "unsafe"}

func matches(pattern, name string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "/..."); ok {
		return name == prefix || strings.HasPrefix(name, prefix+"/")
	}
	return pattern == name
}

func anyMatches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return matches(p, name) })
}

// forbidden says in words why a file of the room may not import a package, or
// nothing where it may.
func (r room) forbidden(file, name string) string {
	if within, ok := strings.CutPrefix(name, module+"/"); ok {
		if !anyMatches(r.house, within) {
			return "which its floor does not see"
		}
		return ""
	}
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ".") {
		switch {
		case !anyMatches(r.outside, name):
			return "which is no library of its room"
		case name == "fyne.io/fyne/v2/app" && file != "main.go":
			return "which only main.go may: it starts the toolkit"
		}
		return ""
	}
	switch {
	case matches("database/...", name) && r.path != "storage":
		return "and only storage speaks SQL"
	case anyMatches([]string{"net", "net/http/...", "net/rpc/...", "os/exec", "plugin"}, name):
		return "but SECURITY.md promises: no network, no other program"
	case r.pure && anyMatches(impure, name):
		return "but its room reads no files and knows no system"
	}
	return ""
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
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && p != "." && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"testdata", "build", "bin"}, d.Name())) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		raw, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(set, p, raw, parser.ParseComments)
		if err != nil {
			return err
		}
		at := path.Dir(filepath.ToSlash(p))
		if at == "." {
			at = ""
		}
		out = append(out, source{filepath.ToSlash(p), at, f, set, strings.Count(string(raw), "\n")})
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
			if why := plan[i].forbidden(s.path, name); why != "" {
				t.Errorf("%s imports %s, %s", s.path, strings.TrimPrefix(name, module+"/"), why)
			}
		}
	}
}

// The rows of the plan are in order, so that no permission leads upstairs.
func TestPlan_aRoomSeesOnlyWhatIsBelowIt(t *testing.T) {
	for i, r := range plan {
		for j, other := range plan {
			if j <= i && anyMatches(r.house, other.path) {
				t.Errorf("%s may see %s, which does not stand below it", r.path, other.path)
			}
		}
	}
}

// What the plan refuses, held against the plan itself.
func TestPlan_refuses(t *testing.T) {
	for _, c := range []struct{ what, room, file, name string }{
		{"SQL in the commands", "app/cli", "app/cli/stats.go", "database/sql"},
		{"the driver outside storage", "app/workspace", "app/workspace/project.go", "github.com/mattn/go-sqlite3"},
		{"the toolkit in the workspace", "app/workspace", "app/workspace/view.go", "fyne.io/fyne/v2"},
		{"the toolkit in the commands", "app/cli", "app/cli/cli.go", "fyne.io/fyne/v2/widget"},
		{"the toolkit in the page's layout", "widgets/textlay", "widgets/textlay/line.go", "fyne.io/fyne/v2"},
		{"the domain in a widget", "widgets", "widgets/view.go", module + "/annotate"},
		{"a dialog in a panel", "app/panels", "app/panels/cast.go", module + "/app/dialogs"},
		{"the project file in a panel", "app/panels", "app/panels/cast.go", module + "/storage"},
		{"the project file in a command", "app/cli", "app/cli/stats.go", module + "/storage"},
		{"a file read by the domain", "annotate/entity", "annotate/entity/lexicon.go", "os"},
		{"the network in the domain", "annotate/suggest", "annotate/suggest/suggest.go", "net/http"},
		{"a page fetched by the workspace", "app/workspace", "app/workspace/importing.go", "net/http"},
		{"a program started by the window", "app", "app/files.go", "os/exec"},
		{"a stranger in the domain", "annotate/quote", "annotate/quote/find.go", "github.com/google/uuid"},
		{"a second start of the toolkit", "app", "app/run.go", "fyne.io/fyne/v2/app"},
	} {
		i := slices.IndexFunc(plan, func(r room) bool { return r.path == c.room })
		if i < 0 || plan[i].forbidden(c.file, c.name) == "" {
			t.Errorf("%s is allowed", c.what)
		}
	}
}

func TestHouse_rules(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines > 400 {
			t.Errorf("%s has %d lines; 400 are the limit: is it one thing?", s.path, s.lines)
		}
		switch s.file.Name.Name {
		case "util", "utils", "common", "helper", "helpers", "manager", "misc":
			t.Errorf("%s: package %s says nothing", s.path, s.file.Name.Name)
		}
		for _, group := range s.file.Comments {
			for _, word := range []string{"TO" + "DO", "FIX" + "ME", "XX" + "X"} {
				if slices.Contains(strings.FieldsFunc(group.Text(), func(r rune) bool { return r < 'A' || r > 'Z' }), word) {
					t.Errorf("%s: a comment puts something off: %s", s.set.Position(group.Pos()), word)
				}
			}
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

func TestHouse_noPackageVariableIsChanged(t *testing.T) {
	rooms := map[string][]*ast.File{}
	set := token.NewFileSet()
	for _, s := range sources(t) {
		// lock_unix.go and lock_windows.go declare the same names.
		if ok, err := build.Default.MatchFile(path.Dir(s.path), path.Base(s.path)); err != nil || !ok {
			continue
		}
		rooms[s.room] = append(rooms[s.room], s.file)
		set = s.set
	}
	for room, files := range rooms {
		for _, found := range changedGlobals(set, room, files) {
			t.Errorf("%s", found)
		}
	}
}
