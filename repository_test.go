package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

// What the repository says about itself, held against what it is.

func text(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// pages returns the paths of all Markdown files that people read.
func pages(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && slices.Contains([]string{".git", "build", "bin", "testdata"}, d.Name()):
			return filepath.SkipDir
		case strings.HasSuffix(p, ".md"):
			out = append(out, filepath.ToSlash(p))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 6 {
		t.Fatalf("only %q were found", out)
	}
	return out
}

// A checkout that turns LF into CRLF breaks every stored offset.
func TestRepository_lineEndsStayAsTheyAre(t *testing.T) {
	if !strings.HasPrefix(text(t, ".gitattributes"), "* -text\n") {
		t.Error(".gitattributes does not begin with * -text")
	}
	for _, page := range pages(t) {
		if strings.Contains(text(t, page), "\r") {
			t.Errorf("%s has carriage returns", page)
		}
	}
}

func TestMakefile_everyTargetIsExplained(t *testing.T) {
	makefile := text(t, "Makefile")
	docs := text(t, "README.md") + text(t, "CONTRIBUTING.md")
	phony := strings.Fields(regexp.MustCompile(`(?m)^\.PHONY:(.*)$`).FindStringSubmatch(makefile)[1])
	var targets []string
	for _, m := range regexp.MustCompile(`(?m)^([a-z0-9-]+):([^=].*)?$`).FindAllStringSubmatch(makefile, -1) {
		targets = append(targets, m[1])
		if !strings.Contains(m[2], "## ") {
			t.Errorf("make %s has no line of help", m[1])
		}
		if !slices.Contains(phony, m[1]) {
			t.Errorf("make %s is not in .PHONY: a file of that name would stop it", m[1])
		}
		if !regexp.MustCompile("`?make " + m[1] + "[^a-z-]").MatchString(docs) {
			t.Errorf("neither README.md nor CONTRIBUTING.md says when to use make %s", m[1])
		}
	}
	if len(targets) < 10 {
		t.Fatalf("only the targets %q were found", targets)
	}
	for _, page := range pages(t) {
		for _, m := range regexp.MustCompile("(?m)(?:`|^)make ([a-z0-9-]+)").FindAllStringSubmatch(text(t, page), -1) {
			if !slices.Contains(targets, m[1]) {
				t.Errorf("%s names make %s, which is not there", page, m[1])
			}
		}
	}
}

// People install by hand what the README names; .ci/deps installs the same.
func TestReadme_namesThePackagesThatAreInstalled(t *testing.T) {
	readme := text(t, "README.md")
	lists := regexp.MustCompile(`(?m)^\tbuild='([^']*)'`).FindAllStringSubmatch(text(t, ".ci/deps"), -1)
	if len(lists) != 3 {
		t.Fatalf("%d lists of packages in .ci/deps, want those of apt, dnf and pacman", len(lists))
	}
	for _, list := range lists {
		want := strings.ReplaceAll(list[1], " ca-certificates", "")
		if !strings.Contains(readme, "`"+want+"`") {
			t.Errorf("README.md does not have: %s", want)
		}
	}
}

func TestArchitecture_hasARowForEveryRoom(t *testing.T) {
	page := text(t, "ARCHITECTURE.md")
	seen := map[string]bool{"": true}
	for _, s := range sources(t) {
		if !seen[s.room] && !strings.Contains(page, "`"+s.room+"`") {
			t.Errorf("ARCHITECTURE.md has no word on %s", s.room)
		}
		seen[s.room] = true
	}
}

func TestThirdParty_namesEveryModule(t *testing.T) {
	page := text(t, "THIRD_PARTY.md")
	var modules []string
	first, _, _ := strings.Cut(text(t, "go.mod"), "\n)")
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(first, -1) {
		modules = append(modules, m[1])
	}
	if len(modules) < 5 {
		t.Fatalf("go.mod requires only %q", modules)
	}
	// This test is linked with the program and what it needs.
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			modules = append(modules, m.Path)
		}
	}
	for _, m := range modules {
		base := regexp.MustCompile(`/v[0-9]+$`).ReplaceAllString(m, "")
		if !regexp.MustCompile(regexp.QuoteMeta(base) + `(/v\d+)?[ ,;|]`).MatchString(page) {
			t.Errorf("THIRD_PARTY.md does not name %s", m)
		}
	}
}

func TestPages_linksLeadSomewhere(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`)
	for _, page := range pages(t) {
		for _, m := range link.FindAllStringSubmatch(text(t, page), -1) {
			if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s links to %s, which is not there", page, m[1])
			}
		}
	}
}

// Readers copy the examples; so their offsets must be right.
func TestPages_examplesAreTrue(t *testing.T) {
	for _, page := range []string{"README.md", "docs/jsonl.md"} {
		blocks := regexp.MustCompile("(?s)```json\n(.*?)```").FindAllStringSubmatch(text(t, page), -1)
		if len(blocks) == 0 {
			t.Errorf("%s has no example", page)
		}
		for _, block := range blocks {
			var a struct {
				Text   string
				SHA256 string
				Spans  []struct {
					ID, Text   string
					Start, End int
				}
				Relations []struct{ ID, From, To string }
			}
			if err := json.Unmarshal([]byte(block[1]), &a); err != nil {
				t.Errorf("%s: %v", page, err)
				continue
			}
			if a.SHA256 != "…" && a.SHA256 != annotate.Hash(a.Text) {
				t.Errorf("%s: the sum of the text is %s", page, annotate.Hash(a.Text))
			}
			ids, runes := map[string]bool{}, []rune(a.Text)
			for _, s := range a.Spans {
				ids[s.ID] = true
				if s.Start < 0 || s.End > len(runes) || s.Start >= s.End || string(runes[s.Start:s.End]) != s.Text {
					t.Errorf("%s: span %s [%d:%d] is not %q", page, s.ID, s.Start, s.End, s.Text)
				}
			}
			for _, r := range a.Relations {
				if !ids[r.From] || !ids[r.To] {
					t.Errorf("%s: relation %s has a loose end", page, r.ID)
				}
			}
		}
	}
}
