// Starts the app, and takes its place when it can't start or has stopped: with what index.html holds, and then with
// rescue.js, which nobody loads who doesn't need it. Trunk.toml puts this script into the page, with the app's files.
const root = document.documentElement;
const { js, wasm } = document.currentScript.dataset;
const ready = new Promise((done) => addEventListener("DOMContentLoaded", done));
let shell = [];
let failed = false;

// Wasm in its stack: nobody can tell what state the app is in after such an error.
const fromApp = (error) => /wasm-function/.test(error?.stack);

// `stopped`: by a mistake of ours, not for want of something.
const fail = async (why, stopped) => {
  if (failed) return;
  failed = true;
  await ready; // Also lets the wasm that calls this come to its end.
  root.classList.add("failed");
  window.unopened?.();
  if (shell.length) document.getElementById("app").replaceChildren(...shell);
  const story = document.querySelector(".fallback");
  if (stopped) {
    story.children[0].textContent = "Something went wrong";
    story.children[1].textContent =
      "The page stopped because of a mistake in it. What you wrote is still kept in this browser.";
  } else {
    // Without it everything else fails too, in words that only an engineer knows.
    document.getElementById("why").textContent =
      typeof WebAssembly === "undefined" ? "This browser has no WebAssembly." : `The browser says: “${why}”.`;
  }
  const { rescue } = await import("./rescue.js");
  rescue(story, stopped && why);
};

// A panic calls this from src/main.rs, with its words. Whatever else goes wrong inside of the wasm comes as an error.
window.panicked = (words) => void fail(words, true);
addEventListener("error", ({ error, message }) => fromApp(error) && fail(message, true));
addEventListener("unhandledrejection", ({ reason }) => fromApp(reason) && fail(String(reason), true));

// Asked for in the address, when the app died of a diary: what is kept can be taken along without opening it.
const takeAlong = async () => {
  failed = true;
  root.classList.add("failed");
  const story = document.querySelector(".fallback");
  story.children[0].textContent = "Take your diaries along";
  story.children[1].textContent = "Nothing is opened here, and nothing is changed.";
  const { rescue } = await import("./rescue.js");
  rescue(story);
};

const start = async () => {
  await ready;
  if (new URLSearchParams(location.search).has("rescue")) return takeAlong();
  shell = [...document.getElementById("app").childNodes];
  // Nothing waits for it, and the app works without it.
  import("./translated.js").catch(() => {});
  const { default: init } = await import(js);
  await init({ module_or_path: wasm });
};

// From here on the story is hidden until it is needed. A browser that could not read this script never comes here.
root.classList.add("scripted");
start().catch((error) => fail(String(error), fromApp(error)));
