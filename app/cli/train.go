package cli

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) train() *cobra.Command {
	out := ""
	var o workspace.TrainOptions
	cmd := &cobra.Command{
		Use:   "train SET… -o MODEL",
		Short: "Learn a model from articles that were marked by hand",
		Long: "Reads articles with confirmed marks and learns from them to recognize names and to\n" +
			"weigh who speaks. Every SET follows one policy: a project (its articles that are\n" +
			"done), Bluepencil JSONL, a folder of .marked text, or JSONL of data sets. What a set\n" +
			"does not tell apart (LOC, MISC) stays open where others teach it. The same command on\n" +
			"the same data writes the same bytes. suggest and eval use a model with --model.",
		Example: "  bluepencil train news.bluepencil corpus/train -o news.model\n" +
			"  bluepencil suggest --model news.model story.txt",
		Args: atLeast(1, "at least one project, file or folder with marked articles"),
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return misused{errors.New("say with -o where to write the model")}
			}
			return c.learn(args, out, o)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write the model to")
	cmd.Flags().StringArrayVar(&o.Standoff, "standoff", nil, "file of quotes whose texts are in other files; may be given again")
	cmd.Flags().StringArrayVar(&o.Texts, "texts", nil, "file that only lends its texts to --standoff; may be given again")
	return cmd
}

func (c *command) learn(paths []string, out string, o workspace.TrainOptions) error {
	o.Note = func(n workspace.Note) { fmt.Fprintln(c.err, "bluepencil:", n) }
	faults := 0
	o.Fault = func(err error) {
		faults++
		c.complain(err)
	}
	if f, isFile := c.err.(*os.File); isFile && term.IsTerminal(int(f.Fd())) {
		o.Progress = func(what string) { fmt.Fprintf(f, "\r\x1b[K%s", what) }
		defer func() { fmt.Fprintf(f, "\r\x1b[K") }()
	}
	if err := workspace.Train(paths, out, o); err != nil {
		return err
	}
	fmt.Fprintln(c.err, "bluepencil: wrote", out)
	if faults > 0 {
		return silent{}
	}
	return nil
}
