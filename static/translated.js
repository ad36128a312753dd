// A browser's translator takes each text out of the page and puts an element of its own there, while the app goes on
// writing into the text, or puts another one beside it: the page would stand still, with numbers that hold no more. So a
// text that was taken out comes back beside its translation, empty, and is what the app goes on with. As soon as the app
// writes into it or takes it away, the translation goes, and the translator finds the new words.
//
// While nobody translates, this looks at what the app takes out and holds nothing.
const ours = new WeakMap(); // a translation → its text
const kept = new WeakMap(); // a text → its translation, and the words that it had

const isTranslation = (node) => node?.nodeName === "FONT" && node.isConnected && !ours.has(node);

// What the app has written into: also nothing at all.
const writtenInto = (records) => {
  for (const { target } of records) release(target)?.remove();
};
const written = new MutationObserver(writtenInto);

// Whatever this changes itself is not looked at, but all that was changed before.
const change = (text, words) => {
  writtenInto(written.takeRecords());
  text.data = words;
  written.takeRecords();
};

const release = (text) => {
  const translation = kept.get(text)?.translation;
  kept.delete(text);
  ours.delete(translation);
  return translation;
};

const replaced = new MutationObserver((records) => {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    for (const node of removedNodes) {
      if (node.isConnected) continue;
      if (kept.has(node)) {
        // The app has taken it away.
        release(node).remove();
      } else if (ours.has(node)) {
        // The translator shows the page as it was: with this text, or with another of the same words.
        const text = ours.get(node);
        const { words } = kept.get(text);
        for (const added of addedNodes) if (added !== text && added.data === words) added.remove();
        release(text);
        change(text, words);
      } else if (node.nodeType === Node.TEXT_NODE) {
        const translation = [...addedNodes, previousSibling, nextSibling].find(isTranslation);
        if (!translation) continue;
        kept.set(node, { translation, words: node.data });
        ours.set(translation, node);
        written.observe(node, { characterData: true });
        change(node, "");
        translation.before(node);
      }
    }
  }
  replaced.takeRecords();
});
replaced.observe(document.body, { childList: true, subtree: true });
