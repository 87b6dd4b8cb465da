// Package entity finds the named things and numbers of a news article: people,
// places, organizations, dates, sums of money and the rest of the 18 types of
// OntoNotes 5. It works offline, by rules, lists and what the article itself
// shows, in time linear in its length.
//
// Start with [Find].
//
// The way of an article: it is read into lines of tokens, boilerplate left out
// (read.go); grammars take dates, times, sums and numbers (number.go, date.go);
// runs of capitals are cut into names by the evidence for each piece (run.go,
// judge.go); and what the article has shown about a name decides its other
// mentions in a second pass (memory.go). Lists are in the folder lists.
package entity
