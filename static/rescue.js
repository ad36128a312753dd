// What is left to do when the app could not start or has stopped: reload, and take what is kept here along as files.
// It is plain JavaScript, since the wasm is what failed. kept.js reads what is kept, and says what the files hold.
import { file, look } from "./kept.js";

function save(name, blob) {
  const link = document.createElement("a");
  // The address is never taken back: a browser may take its time with the file, and this page is left soon.
  link.href = URL.createObjectURL(blob);
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
export async function rescue(story, words) {
  const [heading, told] = story.children;
  const actions = element("div", "wishes", button("Reload", "lead", () => location.reload()));
  const problem = element("p", "problem");
  problem.role = "alert";
  const note = element("p", "aside", "Looking for what is kept in this browser…");
  const parts = [actions, problem, note];
  told.after(...parts);
  if (words) {
    // The story and its question are for those who never saw the page.
    const mistake = element("details", "called", element("summary", "", "What went wrong"), element("pre", "", words));
    story.replaceChildren(heading, told, ...parts, mistake);
    document.querySelector(".opening").remove();
    // What had the focus is gone. Those who listen hear why.
    heading.tabIndex = -1;
    heading.focus();
  }

  const { names, unread } = await look();
  for (const name of names) {
    const press = async () => {
      try {
        const { blob, notes } = await file(name);
        save(name, blob);
        problem.textContent = notes.length ? `${name}: ${notes.join(" ")}` : "";
      } catch (error) {
        problem.textContent = `${name} could not be exported: ${error.message}`;
      }
    };
    actions.append(button(`Export ${name}`, "", press));
  }
  const hint = "A file holds all that could be read of a diary. What could not be read is in it too, word for word. The file can be imported later.";
  note.textContent = [...unread, ...(names.length ? [hint] : [])].join(" ");
  if (words && !names.length) {
    const otherwise = unread.length ? "It can’t be told here whether what you wrote is kept." : "There is no diary in this browser.";
    told.textContent = `The page stopped because of a mistake in it. ${otherwise}`;
  }
}
