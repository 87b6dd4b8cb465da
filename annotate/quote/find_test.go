package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// namesIn returns every occurrence of the given names as whole words; a name
// may carry a label, as in "Brightwater Council/ORG".
func namesIn(text string, list ...string) []Name {
	var out []Name
	taken := make([]bool, len(text)+1)
	for _, entry := range list {
		name, label, ok := strings.Cut(entry, "/")
		if !ok {
			label = "PERSON"
		}
		for from := 0; ; {
			i := strings.Index(text[from:], name)
			if i < 0 {
				break
			}
			start := from + i
			from = start + len(name)
			if !taken[start] && !taken[from-1] {
				out = append(out, Name{start, from, label})
				for k := start; k < from; k++ {
					taken[k] = true
				}
			}
		}
	}
	return out
}

// said renders quotes as «words | speaker», and marks those of mixed kind.
func said(text string, qs []Quote) []string {
	var out []string
	for _, q := range qs {
		s := text[q.Start:q.End] + " | " + q.Speaker
		if q.Kind == Mixed {
			s += " (mixed)"
		}
		out = append(out, s)
	}
	return out
}

type saying struct {
	name  string
	text  string
	names []string
	want  []string
}

func checkSayings(t *testing.T, cases []saying) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := said(c.text, Find(c.text, namesIn(c.text, c.names...)))
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestFindReadsEveryStyleOfMarks(t *testing.T) {
	ana := []string{"Ana Roy"}
	checkSayings(t, []saying{
		{"empty text has no quotes", "", nil, nil},
		{"text without marks has no quotes", "Ana Roy said nothing.", ana, nil},
		{"curly marks", "“We will rebuild the pier,” said Ana Roy.", ana, []string{"“We will rebuild the pier,” | Ana Roy"}},
		{"straight marks", `"We will rebuild the pier," said Ana Roy.`, ana, []string{`"We will rebuild the pier," | Ana Roy`}},
		{"British single marks", "‘We will rebuild the pier,’ said Ana Roy. ‘It won’t be cheap,’ she added.", ana, []string{"‘We will rebuild the pier,’ | Ana Roy", "‘It won’t be cheap,’ | Ana Roy"}},
		{"straight single marks beside apostrophes", "'We won't close the workers' canteen,' said Ana Roy. 'It's theirs.'", ana, []string{"'We won't close the workers' canteen,' | Ana Roy", "'It's theirs.' | Ana Roy"}},
		{"guillemets", "«We will rebuild the pier», said Ana Roy.", ana, []string{"«We will rebuild the pier» | Ana Roy"}},
		{"French guillemets with spaces", "« We will rebuild the pier », said Ana Roy.", ana, []string{"« We will rebuild the pier » | Ana Roy"}},
		{"reversed guillemets", "»We will rebuild the pier«, said Ana Roy.", ana, []string{"»We will rebuild the pier« | Ana Roy"}},
		{"low and high marks", "„We will rebuild the pier“, said Ana Roy.", ana, []string{"„We will rebuild the pier“ | Ana Roy"}},
		{"low mark closed as in Polish", "„We will rebuild the pier”, said Ana Roy.", ana, []string{"„We will rebuild the pier” | Ana Roy"}},
		{"Swedish marks", "”We will rebuild the pier”, said Ana Roy.", ana, []string{"”We will rebuild the pier” | Ana Roy"}},
		{"corner brackets", "「我们会重建码头」, said Ana Roy.", ana, []string{"「我们会重建码头」 | Ana Roy"}},
		{"typewriter marks", "``We will rebuild the pier,'' said Ana Roy.", ana, []string{"``We will rebuild the pier,'' | Ana Roy"}},
		{"opened curly and closed straight", "“We will rebuild the pier,\" said Ana Roy.", ana, []string{"“We will rebuild the pier,\" | Ana Roy"}},
		{"opened straight and closed curly", "\"We will rebuild the pier,” said Ana Roy.", ana, []string{"\"We will rebuild the pier,” | Ana Roy"}},
		{"an opener where the closer should be", "“We will rebuild the pier,“ said Ana Roy.", ana, []string{"“We will rebuild the pier,“ | Ana Roy"}},
		{"no space behind the closing mark", `Ana Roy said the pier was "a danger to the public"and had to go.`, ana, []string{`"a danger to the public" | Ana Roy (mixed)`}},
		{"no space before the opening mark", `Ana Roy said,"We will rebuild the pier."`, ana, []string{`"We will rebuild the pier." | Ana Roy`}},
		{"a quote inside a quote is part of it", "“She told me ‘go home now’ and left,” said Ana Roy.", ana, []string{"“She told me ‘go home now’ and left,” | Ana Roy"}},
		{"a double quote inside single marks", "‘She told me “go home now” and left,’ said Ana Roy. ‘So I went.’", ana, []string{"‘She told me “go home now” and left,’ | Ana Roy", "‘So I went.’ | Ana Roy"}},
		{"both end at once", "“She told me ‘go home now’,” said Ana Roy.", ana, []string{"“She told me ‘go home now’,” | Ana Roy"}},
		{"leading apostrophes are not marks", "‘Tell ’em it was like the ’90s,’ said Ana Roy. ‘Rock ’n’ roll was king.’", ana, []string{"‘Tell ’em it was like the ’90s,’ | Ana Roy", "‘Rock ’n’ roll was king.’ | Ana Roy"}},
		{"feet and inches are not quotes", `The 6'2" striker from a 30' boat said nothing of the 5'9" keeper.`, nil, nil},
		{"a dash in front of the mark", "Ana Roy put it plainly — “We will rebuild the pier.”", ana, []string{"“We will rebuild the pier.” | Ana Roy"}},
		{"right-to-left words", "“سنعيد بناء الرصيف,” said Ana Roy.", ana, []string{"“سنعيد بناء الرصيف,” | Ana Roy"}},
		{"joined emoji and combining accents", "“We 👩‍👩‍👧 love the cafe\u0301 👍🏽,” said Ana Roy.", ana, []string{"“We 👩‍👩‍👧 love the cafe\u0301 👍🏽,” | Ana Roy"}},
		{"lines that end in CR LF", "“We will rebuild the pier,” said Ana Roy.\r\n\r\n“It will take years,” she said.\r\n", ana, []string{"“We will rebuild the pier,” | Ana Roy", "“It will take years,” | Ana Roy"}},
	})
}

func TestFindKeepsToTheParagraph(t *testing.T) {
	ana := []string{"Ana Roy"}
	checkSayings(t, []saying{
		{
			"a quote over several paragraphs is one span each",
			"Ana Roy said: “We will rebuild the pier.\n\n“It will take years.\n\n“But it will stand.”\n\nWork begins in May.", ana,
			[]string{"“We will rebuild the pier. | Ana Roy", "“It will take years. | Ana Roy", "“But it will stand.” | Ana Roy"},
		},
		{
			"the same in straight marks",
			"\"We will rebuild the pier,\" Ana Roy said. \"It will take years.\n\n\"But it will stand.\"", ana,
			[]string{"\"We will rebuild the pier,\" | Ana Roy", "\"It will take years. | Ana Roy", "\"But it will stand.\" | Ana Roy"},
		},
		{
			"opened straight, carried on curly, closed straight",
			"Ana Roy spoke of the pier.\n\n\"It will be up to us to decide. It must not be left to rot.\n\n“I fully agree that it needs a strong roof. We stand ready.\"", ana,
			[]string{"\"It will be up to us to decide. It must not be left to rot. | Ana Roy", "“I fully agree that it needs a strong roof. We stand ready.\" | Ana Roy"},
		},
		{
			"never closed and never opened again",
			"“We will rebuild the pier by the summer.\n\nAna Roy left the hall.", ana,
			[]string{"“We will rebuild the pier by the summer. | "},
		},
		{
			"a closing mark forgotten before the tag",
			"“We will rebuild the pier, said Ana Roy.\n\nShe left the hall.", ana,
			[]string{"“We will rebuild the pier, | Ana Roy"},
		},
		{
			"an opening mark forgotten",
			"We will rebuild the pier,” said Ana Roy.", ana,
			[]string{"We will rebuild the pier,” | Ana Roy"},
		},
	})
}

func TestFindTellsSpeechFromOtherMarkedWords(t *testing.T) {
	ana := []string{"Ana Roy"}
	checkSayings(t, []saying{
		{"the title of a film", "Ana Roy saw the film “The Long Way Home” on Monday.", ana, nil},
		{"the title of a book", "Her novel “A Year of Salt” sold well.", nil, nil},
		{"a nickname", "Dan “The Whip” Cotter sat down.", []string{"Dan “The Whip” Cotter"}, nil},
		{"a term", "Critics speak of so-called “zombie firms” in the region.", nil, nil},
		{"one word held with tongs", "The “expert” left the room.", nil, nil},
		{"one word with a cue is left to the editor", "Ana Roy called the plan “nonsense” on Monday.", ana, nil},
		{"two words of somebody’s count", "Ana Roy called the plan “a mistake” on Monday.", ana, []string{"“a mistake” | Ana Roy (mixed)"}},
		{"a bare answer counts", "“Never,” said Ana Roy.", ana, []string{"“Never,” | Ana Roy"}},
		{"digits alone are no speech", `The code "4711 0815" was printed on it.`, nil, nil},
		{"nothing between the marks", "She typed “” and \"\" and left.", nil, nil},
	})
}

func TestFindNamesTheSpeaker(t *testing.T) {
	two := []string{"Ana Roy", "Tom Okafor", "Roy", "Okafor"}
	checkSayings(t, []saying{
		{"the name behind the verb", "“We won,” said Ana Roy, who is 45.", two, []string{"“We won,” | Ana Roy"}},
		{"the name before the verb", "“We won,” Ana Roy said.", two, []string{"“We won,” | Ana Roy"}},
		{"the cue before the quote", "Ana Roy said: “We won the day.”", two, []string{"“We won the day.” | Ana Roy"}},
		{"an interrupted quote", "“We won,” said Ana Roy, “and we will again.”", two, []string{"“We won,” | Ana Roy", "“and we will again.” | Ana Roy (mixed)"}},
		{"the quote goes on behind the tag", "“We won,” said Ana Roy. “It was close.”", two, []string{"“We won,” | Ana Roy", "“It was close.” | Ana Roy"}},
		{"a mixed quote behind that", "Ana Roy said that “the pier is a danger to us all”.", two, []string{"“the pier is a danger to us all” | Ana Roy (mixed)"}},
		{"according to", "The pier is “a danger to us all”, according to Ana Roy.", two, []string{"“a danger to us all” | Ana Roy (mixed)"}},
		{"told reporters", "Ana Roy told reporters: “We won the day.”", two, []string{"“We won the day.” | Ana Roy"}},
		{"adding", "Ana Roy thanked the crew, adding: “They saved the pier.”", two, []string{"“They saved the pier.” | Ana Roy"}},
		{"a name and a colon", "Ana Roy: “We won the day.”", two, []string{"“We won the day.” | Ana Roy"}},
		{"a dash and a name", "“We won the day and the night.” — Ana Roy", two, []string{"“We won the day and the night.” | Ana Roy"}},
		{"a verb that no list knows", "“We won the day,” Ana Roy chuntered.", two, []string{"“We won the day,” | Ana Roy"}},
		{"the passive names the agent", "Reporters were told by Ana Roy that “the pier is safe again”.", two, []string{"“the pier is safe again” | Ana Roy (mixed)"}},
		{"an insertion between the subject and the cue", "Ana Roy, speaking in Cork alongside Tom Okafor, said that “the pier is safe again”.", two, []string{"“the pier is safe again” | Ana Roy (mixed)"}},
		{"a relative clause between them", "Ana Roy, who met Tom Okafor on Monday, said the pier was “safe at long last”.", two, []string{"“safe at long last” | Ana Roy (mixed)"}},
		{"who said rather than who is said to have", "Ana Roy said that Tom Okafor agreed to “share the cost of the pier”.", two, []string{"“share the cost of the pier” | Ana Roy (mixed)"}},
		{"the second of two verbs", "Ana Roy thanked Tom Okafor for the money, but said the plan was “far from finished”.", two, []string{"“far from finished” | Ana Roy (mixed)"}},
		{"a quote before the subject’s surname only", "Ana Roy opened the pier.\n\n“It is safe,” said Ms Roy.", two, []string{"“It is safe,” | Ana Roy"}},
		{"he is the man", "Ana Roy met Tom Okafor on the pier.\n\n“It is safe,” he said.", two, []string{"“It is safe,” | Tom Okafor"}},
		{"she is the woman", "Tom Okafor met Ana Roy on the pier.\n\n“It is safe,” she said.", two, []string{"“It is safe,” | Ana Roy"}},
		{"a title tells the sex of a name that no list knows", "Mr Xyqo met Ana Roy on the pier.\n\n“It is safe,” he said.", append(two, "Xyqo"), []string{"“It is safe,” | Xyqo"}},
		{"two speakers in one sentence", "Ana Roy said it was “safe at last” and Tom Okafor called it “a costly mistake”.", two, []string{"“safe at last” | Ana Roy (mixed)", "“a costly mistake” | Tom Okafor (mixed)"}},
		{"no speaker where none is named", "On the wall somebody had left a message.\n\n“Leave the pier to the birds and go home.”", nil, []string{"“Leave the pier to the birds and go home.” | "}},
		{"a paragraph that merely goes on", "“It is safe,” said Ana Roy.\n\n“We tested every plank of it.”\n\n“And we will again.”", two, []string{"“It is safe,” | Ana Roy", "“We tested every plank of it.” | Ana Roy", "“And we will again.” | Ana Roy"}},
	})
}

func TestFindResolvesRolesAndBodies(t *testing.T) {
	checkSayings(t, []saying{
		{"a title seen before the name", "Taoiseach Ana Roy flew to Rome. Tom Okafor stayed.\n\nThe Taoiseach said it was “a good day for us all”.", []string{"Ana Roy", "Tom Okafor"}, []string{"“a good day for us all” | Ana Roy (mixed)"}},
		{"a role seen behind the name", "Ana Roy, the union’s general secretary, met Tom Okafor, a farmer.\n\n“We are close to a deal,” the general secretary said.", []string{"Ana Roy", "Tom Okafor"}, []string{"“We are close to a deal,” | Ana Roy"}},
		{"the other role", "Ana Roy, the union’s general secretary, met Tom Okafor, a farmer.\n\n“We are close to a deal,” said the farmer.", []string{"Ana Roy", "Tom Okafor"}, []string{"“We are close to a deal,” | Tom Okafor"}},
		{"a role without a name is printed", "“We have nothing to add,” said a spokeswoman for the bank.", nil, []string{"“We have nothing to add,” | a spokeswoman for the bank"}},
		{"a role before the verb", "A spokesman for the ministry said the talks were “frank and open”.", nil, []string{"“frank and open” | A spokesman for the ministry (mixed)"}},
		{"a body by its kind", "“We regret the delay,” the company said in a statement.", nil, []string{"“We regret the delay,” | the company"}},
		{"a body by its name", "Brightwater Council said the pier was “safe at long last”.", []string{"Brightwater Council/ORG"}, []string{"“safe at long last” | Brightwater Council (mixed)"}},
		{"an acronym is given in full", "The Harbour Safety Board (HSB) met on Monday.\n\n“The pier is safe,” the HSB said.", []string{"Harbour Safety Board/ORG", "HSB/ORG"}, []string{"“The pier is safe,” | Harbour Safety Board"}},
		{"somebody’s lawyer", "“She denies every word of it,” Ms Roy’s lawyer said.", []string{"Roy"}, []string{"“She denies every word of it,” | Ms Roy’s lawyer"}},
		{"officials", "Officials said the pier was “safe at long last”.", nil, []string{"“safe at long last” | Officials (mixed)"}},
	})
}

func TestFindReadsHeadlinesAndCaptions(t *testing.T) {
	checkSayings(t, []saying{
		{
			"a headline quote belongs to whom the body gives the words",
			"‘We will rebuild the pier by spring’\n\nThe harbour will be dug up.\n\nAna Roy spoke to the crew. “We will rebuild the pier by spring,” she said.",
			[]string{"Ana Roy"},
			[]string{"‘We will rebuild the pier by spring’ | Ana Roy", "“We will rebuild the pier by spring,” | Ana Roy"},
		},
		{
			"a caption with its own cue",
			"Ana Roy said there remained ‘some big holes’ in the pier (Jo Pell/AP)",
			[]string{"Ana Roy", "Jo Pell", "AP/ORG"},
			[]string{"‘some big holes’ | Ana Roy (mixed)"},
		},
	})
}

func TestFindFollowsTurns(t *testing.T) {
	two := []string{"Ana Roy", "Tom Okafor", "Roy", "Okafor"}
	checkSayings(t, []saying{
		{
			"two people talk in turns",
			"“Was it loud?” asked Tom Okafor.\n\n“It might have been,” Ana Roy replied.\n\n“Every day for a month?”\n\n“Not Sundays.”", two,
			[]string{"“Was it loud?” | Tom Okafor", "“It might have been,” | Ana Roy", "“Every day for a month?” | Tom Okafor", "“Not Sundays.” | Ana Roy"},
		},
		{
			"somebody else is said to speak within a paragraph",
			"Ana Roy said the delay was “an insult to us all”, while Tom Okafor branded it “a lesson in saying nothing”.", two,
			[]string{"“an insult to us all” | Ana Roy (mixed)", "“a lesson in saying nothing” | Tom Okafor (mixed)"},
		},
		{
			"a quote follows the sentence that names its speaker",
			"Chief executive Tom Okafor blamed weak demand. “Customers are waiting,” he said. “And waiting is worse.”", two,
			[]string{"“Customers are waiting,” | Tom Okafor", "“And waiting is worse.” | Tom Okafor"},
		},
		{
			"dash tags give each paragraph its own speaker",
			"“He has no plan for us.” ― Ana Roy\n“He scares me and mine.” ― Tom Okafor", two,
			[]string{"“He has no plan for us.” | Ana Roy", "“He scares me and mine.” | Tom Okafor"},
		},
		{
			"the verb behind a quote has that quote’s subject",
			"Ana Roy added “we have nothing to hide” and asked for privacy.", two,
			[]string{"“we have nothing to hide” | Ana Roy (mixed)"},
		},
		{
			"he means the subject of the main clause",
			"Tom Okafor said that Viktor Blum agreed to the plan.\n\n“It is a good plan,” he said.", append(two, "Viktor Blum"),
			[]string{"“It is a good plan,” | Tom Okafor"},
		},
		{
			"an age stands for the last man named",
			"Captain Tom Okafor backed the coach. “He’s right,” said the 31-year-old.", two,
			[]string{"“He’s right,” | Tom Okafor"},
		},
		{
			"a spokesman’s own name",
			"Ana Roy has not decided. “She will read it first,” said her spokesman, Tom Okafor.", two,
			[]string{"“She will read it first,” | Tom Okafor"},
		},
		{
			"the agent of a participle",
			"It was “a night to forget”, as described by Ana Roy.", two,
			[]string{"“a night to forget” | Ana Roy (mixed)"},
		},
		{
			"a dateline is no subject",
			"CORK, May 3 (HSB) — Ana Roy has opened the pier, saying it was “safe at long last”.", append(two, "HSB/ORG", "CORK/GPE"),
			[]string{"“safe at long last” | Ana Roy (mixed)"},
		},
		{
			"a party behind the name",
			"Senator Ana Roy (D-MA) said the bill was “a blank check”.", two,
			[]string{"“a blank check” | Ana Roy (mixed)"},
		},
	})
}

func TestFindTellsNamesakesApart(t *testing.T) {
	checkSayings(t, []saying{
		{
			"by their titles",
			"Ana Roy and Ben Roy own the mill.\n\n“I keep the books,” said Mr Roy.\n\n“And I keep him,” said Mrs Roy.",
			[]string{"Ana Roy", "Ben Roy", "Roy"},
			[]string{"“I keep the books,” | Ben Roy", "“And I keep him,” | Ana Roy"},
		},
		{
			"by who was named last",
			"Ana Roy owns the mill. Her sister Eva Roy does not.\n\n“I left it to her,” said Roy.",
			[]string{"Ana Roy", "Eva Roy", "Roy"},
			[]string{"“I left it to her,” | Eva Roy"},
		},
		{
			"a headline in capitals is not the fullest form",
			"ANA ROY BACK AT MILL\n\nAna Roy is back. “I missed the noise,” Roy said.",
			[]string{"ANA ROY", "Ana Roy", "Roy"},
			[]string{"“I missed the noise,” | Ana Roy"},
		},
		{
			"a first name",
			"Ana Roy slammed on the brakes. “Then it blinked,” said Ana.",
			[]string{"Ana Roy", "Ana"},
			[]string{"“Then it blinked,” | Ana Roy"},
		},
	})
}
