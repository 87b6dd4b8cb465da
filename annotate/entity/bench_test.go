package entity

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// words returns an article of about n words, made of those in testdata.
func words(b *testing.B, n int) string {
	b.Helper()
	names, _ := filepath.Glob("testdata/*.txt")
	var all strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
	}
	text := strings.Repeat(all.String()+"\n", 1+n/len(strings.Fields(all.String())))
	fields := 0
	for i := range text {
		if text[i] == ' ' || text[i] == '\n' {
			if fields++; fields == n {
				return text[:i]
			}
		}
	}
	return text
}

// BenchmarkFind shows the time for an article of 1,000 words, and that ten times
// the words take ten times as long.
func BenchmarkFind(b *testing.B) {
	lists()
	for _, n := range []int{1000, 10000, 100000} {
		text := words(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(text)
			}
		})
	}
}

// BenchmarkLoad shows what the first article waits for.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}

// BenchmarkHostile shows that one endless run of capitals is no trap.
func BenchmarkHostile(b *testing.B) {
	lists()
	for _, n := range []int{1000, 10000} {
		text := strings.Repeat("Of The King And San ", n/5)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				Find(text)
			}
		})
	}
}
