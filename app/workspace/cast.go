package workspace

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bluepencil/bluepencil/annotate"
)

// Member is a person, an organisation or a nameless role of the open article.
type Member struct {
	Name     string          // the fullest form that the article has
	Label    string          // PERSON, ORG, or SPEAKER for a role
	Aliases  []string        // the other forms, in order of appearance
	Mentions []annotate.Span // in order
	Quotes   int             // how many quotes are theirs
}

// castOf gathers the mentions of people and organisations: whoever speaks first,
// then the most mentioned. Their places are the numbers that set a speaker, so
// the order follows as little as possible of what an editor changes.
func castOf(v *View) []Member {
	var cast []Member
	for _, label := range []string{annotate.Person, annotate.Org} {
		cast = append(cast, membersOf(v, label)...)
	}
	for _, q := range v.Quotes {
		if q.Speaker == "" {
			continue
		}
		i := slices.IndexFunc(cast, func(m Member) bool { return m.called(q.Speaker) })
		if i < 0 {
			cast = append(cast, Member{Name: q.Speaker, Label: annotate.Speaker})
			i = len(cast) - 1
		}
		cast[i].Quotes++
		if cast[i].Label == annotate.Speaker && q.Mention.ID != "" && !slices.ContainsFunc(cast[i].Mentions, func(s annotate.Span) bool { return s.ID == q.Mention.ID }) {
			cast[i].Mentions = append(cast[i].Mentions, q.Mention)
		}
	}
	slices.SortStableFunc(cast, func(a, b Member) int {
		return cmp.Or(cmp.Compare(a.silent(), b.silent()),
			cmp.Compare(len(b.Mentions), len(a.Mentions)), cmp.Compare(a.first(), b.first()))
	})
	return cast
}

// silent is 1 for a member who says nothing in the article, else 0.
func (m Member) silent() int {
	if m.Quotes == 0 {
		return 1
	}
	return 0
}

func (m Member) first() int {
	if len(m.Mentions) == 0 {
		return 0
	}
	return m.Mentions[0].Start
}

// called reports whether name is the member's name or one of its aliases.
func (m Member) called(name string) bool {
	return strings.EqualFold(m.Name, name) ||
		slices.ContainsFunc(m.Aliases, func(a string) bool { return strings.EqualFold(a, name) })
}

// form is one spelling of a name, with where it stands.
type form struct {
	name  string
	words []string // lower case, without stops
	spans []annotate.Span
}

// membersOf joins the forms of one label's names into members: a shorter form
// belongs to the one longer form that it is a part of. A form that could belong
// to two people stays by itself, for the editor to decide.
func membersOf(v *View, label string) []Member {
	forms := formsOf(v, label)
	slices.SortStableFunc(forms, func(a, b form) int { return cmp.Compare(len(b.words), len(a.words)) })
	var out []Member
	var heads []form
	for _, f := range forms {
		home := -1
		for i, h := range heads {
			if !partOf(f, h, label) {
				continue
			}
			if home >= 0 {
				home = -1
				break
			}
			home = i
		}
		if home < 0 {
			heads = append(heads, f)
			out = append(out, Member{Name: f.name, Label: label, Mentions: f.spans})
			continue
		}
		out[home].Aliases = append(out[home].Aliases, f.name)
		out[home].Mentions = append(out[home].Mentions, f.spans...)
	}
	for i := range out {
		slices.SortFunc(out[i].Mentions, annotate.CompareSpans)
	}
	return out
}

func formsOf(v *View, label string) []form {
	var forms []form
	at := map[string]int{}
	for _, sp := range v.Spans {
		if sp.Label != label || sp.State == annotate.Rejected {
			continue
		}
		name := strings.Join(strings.Fields(v.Document.Text[sp.Start:sp.End]), " ")
		key := strings.ToLower(name)
		i, ok := at[key]
		if !ok {
			i = len(forms)
			at[key] = i
			forms = append(forms, form{name: name, words: strings.FieldsFunc(key, between)})
		}
		forms[i].spans = append(forms[i].spans, sp)
	}
	return forms
}

func between(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == ',' }

// partOf reports whether the shorter form f names whom the longer form h names.
func partOf(f, h form, label string) bool {
	if len(f.words) == 0 || len(f.words) >= len(h.words) {
		return false
	}
	if label == annotate.Org {
		return len(f.words) == 1 && f.words[0] == initials(h.words)
	}
	tail := h.words[len(h.words)-len(f.words):]
	return slices.Equal(tail, f.words) || (len(f.words) == 1 && h.words[0] == f.words[0])
}

// initials returns the first letters of all words but "of", "the", "for" and "and".
func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		switch w {
		case "of", "the", "for", "and":
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return b.String()
}
