package textpaint

import (
	"image/color"
	"math"
)

// Palette is the colors of a page. All but Selection are opaque.
type Palette struct {
	Paper     color.NRGBA
	Ink       color.NRGBA // body text
	Quiet     color.NRGBA // bylines, captions and boilerplate
	Accent    color.NRGBA // handles
	Selection color.NRGBA // laid over the paper and the grounds
	Dark      bool
}

// Light returns the colors of a page by day.
func Light() Palette {
	return Palette{
		Paper: rgb(0xfffefb), Ink: rgb(0x1f1e1b), Quiet: rgb(0x65625b), Accent: rgb(0x1f57b0),
		Selection: color.NRGBA{0x3b, 0x7d, 0xe0, 0x46},
	}
}

// Dark returns the colors of a page by night.
func Dark() Palette {
	return Palette{
		Paper: rgb(0x141517), Ink: rgb(0xe7e4dd), Quiet: rgb(0xa5a198), Accent: rgb(0x84aef5),
		Selection: color.NRGBA{0x5b, 0x8f, 0xe6, 0x50}, Dark: true,
	}
}

func rgb(n uint32) color.NRGBA {
	return color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 255}
}

// legible is the least contrast of text with what it stands on (WCAG 2.2, 1.4.3).
const legible = 4.5

// Contrast returns the contrast ratio of two opaque colors, 1 to 21 (WCAG 2.2).
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// over returns what is seen of c, with its alpha, on an opaque ground.
func over(ground, c color.NRGBA) color.NRGBA {
	f := func(g, v uint8) uint8 {
		a := uint32(c.A)
		return uint8((uint32(v)*a + uint32(g)*(255-a) + 127) / 255)
	}
	return color.NRGBA{f(ground.R, c.R), f(ground.G, c.G), f(ground.B, c.B), 255}
}

func alpha(c color.NRGBA, a float64) color.NRGBA {
	c.A = uint8(math.Round(255 * min(max(a, 0), 1)))
	return c
}

// Readable returns c, moved toward the ink as far as small text in it needs to be
// read on the paper.
func (p Palette) Readable(c color.NRGBA) color.NRGBA {
	c.A = 255
	for i := 0; i < 24 && Contrast(c, p.Paper) < legible; i++ {
		c = over(c, alpha(p.Ink, 0.12))
	}
	return c
}

// How strongly a ground is tinted: confirmed and suggested, by day and by night.
// Each ground inside another adds less than the one around it, so that text in a
// deep nest stays legible.
const (
	lightTint, lightFaint = 0.17, 0.09
	darkTint, darkFaint   = 0.16, 0.10
	nestedTint            = 0.55
	maxDepth              = 4
)

// tint returns the translucent color of a ground that depth others lie under.
func (p Palette) tint(h *Highlight, depth int) color.NRGBA {
	a, faint := lightTint, lightFaint
	if p.Dark {
		a, faint = darkTint, darkFaint
	}
	if h.Dashed {
		a = faint
	}
	if h.Faint {
		a = faint / 2
	}
	c := p.Readable(h.Color)
	return alpha(c, a*p.strength(c)*math.Pow(nestedTint, float64(min(depth, maxDepth))))
}

// strength returns how much of a tint's alpha a color is given: by night bright
// colors would eat the contrast of the words.
func (p Palette) strength(c color.NRGBA) float64 {
	if !p.Dark {
		return 1
	}
	return min(1, 0.3/luminance(c))
}

// pickedTint is the ground behind the picked highlight, whatever its style.
func (p Palette) pickedTint(c color.NRGBA) color.NRGBA {
	c = p.Readable(c)
	return alpha(c, 0.12*p.strength(c))
}

// line returns the color of a highlight's underline, frame or tag.
func (p Palette) line(h *Highlight) color.NRGBA {
	c := p.Readable(h.Color)
	if h.Faint {
		return over(p.Paper, alpha(c, 0.45))
	}
	return c
}
