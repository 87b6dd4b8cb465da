// Package textpaint paints a laid-out article with its highlights into a picture,
// with no window or toolkit. Start with [NewPainter] and [Painter.Paint], which
// paint what a viewport shows, or with [Page], which paints a whole article.
package textpaint
