package dialogs

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	base "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// Export asks for format, extent and place of an export; stem is the path that
// is offered, without its ending.
func Export(w fyne.Window, stem string, done func(path string, o workspace.ExportOptions)) {
	kinds := workspace.Formats()
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Title
	}
	path := widget.NewEntry()
	kind := widget.NewSelect(names, nil)
	kind.OnChanged = func(string) {
		path.SetText(stem + kinds[max(kind.SelectedIndex(), 0)].Ext)
	}
	marks := widget.NewRadioGroup([]string{"Confirmed marks", "Suggested ones too"}, nil)
	marks.Required, marks.Horizontal = true, true
	marks.SetSelected(marks.Options[0])
	articles := widget.NewRadioGroup([]string{"All articles", "Only done ones"}, nil)
	articles.Required, articles.Horizontal = true, true
	articles.SetSelected(articles.Options[0])
	units := widget.NewSelect([]string{"Code points (Python)", "UTF-16 (JavaScript, Java)", "Bytes (UTF-8)"}, nil)
	units.SetSelectedIndex(0)
	kind.SetSelectedIndex(0)
	browse := widget.NewButtonWithIcon("", base.FolderOpenIcon(), func() {
		SaveFile(w, "Export", filepath.Base(path.Text), func(p string) { path.SetText(p) })
	})
	d := dialog.NewForm("Export", "Export", "Cancel", []*widget.FormItem{
		widget.NewFormItem("Format", kind),
		widget.NewFormItem("Marks", marks),
		widget.NewFormItem("Articles", articles),
		widget.NewFormItem("Offsets", units),
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, path)),
	}, func(ok bool) {
		if !ok {
			return
		}
		o := workspace.ExportOptions{
			Format:   kinds[max(kind.SelectedIndex(), 0)].Name,
			Unit:     []workspace.Unit{"codepoint", "utf16", "byte"}[max(units.SelectedIndex(), 0)],
			All:      marks.Selected == marks.Options[1],
			DoneOnly: articles.Selected == articles.Options[1],
		}
		unlessThere(w, path.Text, func() { done(path.Text, o) })
	}, w)
	d.Resize(fyne.NewSize(min(620, w.Canvas().Size().Width*0.9), 0))
	d.Show()
}

// unlessThere runs f at once where there is no file of that name, and else only
// after a yes.
func unlessThere(w fyne.Window, path string, f func()) {
	if _, err := os.Stat(path); err != nil {
		f()
		return
	}
	dialog.ShowConfirm("Replace the file?", filepath.Base(path)+" is there already.", func(yes bool) {
		if yes {
			f()
		}
	}, w)
}
