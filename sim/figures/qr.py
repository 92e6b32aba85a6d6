"""
An address as a QR code, to be photographed from a projector or a sheet of paper.
"""

from io import BytesIO

import numpy as np
import segno
from numpy.typing import NDArray

QUIET = 4
"""Empty modules around the code that the standard asks for (ISO/IEC 18004)."""
TOO_LONG = "This link is too long for a QR code."
COPY_INSTEAD = f"{TOO_LONG} Copy it as text."
"""On the page, where that can be done."""


def code(address: str) -> segno.QRCode:
    """
    Return the QR code of an address; it can be read with 15 % of it hidden.

    Raises
    ------
    ValueError
        If the address is longer than any QR code.

    Examples
    --------
    >>> code("http://192.168.1.20:8501/").symbol_size()
    (33, 33)
    """
    try:
        return segno.make_qr(address, error="m")
    except segno.DataOverflowError as error:
        raise ValueError(f"Invalid address of {len(address):,} letters. {COPY_INSTEAD}") from error


def modules(address: str) -> NDArray[np.bool_]:
    """Return the black modules of a QR code, the quiet zone included."""
    return np.array(list(code(address).matrix_iter(border=QUIET)), dtype=bool)


def svg(address: str) -> str:
    """
    Return the QR code of an address as SVG text: black on white whatever the page's theme is.

    Examples
    --------
    >>> text = svg("http://192.168.1.20:8501/")
    >>> text.startswith("<svg"), 'viewBox="0 0 33 33"' in text
    (True, True)
    """
    file, look = BytesIO(), {"border": QUIET, "dark": "#000000", "light": "#ffffff", "omitsize": True}
    code(address).save(file, kind="svg", xmldecl=False, nl=False, **look)
    # Without it browsers draw pale seams between the rows.
    return file.getvalue().decode().replace("<svg ", '<svg shape-rendering="crispEdges" ', 1)
