// The experiments behind the story: what was done to whom, what was seen, and the same done to the model.

import { add } from "../elements.js";
import { EXPERIMENTS } from "../tables.js";
import { say } from "../words/messages.js";
import { blocked, verdict } from "../words/verdict.js";

/** @import { Store } from "../lab/store.js" */
/** @typedef {{parameters: Record<string, number>, organism: string, done: string, seen: string, bone: string[], arteries: string[], studies: string[]}} Experiment */

const ALL = Object.entries(/** @type {Record<string, Experiment>} */ (EXPERIMENTS));

/** @type {(host: HTMLElement, store: Store) => () => void} */
export function fillExperiments(host, store) {
  add(host, "p", { class: "note" }).textContent = say("panel-not-a-model");
  const row = add(host, "div", { class: "buttons" });
  const buttons = ALL.map(([name]) => {
    const button = add(row, "button", { type: "button", "data-experiment": name });
    button.textContent = name;
    button.addEventListener("click", () => store.chooseExperiment(/** @type {keyof typeof EXPERIMENTS} */ (name)));
    return button;
  });
  const told = add(host, "div", { class: "experiment", "aria-live": "polite" });
  const end = add(host, "button", { type: "button", "data-do": "end-experiment" });
  end.textContent = say("panel-end-experiment");
  end.addEventListener("click", () => {
    store.endExperiment();
    buttons[0].focus(); // the button itself goes
  });
  return () => {
    const running = ALL.filter(([, { parameters }]) => same(parameters, store.session.scenario.parameters));
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(running.some(([name]) => name === button.dataset.experiment)));
    }
    end.hidden = !running.length;
    const lines = running.map(([name, experiment]) => words(name, experiment, store));
    if (told.textContent === lines.join("")) return; // it is read out when it changes
    told.replaceChildren();
    for (const line of lines) add(told, "p").textContent = line;
  };
}

/** @type {(one: Record<string, number>, other: Record<string, number>) => boolean} whether they block the same proteins as far */
const same = (one, other) => JSON.stringify(blocked(one)) === JSON.stringify(blocked(other));

/** @type {(name: string, experiment: Experiment, store: Store) => string} as the page's own words for it in Python */
function words(name, { organism, done, seen, bone, arteries, studies }, { run, balanced }) {
  const [boneNow, arteriesNow] = verdict(run, balanced).map((word) => word.replaceAll("-", " "));
  /** @type {[string, string, string[]][]} */
  const looked = [["arteries", arteriesNow, arteries], ["bone", boneNow, bone]];
  const compared = looked.filter(([, , was]) => was.length).map(([what, now, was]) =>
    `${what} ${now} (${was.includes(now) ? "as seen" : "not what was seen"})`);
  return say("panel-experiment", {
    name, organism, done, seen, compared: compared.join(" and "), studies: studies.join(", "),
  });
}
