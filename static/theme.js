// Runs before the first paint, so that a kept choice of light or dark does not flash.
// Written by src/browser/theme.rs, as JSON.
try {
  const theme = JSON.parse(localStorage.getItem("event-diary/theme"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked or the choice can't be read: the system decides.
}
