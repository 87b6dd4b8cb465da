// Package textlay lays out an article for reading: it shapes words, breaks lines,
// orders right-to-left runs and knows where every caret stands. It draws nothing
// and needs no window. Start with [NewFaces] and [New], then [Layout.SetText] and
// [Layout.Wrap]; [Layout.Hit] and [Layout.Caret] go from a point to a byte offset
// and back.
package textlay
