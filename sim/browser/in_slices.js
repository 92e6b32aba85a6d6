// Work that would take too long for one frame, such as a thousand runs: a few milliseconds at a time.

const SLICE = 8; // ms, so that a frame has room for it

/**
 * Do a piece of work for each number below `count`; the page goes on answering meanwhile.
 *
 * @type {(count: number, work: (i: number) => void, end: AbortSignal) => Promise<boolean>} whether it came to its end
 */
export async function inSlices(count, work, end) {
  for (let i = 0; i < count;) {
    if (end.aborted) return false;
    const until = performance.now() + SLICE;
    while (i < count && performance.now() < until) work(i++);
    await new Promise((done) => setTimeout(done));
  }
  return !end.aborted;
}
