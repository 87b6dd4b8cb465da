package quote

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenArticles reads invented articles in many house styles. Beside each
// stand the names in it, and a golden file that lists its quotes with speaker,
// mention and reason.
func TestGoldenArticles(t *testing.T) {
	files, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			list, err := os.ReadFile(strings.TrimSuffix(f, ".txt") + ".names")
			if err != nil {
				t.Fatal(err)
			}
			got := golden(string(raw), strings.Split(strings.TrimSpace(string(list)), "\n"))
			name := strings.TrimSuffix(f, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(want), got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func golden(text string, names []string) string {
	var b strings.Builder
	for _, q := range Find(text, namesIn(text, names...)) {
		fmt.Fprintf(&b, "%s\n\t%s, by %q\n", text[q.Start:q.End], q.Kind, q.Speaker)
		if m := q.Mention; m != nil {
			fmt.Fprintf(&b, "\tmention: %s, %s\n", text[m.Start:m.End], m.Kind)
		}
		fmt.Fprintf(&b, "\t%s\n", q.Reason)
	}
	return b.String()
}
