package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"github.com/bluepencil/bluepencil/app/prefs"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// action is one thing that can be done: menus, keys, buttons and the sheet of
// shortcuts are all drawn from the one table of them.
type action struct {
	id       string
	menu     string                // the menu that holds it; "" for none
	title    string                // as in the menu
	shortcut fyne.KeyboardShortcut // works everywhere in the window; nil for none
	keys     []pageKey             // work while the page has the keyboard
	run      func() error
}

// keyText writes the first of an action's keys as people read it, or "".
func (a action) keyText() string {
	for _, k := range a.keys {
		if k.show != "" {
			return k.show
		}
	}
	if a.shortcut != nil {
		return shortcutText(a.shortcut)
	}
	return ""
}

// pageKey is a key as the page gets it.
type pageKey struct {
	name fyne.KeyName // for keys without a character, and with Alt
	char rune         // for keys with one
	mods fyne.KeyModifier
	show string // as the sheet of shortcuts writes it
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

func cut(key fyne.KeyName, mods fyne.KeyModifier) fyne.KeyboardShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: mods}
}

func char(r rune, show string) pageKey { return pageKey{char: r, show: show} }

func named(n fyne.KeyName, mods fyne.KeyModifier, show string) pageKey {
	return pageKey{name: n, mods: mods, show: show}
}

// The menus, in order.
const (
	menuFile    = "File"
	menuEdit    = "Edit"
	menuMark    = "Mark"
	menuArticle = "Article"
	menuView    = "View"
	menuHelp    = "Help"
)

// table returns all actions, in the order of the menus.
func (d *desk) table() []action {
	return slices.Concat(d.fileActions(), d.editActions(), d.markActions(),
		d.boundaryActions(), d.articleActions(), d.viewActions(), d.helpActions())
}

func (d *desk) fileActions() []action {
	return []action{
		{id: "file.new", menu: menuFile, title: "New project …", shortcut: cut(fyne.KeyN, ctrl), run: d.newProject},
		{id: "file.open", menu: menuFile, title: "Open project …", shortcut: cut(fyne.KeyO, ctrl|shift), run: d.openProject},
		{id: "file.import", menu: menuFile, title: "Open articles …", shortcut: cut(fyne.KeyO, ctrl), run: d.importFiles},
		{id: "file.folder", menu: menuFile, title: "Open a folder of articles …", run: d.importFolder},
		{id: "file.paste", menu: menuFile, title: "Paste an article", shortcut: cut(fyne.KeyV, ctrl|shift), run: d.pasteArticle},
		{id: "file.export", menu: menuFile, title: "Export …", shortcut: cut(fyne.KeyE, ctrl), run: d.export},
		{id: "file.backup", menu: menuFile, title: "Back up the project …", run: d.backup},
		{id: "file.check", menu: menuFile, title: "Check the project", run: d.check},
	}
}

func (d *desk) editActions() []action {
	return []action{
		{id: "edit.undo", menu: menuEdit, title: "Undo", shortcut: &fyne.ShortcutUndo{}, run: d.shown(d.ws.Undo)},
		{id: "edit.redo", menu: menuEdit, title: "Redo", shortcut: cut(fyne.KeyZ, ctrl|shift), run: d.shown(d.ws.Redo)},
		{id: "edit.copy", menu: menuEdit, title: "Copy the selected text", run: d.copyText},
		{id: "edit.all", menu: menuEdit, title: "Select all", run: func() error {
			if v := d.ws.View(); v != nil {
				d.ws.Select(0, len(v.Document.Text))
			}
			return nil
		}},
	}
}

func (d *desk) markActions() []action {
	return []action{
		{
			id: "mark.next", menu: menuMark, title: "Next suggestion",
			keys: []pageKey{named(fyne.KeyTab, 0, "Tab")},
			run:  d.shown(func() error { return d.ws.Next(1) }),
		},
		{
			id: "mark.previous", menu: menuMark, title: "Previous suggestion",
			keys: []pageKey{named(fyne.KeyTab, shift, "Shift+Tab")},
			run:  d.shown(func() error { return d.ws.Next(-1) }),
		},
		{
			id: "mark.accept", menu: menuMark, title: "Accept, and go on",
			keys: []pageKey{named(fyne.KeyReturn, 0, "Enter"), named(fyne.KeyEnter, 0, "")},
			run:  d.shown(d.accept),
		},
		{id: "mark.acceptall", menu: menuMark, title: "Accept all suggestions", shortcut: cut(fyne.KeyReturn, ctrl|shift), run: d.ws.AcceptAll},
		{
			id: "mark.reject", menu: menuMark, title: "Reject or delete",
			keys: []pageKey{char('x', "X"), named(fyne.KeyDelete, 0, "Delete"), named(fyne.KeyBackspace, 0, "")},
			run:  d.shown(d.ws.Reject),
		},
		{
			id: "mark.speaker", menu: menuMark, title: "Set the quote's speaker",
			keys: []pageKey{char('s', "S, then 1–9")}, run: d.askSpeaker,
		},
		{
			id: "mark.nospeaker", menu: menuMark, title: "Clear the quote's speaker",
			keys: []pageKey{char('0', "0")}, run: d.ws.ClearSpeaker,
		},
	}
}

func (d *desk) boundaryActions() []action {
	nudge := func(e workspace.Edge, grow bool, s workspace.Step) func() error {
		return func() error { return d.ws.Nudge(e, grow, s) }
	}
	left, right := fyne.KeyLeftBracket, fyne.KeyRightBracket
	return []action{
		{id: "edge.endin", menu: menuMark, title: "Shrink the end", keys: []pageKey{char('[', "[")}, run: nudge(workspace.EndEdge, false, workspace.ByWord)},
		{id: "edge.endout", menu: menuMark, title: "Grow the end", keys: []pageKey{char(']', "]")}, run: nudge(workspace.EndEdge, true, workspace.ByWord)},
		{id: "edge.startin", menu: menuMark, title: "Shrink the start", keys: []pageKey{char('{', "{")}, run: nudge(workspace.StartEdge, false, workspace.ByWord)},
		{id: "edge.startout", menu: menuMark, title: "Grow the start", keys: []pageKey{char('}', "}")}, run: nudge(workspace.StartEdge, true, workspace.ByWord)},
		{id: "edge.endin1", title: "Shrink the end by a character", keys: []pageKey{named(left, alt, "Alt+[")}, run: nudge(workspace.EndEdge, false, workspace.ByCharacter)},
		{id: "edge.endout1", title: "Grow the end by a character", keys: []pageKey{named(right, alt, "Alt+]")}, run: nudge(workspace.EndEdge, true, workspace.ByCharacter)},
		{id: "edge.startin1", title: "Shrink the start by a character", keys: []pageKey{named(left, alt|shift, "Alt+{")}, run: nudge(workspace.StartEdge, false, workspace.ByCharacter)},
		{id: "edge.startout1", title: "Grow the start by a character", keys: []pageKey{named(right, alt|shift, "Alt+}")}, run: nudge(workspace.StartEdge, true, workspace.ByCharacter)},
	}
}

func (d *desk) articleActions() []action {
	return []action{
		{id: "article.done", menu: menuArticle, title: "Done, and open the next", shortcut: cut(fyne.KeyReturn, ctrl), run: d.ws.Done},
		{id: "article.skip", menu: menuArticle, title: "Skip, and open the next", run: d.ws.Skip},
		{id: "article.reopen", menu: menuArticle, title: "Back to work on it", run: func() error { return d.ws.SetStatus("doing") }},
		{id: "article.next", menu: menuArticle, title: "Next article", shortcut: cut(fyne.KeyDown, alt), run: func() error { return d.ws.Step(1) }},
		{id: "article.previous", menu: menuArticle, title: "Previous article", shortcut: cut(fyne.KeyUp, alt), run: func() error { return d.ws.Step(-1) }},
		{id: "article.suggest", menu: menuArticle, title: "Suggest again", run: func() error {
			_, err := d.ws.Suggest()
			return err
		}},
	}
}

func (d *desk) viewActions() []action {
	mode := func(m string) func() error { return func() error { d.applyTheme(m); return nil } }
	family := func(f string) func() error {
		return func() error { d.prefs.SetFamily(f); d.setType(); return nil }
	}
	zoom := func(by float64) func() error {
		return func() error {
			z := 1.0
			if by != 0 {
				z = min(max(d.prefs.Zoom()*by, prefs.MinZoom), prefs.MaxZoom)
			}
			d.prefs.SetZoom(z)
			d.setType()
			return nil
		}
	}
	return []action{
		{id: "view.light", menu: menuView, title: "Light", run: mode("light")},
		{id: "view.dark", menu: menuView, title: "Dark", run: mode("dark")},
		{id: "view.system", menu: menuView, title: "As the system", run: mode("system")},
		{id: "view.serif", menu: menuView, title: "Serif", run: family("serif")},
		{id: "view.sans", menu: menuView, title: "Sans", run: family("sans")},
		{id: "view.mono", menu: menuView, title: "Mono", run: family("mono")},
		{id: "view.larger", menu: menuView, title: "Larger text", shortcut: cut(fyne.KeyEqual, ctrl), run: zoom(1.1)},
		{id: "view.smaller", menu: menuView, title: "Smaller text", shortcut: cut(fyne.KeyMinus, ctrl), run: zoom(1 / 1.1)},
		{id: "view.actual", menu: menuView, title: "Normal text", shortcut: cut(fyne.Key0, ctrl), run: zoom(0)},
		{id: "view.reveal", run: func() error { d.article.Reveal(); return nil }},
		{id: "focus.page", title: "Go to the article", menu: menuView, shortcut: cut(fyne.KeyL, ctrl), run: func() error { d.focusPage(); return nil }},
	}
}

func (d *desk) helpActions() []action {
	return []action{
		{id: "help.keys", menu: menuHelp, title: "Keyboard shortcuts", keys: []pageKey{char('?', "?")}, run: d.showShortcuts},
		{id: "help.about", menu: menuHelp, title: "About Bluepencil", run: d.showAbout},
	}
}

// run runs the action with that id and shows what it has to say.
func (d *desk) run(id string) {
	i := slices.IndexFunc(d.actions, func(a action) bool { return a.id == id })
	if i >= 0 {
		d.perform(d.actions[i])
	}
}

// perform runs an action. News of the last one are wiped first, so that a verb
// may leave news of its own.
func (d *desk) perform(a action) {
	if a.id != "focus.page" && a.id != "view.reveal" {
		d.status.Say("")
	}
	if err := a.run(); err != nil {
		d.report(err)
	}
}

// shown wraps a verb that moves the selection, so that the page follows it.
func (d *desk) shown(verb func() error) func() error {
	return func() error {
		err := verb()
		d.article.Reveal()
		return err
	}
}

// accept confirms the picked mark; where none is picked it goes to the first
// suggestion, so that Enter alone walks through an article.
func (d *desk) accept() error {
	if d.ws.Selection().Picked == "" {
		return d.ws.Next(1)
	}
	return d.ws.Accept()
}

func (d *desk) copyText() error {
	if text := d.article.Page.SelectedText(); text != "" {
		d.app.Clipboard().SetContent(text)
	}
	return nil
}
