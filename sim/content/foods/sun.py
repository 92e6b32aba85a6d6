"""
The sun on a plate: what skin adds to a day's vitamin D, because the vitamin D slider counts it.

One study's numbers at the peak of summer are used; "some sun" is half of them, which is a rule of ours.
"""

from sim.content.foods import Span

SOURCE = "Heaney 2013, J Nutr, All-source basal vitamin D inputs are greater than previously thought"
SUMMER = Span(209, 651)
"""Means of four groups of people at the peak of summer. [IU/day]"""
UNSUPPLEMENTED = Span(778, 2667)
"""Food and sun together without supplements: from people with failed kidneys to healthy white adults. [IU/day]"""

NONE = "none"
SUN = {NONE: Span(), "some": SUMMER.times(0.5), "summer": SUMMER}
NAME = "Sunlight"
ABOUT = (
    f"In four groups of people, summer sun at its peak made {SUMMER.low:,.0f} to {SUMMER.high:,.0f} IU of vitamin D a "
    f"day in the skin. “Some” is half of that: a rule, not a measurement. Skin colour, clothes, place and age "
    f"change it much. ({SOURCE}.)"
)
MORE_THAN_LISTED = (
    f"Heaney 2013 works out that people without supplements get {UNSUPPLEMENTED.low:,.0f} to "
    f"{UNSUPPLEMENTED.high:,.0f} IU of vitamin D a day from food and sun together. That is more than most plates and "
    f"the sun explain, so a plate's vitamin D may well be too low."
)
