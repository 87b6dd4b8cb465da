package workspace

import (
	"errors"
	"fmt"

	"github.com/bluepencil/bluepencil/annotate"
	"github.com/bluepencil/bluepencil/storage"
)

// Create makes a new, empty project file with the default labels and opens it.
// It refuses to overwrite a file.
func (w *Workspace) Create(path string) error {
	p, err := storage.Create(path, annotate.DefaultLabels())
	if err != nil {
		return err
	}
	return w.adopt(p)
}

// Open opens a project file. The one that was open is closed first; where the
// new one cannot be opened, the old one stays.
func (w *Workspace) Open(path string) error {
	if w.project != nil && w.project.Path() == path {
		return nil
	}
	p, err := storage.Open(path)
	if err != nil {
		return err
	}
	return w.adopt(p)
}

// BackupError says why the backup that is made once a day at opening could not
// be made; nil where it was made or not due.
func (w *Workspace) BackupError() error {
	if w.project == nil {
		return nil
	}
	return w.project.BackupError()
}

// OpenReadOnly opens a project file for reading only, also while another
// program has it open. Verbs that write return an error.
func (w *Workspace) OpenReadOnly(path string) error {
	p, err := storage.OpenReadOnly(path)
	if err != nil {
		return err
	}
	return w.adopt(p)
}

func (w *Workspace) adopt(p *storage.Project) error {
	labels, err := p.Labels()
	if err != nil {
		return errors.Join(err, p.Close())
	}
	entries, err := p.Entries(w.annotator)
	if err != nil {
		return errors.Join(err, p.Close())
	}
	if err := w.Close(); err != nil {
		return errors.Join(err, p.Close())
	}
	w.project, w.labels = p, labels
	w.setEntries(entries)
	w.refreshHistory()
	w.notify(TopicProject, TopicDocuments, TopicDocument, TopicSelection)
	return nil
}

func (w *Workspace) setEntries(entries []Entry) {
	w.entries = entries
	w.index = make(map[string]int, len(entries))
	for i, e := range entries {
		w.index[e.ID] = i
	}
}

// Close closes the project, if one is open.
func (w *Workspace) Close() error {
	for _, t := range w.tasks {
		t.Cancel()
	}
	if w.project == nil {
		return nil
	}
	err := w.project.Close()
	w.project, w.labels, w.entries, w.index = nil, nil, nil, nil
	w.doc, w.sheet, w.view, w.sel = annotate.Document{}, nil, nil, Selection{}
	w.undoable, w.redoable = false, false
	w.notify(TopicProject, TopicDocuments, TopicDocument, TopicSelection)
	return err
}

// Check looks for damage in the project file and for marks that break a rule.
func (w *Workspace) Check() ([]storage.Problem, error) {
	if w.project == nil {
		return nil, ErrNoProject
	}
	return w.project.Check()
}

// Stats counts what the project holds.
func (w *Workspace) Stats() (storage.Stats, error) {
	if w.project == nil {
		return storage.Stats{}, ErrNoProject
	}
	return w.project.Stats()
}

// Backup writes a copy of the project to path. It refuses to overwrite a file.
func (w *Workspace) Backup(path string) error {
	if w.project == nil {
		return ErrNoProject
	}
	if err := w.project.Backup(path); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}
