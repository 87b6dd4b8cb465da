package app

import (
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// Shot says how [Snapshot] draws the window.
type Shot struct {
	Width, Height int  // pixels
	Dark          bool // else light
}

// Snapshot draws the window on an open workspace to a PNG file, without a
// display. The file takes its name only when it is whole.
func Snapshot(a fyne.App, ws *workspace.Workspace, path string, s Shot) error {
	return writePNG(path, draw(a, ws, s))
}

// writePNG writes a picture that takes its name only when it is whole.
func writePNG(path string, img image.Image) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".snapshot-*.png")
	if err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	defer os.Remove(tmp.Name()) // fails once it is renamed, as it should
	if err := png.Encode(tmp, img); err != nil {
		tmp.Close()
		return fmt.Errorf("picture: %w", err)
	}
	if err := errors.Join(tmp.Chmod(0o644), tmp.Close()); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	return os.Rename(tmp.Name(), path)
}

func draw(a fyne.App, ws *workspace.Workspace, s Shot) image.Image {
	mode := theme.Light
	if s.Dark {
		mode = theme.Dark
	}
	a.Settings().SetTheme(theme.New(mode))
	d := newDesk(a, ws, prefs.New(a.Preferences()))
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(d.content)
	c.Resize(fyne.NewSize(float32(s.Width), float32(s.Height)))
	return c.Capture()
}
