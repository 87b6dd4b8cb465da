// Package assets holds what the program carries with it: fonts for reading, the
// icon, and the sample articles of the first run. Start with [Samples].
package assets

import (
	"embed"
	_ "embed" // for the fonts and the icon
	"io/fs"
	"path"
	"slices"
)

//go:embed fonts/NotoSerif-Regular.ttf
var serif []byte

//go:embed fonts/NotoSerif-Bold.ttf
var serifBold []byte

//go:embed icon.png
var icon []byte

//go:embed samples/*.txt
var samples embed.FS

// Serif returns the page's serif typeface as a TrueType file.
func Serif() []byte { return serif }

// SerifBold returns the bold cut of [Serif].
func SerifBold() []byte { return serifBold }

// Icon returns the application's icon as a PNG file of 512 by 512 pixels.
func Icon() []byte { return icon }

// Sample is an invented article that shows what the program does.
type Sample struct{ Name, Text string }

// Samples returns the sample articles in the order in which the first project
// lists them.
func Samples() []Sample {
	names, err := fs.Glob(samples, "samples/*.txt")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	slices.Sort(names)
	out := make([]Sample, len(names))
	for i, name := range names {
		raw, err := samples.ReadFile(name)
		if err != nil {
			panic(err) // the file is part of the program
		}
		out[i] = Sample{Name: path.Base(name), Text: string(raw)}
	}
	return out
}
