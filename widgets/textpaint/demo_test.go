package textpaint

import (
	"bytes"
	"image/color"
	"strings"

	"github.com/bluepencil/bluepencil/widgets/textlay"
)

// Colors of the tests' labels.
var (
	blue   = color.NRGBA{0x1f, 0x57, 0xb0, 255}
	green  = color.NRGBA{0x1d, 0x76, 0x3c, 255}
	purple = color.NRGBA{0x7a, 0x3f, 0xa8, 255}
	orange = color.NRGBA{0x9a, 0x56, 0x00, 255}
	red    = color.NRGBA{0xb0, 0x2a, 0x2a, 255}
	gray   = color.NRGBA{0x5c, 0x5c, 0x5c, 255}
)

// noted is a text with highlights, written with marks: [words|TAG] or
// [words|TAG?] for a suggestion.
func noted(s string) (string, []Highlight) {
	var out bytes.Buffer
	var hs []Highlight
	var open []int
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '[':
			open = append(open, out.Len())
		case s[i] == '|' && len(open) > 0:
			end := strings.IndexByte(s[i:], ']')
			tag := s[i+1 : i+end]
			h := Highlight{ID: tag + string(rune('a'+len(hs))), Start: open[len(open)-1], End: out.Len()}
			h.Tag, h.Dashed = strings.TrimSuffix(tag, "?"), strings.HasSuffix(tag, "?")
			h.Style, h.Color = styleOf(h.Tag)
			hs = append(hs, h)
			open = open[:len(open)-1]
			i += end
		default:
			out.WriteByte(s[i])
		}
	}
	return out.String(), hs
}

func styleOf(tag string) (Style, color.NRGBA) {
	switch tag {
	case "QUOTE":
		return Ground, blue
	case "SPEAKER":
		return Box, purple
	case "CUE":
		return Dotted, gray
	case "PERSON":
		return Underline, purple
	case "ORG":
		return Underline, green
	case "GPE":
		return Underline, orange
	}
	return Underline, red
}

const harbor = "Harbor bridge to open in May after two-year delay\n" +
	"By Ines Calder\n\n" +
	"[PORT SELLICK|GPE] — The new harbor bridge will open to traffic on [May 4|DATE?], [two years|DATE] later than planned, [the [city of [Sellick|GPE]|GPE] council|ORG] [said|CUE] on [Tuesday|DATE].\n\n" +
	"[“We owe people an apology, and we owe them a bridge that [lasts a [hundred years|DATE?]|QUOTE?],”|QUOTE] [said|CUE] [Ana Roy|PERSON], [the council’s chief engineer|SPEAKER]. [“The steel was not good enough. We sent it back, twice, and I would do it again tomorrow if I had to.”|QUOTE]\n\n" +
	"[She|SPEAKER?] [added|CUE?] that tests by [Halden Marine|ORG?] had found [‘hairline cracks’|QUOTE?] in [14|CARDINAL] of [220|CARDINAL] beams. [« C’était inévitable »|QUOTE], [told|CUE] [reporters|SPEAKER] [Luc Ferrand|PERSON?] of [the [Franco-Sellick Chamber of [Trade|ORG]|ORG]|ORG].\n\n" +
	"The work cost [$41.5 million|MONEY], up from [$29 million|MONEY?]. Ferries will run until the end of [June|DATE].\n" +
	"Share this story · Sign up for our newsletter"

// harborBlocks are the paragraphs of the harbor story that are no body text.
func harborBlocks(text string) []textlay.Block {
	by, share := strings.Index(text, "By Ines"), strings.Index(text, "Share this")
	return []textlay.Block{
		{Start: 0, End: by - 1, Kind: textlay.Headline},
		{Start: by, End: by + 5, Kind: textlay.Byline},
		{Start: share, End: len(text), Kind: textlay.Boilerplate},
	}
}
