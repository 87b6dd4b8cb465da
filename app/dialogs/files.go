package dialogs

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// fitIn makes a file dialog nearly as large as its window, so that names are
// not cut.
func fitIn(d dialog.Dialog, w fyne.Window) {
	s := w.Canvas().Size()
	d.Resize(fyne.NewSize(s.Width*0.85, s.Height*0.85))
	d.Show()
}

// OpenFile asks for one file with one of the endings and hands its path to done.
func OpenFile(w fyne.Window, endings []string, done func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			ShowError(err, w)
		case r != nil:
			path := r.URI().Path()
			_ = r.Close() // the reader of the file opens it again
			done(path)
		}
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	fitIn(d, w)
}

// OpenFolder asks for a folder and hands its path to done.
func OpenFolder(w fyne.Window, done func(path string)) {
	fitIn(dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		switch {
		case err != nil:
			ShowError(err, w)
		case u != nil:
			done(u.Path())
		}
	}, w), w)
}

// SaveFile asks for a place for a new file. The toolkit makes an empty file
// there; it is taken away again, so that whoever writes it sees a free name.
func SaveFile(w fyne.Window, title, name string, done func(path string)) {
	d := dialog.NewFileSave(func(u fyne.URIWriteCloser, err error) {
		switch {
		case err != nil:
			ShowError(err, w)
		case u != nil:
			path := u.URI().Path()
			_ = u.Close()
			if info, err := os.Stat(path); err == nil && info.Size() == 0 {
				_ = os.Remove(path)
			}
			done(filepath.Clean(path))
		}
	}, w)
	d.SetFileName(name)
	d.SetTitleText(title)
	fitIn(d, w)
}
