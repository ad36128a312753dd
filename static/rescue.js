// What is left to do when the app could not start or has stopped: reload, and take what is kept here along as files.
// It is plain JavaScript, since the wasm is what failed, and reads the layout that README.md tells of ("What is kept").
// The app imports what it exports.
const KEY = /^event-diary\/([^/]+)\/(meta|\d{5}|broken\/.*)$/s;
const LINE = /^(\[.*)\]\|([0-9a-f]{8})$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

// The keys of each diary, by its name, in order. Throws where storage is blocked.
function diaries() {
  const found = new Map();
  for (const key of Object.keys(localStorage).sort()) {
    const name = KEY.exec(key)?.[1];
    if (name) found.set(name, [...(found.get(name) ?? []), key]);
  }
  return found;
}

// One diary as JSON Lines: what it is, its entries, and what could not be read, word for word.
function file(name, keys) {
  const lines = [];
  const aside = [];
  let meta = {};
  let last;
  for (const key of keys) {
    const text = localStorage.getItem(key);
    const short = key.slice(`event-diary/${name}/`.length);
    const setAside = (text) => aside.push(JSON.stringify({ "set aside": short, text }));
    if (short === "meta") {
      try {
        meta = JSON.parse(text);
        if (!meta.format) throw new Error("not ours");
      } catch {
        meta = {};
        setAside(text);
      }
    } else if (short.startsWith("broken/")) {
      setAside(text);
    } else {
      for (const line of text.replace(/\n$/, "").split("\n")) {
        // A file can't hold half of a surrogate pair, unless JSON escapes it.
        const form = LONE_SURROGATE.test(line) ? null : LINE.exec(line);
        if (form) lines.push(`${form[1]},"${(last = form[2])}"]`);
        else if (line) setAside(line);
      }
    }
  }
  const known = (value, type) => (typeof value === type ? value : undefined);
  const head = {
    "event-diary": 1,
    kind: name.replace(/-\d+$/, ""),
    name,
    title: known(meta.title, "string"),
    created: known(meta.created, "number"),
    entries: lines.length,
    // The record may lag behind the lines.
    fingerprint: last ?? known(meta.fingerprint, "string"),
  };
  return [JSON.stringify(head), ...lines, ...aside, ""].join("\n");
}

function save(name, text) {
  const link = document.createElement("a");
  // The address is never taken back: a browser may take its time with the file, and this page is left soon.
  link.href = URL.createObjectURL(new Blob([text], { type: "application/jsonl" }));
  link.download = `${name}.jsonl`;
  link.click();
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
}

function button(words, className, press) {
  const made = element("button", className, words);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

// Makes the story of index.html helpful. `words` are those of the mistake that stopped the app, if one did.
export function rescue(story, words) {
  const [heading, told] = story.children;
  const actions = element("div", "wishes", button("Reload", "lead", () => location.reload()));
  const problem = element("p", "problem");
  problem.role = "alert";
  const parts = [actions, problem];

  let kept = new Map();
  let otherwise = "There is no diary in this browser's localStorage.";
  try {
    kept = diaries();
  } catch {
    otherwise = "Whether what you wrote is kept can't be told here: this browser does not open its localStorage.";
  }
  for (const name of kept.keys()) {
    const press = () => {
      try {
        // Looked up again: another tab may have written since.
        save(name, file(name, diaries().get(name) ?? []));
        problem.textContent = "";
      } catch (error) {
        problem.textContent = `${name} could not be exported: ${error.message}`;
      }
    };
    actions.append(button(`Export ${name}`, "", press));
  }
  if (kept.size) parts.push(element("p", "aside", "A file holds a whole diary and can be imported later."));
  told.after(...parts);
  if (!words) return;

  if (!kept.size) told.textContent = `The page stopped because of a mistake in it. ${otherwise}`;
  // The story and its question are for those who never saw the page.
  const mistake = element("details", "called", element("summary", "", "What went wrong"), element("pre", "", words));
  story.replaceChildren(heading, told, ...parts, mistake);
  document.querySelector(".opening").remove();
  // What had the focus is gone. Those who listen hear why.
  heading.tabIndex = -1;
  heading.focus();
}
