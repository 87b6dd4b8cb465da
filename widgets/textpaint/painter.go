package textpaint
