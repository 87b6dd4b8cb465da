package offset

import (
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// naive lists every place of text, counted the slow way.
func naive(text string) (places map[int]mark, lineColumn map[int][2]int) {
	places, lineColumn = map[int]mark{}, map[int][2]int{}
	at, line, column := mark{}, 0, 0
	for rest := text; ; {
		places[at.off], lineColumn[at.off] = at, [2]int{line, column}
		if rest == "" {
			return places, lineColumn
		}
		r, n := utf8.DecodeRuneInString(rest)
		at.off, at.runeOff, at.utf16Off, column = at.off+n, at.runeOff+1, at.utf16Off+1, column+1
		if r > 0xffff {
			at.utf16Off++
		}
		if r == '\n' {
			line, column = line+1, 0
		}
		rest = rest[n:]
	}
}

func checkMapper(t *testing.T, text string) {
	t.Helper()
	m := New(text)
	places, lineColumn := naive(text)
	if m.Runes() != places[len(text)].runeOff || m.UTF16() != places[len(text)].utf16Off {
		t.Fatalf("%q: Runes %d, UTF16 %d; want %+v", text, m.Runes(), m.UTF16(), places[len(text)])
	}
	valid := map[Unit]map[int]int{CodePoint: {}, UTF16: {}, Byte: {}}
	for off := -1; off <= len(text)+1; off++ {
		at, ok := places[off]
		want := wantError(ok, off, len(text))
		for _, u := range []Unit{CodePoint, UTF16, Byte} {
			got, err := m.To(u, off)
			if !errors.Is(err, want) || got != at.in(u) {
				t.Fatalf("%q: To(%s, %d) = %d, %v; want %d, %v", text, u, off, got, err, at.in(u), want)
			}
			if ok {
				valid[u][at.in(u)] = off
			}
		}
		line, column, err := m.ByteLineColumn(off)
		if lc := lineColumn[off]; !errors.Is(err, want) || line != lc[0] || column != lc[1] {
			t.Fatalf("%q: ByteLineColumn(%d) = %d, %d, %v; want %v, %v", text, off, line, column, err, lc, want)
		}
		if !ok {
			continue
		}
		if got, err := m.LineColumnByte(line, column); err != nil || got != off {
			t.Fatalf("%q: LineColumnByte(%d, %d) = %d, %v; want %d", text, line, column, got, err, off)
		}
	}
	for u, offs := range valid {
		end, _ := m.To(u, len(text))
		for n := -1; n <= end+1; n++ {
			off, ok := offs[n]
			got, err := m.From(u, n)
			if want := wantError(ok, n, end); !errors.Is(err, want) || got != off {
				t.Fatalf("%q: From(%s, %d) = %d, %v; want %d, %v", text, u, n, got, err, off, want)
			}
		}
	}
}

func wantError(ok bool, n, end int) error {
	switch {
	case ok:
		return nil
	case n < 0 || n > end:
		return ErrOutside
	}
	return ErrInside
}

func TestMapper_agreesWithCountingOneByOne(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) { checkMapper(t, s.text) })
		t.Run(s.name+", long", func(t *testing.T) { checkMapper(t, strings.Repeat(s.text, 1+600/(1+len(s.text)))) })
	}
	t.Run("bytes that are not text", func(t *testing.T) { checkMapper(t, "a\xff\x80é\xf0\x9f\n\xe2") })
}

func TestMapper_countsAsPythonAndJavaScriptDo(t *testing.T) {
	m := New("😀 “We won,” said Ana Roy.")
	for _, c := range []struct {
		name               string
		off, rune16, runes int
	}{
		{"before the emoji", 0, 0, 0},
		{"after the emoji", 4, 2, 1},
		{"the opening mark", 5, 3, 2},
		{"after the closing mark", 18, 12, 11},
		{"the name", 24, 18, 17},
		{"the end", 32, 26, 25},
	} {
		t.Run(c.name, func(t *testing.T) {
			runeOff, err := m.ByteRune(c.off)
			utf16Off, err16 := m.ByteUTF16(c.off)
			if err != nil || err16 != nil || runeOff != c.runes || utf16Off != c.rune16 {
				t.Errorf("byte %d is rune %d (%v), UTF-16 unit %d (%v); want %d, %d", c.off, runeOff, err, utf16Off, err16, c.runes, c.rune16)
			}
		})
	}
	if _, err := m.UTF16Byte(1); !errors.Is(err, ErrInside) {
		t.Errorf("the middle of a surrogate pair: %v, want ErrInside", err)
	}
	if _, err := m.ByteRune(1); !errors.Is(err, ErrInside) {
		t.Errorf("the middle of a rune: %v, want ErrInside", err)
	}
}

func TestMapper_refusesWhatIsNotAPlace(t *testing.T) {
	m := New("one\nzwölf")
	for _, c := range []struct {
		name         string
		line, column int
	}{
		{"a line before the first", -1, 0},
		{"a line behind the last", 2, 0},
		{"a column before the first", 0, -1},
		{"a column behind the line feed", 0, 4},
		{"a column behind the text", 1, 6},
		{"a column beyond counting", 1, math.MaxInt},
	} {
		t.Run(c.name, func(t *testing.T) {
			if off, err := m.LineColumnByte(c.line, c.column); !errors.Is(err, ErrOutside) {
				t.Errorf("got %d, %v; want ErrOutside", off, err)
			}
		})
	}
	if _, err := m.From("words", 0); err == nil {
		t.Error("From takes an unknown unit")
	}
	if _, err := m.To("", 0); err == nil {
		t.Error("To takes an empty unit")
	}
}

func TestParseUnit_knowsThreeUnits(t *testing.T) {
	for _, name := range []string{"codepoint", "utf16", "byte"} {
		if u, err := ParseUnit(name); err != nil || string(u) != name {
			t.Errorf("ParseUnit(%q) = %q, %v", name, u, err)
		}
	}
	for _, name := range []string{"", "bytes", "UTF16", "grapheme"} {
		if u, err := ParseUnit(name); err == nil || u != "" {
			t.Errorf("ParseUnit(%q) = %q, %v; want an error", name, u, err)
		}
	}
}

func TestMapper_servesSeveralGoroutines(t *testing.T) {
	text := strings.Repeat("“Zoë” 👍🏽 ", 100)
	m := New(text)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range m.Runes() {
				off, err := m.RuneByte(n)
				if back, err2 := m.ByteRune(off); err != nil || err2 != nil || back != n {
					t.Errorf("code point %d -> byte %d -> %d", n, off, back)
				}
			}
		})
	}
	wg.Wait()
}

func FuzzMapper(f *testing.F) {
	for _, s := range samples {
		f.Add(s.text)
	}
	f.Add("\xff\xf0\x9f\x98")
	f.Fuzz(func(t *testing.T, text string) {
		checkMapper(t, text)
		checkMapper(t, strings.Repeat(text, min(1+2*stride/(1+len(text)), 2*stride)))
	})
}

func BenchmarkMapper(b *testing.B) {
	news := strings.Repeat("“We won,” said Zoë Müller of Nantes, who has led the party for years. ", 1500)
	for _, c := range []struct{ name, text string }{
		{"news", news}, {"ASCII", strings.Repeat("plain text ", 10000)}, {"Chinese", strings.Repeat("東京の空", 9000)},
	} {
		m := New(c.text)
		b.Run("New/"+c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				New(c.text)
			}
		})
		b.Run("RuneByte/"+c.name, func(b *testing.B) {
			for n := 0; b.Loop(); n = (n + 7919) % m.Runes() {
				if _, err := m.RuneByte(n); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
