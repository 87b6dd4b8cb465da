package offset

// samples are texts in which careless counting goes wrong.
var samples = []struct{ name, text string }{
	{"the empty text", ""},
	{"plain letters", "The vote is on Monday.\n\nIt will be close."},
	{"curly quotes", "“We won,” said Ana Roy. ‘Really?’"},
	{"straight quotes", `"We won," said Ana Roy.`},
	{"guillemets", "« Oui », dit-elle, et „nein“ sagte er."},
	{"joined emoji", "A 👩‍👩‍👧‍👦 B 👍🏽 C 🏳️‍🌈 D ❤️"},
	{"flags", "🇩🇪🇫🇷🇬🇧 and 🇺🇸🇺"},
	{"combining accents", "Cafe\u0301 nai\u0308ve a\u0301\u0323\u0302"},
	{"Chinese and Japanese", "東京の空。「はい」と彼は言った。"},
	{"Korean by letters", "\u1112\u1161\u11ab\u1100\u1173\u11af 한글"},
	{"right to left", "قالت المديرة: «نعم». אמר השר: \"כן\""},
	{"Devanagari and Thai", "क्षत्रिय नमस्ते ภาษาไทยนี้"},
	{"CRLF", "one\r\ntwo\r\n\r\nthree\r"},
	{"a joiner at the start", "\u200d👧\u200d"},
	{"a prepended mark", "\u0600123 \u0601"},
}
