package storage

import (
	"database/sql"

	"github.com/bluepencil/bluepencil/annotate"
)

// Labels returns the project's vocabulary, in the order of its panel.
func (p *Project) Labels() (annotate.LabelSet, error) {
	rows, err := p.db.Query("SELECT name, color, key, kind, grouping, guideline FROM labels ORDER BY position")
	return all(rows, err, func(row scanner) (annotate.Label, error) {
		var l annotate.Label
		err := row.Scan(&l.Name, &l.Color, &l.Key, &l.Kind, &l.Group, &l.Guideline)
		return l, err
	})
}

// SetLabels replaces the project's vocabulary.
func (p *Project) SetLabels(labels annotate.LabelSet) error {
	return p.write(func(tx *sql.Tx) error {
		if _, err := tx.Exec("DELETE FROM labels"); err != nil {
			return err
		}
		for i, l := range labels {
			_, err := tx.Exec("INSERT INTO labels (position, name, color, key, kind, grouping, guideline) VALUES ($1, $2, $3, $4, $5, $6, $7)",
				i, l.Name, l.Color, l.Key, string(l.Kind), l.Group, l.Guideline)
			if err != nil {
				return err
			}
		}
		return nil
	})
}
