package app

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcutText writes a shortcut as people read it: "Ctrl+Shift+Z", or with the
// Mac's names of the keys.
func shortcutText(s *desktop.CustomShortcut) string {
	var parts []string
	mod := func(m fyne.KeyModifier, name string) {
		if s.Modifier&m != 0 {
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
	name := string(s.KeyName)
	switch s.KeyName {
	case fyne.KeyReturn:
		name = "Enter"
	case fyne.KeyEqual:
		name = "="
	}
	return strings.Join(append(parts, name), "+")
}
