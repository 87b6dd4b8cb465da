// Command bluepencil is a desktop annotation desk for newsrooms.
package main

import (
	"fyne.io/fyne/v2/app"
	_ "fyne.io/fyne/v2/test"
	_ "fyne.io/fyne/v2/widget"
	_ "github.com/mattn/go-sqlite3"
)

func main() { app.New().NewWindow("Bluepencil").ShowAndRun() }
