package cli

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

// evalOptions say what the eval command prints.
type evalOptions struct {
	asJSON, articles, wrong bool
}

func (c *command) eval() *cobra.Command {
	var show evalOptions
	var labels []string
	model, jobs := "", 0
	cmd := &cobra.Command{
		Use:   "eval GOLD…",
		Short: "Measure the suggestions against articles that were marked by hand",
		Long: "Reads articles with confirmed marks (Bluepencil JSONL, files or folders of .marked\n" +
			"text, JSONL of data sets), suggests marks for their texts, and compares. All that is\n" +
			"given is one gold set: a label that it uses anywhere is scored everywhere. Where a\n" +
			"set has LOC and no GPE, LOC stands for all places. - reads standard input.\n\n" +
			"P, R and F are precision, recall and F1 in percent. Names and numbers count when\n" +
			"both edges and the label are right; quotes when their words are; overlap, when half\n" +
			"of the characters are covered. --wrong lists every mistake, one line each:\n" +
			"missed, invented, edges (right label), type (wrong label), speaker.",
		Example: "  bluepencil eval news.jsonl\n" +
			"  bluepencil eval --wrong --labels PERSON,ORG corpus/dev | less\n" +
			"  bluepencil eval --json corpus/test > scores.json",
		Args: atLeast(1, "at least one file or folder with marked articles, or - for standard input"),
		RunE: func(_ *cobra.Command, args []string) error {
			if jobs < 1 {
				return misused{fmt.Errorf("--jobs %d is less than 1", jobs)}
			}
			for _, l := range labels {
				if strings.TrimSpace(l) == "" {
					return misused{errors.New("--labels has an empty label")}
				}
			}
			o := workspace.EvaluateOptions{Labels: labels, Jobs: jobs}
			if model != "" {
				m, err := workspace.OpenModel(model)
				if err != nil {
					return err
				}
				o.Suggest = m.Article
			}
			return c.evaluate(args, o, show)
		},
	}
	cmd.Flags().BoolVar(&show.asJSON, "json", false, "write JSON, for programs")
	cmd.Flags().BoolVar(&show.articles, "articles", false, "each article by itself, too")
	cmd.Flags().BoolVar(&show.wrong, "wrong", false, "every mistake, with the words around it")
	cmd.Flags().StringSliceVar(&labels, "labels", nil, "score only these labels (default: those that the gold uses)")
	cmd.Flags().StringVar(&model, "model", "", "model that train wrote (default: the built-in one)")
	cmd.Flags().IntVar(&jobs, "jobs", runtime.NumCPU(), "articles read at the same time")
	cobra.CheckErr(cmd.RegisterFlagCompletionFunc("labels", completeLabels))
	return cmd
}

// completeLabels completes the last of several labels.
func completeLabels(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		before = typed[:i+1]
	}
	var out []string
	for _, l := range workspace.KnownLabels() {
		if strings.HasPrefix(before+l, strings.ToUpper(typed)) {
			out = append(out, before+l)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func (c *command) evaluate(paths []string, o workspace.EvaluateOptions, show evalOptions) error {
	faults := 0
	o.Note = func(n workspace.Note) { fmt.Fprintln(c.err, "bluepencil:", n) }
	o.Fault = func(err error) {
		faults++
		c.complain(err)
		if hint := workspace.Hint(err); hint != "" {
			fmt.Fprintln(c.err, "hint:", hint)
		}
	}
	progress, stop := c.bar()
	o.Progress = progress
	e, err := workspace.Evaluate(c.in, paths, o)
	stop()
	switch {
	case errors.Is(err, workspace.ErrNoGold) && faults > 0:
		return silent{}
	case err != nil:
		return err
	}
	for _, l := range o.Labels {
		if _, measured := e.Total.Labels[l]; !measured {
			fmt.Fprintf(c.err, "bluepencil: neither the gold nor the suggestions have the label %s\n", l)
		}
	}
	if show.asJSON {
		err = writeEvalJSON(c.out, e, show)
	} else {
		err = writeEvalText(c.out, e, show)
	}
	if err == nil && faults > 0 {
		err = silent{}
	}
	return err
}
