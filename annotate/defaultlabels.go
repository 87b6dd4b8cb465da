package annotate

// DefaultLabels returns the label set of a new project: quotes with their cues
// and speakers, and the eighteen entity types of OntoNotes 5 (release notes,
// section 2.6).
//
// Keys leave out what the editor's verbs use: S, X, P, digits, brackets, braces
// and the question mark. Where a label's own first letter is free it has that
// one; else: A speAker, U cUe, N persoN (a name), R noRp, C produCt, J law
// (justice), I language (idiom), B percent (basis points), Y quantitY,
// H ordinal (4tH), K cardinal (one K).
//
// Colors can be read on white (contrast 4.5:1 and more). Frequent labels also
// differ in lightness, so that they stay apart in common forms of color
// blindness.
func DefaultLabels() LabelSet {
	return append(quoteLabels(), append(nameLabels(), valueLabels()...)...)
}

func quoteLabels() LabelSet {
	const group = "Quotes"
	return LabelSet{
		{Quote, "#2f6fd0", "Q", KindQuote, group, "Words that somebody said or wrote, with their quotation marks. One span for each unbroken stretch: an interrupted quote is two, one over several paragraphs is one in each. Not titles, nicknames, terms or scare quotes."},
		{Speaker, "#8a2be2", "A", KindSpeaker, group, "A pronoun or a role that stands for whoever speaks, with its article: he, the minister, a spokeswoman for the bank."},
		{Cue, "#8c6a00", "U", KindCue, group, "The words that attribute a quote, without adverbs: said, told reporters, according to."},
	}
}

func nameLabels() LabelSet {
	const group = "Names"
	return LabelSet{
		{Person, "#c2185b", "N", KindEntity, group, "A person's name, without titles such as Mr, Dr or President and without a possessive 's."},
		{"NORP", "#7a6a1a", "R", KindEntity, group, "Nationalities, religious and political groups, as nouns or adjectives, and members of parties: French, Catholics, a Democrat."},
		{"FAC", "#46687f", "F", KindEntity, group, "Things that are built: airports, bridges, roads, stations, stadiums."},
		{Org, "#006d66", "O", KindEntity, group, "Companies, parties, ministries, courts, hospitals, universities, clubs, news media; also the EU and Nato. Without a leading \"the\"."},
		{"GPE", "#2e7d32", "G", KindEntity, group, "Places with a government: countries, states, counties, cities, towns. City and state are two spans."},
		{"LOC", "#4a5d0b", "L", KindEntity, group, "Places without a government: regions, mountains, seas, rivers, continents."},
		{"PRODUCT", "#a03a68", "C", KindEntity, group, "Things that are made and have a name: vehicles, ships, devices, foods. Not services."},
		{"EVENT", "#b3541e", "E", KindEntity, group, "Named storms, wars, festivals, races, elections."},
		{"WORK_OF_ART", "#9c2f8f", "W", KindEntity, group, "Titles of books, films, songs and programs, and prizes; with a \"the\" that belongs to the title, without quotation marks."},
		{"LAW", "#6b4fa3", "J", KindEntity, group, "Named laws and treaties, and their articles."},
		{"LANGUAGE", "#476b2f", "I", KindEntity, group, "Any named language."},
	}
}

func valueLabels() LabelSet {
	const group = "Values"
	return LabelSet{
		{"DATE", "#24457a", "D", KindValue, group, "Days, months, years, ages, holidays, and periods of a day or longer."},
		{"TIME", "#5a5fa8", "T", KindValue, group, "Times of day and periods shorter than a day; also last night and Monday night."},
		{"PERCENT", "#7d5a2b", "B", KindValue, group, "Percentages, with the sign or the word."},
		{"MONEY", "#2f6b3d", "M", KindValue, group, "Amounts of money, with the currency and with words that bound them: up to €120m."},
		{"QUANTITY", "#6f5f50", "Y", KindValue, group, "Measured amounts with their unit: distances, weights, speeds, temperatures, heights."},
		{"ORDINAL", "#70607d", "H", KindValue, group, "First, second, 21st."},
		{"CARDINAL", "#60676f", "K", KindValue, group, "Other numbers, in digits or words, with words that bound them: more than 300; fractions and half."},
	}
}
