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
	return "", fmt.Errorf("offsets in %q: the units are codepoint, utf16 and byte", name)
}

// Errors of a conversion. They come wrapped, with the offset that is meant.
var (
	ErrOutside = errors.New("it lies outside the text")
	ErrInside  = errors.New("it lies inside a character")
)

// stride is the distance in bytes between two checkpoints: a conversion walks
// over at most that much text.
const stride = 128

// mark is one place, counted in three ways.
type mark struct{ off, runeOff, utf16Off int }

// Mapper converts offsets into one text between units, each in logarithmic time.
// It is immutable and safe for use by several goroutines.
type Mapper struct {
	text  string
	marks []mark // a checkpoint each stride bytes, on whole characters; nil for ASCII
	end   mark
	lines []int // where each line starts, in bytes
}

// New returns a Mapper for text, which should be valid UTF-8: any other byte
// counts as one code point and one UTF-16 unit. A line feed ends a line.
func New(text string) *Mapper {
	m := &Mapper{text: text, lines: make([]int, 1, strings.Count(text, "\n")+1)}
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
	m.marks = make([]mark, 0, len(text)/stride+1)
	at, next := mark{}, 0
	for at.off < len(text) {
		if at.off >= next {
			m.marks = append(m.marks, at)
			next += stride
		}
		at = at.step(text)
	}
	m.end = at
	return m
}

// step returns the place after the character at a.
func (a mark) step(text string) mark {
	n, utf16 := 1, 1
	if text[a.off] >= utf8.RuneSelf {
		var r rune
		if r, n = utf8.DecodeRuneInString(text[a.off:]); r > 0xffff {
			utf16 = 2
		}
	}
	return mark{a.off + n, a.runeOff + 1, a.utf16Off + utf16}
}

// in returns how far a is from the start of the text, counted in u.
func (a mark) in(u Unit) int {
	switch u {
	case CodePoint:
		return a.runeOff
	case UTF16:
		return a.utf16Off
	}
	return a.off
}

// Runes returns the length of the text in code points.
func (m *Mapper) Runes() int { return m.end.runeOff }

// UTF16 returns the length of the text in UTF-16 units.
func (m *Mapper) UTF16() int { return m.end.utf16Off }

// find walks to the place that is n units from the start.
func (m *Mapper) find(u Unit, n int) (mark, error) {
	switch end := m.end.in(u); {
	case n < 0 || n > end:
		return mark{}, fmt.Errorf("offset %d of %d (%s): %w", n, end, u, ErrOutside)
	case n == end:
		return m.end, nil
	case m.marks == nil:
		return mark{n, n, n}, nil
	}
	at := m.marks[sort.Search(len(m.marks), func(i int) bool { return m.marks[i].in(u) > n })-1]
	for at.in(u) < n {
		at = at.step(m.text)
	}
	if at.in(u) != n {
		return mark{}, fmt.Errorf("offset %d (%s): %w", n, u, ErrInside)
	}
	return at, nil
}

// convert turns an offset in unit from into one in unit to.
func (m *Mapper) convert(from, to Unit, n int) (int, error) {
	at, err := m.find(from, n)
	return at.in(to), err
}

// ByteRune converts bytes to code points. Like every conversion it returns
// ErrOutside for offsets before or behind the text and ErrInside for those
// within a character.
func (m *Mapper) ByteRune(off int) (int, error) { return m.convert(Byte, CodePoint, off) }

// RuneByte converts code points to bytes.
func (m *Mapper) RuneByte(runeOff int) (int, error) { return m.convert(CodePoint, Byte, runeOff) }

// ByteUTF16 converts bytes to UTF-16 units.
func (m *Mapper) ByteUTF16(off int) (int, error) { return m.convert(Byte, UTF16, off) }

// UTF16Byte converts UTF-16 units to bytes. The middle of a surrogate pair is
// ErrInside.
func (m *Mapper) UTF16Byte(utf16Off int) (int, error) { return m.convert(UTF16, Byte, utf16Off) }

// From converts an offset in unit u to bytes.
func (m *Mapper) From(u Unit, n int) (off int, err error) {
	if _, err := ParseUnit(string(u)); err != nil {
		return 0, err
	}
	return m.convert(u, Byte, n)
}

// To converts bytes to an offset in unit u.
func (m *Mapper) To(u Unit, off int) (int, error) {
	if _, err := ParseUnit(string(u)); err != nil {
		return 0, err
	}
	return m.convert(Byte, u, off)
}

// ByteLineColumn converts bytes to a line and a column, both counted from 0; the
// column is in code points.
func (m *Mapper) ByteLineColumn(off int) (line, column int, err error) {
	at, err := m.find(Byte, off)
	if err != nil {
		return 0, 0, err
	}
	line = sort.SearchInts(m.lines, off+1) - 1
	start, err := m.find(Byte, m.lines[line])
	return line, at.runeOff - start.runeOff, err
}

// LineColumnByte converts a line and a column in code points, both counted from
// 0, to bytes. The place before the line feed is the last of a line; a column
// behind it is ErrOutside.
func (m *Mapper) LineColumnByte(line, column int) (int, error) {
	if line < 0 || line >= len(m.lines) || column < 0 {
		return 0, fmt.Errorf("line %d, column %d: %w", line, column, ErrOutside)
	}
	start, err := m.find(Byte, m.lines[line])
	if err != nil {
		return 0, err
	}
	end := len(m.text)
	if line+1 < len(m.lines) {
		end = m.lines[line+1] - 1
	}
	off, err := m.RuneByte(start.runeOff + column)
	if err != nil || off > end {
		return 0, fmt.Errorf("line %d, column %d: %w", line, column, ErrOutside)
	}
	return off, nil
}
