package cli

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) suggest() *cobra.Command {
	format, unit, model, jobs := "", "", "", 0
	cmd := &cobra.Command{
		Use:   "suggest FILE…",
		Short: "Write suggestions for articles to standard output",
		Long: "Reads articles (text, Markdown, HTML, marked text, JSONL streams) and writes one line\n" +
			"for each to standard output, in the order given: quotes with their speakers, and names.\n" +
			"As marked text each article keeps its lines, and a rule stands between two.\n" +
			"A file that cannot be read is reported, and the others go on. - reads standard input.",
		Example: "  bluepencil suggest story.txt\n  cat stories.jsonl | bluepencil suggest - > suggested.jsonl",
		Args:    atLeast(1, "at least one article file, or - for standard input"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, formatNames()...); err != nil {
				return err
			}
			if err := oneOf("offsets", unit, "codepoint", "utf16", "byte"); err != nil {
				return err
			}
			if jobs < 1 {
				return misused{fmt.Errorf("--jobs %d is less than 1", jobs)}
			}
			o := workspace.SuggestOptions{Format: workspace.Format(format), Unit: workspace.Unit(unit), Jobs: jobs}
			if model != "" {
				var err error
				if o.Model, err = workspace.OpenModel(model); err != nil {
					c.complain(err)
					fmt.Fprintln(c.err, "hint: the built-in model is used instead")
				}
			}
			return c.suggestAll(args, o)
		},
	}
	cmd.Flags().StringVar(&format, "format", "jsonl", "format of the lines: "+strings.Join(formatNames(), ", "))
	cmd.Flags().StringVar(&unit, "offsets", "codepoint", "what offsets count: codepoint, utf16, byte")
	cmd.Flags().StringVar(&model, "model", "", "model that train wrote (default: the built-in one)")
	cmd.Flags().IntVar(&jobs, "jobs", runtime.NumCPU(), "articles read at the same time")
	return cmd
}

func (c *command) suggestAll(paths []string, o workspace.SuggestOptions) error {
	faults := 0
	o.Note = func(n workspace.Note) { fmt.Fprintln(c.err, "bluepencil:", n) }
	o.Fault = func(err error) {
		faults++
		c.complain(err)
		if hint := workspace.Hint(err); hint != "" {
			fmt.Fprintln(c.err, "hint:", hint)
		}
	}
	if err := workspace.SuggestFiles(c.out, c.in, paths, o); err != nil {
		return err
	}
	if faults > 0 {
		return silent{}
	}
	return nil
}

func formatNames() []string {
	var names []string
	for _, f := range workspace.Formats() {
		names = append(names, string(f.Name))
	}
	return names
}
