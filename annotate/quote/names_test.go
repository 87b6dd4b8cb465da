package quote

import (
	"regexp"
	"strings"
)

// capitalized stands in for an entity recognizer: runs of capitalized words
// that do not only begin sentences.
func capitalized(text string) []Name {
	run := regexp.MustCompile(`\p{Lu}[\p{L}\p{N}.&-]*(?:[’']\p{Lu}\p{L}+)?(?: (?:(?:de|van|von|der|of the|of) )?\p{Lu}[\p{L}\p{N}&-]*(?:[’']\p{Lu}\p{L}+)?\.?)*`)
	lx := lexicon()
	type found struct {
		at      []int
		initial bool
	}
	var all []found
	known := map[string]bool{}
	for _, at := range run.FindAllStringIndex(text, -1) {
		before := strings.TrimRight(text[:at[0]], " “\"‘'")
		initial := before == "" || strings.ContainsAny(before[len(before)-1:], ".!?\n")
		for {
			word, _, more := strings.Cut(text[at[0]:at[1]], " ")
			low := strings.ToLower(strings.TrimSuffix(word, "."))
			if l := lx[low]; l&(function|subject|title|role) == 0 {
				break
			}
			if !more {
				at[0] = at[1]
				break
			}
			at[0] += len(word) + 1
			initial = false
		}
		for at[1] > at[0] && text[at[1]-1] == '.' {
			at[1]--
		}
		if at[0] < at[1] {
			all = append(all, found{at, initial})
			if s := text[at[0]:at[1]]; !initial || strings.Contains(s, " ") {
				for _, w := range strings.Fields(s) {
					known[w] = true
				}
			}
		}
	}
	var out []Name
	for _, f := range all {
		s := text[f.at[0]:f.at[1]]
		if f.initial && !strings.Contains(s, " ") && !known[s] {
			continue
		}
		label := "PERSON"
		if strings.Contains(s, " of ") || len(s) < 6 && s == strings.ToUpper(s) {
			label = "ORG"
		}
		out = append(out, Name{f.at[0], f.at[1], label})
	}
	return out
}
