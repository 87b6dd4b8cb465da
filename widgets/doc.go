// Package widgets holds the widgets that the toolkit lacks. They know text, byte
// offsets and colors, and nothing of articles or labels. Start with
// [NewAnnotatedText].
package widgets
