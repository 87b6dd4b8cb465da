package app

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
)

// shortcutText writes a shortcut as people read it: "Ctrl+Shift+Z", or with the
// Mac's names of the keys.
func shortcutText(s fyne.KeyboardShortcut) string {
	var parts []string
	mod := func(m fyne.KeyModifier, name string) {
		if s.Mod()&m != 0 {
			parts = append(parts, name)
		}
	}
	option := "Alt"
	if runtime.GOOS == "darwin" {
		option = "Option"
	}
	mod(fyne.KeyModifierControl, "Ctrl")
	mod(fyne.KeyModifierSuper, "Cmd")
	mod(fyne.KeyModifierAlt, option)
	mod(fyne.KeyModifierShift, "Shift")
	name := string(s.Key())
	switch s.Key() {
	case fyne.KeyReturn:
		name = "Enter"
	case fyne.KeyEqual:
		name = "="
	}
	return strings.Join(append(parts, name), "+")
}
