package panels

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/app/theme"
	"github.com/bluepencil/bluepencil/widgets"
)

// Article shows the open article with its marks, and above it where it comes
// from and what can be done with it as a whole.
type Article struct {
	Object fyne.CanvasObject
	Page   *widgets.AnnotatedText

	host    *Host
	source  *widget.Label
	undo    *widget.Button
	redo    *widget.Button
	accept  *widget.Button
	reject  *widget.Button
	done    *widget.Button
	empty   fyne.CanvasObject
	body    fyne.CanvasObject
	shownID string
	hidden  func() map[string]bool
}

// NewArticle returns the article's panel. hidden tells which labels are not to
// be shown.
func NewArticle(h *Host, hidden func() map[string]bool) *Article {
	a := &Article{host: h, Page: widgets.NewAnnotatedText(), hidden: hidden}
	a.source = widget.NewLabel("")
	a.source.SizeName = base.SizeNameCaptionText
	a.source.Truncation = fyne.TextTruncateEllipsis
	action := func(title, id string, icon fyne.Resource) *widget.Button {
		return widget.NewButtonWithIcon(title, icon, func() { h.Run(id); h.Run("focus.page") })
	}
	a.undo = action("", "edit.undo", base.ContentUndoIcon())
	a.redo = action("", "edit.redo", base.ContentRedoIcon())
	a.accept = action("Accept", "mark.accept", base.ConfirmIcon())
	a.reject = action("Reject", "mark.reject", base.CancelIcon())
	a.done = action("Done, next", "article.done", base.NavigateNextIcon())
	a.done.Importance = widget.HighImportance
	for _, b := range []*widget.Button{a.undo, a.redo, a.accept, a.reject} {
		b.Importance = widget.LowImportance
	}
	tools := container.NewHBox(a.undo, a.redo, a.accept, a.reject, a.done)
	source := container.NewVBox(layout.NewSpacer(), a.source, layout.NewSpacer())
	bar := container.NewBorder(nil, widget.NewSeparator(), nil, tools, source)
	a.body = container.NewBorder(bar, nil, nil, nil, a.Page)
	a.empty = emptyPage(h)
	a.Object = container.NewStack(a.body, a.empty)
	a.wire()
	return a
}

// emptyPage is what stands in the middle where no article is open.
func emptyPage(h *Host) fyne.CanvasObject {
	title := canvas.NewText("No article is open", base.Color(base.ColorNameForeground))
	title.TextSize, title.Alignment = 20, fyne.TextAlignCenter
	hint := widget.NewLabel("Open a text, Markdown or HTML file, drop files on the window, or paste an article.")
	hint.Alignment, hint.Wrapping = fyne.TextAlignCenter, fyne.TextWrapWord
	open := widget.NewButtonWithIcon("Open files …", base.FolderOpenIcon(), func() { h.Run("file.import") })
	open.Importance = widget.HighImportance
	paste := widget.NewButtonWithIcon("Paste an article", base.ContentPasteIcon(), func() { h.Run("file.paste") })
	buttons := container.NewHBox(layout.NewSpacer(), open, paste, layout.NewSpacer())
	return container.NewVBox(layout.NewSpacer(), title, hint, buttons, layout.NewSpacer())
}

func (a *Article) wire() {
	ws := a.host.WS
	a.Page.OnSelect = func(start, end int) { ws.Select(start, end) }
	a.Page.OnPick = func(id string) { ws.Pick(id) }
	a.Page.OnMove = func(id string, start, end int) { a.host.Report(ws.Resize(id, start, end)) }
	a.Page.OnMenu = a.host.Menu
	a.Page.SentenceAt = ws.SentenceAt
}

// RefreshDocument shows the open article from its top.
func (a *Article) RefreshDocument() {
	v := a.host.WS.View()
	if v == nil {
		a.shownID = ""
		a.Page.SetText("", nil)
		a.body.Hide()
		a.empty.Show()
		return
	}
	a.empty.Hide()
	a.body.Show()
	if a.shownID != v.Document.ID {
		a.shownID = v.Document.ID
		a.Page.SetText(v.Document.Text, Blocks(v.Document))
	}
	a.RefreshMarks()
}

// RefreshMarks draws the marks anew and leaves the place where it is.
func (a *Article) RefreshMarks() {
	s := a.host.WS.State()
	if s.View == nil {
		return
	}
	a.Page.SetHighlights(Highlights(s.View, s.Labels, a.hidden(), theme.IsDark()))
	a.drawSelection()
	a.source.SetText(origin(s.View.Document, s.View.Status))
	enable(a.undo, s.CanUndo)
	enable(a.redo, s.CanRedo)
}

// RefreshSelection shows which mark is picked.
func (a *Article) RefreshSelection() {
	if a.host.WS.View() == nil {
		return
	}
	a.drawSelection()
}

func (a *Article) drawSelection() {
	ws := a.host.WS
	v, sel := ws.View(), ws.Selection()
	a.Page.SetPicked(sel.Picked)
	a.Page.SetLinks(Links(v, sel.Picked, ws.Labels(), theme.IsDark()))
	if start, end := a.Page.Selection(); sel.Picked == "" && (start != sel.Start || end != sel.End) {
		a.Page.Select(sel.Start, sel.End)
	}
	sp, ok := v.Span(sel.Picked)
	enable(a.accept, ok && sp.State != annotate.Confirmed)
	enable(a.reject, ok)
}

// Reveal brings the picked mark, or the selected text, into sight.
func (a *Article) Reveal() {
	v, sel := a.host.WS.View(), a.host.WS.Selection()
	if v == nil {
		return
	}
	start, end := sel.Start, sel.End
	if sp, ok := v.Span(sel.Picked); ok {
		start, end = sp.Start, sp.End
	}
	a.Page.ScrollTo(start, end)
}

func enable(b *widget.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// origin says in one line where an article comes from and how far it is.
func origin(d annotate.Document, s annotate.Status) string {
	parts := []string{statusSign(s) + " " + statusName(s)}
	for _, key := range []string{"byline", "site", "date"} {
		if v := d.Meta.Text(key); v != "" {
			parts = append(parts, v)
		}
	}
	if d.Source != "" {
		parts = append(parts, oneLine(d.Source, 80))
	}
	words := len(strings.Fields(d.Text))
	return strings.Join(append(parts, fmt.Sprintf("%d words", words)), "  ·  ")
}

func statusName(s annotate.Status) string {
	switch s {
	case annotate.Doing:
		return "in progress"
	case annotate.Done:
		return "done"
	case annotate.Skipped:
		return "skipped"
	}
	return "to do"
}
