package offset

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// clusterStarts cuts the whole text at once.
func clusterStarts(text string) []int {
	starts := []int{0}
	for at, rest, state := 0, text, -1; rest != ""; {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(c)
		starts = append(starts, at)
	}
	return starts
}

func checkBoundaries(t *testing.T, text string) {
	t.Helper()
	starts := clusterStarts(text)
	for off := 0; off <= len(text); off++ {
		i, want := slices.BinarySearch(starts, off)
		if got := IsBoundary(text, off); got != want {
			t.Fatalf("IsBoundary(%q, %d) = %v, want %v", text, off, got, want)
		}
		start, end := off, off
		if !want {
			start, end = starts[i-1], starts[i]
		}
		if got := SnapStart(text, off); got != start {
			t.Fatalf("SnapStart(%q, %d) = %d, want %d", text, off, got, start)
		}
		if got := SnapEnd(text, off); got != end {
			t.Fatalf("SnapEnd(%q, %d) = %d, want %d", text, off, got, end)
		}
	}
}

func TestIsBoundary_agreesWithTheWholeTextCutAtOnce(t *testing.T) {
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) { checkBoundaries(t, s.text) })
	}
	long := []struct{ name, text string }{
		{"many flags in a row", strings.Repeat("🇩🇪", 200) + "🇫"},
		{"long Chinese text without a space", strings.Repeat("東京の空が青い", 100)},
		{"a long pile of accents", "e" + strings.Repeat("\u0301", 500) + "x"},
		{"a long chain of joined emoji", strings.Repeat("👩\u200d", 150) + "👧"},
	}
	for _, s := range long {
		t.Run(s.name, func(t *testing.T) { checkBoundaries(t, s.text) })
	}
}

func TestIsBoundary_isFalseOutsideTheText(t *testing.T) {
	for _, off := range []int{-1, 4, 1 << 40} {
		if IsBoundary("abc", off) {
			t.Errorf("IsBoundary(abc, %d) is true", off)
		}
	}
}

func TestSnap_clampsToTheText(t *testing.T) {
	for _, c := range []struct{ off, want int }{{-5, 0}, {99, 3}} {
		if got := SnapStart("abc", c.off); got != c.want {
			t.Errorf("SnapStart(abc, %d) = %d, want %d", c.off, got, c.want)
		}
		if got := SnapEnd("abc", c.off); got != c.want {
			t.Errorf("SnapEnd(abc, %d) = %d, want %d", c.off, got, c.want)
		}
	}
}

func TestSnap_neverPanicsOnBytesThatAreNotText(t *testing.T) {
	bad := "a\xff\x80\xf0\x9f\u200d\x80b\xe2"
	for off := -1; off <= len(bad)+1; off++ {
		start, end := SnapStart(bad, off), SnapEnd(bad, off)
		if start < 0 || end > len(bad) || start > end {
			t.Errorf("offset %d snaps to [%d, %d)", off, start, end)
		}
	}
}

func FuzzIsBoundary(f *testing.F) {
	for _, s := range samples {
		f.Add(s.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "\u200d🇺")
		}
		checkBoundaries(t, text)
	})
}

func BenchmarkIsBoundary(b *testing.B) {
	text := strings.Repeat("“We won,” said Zoë Müller of 東京. 👩‍👩‍👧‍👦 ", 2000)
	b.ReportAllocs()
	for off := 0; b.Loop(); off = (off + 7919) % len(text) {
		IsBoundary(text, off)
	}
}
