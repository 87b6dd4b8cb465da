// Package segment cuts an article into paragraphs, sentences and tokens, always
// with offsets, which are bytes. Every function is linear in the length of the
// text and takes any text, in any script.
//
// Start with [Tokens] for words, numbers and signs, or with [Sentences].
package segment
