"""How values are written: every picture, table and sentence writes a quantity by these functions."""

from sim.runs.quantities import Quantity


def signed(value: float, decimals: int = 1) -> str:
    """
    Return a change with its sign, a true minus, and no signed zero.

    Examples
    --------
    >>> signed(-2.87), signed(3.04), signed(-0.001)
    ('−2.9', '+3.0', '0.0')
    """
    rounded = round(value, decimals) + 0.0
    text = f"{rounded:+,.{decimals}f}" if rounded else f"{0:.{decimals}f}"
    return text.replace("-", "−")


def digits(quantity: Quantity, value: float, finer: int = 0) -> str:
    """Return a value [its reader_unit] without its unit; tables are finer by one decimal."""
    decimals = quantity.decimals + finer
    return signed(value, decimals) if quantity.signed else f"{value:,.{decimals}f}"


def told(quantity: Quantity, value: float, finer: int = 0) -> str:
    """
    Return a value [its reader_unit] as readers see it, with its unit or what stands before it instead.

    Examples
    --------
    >>> from sim.runs.quantities import QUANTITIES
    >>> [told(QUANTITIES[name], 1.234) for name in ("bone_change", "arteries", "arteries_times", "blood_calcium")]
    ['+1.2 %', '1 mg', '×1.2', '1.23 mg/dL']
    """
    text = digits(quantity, value, finer)
    return f"{quantity.prefix}{text}" if quantity.prefix else f"{text} {quantity.reader_unit}"


def called(quantity: Quantity) -> str:
    """Return what a quantity is called inside a sentence or a row of a table."""
    title = quantity.title[0].lower() + quantity.title[1:]
    return f"{title} on the last day" if quantity.unit == "mg/day" and not quantity.over_time else title


def unit_over_time(quantity: Quantity) -> str:
    """Return what stands at the axis of its picture over time."""
    return quantity.axis or quantity.reader_unit
