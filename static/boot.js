// Tells the reader when the app can't start. The story that stands in index.html is shown then.
const fail = (why) => {
  const page = document.documentElement.classList;
  // The first reason is the cause of those that come after it.
  if (page.contains("started") || page.contains("failed")) return;
  page.add("failed");
  // Without it everything else fails too, in words that only an engineer knows.
  const reason = typeof WebAssembly === "undefined" ? "This browser has no WebAssembly." : why;
  document.getElementById("why").textContent = reason;
};
addEventListener("TrunkApplicationStarted", () => document.documentElement.classList.add("started"));
// A module or a stylesheet that did not load: the event does not bubble, so it is caught on the way down.
addEventListener("error", (event) => fail(event.message || "A part of the page could not be loaded."), true);
addEventListener("unhandledrejection", (event) => fail(String(event.reason)));
if (typeof WebAssembly === "undefined") addEventListener("DOMContentLoaded", () => fail("This browser has no WebAssembly."));
