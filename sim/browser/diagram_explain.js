// The card that explains one part of the diagram: what it is, its number now, how well it is known.

/**
 * Create the explanation card.
 *
 * @param {HTMLElement} host
 * @param {() => void} onClose  called when the reader closes the card
 * @returns {{open: Function, setNow: Function, close: Function, key: () => (string|null), destroy: () => void}}
 */
export function createCard(host, onClose) {
  const { card, close, ...texts } = buildCard(host);
  let key = null;

  const hide = () => {
    card.hidden = true;
    key = null;
  };
  const dismiss = () => {
    if (key === null) return;
    onClose(key);
    hide();
  };
  const escape = (event) => {
    if (event.key !== "Escape" || key === null) return;
    event.stopPropagation();
    dismiss();
  };
  close.addEventListener("click", dismiss);
  host.addEventListener("keydown", escape);

  return {
    open: (nextKey, words, nowText, corner) => {
      key = nextKey;
      card.hidden = false;
      card.dataset.corner = corner;
      card.setAttribute("aria-label", words.label);
      fill(texts, words, nowText);
      card.scrollTop = 0;
      close.focus({ preventScroll: true });
    },
    setNow: (text) => writeNow(texts.now, text),
    close: hide,
    key: () => key,
    destroy: () => {
      close.removeEventListener("click", dismiss);
      host.removeEventListener("keydown", escape);
    },
  };
}

function buildCard(host) {
  const card = add(host, "section", "diagram-card");
  card.hidden = true;
  card.setAttribute("role", "dialog");
  const heading = add(card, "h3", "diagram-card-title");
  const close = add(card, "button", "diagram-card-close");
  close.type = "button";
  close.textContent = "\u00d7";
  close.setAttribute("aria-label", "Close the explanation");
  const [now, about, evidence] = ["now", "about", "evidence"].map((part) => add(card, "p", `diagram-card-${part}`));
  return { card, close, heading, now, about, evidence };
}

function fill({ heading, now, about, evidence }, words, nowText) {
  heading.textContent = words.label;
  writeNow(now, nowText);
  about.textContent = words.about;
  // Food, urine and faeces claim nothing.
  evidence.hidden = !words.statement;
  evidence.textContent = words.statement ? `${words.grade}: ${words.statement}` : "";
}

function writeNow(node, text) {
  const full = `Now: ${text}`;
  if (node.textContent !== full) node.textContent = full;
}

function add(parent, tag, style) {
  const node = document.createElement(tag);
  node.className = style;
  parent.append(node);
  return node;
}
