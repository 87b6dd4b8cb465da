package agreement

import (
	"testing"

	"github.com/bluepencil/bluepencil/annotate"
)

func TestCast_sameSpeaker(t *testing.T) {
	const article = "[Ana Roy|PERSON], [Ana Maria Cruz|PERSON] and her brother [Luis Cruz|PERSON], [Zoë O’Brien-Smith|PERSON], " +
		"[Steve Witkoff|PERSON], [Witkoff|PERSON], [Jean de la Tour|PERSON], [Okafor Jr.|PERSON], [Ibe Cafe\u0301|PERSON] of " +
		"[Transport Infrastructure Ireland|ORG], [Cork|GPE] and [Wayfair|ORG]."
	text, m := parse(t, article)
	cast := castOf(text, marksOf(text, m, func(annotate.State) bool { return true }))
	for _, c := range []struct {
		name, said, want string
		label            string
		right            bool
	}{
		{"in full", "Ana Roy", "Ana Roy", "", true},
		{"ignoring case", "ANA ROY", "Ana Roy", "", true},
		{"nobody", "", "Ana Roy", "", false},
		{"somebody else", "Luis Cruz", "Ana Roy", "", false},
		{"the last name", "Roy", "Ana Roy", "", true},
		{"the last name, which others only repeat", "Witkoff", "Steve Witkoff", "", true},
		{"with a courtesy title", "Mr. Witkoff", "Steve Witkoff", "", true},
		{"a last name of two people", "Cruz", "Luis Cruz", "", false},
		{"a first name of two people", "Ana", "Ana Roy", "", false},
		{"the part that only one has", "Maria", "Ana Maria Cruz", "", true},
		{"first and last name without the middle", "Ana Cruz", "Ana Maria Cruz", "", true},
		{"two words of three that are another person’s", "Maria Roy", "Ana Maria Cruz", "", false},
		{"more than the name", "Ana Roy Cruz", "Ana Roy", "", false},
		{"a possessive and a straight apostrophe", "O'Brien-Smith's", "Zoë O’Brien-Smith", "", true},
		{"a composed accent", "Ibe Café", "Ibe Cafe\u0301", "", true},
		{"particles of a name make no role", "de la Tour", "Jean de la Tour", "", true},
		{"a pronoun", "she", "Ana Roy", "", false},
		{"a pronoun even if the gold has it", "she", "She", "", false},
		{"a role for a name", "the treasurer", "Ana Roy", "", false},
		{"a role as printed", "a spokeswoman for the bank", "a spokeswoman for the bank", "", true},
		{"another article and preposition", "the bank’s spokeswoman", "a spokeswoman for the bank", "", true},
		{"half a role", "the spokeswoman", "a spokeswoman for the bank", "", true},
		{"less than half", "the spokeswoman", "a spokeswoman for the old bank", "", false},
		{"another role", "the minister", "a spokeswoman for the bank", "", false},
		{"an organization’s short name", "Infrastructure Ireland", "Transport Infrastructure Ireland", "", true},
		{"too short", "Ireland", "Transport Infrastructure Ireland", "", false},
		{"a role that names an organization", "A spokesperson", "A spokesperson for Cork", "", true},
		{"an organization that no span names", "the Harbour Board", "Harbour Board of Lagos", "ORG", true},
		{"a person that no span names", "Doe", "Jane Doe", "PERSON", true},
		{"a person that no span names is not half another", "Jane Roe", "Jane Doe", "PERSON", false},
		{"a name of no kind", "Jane", "Jane Doe", "", true},
		{"Hebrew", "כהן", "דוד כהן", "PERSON", true},
		{"Chinese", "王伟", "王伟", "", true},
		{"only signs", "—", "Ana Roy", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cast.same(c.said, c.want, c.label); got != c.right {
				t.Errorf("%q for %q: %v", c.said, c.want, got)
			}
		})
	}
}

func TestCompare_speakersByMention(t *testing.T) {
	const gold = "[“It is over,”|QUOTE speaker=#s] [said|CUE] [former mayor Ana Roy|SPEAKER#s]. [“We know that,”|QUOTE speaker=#t] [he|SPEAKER#t] said."
	for _, c := range []struct {
		name, found string
		want        Attribution
	}{
		{
			"a mention that overlaps", "[“It is over,”|QUOTE speaker=#s] [said|CUE] former mayor [Ana Roy|PERSON#s]. [“We know that,”|QUOTE speaker=#t] [he|SPEAKER#t] said.",
			Attribution{Gold: 2, Found: 2, Answered: 2, Right: 2},
		},
		{
			"the last name elsewhere", "[“It is over,”|QUOTE speaker=\"Ann Roy\"] [said|CUE] former mayor Ana Roy. “We know that,” he said.",
			Attribution{Gold: 2, Found: 1, Answered: 1, Right: 1},
		},
		{
			"a name is no pronoun’s", "[“It is over,”|QUOTE] [said|CUE] former mayor Ana Roy. [“We know that,”|QUOTE speaker=\"Ana Roy\"] he said.",
			Attribution{Gold: 2, Found: 2, Answered: 1, Right: 0},
		},
		{
			"a word that is no name", "[“It is over,”|QUOTE speaker=\"the mayor\"] [said|CUE] former mayor Ana Roy. “We know that,” he said.",
			Attribution{Gold: 2, Found: 1, Answered: 1, Right: 0},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, r := compared(t, gold, c.found)
			if r.Score.Mentions != c.want {
				t.Errorf("got %+v", r.Score.Mentions)
			}
			if r.Score.Speakers != (Attribution{}) {
				t.Errorf("names that the gold does not have were scored: %+v", r.Score.Speakers)
			}
		})
	}
}
