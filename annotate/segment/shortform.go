package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// use says how a short form that is written with a stop behaves.
type use uint8

const (
	title   use = iota + 1 // a name follows: the stop never ends a sentence
	counted                // a short form before a number, else often a word of its own
	closer                 // may end a sentence
)

// useOf returns how the short form behaves, or 0 for another word.
func useOf(word string) use {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "sr", "st", "ste", "sen", "rep", "gov", "gen", "col", "lt",
		"capt", "cpl", "sgt", "maj", "cmdr", "adm", "pte", "pc", "det", "insp", "supt", "hon", "pres", "amb", "atty",
		"cllr", "messrs", "mme", "mlle", "vs", "v", "mt", "approx", "est", "ft",
		"jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return title
	case "no", "nos", "fig", "vol", "p", "pp", "art", "sec", "ch", "mar":
		return counted
	case "inc", "ltd", "co", "corp", "bros", "jr", "etc", "ave", "blvd", "rd", "dept", "univ", "assn":
		return closer
	}
	return 0
}

// initial reports whether word is one capital letter, as before a surname. The
// pronoun I is none.
func initial(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && unicode.IsUpper(r) && r != 'I'
}

// shortForm reports whether the stop after word, with rest behind it, is part of
// the word.
func shortForm(word, rest string) bool {
	switch useOf(word) {
	case title, closer:
		return true
	case counted:
		rest = strings.TrimLeft(rest, " \u00a0\u202f")
		r, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsDigit(r)
	}
	return false
}

// starts reports whether word, which follows an abbreviation, is one that often
// begins a sentence.
func starts(word string) bool {
	switch word {
	case "A", "After", "All", "Although", "An", "And", "As", "At", "Before", "But", "By", "For", "From", "He", "Her",
		"Here", "His", "However", "How", "I", "If", "In", "It", "Its", "Later", "Many", "Meanwhile", "More", "Most", "My",
		"No", "Not", "Now", "Of", "On", "One", "Or", "Our", "She", "Since", "So", "Some", "Still", "That", "The", "Their",
		"Then", "There", "These", "They", "This", "Those", "To", "Under", "We", "What", "When", "Where", "While", "Who",
		"Why", "With", "Yes", "Yet", "You", "Your":
		return true
	}
	return false
}

// goesWithTime reports whether word may follow a.m. or p.m. in one sentence: a
// day, a month or a time zone.
func goesWithTime(word string) bool {
	switch word {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT", "BST", "UTC", "CET", "CEST",
		"IST", "WAT", "AEST", "AEDT", "Eastern", "Central", "Pacific", "Mountain":
		return true
	}
	return false
}

// attributes reports whether word is a verb of saying as it stands after a quote.
func attributes(word string) bool {
	switch word {
	case "said", "says", "say", "asked", "asks", "told", "tells", "added", "adds", "replied", "replies", "shouted",
		"shouts", "cried", "cries", "wrote", "writes", "exclaimed", "wondered", "called", "yelled", "answered", "joked",
		"tweeted", "posted", "demanded", "responded":
		return true
	}
	return false
}
