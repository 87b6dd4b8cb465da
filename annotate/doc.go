// Package annotate is the domain of the annotation desk: an article
// ([Document]), the marks that one annotator has made on it ([Sheet], made of
// [Span] and [Relation] values), the vocabulary of those marks ([Label],
// [LabelSet]) and the one way in which they change ([Change]).
//
//	suggesters, editor, import -> Change -> Sheet.Apply -> storage, undo, panels
//
// Start with [NewSheet] and [Sheet.Apply]. The package does no I/O. All offsets
// are half-open UTF-8 byte offsets into Document.Text, on grapheme boundaries.
package annotate
