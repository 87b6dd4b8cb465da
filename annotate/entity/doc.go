// Package entity finds the named things and numbers of a news article: people,
// places, organizations, dates, sums of money and the rest of the 18 types of
// OntoNotes 5. It works offline, in time linear in the length of the text.
//
// Start with [Find].
//
// The way of an article: it is read into lines of tokens, boilerplate left out
// (read.go); grammars take dates, times, sums and numbers (number.go, date.go);
// a tagger reads the rest (names.go; its features are in sequence.go and
// feature.go); and what closed lists and the article itself know better mends its
// findings (pattern.go, people.go, memory.go). Lists are in the folder lists.
//
// [Train] makes the tagger's model.
package entity
