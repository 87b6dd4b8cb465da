// Package agreement measures how well marks agree with gold: marks on the same
// text that a careful reader made.
//
//	Census.Add(gold) … -> Census.Scheme -> Scheme.Compare(text, gold, found) -> Report
//	                                        Score.Add(report.Score)          -> total
//
// Start with [Census], which learns from the whole of a gold set what it
// annotates, and [Scheme.Compare], which scores one article. A [Score] holds only
// counts, so that scores of articles add up to that of the set.
//
// # What counts as right
//
//   - A name or number, a cue, a mention: the same span with the same label.
//   - A quote: the same span, once everything but letters and digits is trimmed
//     from both edges. A quote inside another quote and a single quoted word are
//     optional: neither rewarded nor punished.
//   - Overlap, more lenient: a gold span is hit when found spans of its label
//     cover half its characters, a found span when gold covers half of it.
//   - A speaker by name: see [Score.Speakers]. A speaker by mention: see
//     [Score.Mentions]. A missed quote is a wrong speaker.
package agreement
