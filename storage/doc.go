// Package storage keeps a project in one SQLite file: articles, the marks of
// each annotator, the labels, and a log of every change.
//
//	annotate.Change --Record--> span and relation rows + log row, one transaction
//	file --Open--> checked, migrated, locked --Sheet--> annotate.Sheet
//
// Start with [Create] or [Open]. A call that returns nil is on disk; one that
// returns an error has changed nothing.
package storage
