package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/bluepencil/bluepencil/app/dialogs"
	"github.com/bluepencil/bluepencil/app/workspace"
)

// projectExt ends the name of a project file.
const projectExt = ".bluepencil"

func (d *desk) newProject() error {
	dialogs.SaveFile(d.window, "New project", "Articles"+projectExt, func(path string) {
		if filepath.Ext(path) == "" {
			path += projectExt
		}
		d.report(d.ws.Create(path))
	})
	return nil
}

func (d *desk) openProject() error {
	dialogs.OpenFile(d.window, []string{projectExt}, func(path string) { d.report(d.open(path)) })
	return nil
}

// open opens a project and the first article in it that is not done. For a
// damaged one it offers the newest backup.
func (d *desk) open(path string) error {
	err := d.ws.Open(path)
	if backups := workspace.Backups(path); errors.Is(err, workspace.ErrDamaged) && len(backups) > 0 && d.window != nil {
		dialogs.OfferBackup(d.window, err, backups[0], func() { d.report(d.restore(path, backups[0])) })
		return nil
	}
	if err != nil {
		return err
	}
	if err := d.ws.BackupError(); err != nil {
		d.status.Say("The day's backup could not be made: " + err.Error())
	}
	return d.openFirst()
}

// restore puts a backup in a damaged project's place and opens it.
func (d *desk) restore(path, backup string) error {
	kept, err := workspace.Restore(path, backup)
	if err != nil {
		return err
	}
	if err := d.open(path); err != nil {
		return err
	}
	d.status.Say("The backup is open. The damaged file was kept as " + kept + ".")
	return nil
}

func (d *desk) openFirst() error {
	for i, e := range d.ws.State().Entries {
		if e.Status == "todo" || e.Status == "doing" {
			return d.ws.OpenAt(i)
		}
	}
	if len(d.ws.State().Entries) > 0 {
		return d.ws.OpenAt(0)
	}
	return nil
}

// articleExts are the endings that the file dialog offers.
func articleExts() []string {
	return []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".jsonl", ".json", ".ndjson", ".marked"}
}

func (d *desk) importFiles() error {
	dialogs.OpenFile(d.window, articleExts(), func(path string) { d.report(d.bring([]string{path})) })
	return nil
}

func (d *desk) importFolder() error {
	dialogs.OpenFolder(d.window, func(path string) { d.report(d.bring([]string{path})) })
	return nil
}

// dropped takes files that were dropped on the window: a project is opened, all
// else is imported.
func (d *desk) dropped(_ fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() != "file" {
			d.report(fmt.Errorf("%s is not a file on this machine", u))
			continue
		}
		paths = append(paths, u.Path())
	}
	d.report(d.bring(paths))
}

// bring opens the projects among paths and imports the rest.
func (d *desk) bring(paths []string) error {
	var articles []string
	for _, p := range paths {
		if !strings.EqualFold(filepath.Ext(p), projectExt) {
			articles = append(articles, p)
		} else if err := d.open(p); err != nil {
			return err
		}
	}
	if len(articles) == 0 {
		return nil
	}
	_, err := d.ws.Import(articles, workspace.ImportOptions{}, d.imported)
	return err
}

// imported says what became of an import and opens its first article.
func (d *desk) imported(r workspace.ImportReport) {
	if len(r.Added) > 0 {
		d.report(d.ws.OpenDocument(r.Added[0]))
	}
	word := fmt.Sprintf("%d added", len(r.Added))
	if r.Known > 0 {
		word += fmt.Sprintf(", %d in the project already", r.Known)
	}
	if len(r.Failed) > 0 || len(r.Notes) > 0 {
		d.tell(word, r)
	}
	d.status.Say(word + ".")
	d.focusPage()
}

// tell shows what an import has to say beyond numbers.
func (d *desk) tell(title string, r workspace.ImportReport) {
	var lines []string
	for _, err := range r.Failed {
		lines = append(lines, err.Error())
	}
	for _, n := range r.Notes {
		lines = append(lines, n.String())
	}
	if d.window != nil {
		dialogs.ShowLines(d.window, "Import: "+title, lines)
	}
}

func (d *desk) pasteArticle() error {
	r, err := d.ws.Paste(d.app.Clipboard().Content())
	if err != nil {
		return err
	}
	if r.Known > 0 {
		d.status.Say("This article is in the project already.")
	}
	d.focusPage()
	return nil
}

func (d *desk) export() error {
	path := d.ws.State().Path
	if path == "" {
		return workspace.ErrNoProject
	}
	dialogs.Export(d.window, strings.TrimSuffix(path, projectExt), func(to string, o workspace.ExportOptions) {
		_, err := d.ws.Export(to, o, func(r workspace.Receipt, err error) {
			if err != nil {
				d.report(err)
				return
			}
			d.status.Say(fmt.Sprintf("%d articles with %d marks written to %s and read back.", r.Articles, r.Spans, to))
		})
		d.report(err)
	})
	return nil
}

func (d *desk) backup() error {
	if d.ws.State().Path == "" {
		return workspace.ErrNoProject
	}
	name := strings.TrimSuffix(filepath.Base(d.ws.State().Path), projectExt) + " backup" + projectExt
	dialogs.SaveFile(d.window, "Back up the project", name, func(path string) {
		if err := d.ws.Backup(path); err != nil {
			d.report(err)
			return
		}
		d.status.Say("The project was copied to " + path + ".")
	})
	return nil
}

func (d *desk) check() error {
	problems, err := d.ws.Check()
	if err != nil {
		return err
	}
	if len(problems) == 0 {
		d.status.Say("The project is sound: every mark is where it should be.")
		return nil
	}
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String())
	}
	dialogs.ShowLines(d.window, "Check: something is wrong", lines)
	return nil
}

func (d *desk) showShortcuts() error {
	var rows []dialogs.Shortcut
	for _, a := range d.actions {
		if keys := a.keyText(); keys != "" && a.title != "" {
			rows = append(rows, dialogs.Shortcut{Title: a.title, Keys: keys})
		}
	}
	for _, l := range d.ws.Labels() {
		if l.Key != "" {
			rows = append(rows, dialogs.Shortcut{Title: "Label as " + l.Name, Keys: strings.ToUpper(l.Key)})
		}
	}
	dialogs.ShowShortcuts(d.window, rows)
	return nil
}

func (d *desk) showAbout() error {
	dialogs.ShowAbout(d.window, d.version)
	return nil
}
