// Copy buttons that work in a classroom. Over plain http the page has no `navigator.clipboard`; in a frame of another
// site it has one that refuses. The old way to copy still works in both; where that is refused as well, the text is
// left selected and the reader is told which keys copy it.

(() => {
  if (window.copiesAnywhere) return; // the page is drawn anew with every change, its window stays
  window.copiesAnywhere = true;
  const clipboard = navigator.clipboard;
  const newWay = clipboard?.writeText.bind(clipboard);
  const writeText = async (/** @type {string} */ text) => {
    try {
      if (!newWay) throw new Error("This page has no clipboard.");
      await newWay(text);
    } catch (refusal) {
      if (copyTheOldWay(text)) return;
      askToCopy(text);
      throw refusal; // so that the button does not say "Copied"
    }
  };
  if (clipboard) clipboard.writeText = writeText;
  else Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });

  /** @param {string} text */
  function copyTheOldWay(text) {
    const focused = document.activeElement;
    const box = document.createElement("textarea");
    box.value = text;
    box.readOnly = true;
    box.style.cssText = "position: fixed; opacity: 0";
    // A dialog keeps the focus, so there it starts from inside.
    (document.querySelector("[role=dialog]") ?? document.body).append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement || focused instanceof SVGElement) focused.focus({ preventScroll: true });
    return copied;
  }

  /** @param {string} text */
  function askToCopy(text) {
    const code = [...document.querySelectorAll("code")].find((each) => each.textContent === text);
    const block = code?.closest("[data-testid=stCode]");
    if (!code || !block) return;
    getSelection()?.selectAllChildren(code);
    block.parentNode?.querySelector(".ask-to-copy")?.remove();
    const line = document.createElement("p");
    line.className = "ask-to-copy";
    line.setAttribute("role", "alert");
    line.textContent = "This browser does not let the page copy. The text is selected: press Ctrl+C (on a Mac: ⌘C).";
    block.after(line);
  }
})();
