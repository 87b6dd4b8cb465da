package segment

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func cut(text string, ranges []Range) []string {
	var out []string
	for _, r := range ranges {
		out = append(out, text[r.Start:r.End])
	}
	return out
}

func TestParagraphs_areLinesWithoutTheSpaceAround(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the empty text", "", nil},
		{"white space alone", " \n\t\r\n\u00a0", nil},
		{"one line", "One.", []string{"One."}},
		{"one line feed", "One.\nTwo.", []string{"One.", "Two."}},
		{"blank lines between", "One.\n\n \n\nTwo.\n", []string{"One.", "Two."}},
		{"CRLF", "One.\r\nTwo.\r\n", []string{"One.", "Two."}},
		{"white space around", "  One. \t\n\u3000東京。\u00a0", []string{"One.", "東京。"}},
		{"an ideographic and a right-to-left line", "東京。\nשלום.", []string{"東京。", "שלום."}},
		{"joined emoji", "👩‍👩‍👧\n👍🏽", []string{"👩‍👩‍👧", "👍🏽"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, cut(c.text, Paragraphs(c.text))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSentences_endWhereAReaderEndsThem(t *testing.T) {
	for _, c := range []struct{ name, text string }{ // sentences are set apart by " / "
		{"a plain pair", "He left. / She stayed."},
		{"the empty text", ""},
		{"no stop at the end", "He left. / Then what"},
		{"titles", "Mr. Smith met Dr. Roy and Sen. Ana Bo. / They talked."},
		{"saints and streets", "St. Louis beat St. Paul. / The end."},
		{"initials", "J. K. Rowling and George W. Bush met. / J.R.R. Tolkien did not."},
		{"a letter that ends a sentence", "It was Plan B. / He left. / So did I. / We won."},
		{"months and numbers", "On Jan. 5 it fell 3.5 percent. / No. 10 said no. / No. / It did."},
		{"countries inside and at the end", "The U.S. Senate voted in the U.S. / She is from the U.K. / It is far."},
		{"companies", "She runs Acme Inc. / The firm grew. / Acme Inc. Chairman Bo left."},
		{"times", "At 10 a.m. Monday he left. / By 5 p.m. the vote was over. / It was 3 p.m. / Officials said so."},
		{"an ellipsis within", "He came... and went… slowly. / He came... / Then he left."},
		{"curly quotes", "“We won.” / “No,” he said. / ‘Yes.’ / He left."},
		{"straight quotes", "\"We won.\" / \"No,\" he said. / He left."},
		{"guillemets", "« Oui. » / «Non.» / Il part."},
		{"an attribution after an exclamation", "“Yes!” she said. / “Is it?” Mr. Roy asked. / “Go!” / Nobody moved. / It was late."},
		{"brackets", "He left. / (She did not.) / [Nobody did.] / Done!"},
		{"a web address", "See example.com for more. / Or www.example.org. / Go."},
		{"several marks", "What?! / Really!!! / Yes."},
		{"Chinese and Japanese", "東京。/大阪！/「はい。」と言った。/終わり"},
		{"right to left", "שלום עולם. / \"כן\". / مرحبا."},
		{"accents and emoji", "Cafe\u0301. / Élan 👩‍👩‍👧. / 👍🏽 Yes."},
	} {
		t.Run(c.name, func(t *testing.T) {
			sep, text := " / ", strings.ReplaceAll(c.text, " / ", " ")
			if !strings.Contains(c.text, sep) {
				sep, text = "/", strings.ReplaceAll(text, "/", "")
			}
			var want []string
			if text != "" {
				want = strings.Split(c.text, sep)
			}
			if diff := cmp.Diff(want, cut(text, Sentences(text))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSentences_stayInTheirParagraph(t *testing.T) {
	text := "A headline\nIt rained\r\n\r\n  He left. She did not  \n"
	want := []string{"A headline", "It rained", "He left.", "She did not"}
	if diff := cmp.Diff(want, cut(text, Sentences(text))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTokens_areWordsNumbersAndSigns(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{ // tokens are set apart by spaces
		{"the empty text", "", ""},
		{"apostrophes in words", "O’Brien don't I’m they'd l’Élysée", "O’Brien don't I’m they'd l’Élysée"},
		{"possessives", "Ana’s BBC's M&S’s NATO’S U.S.’s Ana’s.", "Ana ’s BBC 's M&S ’s NATO ’S U.S. ’s Ana ’s ."},
		{"an s that only looks possessive", "O’Shea 's’s", "O’Shea ' s ’s"},
		{"a plural's apostrophe", "James’ dogs'", "James ’ dogs '"},
		{"hyphens", "Saint-Denis co-op F-16 COVID-19 half- -way a--b", "Saint-Denis co-op F-16 COVID-19 half - - way a - - b"},
		{"ampersands and slashes", "AT&T R&D and/or A & B", "AT&T R&D and / or A & B"},
		{"curly and straight quotes", "“We won,” 'no' \"ok\" ‘the boys’", "“ We won , ” ' no ' \" ok \" ‘ the boys ’"},
		{"guillemets and low quotes", "«Oui» ‹a› „nein“", "« Oui » ‹ a › „ nein “"},
		{"brackets and dashes", "(a) [b] {c} – — d…", "( a ) [ b ] { c } – — d …"},
		{"numbers", "1,000.50 10:30 9/11 3-2 1990s 20th 5km 5½ ½ 1.", "1,000.50 10:30 9/11 3 - 2 1990s 20th 5km 5½ ½ 1 ."},
		{"currencies and percent", "$5 €1.5m £3bn US$7 5% 5°", "$ 5 € 1.5m £ 3bn US $ 7 5 % 5 °"},
		{"dotted abbreviations", "U.S. a.m. e.g. J.K. J. Ph.D. end.", "U.S. a.m. e.g. J.K. J. Ph.D. end ."},
		{"known abbreviations", "Mr. Roy, Jan. 5, Inc. St. No. 10 said No.", "Mr. Roy , Jan. 5 , Inc. St. No. 10 said No ."},
		{"the pronoun I", "So did I. I. M. Pei", "So did I . I . M. Pei"},
		{"links", "see https://example.com/a?b=1. (www.x.org), HTTP://X.ORG", "see https://example.com/a?b=1 . ( www.x.org ) , HTTP://X.ORG"},
		{"mail addresses", "kim@x.co.uk, or a.b@c.org.", "kim@x.co.uk , or a.b@c.org ."},
		{"names and tags", "@user_1: #tag # @ “@kim”", "@user_1 : #tag # @ “ @kim ”"},
		{"Chinese and Japanese by character", "東京は「はい」Tokyo東京", "東 京 は 「 は い 」 Tokyo 東 京"},
		{"Korean by word", "한국어 문장.", "한국어 문장 ."},
		{"right to left", "שלום, צה\"ל ג'ירף «مرحبا»", "שלום , צה\"ל ג'ירף « مرحبا »"},
		{"Persian with a non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
		{"Devanagari and Thai", "क्षत्रिय नमस्ते ภาษาไทยนี้", "क्षत्रिय नमस्ते ภาษาไทยนี้"},
		{"combining accents", "Cafe\u0301 nai\u0308ve", "Cafe\u0301 nai\u0308ve"},
		{"a soft hyphen", "news\u00adroom", "news\u00adroom"},
		{"joined emoji, skin and flags", "👩‍👩‍👧‍👦👍🏽🇩🇪🇫🇷❤️ 1️⃣", "👩‍👩‍👧‍👦 👍🏽 🇩🇪 🇫🇷 ❤️ 1️⃣"},
		{"CRLF and other white space", "a\r\nb\u00a0c\u3000d\te", "a b c d e"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, tok := range Tokens(c.text) {
				got = append(got, c.text[tok.Start:tok.End])
			}
			if diff := cmp.Diff(strings.Fields(c.want), append([]string{}, got...)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTokens_tellTheKinds(t *testing.T) {
	const text = "Ana’s 5km ½ , “ % $ 👩‍👩‍👧 京 @kim #1 www.x.org …"
	want := []Kind{Word, Word, Number, Number, Punct, Punct, Punct, Symbol, Symbol, Word, Word, Word, Word, Punct}
	var got []Kind
	for _, tok := range Tokens(text) {
		got = append(got, tok.Kind)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
