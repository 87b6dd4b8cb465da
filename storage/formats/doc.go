// Package formats reads articles and writes annotations: one file format, one
// file, both directions where the format has both.
//
//	file --ReadFile--> Result{Article, Notes, Err} ... one for each article
//	articles --Export--> temporary file --read back, compared--> the file
//
// Start with [ReadFile] and [Export]. Inside the program offsets are bytes; here,
// and only here, they become code points or UTF-16 units.
package formats
