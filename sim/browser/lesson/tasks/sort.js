// Cards to sort into boxes: each card is a group of its own, with the boxes to choose from.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { options } from "../options.js";
import { group, heading, reply } from "../parts.js";

/** @import { CreateTask, SortTask } from "../kit.d.ts" */

/** @type {CreateTask<SortTask, (number | null)[]>} */
export function createSort(place, kit) {
  const { cards, boxes, ask } = kit.task;
  const sorted = () => kit.answer ?? cards.map(() => null);
  heading(place, ask);
  const rows = cards.map((card, i) => {
    const set = group(place, card.text);
    const list = options(set, boxes.map(({ short }) => short), (box) => sort(i, box), { chips: true, short: true });
    return { list, said: add(set, "div") };
  });
  function sort(/** @type {number} */ card, /** @type {number} */ box) {
    kit.set(sorted().map((was, i) => (i === card ? box : was)));
    refresh();
  }
  function refresh() {
    rows.forEach(({ list, said }, i) => {
      const [{ box, reason }, mine] = [cards[i], sorted()[i] ?? undefined];
      list.show({ chosen: mine, fixed: kit.locked, right: kit.locked ? box : undefined });
      said.replaceChildren();
      if (!kit.locked) return;
      const isRight = mine === box;
      reply(said, { title: isRight ? say("lesson-yes") : say("lesson-here", { box: boxes[box].text }), text: reason, good: isRight });
    });
  }
  refresh();
  return { ready: () => sorted().every((box) => box !== null), refresh };
}
