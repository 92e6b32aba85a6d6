// How a pupil's page asks its server: JSON there and back, and patience that ends.

const PATIENCE = 6000; // ms

/** What the server says in place of an answer. `status` 0: it did not answer at all. */
export class Refusal extends Error {
  /** @param {number} status  @param {string} words */
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/**
 * Ask for something, or send what there is to send.
 *
 * @type {(path: string, how?: {send?: unknown, ticket?: string}) => Promise<any>}
 * @throws {Refusal}
 */
export async function ask(path, { send, ticket } = {}) {
  const posted = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(send) };
  const got = { headers: /** @type {Record<string, string>} */ (ticket ? { "x-room-ticket": ticket } : {}) };
  const how = { cache: /** @type {const} */ ("no-store"), signal: AbortSignal.timeout(PATIENCE), ...(send ? posted : got) };
  try {
    const answer = await fetch(new URL(path, location.href), how);
    const told = await answer.json();
    if (answer.ok) return told;
    throw new Refusal(answer.status, String(told.error));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(0, "");
  }
}
