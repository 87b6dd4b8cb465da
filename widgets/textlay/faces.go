package textlay

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Weight chooses one of the faces of a [Faces].
type Weight uint8

// The weights. Label is for the small tags beside the words.
const (
	Regular Weight = iota
	Bold
	Label
	weights
)

// Fonts are the font files that a page is set in.
type Fonts struct {
	Regular  []byte   // TrueType or OpenType; needed
	Bold     []byte   // Regular where nil
	Label    []byte   // Regular where nil
	Fallback [][]byte // asked in this order for what the others lack; read when first needed
	System   *System  // asked last; nil asks no one
}

// Faces are the parsed fonts and the cache of shaped words. One goroutine at a
// time may use them; several layouts may share them.
type Faces struct {
	list   []*font.Face
	ids    map[*font.Font]uint16
	chain  [weights][]*source
	system *System
	shaper shaping.HarfbuzzShaper
	young  map[wordKey]*chunk
	old    map[wordKey]*chunk
	metric Metrics
}

// source is a font file that is parsed when it is first needed.
type source struct {
	data []byte
	id   uint16
	read bool
	bad  bool
}

// Metrics are sizes of the regular face, in em.
type Metrics struct {
	Ascent, Descent    float32 // of a line's box, both positive
	CapHeight, XHeight float32
	AverageWidth       float32 // of a letter in English text, with its share of spaces
}

// NewFaces parses the fonts. It fails where the regular, bold or label font is no
// font; unreadable fallbacks are passed over.
func NewFaces(f Fonts) (*Faces, error) {
	fs := &Faces{
		ids: map[*font.Font]uint16{}, system: f.System,
		young: map[wordKey]*chunk{}, old: map[wordKey]*chunk{},
	}
	if len(f.Regular) == 0 {
		return nil, errors.New("faces: no regular font")
	}
	fs.shaper.SetFontCacheSize(32)
	regular := &source{data: f.Regular}
	own := [weights]*source{Regular: regular, Bold: regular, Label: regular}
	if len(f.Bold) > 0 {
		own[Bold] = &source{data: f.Bold}
	}
	if len(f.Label) > 0 {
		own[Label] = &source{data: f.Label}
	}
	var rest []*source
	for _, data := range f.Fallback {
		if len(data) > 0 {
			rest = append(rest, &source{data: data})
		}
	}
	for w, s := range own {
		if err := fs.load(s); err != nil {
			return nil, fmt.Errorf("faces: %w", err)
		}
		fs.chain[w] = append([]*source{s}, rest...)
	}
	fs.measure()
	return fs, nil
}

// load parses a font file once.
func (fs *Faces) load(s *source) error {
	if s.read {
		if s.bad {
			return errors.New("not a font")
		}
		return nil
	}
	s.read = true
	face, err := font.ParseTTF(bytes.NewReader(s.data))
	if err != nil || face.Upem() == 0 {
		s.bad = true
		return fmt.Errorf("not a font: %w", err)
	}
	s.id = fs.intern(face)
	return nil
}

// intern numbers a face.
func (fs *Faces) intern(face *font.Face) uint16 {
	if id, ok := fs.ids[face.Font]; ok {
		return id
	}
	id := uint16(len(fs.list))
	fs.list = append(fs.list, face)
	fs.ids[face.Font] = id
	return id
}

// Face returns the face that a [Glyph] names.
func (fs *Faces) Face(id uint16) *font.Face { return fs.list[id] }

// Metrics returns the sizes of the regular face.
func (fs *Faces) Metrics() Metrics { return fs.metric }

// sample is for the width of an average letter.
const sample = "the council met in the old town hall on a wet tuesday evening and voted for the bridge"

func (fs *Faces) measure() {
	face := fs.list[0]
	upem := float32(face.Upem())
	m := Metrics{
		CapHeight: face.LineMetric(font.CapHeight) / upem,
		XHeight:   face.LineMetric(font.XHeight) / upem,
	}
	if m.CapHeight <= 0.3 || m.CapHeight > 1 {
		m.CapHeight = 0.7
	}
	if m.XHeight <= 0.2 || m.XHeight > m.CapHeight {
		m.XHeight = 0.5
	}
	m.Ascent, m.Descent = m.CapHeight+0.2, 0.28
	m.AverageWidth = fs.Shape(sample, Regular).Adv / float32(len(sample))
	if m.AverageWidth <= 0 {
		m.AverageWidth = 0.5
	}
	fs.metric = m
}

// pick returns the face for a grapheme cluster: the first of the chain that has
// all of its characters, or else the first that has its base. pending says that
// the system has been asked and may know more later.
func (fs *Faces) pick(cluster []rune, w Weight) (id uint16, pending bool) {
	chain := fs.chain[w]
	if len(chain) > 1 && wantsPicture(cluster) {
		for _, s := range chain[1:] {
			if fs.load(s) == nil && covers(fs.list[s.id], cluster) {
				return s.id, false
			}
		}
	}
	for _, s := range chain {
		if fs.load(s) == nil && covers(fs.list[s.id], cluster) {
			return s.id, false
		}
	}
	if fs.system != nil {
		face, known := fs.system.find(cluster[0], w == Bold)
		if face != nil {
			return fs.intern(face), false
		}
		pending = !known
	}
	for _, s := range chain {
		if fs.load(s) == nil {
			if _, ok := fs.list[s.id].NominalGlyph(cluster[0]); ok {
				return s.id, pending
			}
		}
	}
	return chain[0].id, pending
}

// wantsPicture reports whether a cluster asks for its emoji form, which a text
// face may have in parts only.
func wantsPicture(cluster []rune) bool {
	for _, r := range cluster {
		if r == 0xFE0F || r == 0x200D || r >= 0x1F000 {
			return true
		}
	}
	return false
}

func covers(face *font.Face, cluster []rune) bool {
	for _, r := range cluster {
		if ignorable(r) {
			continue
		}
		if _, ok := face.NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

// ignorable reports whether a character draws nothing of its own, so that no
// face need have it.
func ignorable(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE0FFF, r == 0xFEFF, r == 0xAD, r == 0x034F, r == 0x061C:
		return true
	}
	return false
}

// shapeRun shapes runes[from:to] in one face. Advances and places are in em.
func (fs *Faces) shapeRun(runes []rune, from, to int, id uint16, script language.Script, rtl bool) []shaping.Glyph {
	face := fs.list[id]
	dir := di.DirectionLTR
	if rtl {
		dir = di.DirectionRTL
	}
	out := fs.shaper.Shape(shaping.Input{
		Text: runes, RunStart: from, RunEnd: to, Direction: dir, Face: face,
		// At a whole number of pixels per em, since the shaper rounds others up;
		// at the font's own units nothing is lost.
		Size: fixed.I(int(face.Upem())), Script: script, Language: "en",
	})
	return out.Glyphs
}
