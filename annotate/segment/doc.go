// Package segment cuts an article into paragraphs, sentences and tokens, always
// with offsets. All offsets are bytes; every function is linear in the length of
// the text. Start with [Tokens] or [Sentences].
package segment
