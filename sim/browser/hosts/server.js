// Whether the server still answers, and what is said where it does not.

const STREAMLIT = "/_stcore/";
/** The address of the server, as this page knows it. */
export const SERVER = `${import.meta.url.split(STREAMLIT)[0]}/`;
const HEALTH = new URL(`${STREAMLIT.slice(1)}health`, SERVER);
const PATIENCE = 2500; // ms
const GONE = "Connection error";

/** Ask the server whether it is there; whoever serves in its place says something else. */
export async function serverAnswers() {
  try {
    const answer = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.text()) === "ok";
  } catch {
    return false;
  }
}

/**
 * Close the dialog with which Streamlit locks the page once its server has gone: the Lab needs none.
 *
 * @param {() => void} onGone
 */
export function insteadOfStreamlit(onGone) {
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element) || node.querySelector("h2")?.textContent !== GONE) continue;
      /** @type {HTMLElement | null} */ (node.querySelector("button[aria-label=Close]"))?.click();
      onGone();
    }
  }).observe(document.body, { childList: true });
}
