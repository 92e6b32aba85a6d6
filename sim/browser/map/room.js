// Where words find room in a picture: a raster of cells that are free or taken, as sim/figures/label_places.py.

/** @import { Point } from "../types.d.ts" */
/** @typedef {(cell: number) => boolean} Cells */

const CELL = 2; // of the picture's units, across and down
const [LETTER, LINE] = [0.66, 1.2]; // of a bold text's size, a little generously

/** @type {(lines: string[], size: number) => Point} width and height that a bold text needs */
export const sizeOf = (lines, size) =>
  [LETTER * size * Math.max(...lines.map(({ length }) => length)) + 4, LINE * size * lines.length + 2];

export class Room {
  /** @param {{ left: number, right: number, top: number, bottom: number }} frame */
  constructor({ left, right, top, bottom }) {
    this.left = left;
    this.top = top;
    this.columns = Math.floor((right - left) / CELL);
    this.rows = Math.floor((bottom - top) / CELL);
    this.taken = new Uint8Array(this.columns * this.rows);
    /** @type {Point[]} the middle of each cell */
    this.centres = Array.from(this.taken, (_, cell) =>
      [left + (cell % this.columns + 0.5) * CELL, top + (Math.floor(cell / this.columns) + 0.5) * CELL]);
  }

  /** @type {(centre: Point, size: Point) => number[]} the cells that a box touches */
  cellsOf([x, y], [width, height]) {
    const ends = (/** @type {number} */ at, /** @type {number} */ length, /** @type {number} */ most) =>
      [Math.max(0, Math.floor((at - length / 2) / CELL)), Math.min(most, Math.ceil((at + length / 2) / CELL))];
    const [left, right] = ends(x - this.left, width, this.columns);
    const [top, bottom] = ends(y - this.top, height, this.rows);
    const cells = [];
    for (let row = top; row < bottom; row++) for (let column = left; column < right; column++) cells.push(row * this.columns + column);
    return cells;
  }

  /** @type {(centre: Point, size: Point) => void} */
  take(centre, size) {
    for (const cell of this.cellsOf(centre, size)) this.taken[cell] = 1;
  }

  /** @type {(centre: Point, size: Point) => boolean} whether a box is inside the frame */
  holds([x, y], [width, height]) {
    const [across, down] = [x - this.left, y - this.top];
    return across >= width / 2 && down >= height / 2 && across + width / 2 <= this.columns * CELL && down + height / 2 <= this.rows * CELL;
  }

  /**
   * Return the centre, nearest to the wanted one, of a box of which every cell is free.
   *
   * @type {(free: Cells, size: Point, wanted: Point) => Point | null} null if there is no room
   */
  nearest(free, size, [x, y]) {
    const [width, height] = size.map((length) => Math.ceil(length / CELL));
    const wide = this.columns + 1;
    // How many cells from the corner on are not free; those of a box are differences.
    const sums = new Int32Array(wide * (this.rows + 1));
    this.taken.forEach((_, cell) => {
      const at = (Math.floor(cell / this.columns) + 1) * wide + (cell % this.columns) + 1;
      sums[at] = Number(!free(cell)) + sums[at - 1] + sums[at - wide] - sums[at - wide - 1];
    });
    let [best, least] = [/** @type {Point | null} */ (null), Infinity];
    for (let row = height; row <= this.rows; row++) {
      for (let column = width; column <= this.columns; column++) {
        const at = row * wide + column;
        if (sums[at] - sums[at - width] - sums[at - height * wide] + sums[at - height * wide - width]) continue;
        const centre = /** @type {Point} */ ([this.left + (column - width / 2) * CELL, this.top + (row - height / 2) * CELL]);
        const far = Math.hypot(centre[0] - x, centre[1] - y);
        if (far < least) [best, least] = [centre, far];
      }
    }
    return best;
  }
}
