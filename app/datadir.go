package app

import (
	"os"
	"path/filepath"
	"runtime"
)

// dataDir returns the folder where this system keeps an application's data:
// the XDG data directory, Application Support, or AppData.
func dataDir() (string, error) {
	switch runtime.GOOS {
	case "windows", "darwin":
		dir, err := os.UserConfigDir()
		return filepath.Join(dir, "Bluepencil"), err
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "bluepencil"), nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share", "bluepencil"), err
}
