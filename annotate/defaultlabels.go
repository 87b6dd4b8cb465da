package annotate

// DefaultLabels returns the label set of a new project: quotes with their cues
// and speakers, and the eighteen entity types of OntoNotes 5 (release notes,
// section 2.6). Keys leave out the letters and signs of the editor's verbs: S, X,
// P, digits and brackets. Colors are spread over hue and lightness so that the
// frequent labels stay apart in common forms of color blindness.
func DefaultLabels() LabelSet {
	return append(quoteLabels(), append(nameLabels(), valueLabels()...)...)
}

func quoteLabels() LabelSet {
	const group = "Quotes"
	return LabelSet{
		{Quote, "#2f6fd0", "Q", KindQuote, group, "Words that somebody said or wrote, with their quotation marks. One span for each contiguous stretch; not titles, terms or scare quotes."},
		{Speaker, "#8a3fa0", "A", KindSpeaker, group, "A pronoun or a role that stands for whoever speaks: he, the minister, a spokeswoman for the bank."},
		{Cue, "#8c6a00", "U", KindCue, group, "The words that attribute a quote, without adverbs: said, told reporters, according to."},
	}
}

func nameLabels() LabelSet {
	const group = "Names"
	return LabelSet{
		{Person, "#b0381e", "N", KindEntity, group, "A person's name, without titles such as Mr, Dr or President."},
		{"NORP", "#7a6a1a", "R", KindEntity, group, "Nationalities, religious and political groups, and their adjectives; members of parties."},
		{"FAC", "#5d6f7a", "F", KindEntity, group, "Buildings, airports, roads, bridges, stations."},
		{Org, "#0b7a75", "O", KindEntity, group, "Companies, agencies, parties, courts, hospitals, universities, clubs, newspapers."},
		{"GPE", "#2e7d32", "G", KindEntity, group, "Countries, states, counties, cities, towns."},
		{"LOC", "#5c7a12", "L", KindEntity, group, "Places without a government: regions, mountains, seas, rivers, continents."},
		{"PRODUCT", "#a03a68", "C", KindEntity, group, "Things that are made and named: vehicles, ships, devices, foods; not services."},
		{"EVENT", "#b3541e", "V", KindEntity, group, "Named wars, storms, races, festivals, elections."},
		{"WORK_OF_ART", "#9c2f8f", "W", KindEntity, group, "Titles of books, films, songs, programs, and prizes."},
		{"LAW", "#6b4fa3", "J", KindEntity, group, "Named laws, treaties and their articles."},
		{"LANGUAGE", "#4f6d3a", "Z", KindEntity, group, "Any named language."},
	}
}

func valueLabels() LabelSet {
	const group = "Values"
	return LabelSet{
		{"DATE", "#46618c", "D", KindValue, group, "Dates, days, years, ages, and periods of a day or longer."},
		{"TIME", "#5a5fa8", "T", KindValue, group, "Times of day and periods shorter than a day; last night, Monday night."},
		{"PERCENT", "#7d5a2b", "B", KindValue, group, "Percentages, with the sign or word."},
		{"MONEY", "#38733f", "M", KindValue, group, "Amounts of money, with the currency."},
		{"QUANTITY", "#6f5f50", "Y", KindValue, group, "Measured amounts: weights, distances, speeds, temperatures."},
		{"ORDINAL", "#70607d", "H", KindValue, group, "First, second, 21st."},
		{"CARDINAL", "#60676f", "K", KindValue, group, "Other numbers, also in words; fractions and half."},
	}
}
