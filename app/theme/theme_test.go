package theme

import (
	"testing"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"

	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

func TestDesk_textIsReadableInBothModes(t *testing.T) {
	pairs := [][2]fyne.ThemeColorName{
		{base.ColorNameForeground, base.ColorNameBackground},
		{base.ColorNameForeground, base.ColorNameInputBackground},
		{base.ColorNameForeground, base.ColorNameButton},
		{base.ColorNameForeground, base.ColorNameMenuBackground},
		{base.ColorNamePlaceHolder, base.ColorNameBackground},
		{base.ColorNamePlaceHolder, base.ColorNameInputBackground},
		{base.ColorNamePrimary, base.ColorNameBackground},
		{base.ColorNameForegroundOnPrimary, base.ColorNamePrimary},
		{base.ColorNameDisabled, base.ColorNameBackground},
		{base.ColorNameError, base.ColorNameBackground},
		{base.ColorNameWarning, base.ColorNameBackground},
		{base.ColorNameSuccess, base.ColorNameBackground},
	}
	for _, pair := range pairs {
		a, _ := colors(pair[0])
		b, _ := colors(pair[1])
		if c := textpaint.Contrast(a.light, b.light); c < 4.5 {
			t.Errorf("light: %s on %s has a contrast of %.2f, want 4.5", pair[0], pair[1], c)
		}
		if c := textpaint.Contrast(a.dark, b.dark); c < 4.5 {
			t.Errorf("dark: %s on %s has a contrast of %.2f, want 4.5", pair[0], pair[1], c)
		}
	}
}

func TestHue_isReadableOnThePage(t *testing.T) {
	for _, hex := range []string{"#ffff00", "#000000", "#ffffff", "#1f57b0", "#d62728", "nonsense", ""} {
		if c := textpaint.Contrast(Hue(hex, false), rgb(0xfffefb)); c < 4.5 {
			t.Errorf("light %q: contrast %.2f", hex, c)
		}
		if c := textpaint.Contrast(Hue(hex, true), rgb(0x141517)); c < 4.5 {
			t.Errorf("dark %q: contrast %.2f", hex, c)
		}
	}
}

func TestDesk_modeOverridesTheSystem(t *testing.T) {
	dark := New(Dark).Color(base.ColorNameBackground, base.VariantLight)
	if dark != New(System).Color(base.ColorNameBackground, base.VariantDark) {
		t.Error("dark mode does not use the dark colors")
	}
	if New(Light).Color(base.ColorNameBackground, base.VariantDark) == dark {
		t.Error("light mode uses the dark colors")
	}
}
