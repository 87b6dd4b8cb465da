package app

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// keys connects the page's keyboard to the actions and the labels.
func (d *desk) keys() {
	page := d.article.Page
	page.OnKey = d.typedKey
	page.OnRune = d.typedRune
	page.OnShortcut = d.typedShortcut
	pick := page.OnPick
	page.OnPick = func(id string) {
		if d.asking && id != "" {
			d.asking = false
			d.report(d.ws.SetSpeakerMention(id))
			return
		}
		pick(id)
	}
}

func (d *desk) typedKey(name fyne.KeyName, mods fyne.KeyModifier) bool {
	if name == fyne.KeyEscape {
		d.escape()
		return true
	}
	for _, a := range d.actions {
		for _, k := range a.keys {
			if k.char == 0 && k.name == name && k.mods == mods {
				d.asking = false
				d.perform(a)
				return true
			}
		}
	}
	return false
}

// typedRune takes a character in this order: the number of a speaker, an
// action's key, a label's key.
func (d *desk) typedRune(r rune) bool {
	if r >= '1' && r <= '9' {
		d.asking = false
		d.status.Say("")
		d.report(d.ws.SetSpeaker(int(r - '0')))
		return true
	}
	low := unicode.ToLower(r)
	for _, a := range d.actions {
		for _, k := range a.keys {
			if k.char != 0 && k.char == low {
				d.asking = false
				d.perform(a)
				return true
			}
		}
	}
	if l, ok := d.ws.Labels().ByKey(string(r)); ok {
		d.asking = false
		d.status.Say("")
		d.report(d.ws.Label(l.Name))
		return true
	}
	return false
}

// typedShortcut runs the action that a shortcut stands for. Behind a dialog
// nothing happens.
func (d *desk) typedShortcut(s fyne.Shortcut) bool {
	if d.window.Canvas().Overlays().Top() != nil {
		return true
	}
	for _, a := range d.actions {
		if a.shortcut != nil && a.shortcut.ShortcutName() == s.ShortcutName() {
			d.perform(a)
			return true
		}
	}
	if _, redo := s.(*fyne.ShortcutRedo); redo { // Ctrl+Y, as on other desks
		d.run("edit.redo")
		return true
	}
	k, ok := s.(fyne.KeyboardShortcut)
	return ok && d.typedKey(k.Key(), k.Mod())
}

func (d *desk) escape() {
	d.asking = false
	d.status.Say("")
	d.ws.Pick("")
	sel := d.ws.Selection()
	d.ws.Select(sel.Start, sel.Start)
}

// dismiss closes the dialog or menu on top when Escape is typed and nothing in it
// has the keyboard, and gives the keyboard back to the page.
func (d *desk) dismiss(e *fyne.KeyEvent) {
	top := d.window.Canvas().Overlays().Top()
	if e.Name != fyne.KeyEscape || top == nil {
		return
	}
	top.Hide()
	d.window.Canvas().Overlays().Remove(top)
	if d.window.Canvas().Overlays().Top() == nil {
		d.focusPage()
	}
}

// askSpeaker waits for the number of a cast member, or for a click on a mention.
func (d *desk) askSpeaker() error {
	if err := d.ws.PickQuote(); err != nil {
		return err
	}
	d.asking = true
	d.tabs.SelectIndex(1)
	d.status.Say("Who says it? 1–9 from the cast, a click on a mention, 0 for nobody, Esc to leave it.")
	return nil
}
