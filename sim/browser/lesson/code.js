// Class codes: what a pupil chose, drew and found as 16 signs, where there is no server; and back. No name is in them.
//
// 13 signs hold lesson, answers and a part of the device's ticket; 3 are a check (a Reed-Solomon code over 32 signs),
// which finds any three wrong signs and any two that have changed places. What is written is not in a code.

/** @import { Lesson, Task } from "./kit.d.ts" */

// No O and 0, no I and 1: nobody can tell them apart in handwriting.
export const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const [LENGTH, CHECK] = [16, 3];
const [BITS, MOST_LESSONS] = [5n * BigInt(LENGTH - CHECK), 16n];
/** Ends of drawn lines are told to one of so many parts of the axis; one of them lies around its middle. */
export const CLASSES = 9;
/** A code for whose answers fewer tickets are left would take two pupils of a class for one too often. */
const FEWEST_TICKETS = 1n << 15n;
const DASHES = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]/g;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LOOKS_LIKE_ONE = /(?<![A-Z0-9])(?:[A-Z0-9]{16}|[A-Z0-9]{4}(?:[- ][A-Z0-9]{4}){3})(?![A-Z0-9])/g;

/**
 * What a code tells of a task, as a number below `size`, 0 for nothing; and what such a number says.
 *
 * @typedef {{ size: number, pack: (answer: any) => number, unpack: (value: number) => unknown }} Field
 */

const share = (/** @type {number} */ place) => (100 * (place + 0.5)) / CLASSES;
const part = (/** @type {number} */ end) => Math.min(CLASSES - 1, Math.max(0, Math.floor((end / 100) * CLASSES)));

/** @type {(digits: number[], base: number) => number} */
const joined = (digits, base) => digits.reduce((sum, digit) => base * sum + digit, 0);
/** @type {(value: number, base: number, count: number) => number[]} */
const parted = (value, base, count) =>
  Array.from({ length: count }, (_, i) => Math.floor(value / base ** (count - 1 - i)) % base);

/** @type {(count: number, base: number) => Omit<Field, "pack">} several places of one size, all of them or none */
const several = (count, base) => ({
  size: base ** count + 1,
  unpack: (value) => (value ? parted(value - 1, base, count) : undefined),
});

/** @type {(task: Task) => Field} */
function fieldOf(task) {
  switch (task.kind) {
    case "choose":
      return { size: task.choices.length + 1, pack: (answer) => answer + 1, unpack: (value) => (value ? value - 1 : undefined) };
    case "draw": {
      const count = task.because.choices.length;
      return {
        size: CLASSES * count + 1,
        pack: ({ line, because }) => 1 + part(line[line.length - 1]) * count + because,
        unpack: (value) => (value ? { end: share(Math.floor((value - 1) / count)), because: (value - 1) % count } : undefined),
      };
    }
    case "vote": {
      const base = task.choices.length + 1;
      return {
        size: base ** 2,
        pack: ([first, second = -1]) => joined([first + 1, second + 1], base),
        unpack: (value) => (value ? parted(value, base, 2).map((place) => place - 1).filter((place) => place >= 0) : undefined),
      };
    }
    case "find":
      return { size: 3, pack: ({ found }) => (found ? 2 : 1), unpack: (value) => (value ? { found: value === 2 } : undefined) };
    case "drag": {
      const { size, unpack } = several(task.dots.length, CLASSES);
      return { size, pack: (ends) => 1 + joined(ends.map(part), CLASSES), unpack: (value) => (value ? /** @type {number[]} */ (unpack(value)).map(share) : undefined) };
    }
    case "sort":
      return { ...several(task.cards.length, task.boxes.length), pack: (boxes) => 1 + joined(boxes, task.boxes.length) };
    case "tick": {
      const { size, unpack } = several(task.items.length, 2);
      return { size, pack: (ticks) => 1 + joined(ticks.map(Number), 2), unpack: (value) => (value ? /** @type {number[]} */ (unpack(value)).map(Boolean) : undefined) };
    }
    default: // what is run or written
      return { size: 1, pack: () => 0, unpack: () => undefined };
  }
}

/** @type {(lesson: Lesson) => (Field & { key: string })[]} */
const fieldsOf = (lesson) => lesson.steps.flatMap(({ tasks }) => tasks).map((task) => ({ key: task.key, ...fieldOf(task) }));

/** @type {(fields: Field[]) => bigint} how many tickets can be told from each other beside all answers */
const ticketsBeside = (fields) => (1n << BITS) / MOST_LESSONS / fields.reduce((all, { size }) => all * BigInt(size), 1n);

/**
 * Return the code of what a device keeps of a lesson: the same for the same answers and ticket.
 *
 * @param {Lesson} lesson
 * @param {Record<string, unknown>} answers  locked ones, by task
 * @param {string} ticket  of the device: drawn by chance, it says nothing about a person
 * @throws {RangeError} if the lesson asks for more than fits
 */
export function encode(lesson, answers, ticket) {
  const fields = fieldsOf(lesson);
  const tickets = ticketsBeside(fields);
  if (tickets < FEWEST_TICKETS || BigInt(lesson.number) >= MOST_LESSONS) {
    throw new RangeError(`Invalid lesson '${lesson.key}'. It asks for more than a class code holds.`);
  }
  let value = 0n;
  for (const { key, size, pack } of fields) value = value * BigInt(size) + BigInt(key in answers ? pack(answers[key]) : 0);
  value = (value * tickets + (BigInt(hash(ticket)) % tickets)) * MOST_LESSONS + BigInt(lesson.number);
  const body = Array.from({ length: LENGTH - CHECK }, (_, i) => Number((value >> BigInt(5 * i)) & 31n));
  const signs = [...body, ...checkOf(body, lesson)].map((sign) => SIGNS[sign]).join("");
  return /** @type {string[]} */ (signs.match(/.{4}/g)).join("-");
}

/** @typedef {{ lesson: Lesson, ticket: number, answers: Record<string, unknown> }} Read */

/**
 * Return what a code says; of drawn lines and dragged dots the middle of the part of the axis in which they end.
 *
 * @type {(code: string, lessons: Lesson[]) => Read}
 * @throws {RangeError} in one sentence, if it is none
 */
export function decode(code, lessons) {
  const signs = [...code.replace(/[^A-Z0-9]/g, "")].map((sign) => SIGNS.indexOf(sign));
  const wrong = (/** @type {string} */ rule) => new RangeError(`Invalid code '${code}'. ${rule}`);
  if (signs.includes(-1)) throw wrong("Must have no O, 0, I or 1: they are not used.");
  const body = signs.slice(0, LENGTH - CHECK);
  let value = body.reduceRight((sum, sign) => (sum << 5n) | BigInt(sign), 0n);
  const lesson = lessons.find(({ number }) => BigInt(number) === value % MOST_LESSONS);
  if (!lesson || checkOf(body, lesson).some((sign, i) => sign !== signs[LENGTH - CHECK + i])) {
    throw wrong("A sign in it is wrong, or it was made by another version of the lesson.");
  }
  value /= MOST_LESSONS;
  const fields = fieldsOf(lesson);
  const ticket = Number(value % ticketsBeside(fields));
  value /= ticketsBeside(fields);
  /** @type {Record<string, unknown>} */
  const answers = {};
  for (const { key, size, unpack } of [...fields].reverse()) {
    const answer = unpack(Number(value % BigInt(size)));
    value /= BigInt(size);
    if (answer !== undefined) answers[key] = answer;
  }
  if (value) throw wrong("A sign in it is wrong.");
  return { lesson, ticket, answers };
}

/**
 * Return the codes in a pasted text (a chat, a table, small letters, long dashes) and a notice for each that does not
 * count; of one device the last counts.
 *
 * @param {string} text
 * @param {Lesson[]} lessons
 * @returns {{ read: Read[], refused: string[], replaced: number }}
 */
export function codesIn(text, lessons) {
  /** @type {Map<string, Read>} */
  const found = new Map();
  /** @type {string[]} */
  const refused = [];
  let count = 0;
  const plain = text.replace(UNSEEN, "").replace(DASHES, "-").toUpperCase();
  for (const [code] of plain.matchAll(LOOKS_LIKE_ONE)) {
    try {
      const one = decode(code, lessons);
      const whose = `${one.lesson.key} ${one.ticket}`;
      found.delete(whose);
      found.set(whose, one);
      count += 1;
    } catch (error) {
      // Words of four letters in a row are no code; what is held together by hyphens or holds a digit was meant as one.
      if (/[-2-9]/.test(code)) refused.push(/** @type {Error} */ (error).message);
    }
  }
  return { read: [...found.values()], refused, replaced: count - found.size };
}

/** @type {(text: string) => number} a number of 32 bits (FNV-1a) */
function hash(text) {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

/** Powers of 2 in the field of 32 elements, whose polynomial is x^5 + x^2 + 1. */
const POWERS = [1];
for (let i = 1; i < 31; i++) {
  const twice = POWERS[i - 1] << 1;
  POWERS.push(twice & 32 ? twice ^ 0b100101 : twice);
}

/** @type {(a: number, b: number) => number} a product in that field */
const times = (a, b) => (a && b ? POWERS[(POWERS.indexOf(a) + POWERS.indexOf(b)) % 31] : 0);

/** (x - 1)(x - 2)(x - 4) there, its highest power left out. */
const GENERATOR = [1 ^ 2 ^ 4, times(1, 2) ^ times(1, 4) ^ times(2, 4), times(2, 4)];

/** @type {(body: number[], lesson: Lesson) => number[]} the signs that guard the others, for a lesson as it is asked now */
function checkOf(body, lesson) {
  let rest = [0, 0, 0];
  for (const sign of body) {
    const out = sign ^ rest[0];
    rest = [rest[1], rest[2], 0].map((kept, i) => kept ^ times(GENERATOR[i], out));
  }
  const shape = hash(fieldsOf(lesson).map(({ key, size }) => `${key} ${size}`).join());
  return rest.map((sign, i) => sign ^ ((shape >> (5 * i)) & 31));
}
