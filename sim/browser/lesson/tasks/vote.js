// Two votes on the same sentences: alone, then once more with the evidence in sight and after a talk.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { LETTERS, options } from "../options.js";
import { group, mark, paragraphs, reply } from "../parts.js";
import { drawEvidence } from "../pictures/ledger.js";

/** @import { CreateTask, VoteTask } from "../kit.d.ts" */

/**
 * The answer is [first] until the foot button has taken it, then [first, null], and [first, second] in the end.
 *
 * @type {CreateTask<VoteTask, (number | null)[]>}
 */
export function createVote(place, kit) {
  const { task } = kit;
  const now = () => {
    const [first, second] = kit.answer ?? [];
    return { first: first ?? undefined, second: second ?? undefined, talked: second !== undefined };
  };
  const talk = add(place, "div");
  const set = group(place, task.ask);
  const list = options(set, task.choices.map(({ text }) => text), choose, { letters: true });

  function choose(/** @type {number} */ index) {
    kit.set(now().talked ? [now().first ?? null, index] : [index]);
    show();
  }
  function show() {
    const { first, second, talked } = now();
    list.show({ chosen: talked ? second : first, fixed: kit.locked, ...(kit.locked && { right: task.right, reasons: task.choices.map(({ reason = "" }) => reason) }) });
  }
  const votes = () => {
    const { first = 0, second = 0 } = now();
    return say("lesson-votes", { first: LETTERS[first], second: LETTERS[second] });
  };
  function refresh() {
    show();
    talk.replaceChildren();
    const { first, second, talked } = now();
    if (talked) drawEvidence(kit.picture, task.evidence);
    if (talked && !kit.locked) {
      paragraphs(talk, task.talk);
      mark(add(talk, "p"), say("lesson-first-vote", { letter: LETTERS[first ?? 0] }));
    }
    if (kit.locked) reply(talk, { title: say("lesson-vote-right", { letter: LETTERS[task.right] }), text: votes(), good: second === task.right });
  }
  refresh();
  return {
    ready: () => (now().talked ? now().second : now().first) !== undefined,
    label: () => say(now().talked ? "lesson-vote-again" : "lesson-vote"),
    press: () => {
      if (now().talked) return true;
      kit.set([now().first ?? null, null]);
      refresh();
      kit.touch();
      set.querySelector("legend")?.focus();
      return false;
    },
    refresh,
  };
}
