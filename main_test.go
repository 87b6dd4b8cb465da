package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"bluepencil": main})
}

// The command line as its users see it: scripts of commands with what they
// print, and the files that they leave.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("app", "cli", "testdata", "script"),
		Setup: func(e *testscript.Env) error {
			home := filepath.Join(e.WorkDir, "home")
			e.Setenv("HOME", home)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(home, "data"))
			e.Setenv("XDG_CACHE_HOME", filepath.Join(home, "cache"))
			e.Setenv("DISPLAY", "")
			e.Setenv("WAYLAND_DISPLAY", "")
			e.Setenv("LANG", "en_US.UTF-8")
			return os.MkdirAll(home, 0o755)
		},
	})
}

func TestVersion_isTheSameEverywhere(t *testing.T) {
	raw, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if want := "Version = \"" + version + "\""; !strings.Contains(string(raw), want) {
		t.Errorf("FyneApp.toml has no line %s", want)
	}
	if want := "ID = \"" + appID + "\""; !strings.Contains(string(raw), want) {
		t.Errorf("FyneApp.toml has no line %s", want)
	}
}
