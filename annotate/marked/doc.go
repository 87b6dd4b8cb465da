// Package marked reads and writes an article with its marks in the text, for
// golden tests and documentation. Start with [Parse] and [Format].
//
//	[“We won,”|QUOTE#q1 type=direct speaker="Ana Roy" speaker=#p1 cue=#c1]
//	[said|CUE#c1] [Ana Roy|PERSON#p1] of [[Lima|GPE] University|ORG].
//
// # Spans
//
//	[words|LABEL]       a span; spans nest, [[Lima|GPE] University|ORG]
//	[words|?LABEL]      it is suggested
//	[words|!LABEL]      it is rejected; without a sign it is confirmed
//	[words|LABEL#id]    it has a name that relations can point at
//
// A span that ends within another one which began before it cannot nest. Its
// two ends stand apart, tied by a number or word that occurs only there:
//
//	[one [|1>]two|A] three[|<1 B]      A is "one two", B is "two three"
//
// # Fields
//
// After the label stand any of these, in any order, each after a space:
//
//	type=direct            the quote's type
//	speaker="Ana Roy"      the quote's resolved speaker
//	speaker=#p1            a relation of the type speaker to the span named p1;
//	cue=#c1 refers_to=#p1  so for every type of relation
//	speaker=?#p1           the relation is suggested; =!#p1: rejected
//
// # Letters
//
// In the text, the characters [ ] | and \ are written \[ \] \| and \\. Everything
// else stands for itself, line ends and all. Labels, ids and values that hold
// other characters than letters, digits and signs such as _ - . stand in
// quotation marks, in which \" is a quotation mark, \\ a backslash and \n a line
// feed.
//
// # What it holds
//
// The text; of spans the bounds, label, state, id, quote type and speaker; of
// relations the type, ends and state. A span without an id gets the one that its
// place gives it: q1 is the first QUOTE, c1 the first CUE, m1 the first SPEAKER
// (a mention) and p1 the first of all others; relations are r1, r2 and so on, in
// the order of their ends. [Rename] gives any marks such ids. Origins, scores,
// reasons, metadata and the article's status are not written.
package marked
