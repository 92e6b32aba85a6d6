// The sentence above the picture: what a run has come to in the year that is shown, as sim/text/live_sentence.py.

import { NOTABLE } from "../tables.js";
import { say } from "./messages.js";
import { absorbed, absorptionRatio, hardens, isBlocked, sameSettings, showsBoth, showsParadox, until, verdict } from "./verdict.js";

/** @import { Run } from "../run.js" */

/** A protein is less active than in balance below this share of it. */
const FEWER = 0.98;

/**
 * Return what leads the sentence and what follows, at most 118 characters together.
 *
 * @type {(run: Run, balanced: Run, year: number) => { lead: string, rest: string }}
 */
export function liveSentence(run, balanced, year) {
  if (year < 1) return { lead: say("live-begin-lead"), rest: say("live-begin") };
  const [now, usual] = [until(run, year), until(balanced, year)];
  const [bone, arteries] = verdict(now, usual);
  const kind = kindOf(now, usual);
  const words = {
    bone, arteries,
    k: run.scenario.k_form === "k1" ? "K1" : "K2",
    absorbed: absorbed(now, usual),
    closers: run.constants.mgp_activation < FEWER * balanced.constants.mgp_activation ? "fewer" : "enough",
  };
  return { lead: say(`live-${kind}-lead`, words), rest: say(`live-${kind}`, words) };
}

/** @type {(run: Run, balanced: Run) => string} which of the sentences fits */
function kindOf(run, balanced) {
  if (sameSettings(run.scenario, balanced.scenario)) return "balanced";
  if (showsParadox(run, balanced)) return "paradox";
  if (isBlocked(run.scenario)) return "blocked";
  if (showsBoth(run, balanced)) return "both";
  const [bone] = verdict(run, balanced);
  if (bone === "falls") return "falls";
  if (hardens(run, balanced)) return "hardens";
  if (run.scenario.lens === "trials") return "trials";
  const more = absorptionRatio(run, balanced) >= NOTABLE.absorption
    && run.constants.vitamin_k_supply > balanced.constants.vitamin_k_supply;
  return bone === "grows" && more ? "solved" : "near";
}
