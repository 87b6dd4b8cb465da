// Command bluepencil is an annotation desk for newsrooms: a desktop application,
// and the same work on the command line.
package main

import (
	"os"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"github.com/bluepencil/bluepencil/app"
	"github.com/bluepencil/bluepencil/app/cli"
	_ "github.com/bluepencil/bluepencil/app/locale" // before the toolkit loads
	"github.com/bluepencil/bluepencil/app/workspace"
	"github.com/bluepencil/bluepencil/assets"
)

// version is the program's; FyneApp.toml says the same.
const version = "0.1.0"

// appID names the application to the desktop and its preferences.
const appID = "org.bluepencil.desk"

func main() {
	os.Exit(cli.Main(version, desktop(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// desktop hands the window's abilities to the command line.
func desktop() cli.Desktop {
	return cli.Desktop{
		Open: func(args []string) error { return app.Run(newApp(), version, args) },
		Snapshot: func(ws *workspace.Workspace, path string, width, height int, dark bool) error {
			return app.Snapshot(newApp(), ws, path, app.Shot{Width: width, Height: height, Dark: dark})
		},
		Render: app.Render,
		Samples: func() (names, texts []string) {
			for _, s := range assets.Samples() {
				names, texts = append(names, s.Name), append(texts, s.Text)
			}
			return names, texts
		},
	}
}

func newApp() fyne.App { return fyneapp.NewWithID(appID) }
