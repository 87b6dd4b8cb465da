// Package offset converts between the ways in which programs count text: UTF-8
// bytes (the house's own), Unicode code points (Python, most formats), UTF-16
// units (JavaScript, Java) and lines with columns; and it keeps offsets on
// grapheme boundaries, so that no accent or joined emoji is ever cut.
//
// Start with [New] for conversions and [IsBoundary] for boundaries.
package offset
