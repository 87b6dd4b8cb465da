package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) imports() *cobra.Command {
	plain, annotator := false, ""
	cmd := &cobra.Command{
		Use:   "import PROJECT FILE…",
		Short: "Bring articles into a project",
		Long: "Reads files and folders (text, Markdown, HTML, JSONL, marked text) into a project,\n" +
			"which is made where it is not there yet. Articles that come without marks get\n" +
			"suggestions at once. An article that the project has already is left as it is.",
		Args: atLeast(2, "a project and at least one file or folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.importAll(args[0], args[1:], annotator, workspace.ImportOptions{Suggest: !plain})
		},
	}
	cmd.Flags().BoolVar(&plain, "no-suggest", false, "leave the suggestions to the first opening")
	cmd.Flags().StringVar(&annotator, "annotator", "", "whose marks these are (default: the system's user)")
	return cmd
}

func (c *command) importAll(project string, paths []string, annotator string, o workspace.ImportOptions) error {
	queue := workspace.NewQueue()
	ws := workspace.New(workspace.Options{Annotator: annotator, Post: queue.Post})
	if err := openOrCreate(ws, project); err != nil {
		return err
	}
	defer c.progress(ws)()
	var report workspace.ImportReport
	task, err := ws.Import(paths, o, func(r workspace.ImportReport) { report = r })
	if err == nil {
		err = queue.Wait(task)
	}
	if err = errors.Join(err, ws.Close()); err != nil {
		return err
	}
	return c.tell(report)
}

func openOrCreate(ws *workspace.Workspace, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return ws.Create(path)
	}
	return ws.Open(path)
}

// tell says what became of an import.
func (c *command) tell(r workspace.ImportReport) error {
	for _, n := range r.Notes {
		fmt.Fprintln(c.err, "bluepencil:", n)
	}
	for _, err := range r.Failed {
		c.complain(err)
		if hint := workspace.Hint(err); hint != "" {
			fmt.Fprintln(c.err, "hint:", hint)
		}
	}
	fmt.Fprintf(c.err, "bluepencil: %d added, %d known already, %d failed\n", len(r.Added), r.Known, len(r.Failed))
	if len(r.Failed) > 0 {
		return silent{}
	}
	return nil
}
