// Text alternatives: what each picture shows, in words, with the numbers of a run, as sim/text/descriptions.py.

import { end, read } from "../quantities.js";
import { BLOOD_NORMAL, K_FORMS } from "../tables.js";
import { say } from "./messages.js";
import { digits, number, told } from "./numbers.js";
import { lasting, usualBlood, withUnit } from "./sentences.js";
import { arteriesGain, isBlocked, last } from "./verdict.js";

/** @import { Run } from "../run.js" */
/** @typedef {(run: Run, balanced: Run) => string} Describe */

/** @type {(run: Run, names: string[]) => string} */
const endsOf = (run, names) => names.map((name) => told(name, end(name, run))).join(", ");

/** @type {(names: string[], run: Run, balanced: Run) => Record<string, string | number>} */
const bothEnds = (names, run, balanced) =>
  ({ end: endsOf(run, names), usual: endsOf(balanced, names), ...lasting(run.scenario.years) });

/** @type {Describe} */
const bone = (run, balanced) => say("describe-bone", bothEnds(["bone_change"], run, balanced));

/** @type {Describe} */
function arteries(run, balanced) {
  const start = told("arteries", run.amounts.arteries[0]);
  const text = say("describe-arteries", { start, ...bothEnds(["arteries", "arteries_times"], run, balanced) });
  return arteriesGain(run) < 0 ? `${text} ${say("rats-only")}` : text;
}

/** @type {Describe} */
function dailyCalcium(run) {
  const entries = ["eaten", "absorbed", "faeces", "urine", "bone", "arteries"];
  const values = entries.map((name) => [name, digits(`day_${name}`, end(`day_${name}`, run))]);
  return say("describe-daily-calcium", Object.fromEntries(values));
}

/** @type {Describe} */
function blood(run) {
  const [low, high] = BLOOD_NORMAL;
  const values = /** @type {Float64Array} */ (read("blood_calcium", run));
  return say("describe-blood", {
    lowest: digits("blood_calcium", Math.min(...values)),
    highest: told("blood_calcium", Math.max(...values)),
    end: digits("blood_calcium", last(values)),
    inside: values.every((value) => value >= low && value <= high) ? "always" : "partly",
    ...usualBlood(),
  });
}

/** @type {Describe} */
function activation(run) {
  const { scenario } = run;
  return say("describe-activation", {
    nutrient: K_FORMS[scenario.k_form].nutrient.replace("Vitamin", "vitamin"),
    vitamin_d: withUnit("vitamin_d", scenario),
    proteins: isBlocked(scenario) ? "blocked" : "free",
    k2: number(scenario.vitamin_k2),
    osteocalcin: endsOf(run, ["osteocalcin_activation"]),
    mgp: endsOf(run, ["mgp_activation"]),
  });
}

/** @type {Record<string, Describe>} by the name of the picture */
export const describe = { bone, arteries, daily_calcium: dailyCalcium, blood, activation };
