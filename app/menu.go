package app

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// mainMenu draws the menu bar from the table of actions.
func (d *desk) mainMenu() *fyne.MainMenu {
	var menus []*fyne.Menu
	for _, name := range []string{menuFile, menuEdit, menuMark, menuArticle, menuView, menuHelp} {
		var items []*fyne.MenuItem
		group := ""
		for _, a := range d.actions {
			if a.menu != name {
				continue
			}
			if g := groupOf(a.id); group != "" && g != group {
				items = append(items, fyne.NewMenuItemSeparator())
			}
			group = groupOf(a.id)
			items = append(items, d.menuItem(a))
		}
		switch name {
		case menuMark:
			items = append(items, fyne.NewMenuItemSeparator(), d.labelMenu())
		case menuFile:
			quit := fyne.NewMenuItem("Quit", func() { d.window.Close() })
			quit.IsQuit = true
			items = append(items, fyne.NewMenuItemSeparator(), quit)
		}
		menus = append(menus, fyne.NewMenu(name, items...))
	}
	return fyne.NewMainMenu(menus...)
}

// groupOf returns the group of an action: a menu draws a line between groups.
func groupOf(id string) string {
	groups := [][]string{
		{"file.new", "file.open"},
		{"file.import", "file.folder", "file.paste"},
		{"file.export", "file.backup", "file.check"},
		{"view.light", "view.dark", "view.system"},
		{"view.serif", "view.sans", "view.mono"},
		{"view.larger", "view.smaller", "view.actual"},
		{"mark.speaker", "mark.nospeaker"},
		{"edge.endin", "edge.endout", "edge.startin", "edge.startout"},
		{"article.next", "article.previous"},
		{"edit.undo", "edit.redo"},
	}
	for _, g := range groups {
		if slices.Contains(g, id) {
			return g[0]
		}
	}
	return "rest"
}

func (d *desk) menuItem(a action) *fyne.MenuItem {
	// The toolkit draws a menu item's own shortcut too pale to be read, so that
	// it stands in the title, and the window listens for it itself.
	title := a.title
	if keys := a.keyText(); keys != "" {
		title = fmt.Sprintf("%s   (%s)", title, keys)
	}
	return fyne.NewMenuItem(title, func() { d.global(a) })
}

// shortcuts makes the window listen for every action's shortcut. The page and
// the search field pass on what they are given.
func (d *desk) shortcuts() {
	for _, a := range d.actions {
		if a.shortcut == nil {
			continue
		}
		d.window.Canvas().AddShortcut(a.shortcut, func(s fyne.Shortcut) { d.typedShortcut(s) })
	}
}

// global runs an action that came from the window, not from the page. Where a
// text field has the keyboard, undo and redo are the field's.
func (d *desk) global(a action) {
	if e, ok := d.window.Canvas().Focused().(*widget.Entry); ok {
		switch a.id {
		case "edit.undo":
			e.TypedShortcut(&fyne.ShortcutUndo{})
			return
		case "edit.redo":
			e.TypedShortcut(&fyne.ShortcutRedo{})
			return
		}
	}
	d.perform(a)
}

func (d *desk) labelMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem("Label as", nil)
	item.ChildMenu = fyne.NewMenu("", d.labelItems()...)
	return item
}

func (d *desk) labelItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, l := range d.ws.Labels() {
		title := l.Name
		if l.Key != "" {
			title = fmt.Sprintf("%s   (%s)", l.Name, l.Key)
		}
		items = append(items, fyne.NewMenuItem(title, func() { d.report(d.ws.Label(l.Name)) }))
	}
	return items
}

// pageMenu opens the page's own menu: what can be done with the mark or the
// words under the pointer.
func (d *desk) pageMenu(off int, at fyne.Position) {
	if d.window == nil || d.ws.View() == nil {
		return
	}
	sel := d.ws.Selection()
	if off < sel.Start || off >= sel.End {
		d.pickAt(off)
	}
	items := []*fyne.MenuItem{}
	for _, id := range []string{"mark.accept", "mark.reject"} {
		i := slices.IndexFunc(d.actions, func(a action) bool { return a.id == id })
		items = append(items, d.menuItem(d.actions[i]))
	}
	items = append(items, fyne.NewMenuItemSeparator(), d.labelMenu(), d.speakerMenu())
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.window.Canvas(), at)
}

// pickAt picks the innermost mark at off, or puts the caret there.
func (d *desk) pickAt(off int) {
	v := d.ws.View()
	for i := len(v.Spans) - 1; i >= 0; i-- {
		if sp := v.Spans[i]; sp.Start <= off && off < sp.End && sp.State != "rejected" {
			d.ws.Pick(sp.ID)
			return
		}
	}
	d.ws.Select(off, off)
}

func (d *desk) speakerMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem("Speaker", nil)
	var items []*fyne.MenuItem
	for i, m := range d.ws.View().Cast {
		if i == 20 {
			break // a longer menu would leave the screen; the inspector lists all
		}
		items = append(items, fyne.NewMenuItem(m.Name, func() { d.report(d.ws.SetSpeaker(i + 1)) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem("Nobody", func() { d.report(d.ws.ClearSpeaker()) }))
	item.ChildMenu = fyne.NewMenu("", items...)
	return item
}
