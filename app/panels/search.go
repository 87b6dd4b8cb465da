package panels

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// searchField is a line of text that keeps the shortcuts of editing for itself
// and passes the others on: the toolkit's own would swallow them all.
type searchField struct {
	widget.Entry
	host *Host
}

func newSearchField(h *Host) *searchField {
	f := &searchField{host: h}
	f.ExtendBaseWidget(f)
	return f
}

// TypedShortcut implements fyne.Shortcutable.
func (f *searchField) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll:
		f.Entry.TypedShortcut(s)
		return
	}
	if f.host.Shortcut == nil || !f.host.Shortcut(s) {
		f.Entry.TypedShortcut(s)
	}
}

// TypedKey implements fyne.Focusable. Escape and Enter go back to the page.
func (f *searchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		f.host.Run("focus.page")
		return
	}
	f.Entry.TypedKey(e)
}
