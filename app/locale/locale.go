// Package locale gives the toolkit a language where the system names none.
//
// The toolkit parses the locale while it is loaded and prints an error to
// standard error for "C" and "POSIX", which are no languages. That would stand
// among the messages of every command on servers and in containers.
package locale

import (
	"os"
	"strings"
)

// Packages are loaded in the order of their paths once what they import is
// there, so this one, which imports nothing but the standard library, comes
// before the toolkit's. That is why it must be init and not a call in main.
func init() {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		if base, _, _ := strings.Cut(value, "."); base == "C" || base == "POSIX" {
			_ = os.Setenv(name, "en_US.UTF-8") // it can only fail for an invalid name
		}
		return
	}
	_ = os.Setenv("LANG", "en_US.UTF-8")
}
