// Package panels holds the parts of the window: the queue of articles, the
// article itself, its quotes, its cast, the labels and the inspector. A panel
// draws a snapshot of the workspace and turns what the hand does into the
// workspace's verbs; it opens no dialog and knows no other panel.
//
//	workspace.State --> panel.Refresh --> widgets
//	click, key --> workspace verb --> Host.Report
//
// Start with [Host] and the New functions; the window calls each panel's
// Refresh when a topic that it shows has changed.
package panels

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// Host is what a panel knows of its surroundings.
type Host struct {
	WS       *workspace.Workspace
	Report   func(error)                     // shows an error or a notice; nil errors are fine
	Run      func(id string)                 // runs an action of the window's table by its id
	Menu     func(off int, at fyne.Position) // opens the page's menu
	Shortcut func(fyne.Shortcut) bool        // runs the action that a shortcut stands for; false where there is none
}

// oneLine returns words on one line, cut at a number of characters.
func oneLine(s string, limit int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:limit-1]), " ,;:") + "…"
}
