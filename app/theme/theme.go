// Package theme holds the colors and sizes of the desk, light and dark. Start
// with [New]; labels' own colors come from [Hue].
package theme

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"

	"github.com/bluepencil/bluepencil/widgets/textpaint"
)

// Mode chooses between the light and the dark desk.
type Mode string

// The modes.
const (
	System Mode = "system"
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Desk is the application's theme: the toolkit's own, with paper, ink and one
// blue pencil.
type Desk struct {
	fyne.Theme
	mode Mode
}

// New returns the theme of that mode.
func New(mode Mode) *Desk { return &Desk{Theme: base.DefaultTheme(), mode: mode} }

// paint is a color in light and in dark.
type paint struct{ light, dark color.NRGBA }

func colors(name fyne.ThemeColorName) (paint, bool) {
	switch name {
	case base.ColorNameBackground:
		return paint{rgb(0xf3f1ec), rgb(0x1d1e21)}, true
	case base.ColorNameForeground:
		return paint{rgb(0x1f1e1b), rgb(0xe7e4dd)}, true
	case base.ColorNamePrimary, base.ColorNameHyperlink:
		return paint{rgb(0x1f57b0), rgb(0x84aef5)}, true
	case base.ColorNameForegroundOnPrimary:
		return paint{rgb(0xffffff), rgb(0x10131a)}, true
	case base.ColorNameInputBackground:
		return paint{rgb(0xfffefb), rgb(0x141517)}, true
	case base.ColorNameInputBorder:
		return paint{rgb(0xc9c4ba), rgb(0x44464c)}, true
	case base.ColorNamePlaceHolder:
		return paint{rgb(0x69655d), rgb(0x9d998f)}, true
	case base.ColorNameDisabled:
		return paint{rgb(0x6b675f), rgb(0x97948c)}, true
	case base.ColorNameDisabledButton:
		return paint{rgb(0xe6e3dc), rgb(0x2a2b2f)}, true
	case base.ColorNameButton:
		return paint{rgb(0xe6e3dc), rgb(0x2f3136)}, true
	case base.ColorNameSeparator:
		return paint{rgb(0xd9d5cc), rgb(0x36383d)}, true
	case base.ColorNameHeaderBackground, base.ColorNameMenuBackground, base.ColorNameOverlayBackground:
		return paint{rgb(0xfaf9f6), rgb(0x26272b)}, true
	case base.ColorNameSelection:
		return paint{color.NRGBA{0x1f, 0x57, 0xb0, 0x38}, color.NRGBA{0x84, 0xae, 0xf5, 0x48}}, true
	case base.ColorNameFocus:
		return paint{color.NRGBA{0x1f, 0x57, 0xb0, 0x40}, color.NRGBA{0x84, 0xae, 0xf5, 0x50}}, true
	case base.ColorNameHover:
		return paint{color.NRGBA{0, 0, 0, 0x12}, color.NRGBA{255, 255, 255, 0x14}}, true
	case base.ColorNameShadow:
		return paint{color.NRGBA{0, 0, 0, 0x26}, color.NRGBA{0, 0, 0, 0x66}}, true
	case base.ColorNameScrollBar:
		return paint{color.NRGBA{0, 0, 0, 0x50}, color.NRGBA{255, 255, 255, 0x50}}, true
	case base.ColorNameSuccess:
		return paint{rgb(0x1f7a3f), rgb(0x6fc98d)}, true
	case base.ColorNameWarning:
		return paint{rgb(0x9a5b00), rgb(0xe5b062)}, true
	case base.ColorNameError:
		return paint{rgb(0xb3261e), rgb(0xf28b82)}, true
	}
	return paint{}, false
}

// Color returns the desk's color of that name, and the toolkit's for others.
func (d *Desk) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	v = d.variant(v)
	p, ok := colors(name)
	switch {
	case !ok:
		return d.Theme.Color(name, v)
	case v == base.VariantDark:
		return p.dark
	}
	return p.light
}

// Size returns the desk's sizes: a little tighter than the toolkit's, since
// three columns share the window.
func (d *Desk) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case base.SizeNameText:
		return 13.5
	case base.SizeNameCaptionText:
		return 11.5
	case base.SizeNameSubHeadingText:
		return 16
	case base.SizeNameInnerPadding:
		return 7
	case base.SizeNameInputRadius, base.SizeNameSelectionRadius:
		return 4
	}
	return d.Theme.Size(name)
}

func (d *Desk) variant(v fyne.ThemeVariant) fyne.ThemeVariant {
	switch d.mode {
	case Light:
		return base.VariantLight
	case Dark:
		return base.VariantDark
	}
	return v
}

// IsDark reports whether the current desk is a dark one.
func IsDark() bool {
	bg := color.NRGBAModel.Convert(base.Color(base.ColorNameBackground)).(color.NRGBA)
	return int(bg.R)+int(bg.G)+int(bg.B) < 3*128
}

// Hue returns a label's "#rrggbb" color, made lighter where the page is dark so
// that it stays legible there. An unreadable value gives gray.
func Hue(hex string, dark bool) color.NRGBA {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	c := rgb(uint32(n))
	if err != nil || len(strings.TrimPrefix(hex, "#")) != 6 {
		c = rgb(0x6b6b6b)
	}
	want := 4.5
	if dark {
		for i := 0; i < 20 && textpaint.Contrast(c, rgb(0x141517)) < want; i++ {
			c = mix(c, rgb(0xffffff), 0.08)
		}
		return c
	}
	for i := 0; i < 20 && textpaint.Contrast(c, rgb(0xfffefb)) < want; i++ {
		c = mix(c, rgb(0x000000), 0.08)
	}
	return c
}

func rgb(n uint32) color.NRGBA {
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

// mix returns a with the share t of b in it.
func mix(a, b color.NRGBA, t float64) color.NRGBA {
	f := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return color.NRGBA{R: f(a.R, b.R), G: f(a.G, b.G), B: f(a.B, b.B), A: 255}
}
