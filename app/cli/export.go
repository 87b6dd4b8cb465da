package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) export() *cobra.Command {
	format, out, state, status, unit, annotator := "", "", "", "", "", ""
	cmd := &cobra.Command{
		Use:   "export PROJECT --format FORMAT",
		Short: "Write a project's marks to a file",
		Long: "Writes one line (as marked text, one text) for each article and annotator. What is\n" +
			"written is read back and compared before the file takes its name; a file of that\n" +
			"name is replaced then.",
		Example: "  bluepencil export news.bluepencil --format jsonl -o news.jsonl\n" +
			"  bluepencil export news.bluepencil --format prodigy --status done > train.jsonl",
		Args: exactly(1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			err := errors.Join(
				oneOf("format", format, formatNames()...),
				oneOf("state", state, "confirmed", "all"),
				oneOf("status", status, "done", "all"),
				oneOf("offsets", unit, "codepoint", "utf16", "byte"))
			if err != nil {
				return misused{err}
			}
			o := workspace.ExportOptions{
				Format: workspace.Format(format), Unit: workspace.Unit(unit),
				All: state == "all", DoneOnly: status == "done", Annotator: annotator,
			}
			return c.exportAll(args[0], out, o)
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "format of the file: "+strings.Join(formatNames(), ", "))
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write (default: standard output)")
	cmd.Flags().StringVar(&state, "state", "confirmed", "which marks: confirmed, or all but rejected ones")
	cmd.Flags().StringVar(&status, "status", "all", "which articles: done, all")
	cmd.Flags().StringVar(&unit, "offsets", "codepoint", "what offsets count: codepoint, utf16, byte")
	cmd.Flags().StringVar(&annotator, "annotator", "", "only this annotator's marks")
	return cmd
}

func (c *command) exportAll(project, out string, o workspace.ExportOptions) error {
	if out == "" || out == "-" {
		return c.exportOut(project, o)
	}
	receipt, err := c.exportTo(project, out, o)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.err, "bluepencil: %d articles, %d spans written to %s and read back\n", receipt.Articles, receipt.Spans, out)
	return nil
}

func (c *command) exportTo(project, out string, o workspace.ExportOptions) (workspace.Receipt, error) {
	queue := workspace.NewQueue()
	ws := workspace.New(workspace.Options{Post: queue.Post})
	if err := ws.OpenReadOnly(project); err != nil {
		return workspace.Receipt{}, err
	}
	defer c.progress(ws)()
	var receipt workspace.Receipt
	task, err := ws.Export(out, o, func(r workspace.Receipt, _ error) { receipt = r })
	if err == nil {
		err = queue.Wait(task)
	}
	return receipt, errors.Join(err, ws.Close())
}

// exportOut writes to standard output what has been proven in a file first.
func (c *command) exportOut(project string, o workspace.ExportOptions) error {
	dir, err := os.MkdirTemp("", "bluepencil-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "export")
	if _, err := c.exportTo(project, path, o); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(c.out, f)
	return errors.Join(err, f.Close())
}
