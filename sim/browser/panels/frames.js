// Drawn once a frame: a store tells of every step of a change.

/** @type {(update: () => void) => () => void} asks for an update in the next frame, however often it is called before */
export function oncePerFrame(update) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      update();
    });
  };
}
