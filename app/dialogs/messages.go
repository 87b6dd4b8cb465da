package dialogs

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// sentence gives an error's words a capital and a full stop.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if !strings.HasSuffix(s, ".") {
		s += "."
	}
	return s
}

// ShowError says what went wrong and, where one helps, what to do.
func ShowError(err error, w fyne.Window) {
	text := widget.NewLabel(sentence(err.Error()))
	text.Wrapping = fyne.TextWrapWord
	box := container.NewVBox(text)
	if hint := workspace.Hint(err); hint != "" {
		more := widget.NewLabel(hint)
		more.Wrapping, more.Importance = fyne.TextWrapWord, widget.LowImportance
		box.Add(more)
	}
	width := min(520, w.Canvas().Size().Width*0.8)
	icon := widget.NewIcon(base.ErrorIcon())
	d := dialog.NewCustom("That did not work", "Close", container.NewBorder(nil, nil, container.NewVBox(icon), nil, box), w)
	d.Resize(fyne.NewSize(width, 0))
	d.Show()
}

// OfferBackup says that a project is damaged and asks whether its newest backup
// should take its place. Nothing is touched without a yes.
func OfferBackup(w fyne.Window, err error, backup string, yes func()) {
	text := widget.NewLabel(sentence(err.Error()) + "\n\n" +
		"Put this backup in its place? The damaged file is kept beside it under another name.\n" + backup)
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm("The project is damaged", "Open the backup", "Leave it", text, func(ok bool) {
		if ok {
			yes()
		}
	}, w)
	d.Resize(fyne.NewSize(min(560, w.Canvas().Size().Width*0.85), 0))
	d.Show()
}

// ShowLines shows a list of messages that can be scrolled.
func ShowLines(w fyne.Window, title string, lines []string) {
	for i, l := range lines {
		lines[i] = sentence(l)
	}
	text := widget.NewLabel(strings.Join(lines, "\n\n"))
	text.Wrapping, text.Selectable = fyne.TextWrapWord, true
	d := dialog.NewCustom(title, "Close", container.NewVScroll(text), w)
	s := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(640, s.Width*0.85), min(420, s.Height*0.8)))
	d.Show()
}

// Shortcut is one line of the sheet of shortcuts.
type Shortcut struct{ Title, Keys string }

// ShowShortcuts shows every key and what it does, in two columns.
func ShowShortcuts(w fyne.Window, rows []Shortcut) {
	grid := container.NewGridWithColumns(2)
	for _, r := range rows {
		keys := canvas.NewText(r.Keys, base.Color(base.ColorNamePrimary))
		keys.TextStyle = fyne.TextStyle{Bold: true}
		keys.TextSize = base.TextSize()
		title := widget.NewLabel(r.Title)
		title.Truncation = fyne.TextTruncateEllipsis
		grid.Add(container.NewBorder(nil, nil, nil, container.NewPadded(keys), title))
	}
	d := dialog.NewCustom("Keyboard shortcuts", "Close", container.NewVScroll(container.NewPadded(grid)), w)
	s := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(820, s.Width*0.92), min(620, s.Height*0.9)))
	d.Show()
}

// ShowAbout says what this program is.
func ShowAbout(w fyne.Window, version string) {
	text := widget.NewRichTextFromMarkdown("# Bluepencil " + version + "\n\n" +
		"An annotation desk for newsrooms: who said what, and who is named.\n\n" +
		"Everything stays on this machine, in one project file. Every edit is saved at once.\n\n" +
		"Free software under the MIT licence.")
	text.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustom("About", "Close", text, w)
	d.Resize(fyne.NewSize(440, 0))
	d.Show()
}
