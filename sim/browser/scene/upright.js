// Where everything stands on a screen that is taller than wide.

/** @import { Layout } from "./layouts.js" */

/** @type {(width: number, height: number, font: number) => Layout} a phone, at least 320 x 240; a tablet is the same, enlarged */
export function tall(width, height, font) {
  const low = height < 370; // one row of guards, no ticks
  const half = width / 2;
  const names = height > 438; // room for the guards' real names
  const below = low
    ? { guards: 21, words: 20, curve: 39, note: 18 } : { guards: 54, words: names ? 55 : 38, curve: 72, note: 20 };
  const top = low ? 66 : 68;
  const foot = height - below.note - below.curve - below.words - below.guards;
  const room = foot - top - 6;
  const scale = Math.min(room / 305, (half - 46) / 268);
  const boneY = top - 13 * scale + (room - 300 * scale) / 2;
  const r = Math.min(room / 2.3, (half - 34) / 2.28);
  const artery = { x: half + 26 + r + (half - 34 - 2.28 * r) / 2, y: top + r + (room - 2.28 * r) / 2, r };
  const lens = { x: artery.x + 0.62 * r, y: artery.y + 0.66 * r, r: 0.6 * r };
  const boneX = 8 - 24 * scale;
  const size = low ? (half - 12) / (11 * 24) : Math.min(1, (half - 16) / (6 * 24));
  const guardY = foot + below.guards - 2;
  const words = guardY + 15;
  const curveY = guardY + below.words + (low ? 2 : 6);
  const curve = { y: curveY, width: half - 92, height: low ? 26 : 44 };
  const inY = boneY + 92 * scale;
  const outY = boneY + 205 * scale;
  const number = low ? 20 : 22;
  return {
    name: "tall", low, width, height, font, dot: 2.7, dotShare: 0.5, brief: true, ticks: !low,
    bone: { x: boneX, y: boneY, scale },
    gut: { x: 104, y: 3, width: width - 208, height: 27 },
    gutDoor: { x: half, y: 30, length: 50, size: 0.62 },
    blood: { x: half - 20, y: 50, width: 40, height: foot - 56 },
    boneDoor: { x: half - 20, y: inY, length: Math.max(26, 92 * scale), size: 0.62 },
    ways: { inX: boneX + 282 * scale, outX: boneX + 164 * scale, outY },
    artery, lens,
    openers: { x: 8, y: guardY, size, perRow: low ? 11 : 6, anchor: "start" },
    closers: { x: width - 8, y: guardY, size, perRow: low ? 11 : 6, anchor: "end" },
    net: { x: (boneX + 172 * scale + half - 20) / 2, y: outY + 40 * scale + 6 },
    curves: { bone_change: { x: 12, ...curve }, arteries_times: { x: half + 14, ...curve } },
    texts: {
      bone_name: { x: 8, y: 16, size: 16 },
      bone_change: { x: 8, y: 40, size: number },
      artery_name: { x: width - 8, y: 16, anchor: "end", size: 16 },
      arteries_times: { x: width - 8, y: 40, anchor: "end", size: number },
      gut: { x: 112, y: 21 },
      gate_state: { x: half - 30, y: top - 10, anchor: "end", width: half - 34 },
      gate_work: { x: half + 30, y: top - 10, width: half - 34 },
      openers_state: { x: 8, y: words, width: half - 14 },
      ...(low ? {} : {
        openers: { x: 8, y: words + 17, width: half - 14 },
        closers: { x: width - 8, y: words + 17, anchor: "end", width: half - 14 },
      }),
      ...(names ? {
        openers_name: { x: 8, y: words + 34 }, closers_name: { x: width - 8, y: words + 34, anchor: "end" },
      } : {}),
      closers_state: { x: width - 8, y: words, anchor: "end", width: half - 14 },
      day_bone: { x: (boneX + 172 * scale + half - 20) / 2, y: outY + 40 * scale + 26, anchor: "middle", width: half - 24 - boneX - 168 * scale },
      ...(low ? {} : { a_day: { x: (boneX + 172 * scale + half - 20) / 2, y: outY + 40 * scale + 42, anchor: "middle" } }),
      note: { x: half, y: height - 5, anchor: "middle", width: width - 12 },
    },
  };
}
