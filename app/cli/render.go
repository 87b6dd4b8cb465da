package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) render() *cobra.Command {
	out, width, article, dark := "", 0, 0, false
	cmd := &cobra.Command{
		Use:   "render PROJECT|FILE -o PAGE.png",
		Short: "Draw an article with its marks as a picture",
		Args:  exactly(1, "one project or one article file"),
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case out == "":
				return misused{errors.New("give the picture's name with -o")}
			case width < 200 || width > 8000:
				return misused{fmt.Errorf("--width %d is not between 200 and 8000", width)}
			case article < 1:
				return misused{fmt.Errorf("--article %d is less than 1", article)}
			}
			return c.withArticle(args[0], article-1, func(ws *workspace.Workspace) error {
				return c.desktop.Render(ws, out, width, dark)
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "picture to write")
	cmd.Flags().IntVar(&width, "width", 900, "width in pixels")
	cmd.Flags().IntVar(&article, "article", 1, "which article of the project, counted from 1")
	cmd.Flags().BoolVar(&dark, "dark", false, "light text on a dark page")
	return cmd
}

// withArticle runs f on a workspace that has an article of a project open, or
// the article of a file in a project that lives only as long.
func (c *command) withArticle(path string, n int, f func(*workspace.Workspace) error) error {
	queue := workspace.NewQueue()
	ws := workspace.New(workspace.Options{Post: queue.Post})
	if strings.EqualFold(filepath.Ext(path), ".bluepencil") {
		if err := ws.OpenReadOnly(path); err != nil {
			return err
		}
	} else {
		dir, err := os.MkdirTemp("", "bluepencil-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		if err := c.fill(ws, queue, filepath.Join(dir, "page.bluepencil"), path); err != nil {
			return errors.Join(err, ws.Close())
		}
	}
	if err := ws.OpenAt(n); err != nil {
		return errors.Join(fmt.Errorf("article %d of %s: %w", n+1, path, err), ws.Close())
	}
	err := queue.Settle(ws)
	if err == nil {
		err = f(ws)
	}
	return errors.Join(err, ws.Close())
}

// fill makes a project of one file's articles.
func (c *command) fill(ws *workspace.Workspace, queue *workspace.Queue, project, path string) error {
	if err := ws.Create(project); err != nil {
		return err
	}
	var report workspace.ImportReport
	task, err := ws.Import([]string{path}, workspace.ImportOptions{}, func(r workspace.ImportReport) { report = r })
	if err != nil {
		return err
	}
	if err := queue.Wait(task); err != nil {
		return err
	}
	for _, n := range report.Notes {
		fmt.Fprintln(c.err, "bluepencil:", n)
	}
	return errors.Join(report.Failed...)
}

func (c *command) demo() *cobra.Command {
	out := ""
	cmd := &cobra.Command{
		Use:   "demo --out FOLDER",
		Short: "Do the whole job once on a sample article, without a display",
		Long: "Makes a project of the sample articles in a folder, reads them, exports them as\n" +
			"JSONL, draws the window as a picture, and says where the three files lie.",
		Args: exactly(0, "no arguments"),
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				return misused{errors.New("give the folder with --out")}
			}
			return c.showcase(out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder to write to; it is made where it is missing")
	return cmd
}

func (c *command) showcase(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	project := filepath.Join(dir, "sample.bluepencil")
	if err := discard(project); err != nil {
		return err
	}
	queue := workspace.NewQueue()
	ws := workspace.New(workspace.Options{Post: queue.Post})
	if err := ws.Create(project); err != nil {
		return err
	}
	err := c.perform(ws, queue, dir)
	if err = errors.Join(err, ws.Close()); err != nil {
		return err
	}
	fmt.Fprintf(c.out, "project   %s\npicture   %s\nJSONL     %s\n", project,
		filepath.Join(dir, "window.png"), filepath.Join(dir, "sample.jsonl"))
	return nil
}

// discard takes away what an earlier demonstration left.
func discard(project string) error {
	for _, path := range []string{project, project + "-wal", project + "-shm"} {
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (c *command) perform(ws *workspace.Workspace, queue *workspace.Queue, dir string) error {
	names, texts := c.desktop.Samples()
	for i := range names {
		if err := ws.AddText(names[i], texts[i]); err != nil {
			return err
		}
	}
	for i := range names {
		if err := ws.OpenAt(i); err != nil {
			return err
		}
		if err := queue.Settle(ws); err != nil {
			return err
		}
	}
	if err := ws.OpenAt(0); err != nil {
		return err
	}
	if err := ws.Next(1); err != nil && !errors.Is(err, workspace.ErrNothingTo) {
		return err
	}
	task, err := ws.Export(filepath.Join(dir, "sample.jsonl"),
		workspace.ExportOptions{Format: "jsonl", All: true}, nil)
	if err != nil {
		return err
	}
	if err := queue.Wait(task); err != nil {
		return err
	}
	return c.desktop.Snapshot(ws, filepath.Join(dir, "window.png"), 1280, 820, false)
}
