package suggest

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/bluepencil/bluepencil/annotate/marked"
)

// BenchmarkNews reads the corpus's development articles, one after the other, on
// one core. Budget: 500,000 words a second.
func BenchmarkNews(b *testing.B) {
	files, err := filepath.Glob("../testdata/corpus/dev/*.marked")
	if err != nil || len(files) == 0 {
		b.Skip("the corpus is not here")
	}
	sort.Strings(files)
	var texts []string
	words, size := 0, 0
	for _, f := range files {
		in, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		text, _, err := marked.Parse(string(in))
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, text)
		words += len(strings.Fields(text))
		size += len(text)
	}
	Article(texts[0])
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			Article(t)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
