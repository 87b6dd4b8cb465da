package quote

import (
	"os"
	"testing"
)

func TestShow(t *testing.T) {
	p := os.Getenv("ARTICLE")
	if p == "" {
		t.Skip()
	}
	b, _ := os.ReadFile(p)
	text := string(b)
	for i, q := range Find(text, capitalized(text)) {
		m := ""
		if q.Mention != nil {
			m = text[q.Mention.Start:q.Mention.End]
		}
		t.Logf("%d %.2f %s %q\n     SPEAKER %q MENTION %q  %s", i+1, q.Score, q.Kind, brief(text[q.Start:q.End]), q.Speaker, m, q.Reason)
	}
}
