package offset

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Unit is what an offset counts.
type Unit string

// The units.
const (
	CodePoint Unit = "codepoint" // Unicode code points, as in Python
	UTF16     Unit = "utf16"     // UTF-16 code units, as in JavaScript and Java
	Byte      Unit = "byte"      // UTF-8 bytes, the house's own
)

// ParseUnit returns the unit of that name.
func ParseUnit(name string) (Unit, error) {
	switch u := Unit(name); u {
	case CodePoint, UTF16, Byte:
		return u, nil
	}
	return "", fmt.Errorf("offsets %q are not codepoint, utf16 or byte", name)
}

// Errors of a conversion.
var (
	ErrOutside = errors.New("the offset lies outside the text")
	ErrInside  = errors.New("the offset lies inside a character")
)

// stride is the distance in bytes between two checkpoints: a conversion walks
// over at most that much text.
const stride = 256

// mark is a checkpoint: the same place counted in three ways.
type mark struct{ off, runeOff, utf16Off int }

// Mapper converts offsets into one text between units. It is immutable and safe
// for use by several goroutines.
type Mapper struct {
	text  string
	marks []mark // every stride bytes, on rune boundaries; nil for ASCII
	end   mark
	lines []int // where each line starts, in bytes
}

// New returns a Mapper for text, which must be valid UTF-8; other bytes count
// as one code point each.
func New(text string) *Mapper {
	m := &Mapper{text: text, lines: []int{0}}
	ascii := true
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			m.lines = append(m.lines, i+1)
		}
		ascii = ascii && text[i] < utf8.RuneSelf
	}
	if ascii {
		m.end = mark{len(text), len(text), len(text)}
		return m
	}
	at, next := mark{}, 0
	for at.off < len(text) {
		if at.off >= next {
			m.marks = append(m.marks, at)
			next = at.off + stride
		}
		at = at.step(text)
	}
	m.end = at
	return m
}

// step returns the place after the rune at a.
func (a mark) step(text string) mark {
	r, n := utf8.DecodeRuneInString(text[a.off:])
	a.off += n
	a.runeOff++
	a.utf16Off++
	if r > 0xffff {
		a.utf16Off++
	}
	return a
}

// Runes returns the length of the text in code points.
func (m *Mapper) Runes() int { return m.end.runeOff }

// UTF16 returns the length of the text in UTF-16 units.
func (m *Mapper) UTF16() int { return m.end.utf16Off }

// find walks to the place whose count is n.
func (m *Mapper) find(n int, count func(mark) int) (mark, error) {
	switch {
	case n < 0 || n > count(m.end):
		return mark{}, fmt.Errorf("%d of %d: %w", n, count(m.end), ErrOutside)
	case n == count(m.end):
		return m.end, nil
	case m.marks == nil:
		return mark{n, n, n}, nil
	}
	i := sort.Search(len(m.marks), func(i int) bool { return count(m.marks[i]) > n }) - 1
	at := m.marks[i]
	for count(at) < n {
		at = at.step(m.text)
	}
	if count(at) != n {
		return mark{}, fmt.Errorf("%d: %w", n, ErrInside)
	}
	return at, nil
}

func (m *Mapper) atByte(off int) (mark, error)       { return m.find(off, func(a mark) int { return a.off }) }
func (m *Mapper) atRune(runeOff int) (mark, error)   { return m.find(runeOff, func(a mark) int { return a.runeOff }) }
func (m *Mapper) atUTF16(utf16Off int) (mark, error) { return m.find(utf16Off, func(a mark) int { return a.utf16Off }) }

// ByteRune converts bytes to code points.
func (m *Mapper) ByteRune(off int) (int, error) {
	a, err := m.atByte(off)
	return a.runeOff, err
}

// RuneByte converts code points to bytes.
func (m *Mapper) RuneByte(runeOff int) (int, error) {
	a, err := m.atRune(runeOff)
	return a.off, err
}

// ByteUTF16 converts bytes to UTF-16 units.
func (m *Mapper) ByteUTF16(off int) (int, error) {
	a, err := m.atByte(off)
	return a.utf16Off, err
}

// UTF16Byte converts UTF-16 units to bytes. The middle of a surrogate pair is
// ErrInside.
func (m *Mapper) UTF16Byte(utf16Off int) (int, error) {
	a, err := m.atUTF16(utf16Off)
	return a.off, err
}

// From converts an offset in unit u to bytes.
func (m *Mapper) From(u Unit, n int) (off int, err error) {
	switch u {
	case CodePoint:
		return m.RuneByte(n)
	case UTF16:
		return m.UTF16Byte(n)
	case Byte:
		a, err := m.atByte(n)
		return a.off, err
	}
	_, err = ParseUnit(string(u))
	return 0, err
}

// To converts bytes to an offset in unit u.
func (m *Mapper) To(u Unit, off int) (int, error) {
	switch u {
	case CodePoint:
		return m.ByteRune(off)
	case UTF16:
		return m.ByteUTF16(off)
	case Byte:
		a, err := m.atByte(off)
		return a.off, err
	}
	_, err := ParseUnit(string(u))
	return 0, err
}

// ByteLineColumn converts bytes to a line and a column, both counted from 0; the
// column is in code points.
func (m *Mapper) ByteLineColumn(off int) (line, column int, err error) {
	a, err := m.atByte(off)
	if err != nil {
		return 0, 0, err
	}
	line = sort.SearchInts(m.lines, off+1) - 1
	start, err := m.atByte(m.lines[line])
	return line, a.runeOff - start.runeOff, err
}

// LineColumnByte converts a line and a column in code points, both counted from
// 0, to bytes. A column behind the line's end is ErrOutside.
func (m *Mapper) LineColumnByte(line, column int) (int, error) {
	if line < 0 || line >= len(m.lines) || column < 0 {
		return 0, fmt.Errorf("line %d, column %d: %w", line, column, ErrOutside)
	}
	start, err := m.atByte(m.lines[line])
	if err != nil {
		return 0, err
	}
	end := len(m.text)
	if i := strings.IndexByte(m.text[start.off:], '\n'); i >= 0 {
		end = start.off + i
	}
	off, err := m.RuneByte(start.runeOff + column)
	if err != nil || off > end {
		return 0, fmt.Errorf("line %d, column %d: %w", line, column, ErrOutside)
	}
	return off, nil
}
