package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// The pictures in docs/: the real window, light and dark, small and large, as a
// person sees it in the middle of the work. They are drawn by make screenshots.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("BLUEPENCIL_SHOTS")
	if dir == "" {
		t.Skip("set BLUEPENCIL_SHOTS to the folder for the pictures (make screenshots)")
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, shot := range []struct {
		name, theme   string
		width, height int
	}{
		{"window-light.png", "light", 1600, 1000},
		{"window-dark.png", "dark", 1600, 1000},
		{"window-light-small.png", "light", 1000, 700},
		{"window-dark-small.png", "dark", 1000, 700},
	} {
		t.Run(shot.name, func(t *testing.T) {
			w := startWindow(t)
			w.prefer(shot.theme)
			w.open(shot.width, shot.height)
			w.until("the sample is open and read", func(s windowState) bool {
				return read(s) && int(s.Panels["page"][2]) < shot.width
			})
			for range 4 {
				w.key("Return")
				w.settle()
			}
			s := w.state()
			for _, sp := range s.Spans {
				if sp.Label == "QUOTE" && sp.State == "suggested" {
					w.moveTo(sp.First[0]+3, sp.First[1]+sp.First[2]/2)
					w.do("xdotool", "click", "1")
					w.settle()
					break
				}
			}
			w.moveTo(5, float64(shot.height-5))
			w.settle()
			w.do("import", "-window", w.id, filepath.Join(dir, shot.name))
		})
	}
}

// prefer writes the theme into the preferences before the program starts.
func (w *window) prefer(theme string) {
	w.Helper()
	dir := filepath.Join(w.dir, "config", "fyne", appID)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		w.Fatal(err)
	}
	raw := `{"theme":` + strconv.Quote(theme) + `}`
	if err := os.WriteFile(filepath.Join(dir, "preferences.json"), []byte(raw), 0o600); err != nil {
		w.Fatal(err)
	}
}
