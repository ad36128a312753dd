# Sourced by the scripts, from the root of the repository: puts every tool on PATH and knows how to find a browser.
# shellcheck shell=bash

cargo_bin="${CARGO_INSTALL_ROOT:-${CARGO_HOME:-$HOME/.cargo}}/bin"

# node_modules comes first so that its wasm-opt wins over an older one of the system.
export PATH="$PWD/node_modules/.bin:$cargo_bin:$PATH"

# Trunk 0.21 refuses the usual NO_COLOR=1 as "not a boolean"; it has a name of its own for the same wish.
if [[ -n "${NO_COLOR:-}" ]]; then
  export TRUNK_COLOR=never
  unset NO_COLOR
fi

# Prints the first of the given programs that runs. Asking for the version tells a browser from Ubuntu's stub,
# which is called chromium-browser and only says that a snap is missing.
first_that_runs() {
  local program
  for program in "$@"; do
    if [[ -n "$program" ]] && "$program" --version >/dev/null 2>&1; then
      command -v "$program"
      return
    fi
  done
  return 1
}

# Exports CHROMIUM and CHROMEDRIVER, or fails. Either may be set beforehand to choose another one.
find_browser() {
  CHROMIUM=$(first_that_runs "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") &&
    CHROMEDRIVER=$(first_that_runs "${CHROMEDRIVER:-}" chromedriver chromium.chromedriver) &&
    export CHROMIUM CHROMEDRIVER
}
