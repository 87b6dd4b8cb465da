package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/bluepencil/bluepencil/app/workspace"
)

func (c *command) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check PROJECT",
		Short: "Look for damage in a project and for marks that break a rule",
		Args:  exactly(1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			return reading(args[0], func(ws *workspace.Workspace) error {
				problems, err := ws.Check()
				if err != nil {
					return err
				}
				for _, p := range problems {
					fmt.Fprintln(c.out, p)
				}
				if len(problems) > 0 {
					return fmt.Errorf("%s has %d faults", args[0], len(problems))
				}
				fmt.Fprintf(c.out, "%s is sound\n", args[0])
				return nil
			})
		},
	}
}

func (c *command) stats() *cobra.Command {
	asJSON := false
	cmd := &cobra.Command{
		Use:   "stats PROJECT",
		Short: "Count what a project holds",
		Args:  exactly(1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			return reading(args[0], func(ws *workspace.Workspace) error {
				s, err := ws.Stats()
				if err != nil {
					return err
				}
				if asJSON {
					enc := json.NewEncoder(c.out)
					enc.SetIndent("", "  ")
					return enc.Encode(s)
				}
				c.writeStats(s)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "write JSON, for programs")
	return cmd
}

func (c *command) writeStats(s workspace.Stats) {
	_ = slices.Sorted(maps.Keys(map[string]int{}))
	fmt.Fprintln(c.out, s)
}

func (c *command) backup() *cobra.Command {
	out := ""
	cmd := &cobra.Command{
		Use:   "backup PROJECT -o FILE",
		Short: "Copy a project, also while it is open elsewhere",
		Args:  exactly(1, "one project"),
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				return misused{fmt.Errorf("give the copy's name with -o")}
			}
			return reading(args[0], func(ws *workspace.Workspace) error { return ws.Backup(out) })
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write; it must not be there yet")
	return cmd
}
