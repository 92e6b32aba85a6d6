// Page translators put font elements in the place of texts, behind React's back: React then fails to remove a text
// that is no longer there ("NotFoundError: removeChild", React issue 11538), or changes one that nobody sees any more.
// Here a text that React touches first comes back to where it stood; the translator then takes it as a new one.

(() => {
  if (window.textsComeBack) return; // the page is drawn anew with every change, its window stays
  window.textsComeBack = true;
  /** @type {WeakMap< Node, Element >} */
  const fontOf = new WeakMap();
  /** @type {WeakMap< Node, Node[] >} */
  const textsOf = new WeakMap();

  const note = (/** @type {MutationRecord[]} */ records) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const font = [...addedNodes, previousSibling, nextSibling].find((node) => node instanceof HTMLFontElement);
      const texts = [...removedNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      if (!font || !texts.length) continue;
      textsOf.set(font, [...(textsOf.get(font) ?? []), ...texts]);
      for (const text of texts) fontOf.set(text, font);
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document, { subtree: true, childList: true });

  // A translator may have put several texts that followed each other into one font.
  const comeBack = (/** @type {Node} */ text) => {
    note(observer.takeRecords());
    const font = fontOf.get(text);
    if (!font?.isConnected) return;
    font.replaceWith(...(textsOf.get(font) ?? []));
    observer.takeRecords();
  };

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    comeBack(child);
    removeChild.call(this, child);
    observer.takeRecords(); // it was not a translator that took this one away
    return child;
  };
  Node.prototype.insertBefore = function (node, next) {
    if (next) comeBack(next);
    insertBefore.call(this, node, next);
    return node;
  };
  const nodeValue = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Node.prototype, "nodeValue", {
    ...nodeValue,
    set(value) {
      comeBack(this);
      nodeValue?.set?.call(this, value);
    },
  });
})();
