// Whether the server still answers.

const STREAMLIT = "/_stcore/";
const HEALTH = new URL(`${import.meta.url.split(STREAMLIT)[0]}${STREAMLIT}health`);
const PATIENCE = 2500; // ms

/** Ask the server whether it is there; whoever serves in its place says something else. */
export async function serverAnswers() {
  try {
    const answer = await fetch(HEALTH, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok && (await answer.text()) === "ok";
  } catch {
    return false;
  }
}
