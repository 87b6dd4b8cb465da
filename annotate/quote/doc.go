// Package quote finds who said what: the quotations of an article, what kind
// they are, the words that attribute them (said, told reporters, according to)
// and the speaker.
//
//	marks -> best pairing of each paragraph -> is it speech? -> cue and mention -> speaker
//
// Start with [Find]. It needs the article's text and the names in it, works
// offline in time linear in the text, and gives a reason for every answer that
// an editor can read. All offsets are half-open UTF-8 byte offsets.
package quote
