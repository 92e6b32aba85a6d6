// What screen readers need beyond what Streamlit says: the sentence read out after a change, and which of several
// buttons is the chosen one.

(() => {
  if (document.querySelector(".spoken")) return; // the page is drawn anew with every change, its body stays
  const PAUSE = 500; // ms: a slider that is still moving is not read out
  const CHOICES = ["presets", "lenses", "experiments"].map((key) => `.st-key-${key} button`).join();
  const line = document.createElement("p");
  line.className = "spoken";
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  document.body.append(line);
  let known = "";
  let timer = 0;

  const look = () => {
    for (const button of document.querySelectorAll(CHOICES)) {
      const pressed = String(button.getAttribute("kind") === "primary");
      if (button.getAttribute("aria-pressed") !== pressed) button.setAttribute("aria-pressed", pressed);
    }
    const sentence = document.querySelector(".st-key-sentence h2")?.textContent;
    if (!sentence || sentence === known) return;
    clearTimeout(timer);
    // The first one is read with the page.
    if (known) timer = setTimeout(() => { line.textContent = sentence; }, PAUSE);
    known = sentence;
  };
  const watched = { subtree: true, childList: true, characterData: true, attributeFilter: ["kind"] };
  new MutationObserver(look).observe(document.body, watched);
  look();
})();
