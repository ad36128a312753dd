// What stands on the page until the app does: the app's own first view, as script/first-view took it, with the dates of
// this month. Whoever was here before sees the same frame without the story's figures; in another place, or in engineers’
// words, only the head is seen. A press is kept, and done in its order if what opens is what was shown. Otherwise it is told
// that it was not done.
(() => {
  const root = document.documentElement;
  // src/browser/device.rs writes the cookie. A key is enough, too: where either is missing the browser may have cleared it.
  const wasHere = () => {
    try {
      return document.cookie.includes("event-diary=1") || Object.keys(localStorage).some((key) => key.startsWith("event-diary/"));
    } catch {
      return false;
    }
  };
  const saysOtherwise = () => {
    try {
      return localStorage.getItem("event-diary/words") === '"engineer"' || location.search.includes("words=engineer");
    } catch {
      return false;
    }
  };
  const isElsewhere = () => !["", "#", "#/", "#/bank"].includes(location.hash);
  const state = () => (isElsewhere() || saysOtherwise() ? "elsewhere" : wasHere() ? "empty" : "story");
  root.dataset.first = "";

  // Where a moment of the story (month -2 to 0) lies: crates/examples/src/story.rs.
  const now = new Date();
  const month = (off, day = 1, time = "0:00") => new Date(now.getFullYear(), now.getMonth() + off, day, ...time.split(":"));
  const told = (19 * 24 + 9) * 3_600_000;
  const at = (off, day, time) => {
    const passed = now - month(0);
    if (off < 0 || passed >= told) return month(off, day, time);
    return new Date(+month(0) + Math.floor((Date.UTC(1970, 0, day, ...time.split(":")) * passed) / told));
  };
  const last = (off) => new Date(now.getFullYear(), now.getMonth() + off + 1, 0).getDate();
  // By hand, since to ask the browser for them takes longer than all the rest of this.
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  const long = (date) => MONTHS[date.getMonth()];
  const short = (date) => long(date).slice(0, 3);
  const two = (number) => String(number).padStart(2, "0");
  const clock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
  const words = {
    long,
    year: (date) => date.getFullYear(),
    iso: (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}`,
    last: (_, off) => last(off),
    // On the chart a year stands where it begins.
    mark: (date, off) => short(date) + (off < -1 || date.getMonth() === 0 ? ` ${date.getFullYear()}` : ""),
    when: (date) => {
      const year = date.getFullYear() === now.getFullYear() ? "" : `\u00a0${date.getFullYear()}`;
      return `${date.getDate()}\u00a0${short(date)}${year} ${clock(date)}`;
    },
    stamp: (date) => `${date.getDate()} ${short(date)} ${date.getFullYear()} ${clock(date)}`,
  };
  const dated = (text) => text.replace(/\{(\w+) ([^ }]+)(?: ([^ }]+) ([^ }]+))?\}/g, (_, form, which, day, time) => {
    const off = Number(which);
    // The story's fee is charged in the last minute of its month.
    const on = day === "28" ? last(off) : Number(day);
    return words[form](day ? at(off, on, time) : month(off), off);
  });

  let app;
  const presses = [];
  const changed = new Set();
  const all = (what) => [...app.querySelectorAll(what)];
  // How many earlier entries there are depends on the window, and so whether there are buttons for them.
  const buttons = () => all("button:not(.earlier)");
  const switches = () => all(".switches button");
  const stops = () => all("a, button:not(.earlier), input, select, summary");
  // What is known by its name and where it stands, and of several such by which of them it is: a notice that is in the app
  // alone has buttons, too.
  const called = (it) => [it.closest("[aria-label]:not(button, a, input, select)")?.ariaLabel, it.id || it.ariaLabel || it.textContent].join("|");
  const mark = (it, group) => it && [called(it), group.filter((other) => called(other) === called(it)).indexOf(it)];
  const find = (marked, group) => marked && group.filter((it) => called(it) === marked[0])[marked[1]];
  const nameOf = (field) => field.id || field.ariaLabel;
  const fields = () => all("input, select").filter((field) => changed.has(nameOf(field)));
  const values = () => new Map(fields().map((field) => [nameOf(field), field.value]));
  // Nothing where no figures were shown: then nobody knows what a press would be done to.
  const shown = () => ["empty", "elsewhere"].includes(root.dataset.first) ? "" : all(".cell, .figure, .paper .what, .paper .amount").map((it) => it.textContent.replace(/\s/g, "")).join("|");
  const say = (sentence) => all(".kept-words, [role=status]").forEach((place) => { place.textContent = sentence; });

  const press = ({ target }) => {
    const button = target.closest("button:not(.earlier)");
    if (!button) return;
    // Of the page, not of its diary: these are done whatever opens.
    const isSwitch = Boolean(button.closest(".switches"));
    const words = button.ariaLabel || button.textContent;
    presses.push({ isSwitch, which: mark(button, isSwitch ? switches() : buttons()), words, values: values() });
    const waits = isSwitch || shown() !== "";
    button.classList.toggle("waits", waits);
    say(waits ? `Opening the diary… “${words}” waits for it.` : `The diary is not open yet: “${words}” is not done.`);
  };
  const change = ({ target }) => changed.add(nameOf(target));
  const look = () => {
    root.dataset.first = state();
    if (isElsewhere()) app.querySelector("[aria-current]")?.removeAttribute("aria-current");
  };

  const fill = () => {
    app = document.querySelector("#app");
    const texts = document.createTreeWalker(app, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (texts.currentNode.data.includes("{")) texts.currentNode.data = dated(texts.currentNode.data);
    // In a field for a day nothing but a day may stand, not even before this.
    for (const field of all("[data-value]")) {
      field.setAttribute("value", dated(field.dataset.value));
      field.removeAttribute("data-value");
    }
    // The page's policy knows no styles in the markup.
    for (const part of all("[data-css]")) {
      part.style.cssText = part.dataset.css;
      part.removeAttribute("data-css");
    }
    look();
    const paper = app.querySelector(".paper");
    paper.scrollTop = paper.scrollHeight;
    app.addEventListener("click", press);
    app.addEventListener("input", change);
    addEventListener("hashchange", look);
  };
  document.addEventListener("DOMContentLoaded", fill);

  const undone = (which) => {
    if (which.length === 0) return;
    const notice = document.createElement("section");
    notice.className = "notice undone";
    notice.setAttribute("role", "alert");
    const sentence = document.createElement("p");
    sentence.textContent = `Not done, since the diary was not open yet: ${which.map(({ words }) => `“${words}”`).join(", ")}.`;
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => notice.remove());
    notice.append(sentence, close);
    document.body.append(notice);
  };

  const put = (to) => {
    for (const field of all("input, select")) {
      const value = to.get(nameOf(field));
      if (value === undefined || value === field.value) continue;
      field.value = value;
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
  };

  const end = () => {
    delete root.dataset.first;
    removeEventListener("hashchange", look);
    app?.removeEventListener("click", press);
    app?.removeEventListener("input", change);
  };

  // src/ui/app.rs calls it before it takes this view away, and calls what it gets when it has put its own in the place.
  window.opening = () => {
    const before = shown();
    const typed = values();
    const focused = mark(stops().find((it) => it === document.activeElement), stops());
    const open = all("details").map((details) => details.open);
    end();
    // What the app does when its own view is there comes first.
    return () => setTimeout(() => {
      const isSame = before !== "" && before === shown();
      if (isSame) {
        all("details").forEach((details, which) => { details.open = open[which] ?? false; });
        find(focused, stops())?.focus({ preventScroll: true });
      }
      const there = presses.map(({ isSwitch, which }) => find(which, isSwitch ? switches() : buttons()));
      undone(presses.filter(({ isSwitch, values }, at) => {
        const button = there[at];
        // One that the presses before it took away can't be pressed.
        if (!(isSame || isSwitch) || !button?.isConnected) return true;
        if (isSame) put(values);
        button.click();
        return false;
      }));
      if (isSame) put(typed);
    });
  };
  // boot.js calls it when there will be no app.
  window.unopened = () => {
    if (!("first" in root.dataset)) return;
    end();
    undone(presses);
  };
})();
