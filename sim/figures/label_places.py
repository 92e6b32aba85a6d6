"""
Where words find room inside a picture: the axes as a raster of cells that are free or taken.
"""

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

Cells = NDArray[np.bool_]
Point = tuple[float, float]

CELL = 2
"""Width and height of a cell. [points]"""


def size_of(text: str, size: float) -> Point:
    """Return width and height that a bold text needs, a little generously. [points]"""
    lines = text.split("\n")
    return 0.66 * size * max(map(len, lines)) + 4, 1.2 * size * len(lines) + 2


def cell_centres(ax: Axes) -> tuple[NDArray, NDArray]:
    """Return where the cells' columns and rows lie, in data units, shapes (n_columns,) and (n_rows,)."""
    width, height = (int(length / ax.figure.dpi * 72 // CELL) for length in ax.bbox.size)
    places = np.zeros((max(width, height), 2))
    places[:width, 0] = (np.arange(width) + 0.5) / width
    places[:height, 1] = (np.arange(height) + 0.5) / height
    points = (ax.transAxes - ax.transData).transform(places)
    return points[:width, 0], points[:height, 1]


def place_of(ax: Axes, x: float, y: float) -> Point:
    """Return where a point in data units lies, from the lower left corner of the axes. [points]"""
    at = (ax.transData.transform((x, y)) - ax.bbox.min) / ax.figure.dpi * 72
    return float(at[0]), float(at[1])


def block(shape: tuple[int, ...], centre: Point, size: Point) -> Cells:
    """Return the cells, shape (n_rows, n_columns), that a box touches."""
    rows, columns = ((np.arange(n) + 0.5) * CELL for n in shape)
    (x, y), (width, height) = centre, size
    return np.outer(abs(rows - y) <= (height + CELL) / 2, abs(columns - x) <= (width + CELL) / 2)


def nearest_room(free: Cells, size: Point, wanted: Point) -> Point | None:
    """
    Return the centre, nearest to the wanted one, of a box of which every cell is free; None if there is no room.

    Examples
    --------
    >>> free = np.ones((10, 20), dtype=bool)
    >>> free[:, :10] = False
    >>> nearest_room(free, (8, 6), (0, 10))
    (24.0, 9.0)
    >>> nearest_room(free, (30, 6), (0, 10)) is None
    True
    """
    width, height = (int(np.ceil(length / CELL)) for length in size)
    # Sums over all boxes at once: differences of the sums from the corner.
    sums = np.zeros((free.shape[0] + 1, free.shape[1] + 1), dtype=int)
    sums[1:, 1:] = np.cumsum(np.cumsum(~free, axis=0), axis=1)
    if height >= sums.shape[0] or width >= sums.shape[1]:
        return None
    taken = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    rows, columns = np.nonzero(taken == 0)
    if not rows.size:
        return None
    xs, ys = (columns + width / 2) * CELL, (rows + height / 2) * CELL
    best = np.argmin(np.hypot(xs - wanted[0], ys - wanted[1]))
    return float(xs[best]), float(ys[best])
