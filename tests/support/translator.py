"""A browser's translator: what it does to the texts of a page."""

# As Google Translate in Chrome: texts that follow each other are taken away, and fonts with another text put there,
# again after every change, in shadow roots as well. Here the words stay the same, so that they can be compared.
TRANSLATE = """() => {
  const LEFT_ALONE = 'font, script, style, [translate=no]';
  const every = {subtree: true, childList: true, characterData: true};
  const watched = new Set();
  const shadows = root => [...root.querySelectorAll('*')].flatMap(node => node.shadowRoot ?? []);
  const roots = root => [root, ...shadows(root).flatMap(roots)];
  const translate = () => {
    for (const root of roots(document)) {
      if (!watched.has(root)) watcher.observe(root, every);
      watched.add(root);
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
      while (walk.nextNode()) texts.push(walk.currentNode);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!text.data.trim() || !parent || parent.closest(LEFT_ALONE) || parent instanceof SVGElement) continue;
        const font = document.createElement('font'), inner = document.createElement('font'), others = [];
        for (let next = text.nextSibling; next?.nodeType === Node.TEXT_NODE; next = next.nextSibling) others.push(next);
        inner.textContent = [text, ...others].map(each => each.data).join('');
        font.append(inner);
        text.replaceWith(font);
        for (const other of others) other.remove();
      }
    }
    watcher.takeRecords();
  };
  const watcher = new MutationObserver(translate);
  translate();
}"""
