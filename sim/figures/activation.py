"""
The dose-response picture: how much osteocalcin and MGP a K2 intake switches on.
"""

from matplotlib.axes import Axes

from sim.figures.curves import BANDS, BANDS_NOTE, draw_bands
from sim.figures.style import EndLabel, Theme, end_labels, frame, note
from sim.runs.many import Ensemble, dose_response
from sim.runs.quantities import PROTEINS
from sim.runs.run import Run
from sim.text.values import told


def draw_activation(ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None) -> None:
    """Draw the activation curves of both proteins into the axes, with the current K2 intake marked."""
    nutrient = run.scenario.form().nutrient.replace("Vitamin", "vitamin")
    frame(ax, f"What {nutrient} switches on", f"{nutrient} [µg/day]", "% activated", theme)
    doses, curves = dose_response(run.scenario)
    ax.set_xlim(doses[0], doses[-1])
    ax.set_ylim(0, 100)
    dose = run.scenario.vitamin_k2
    ax.axvline(dose, color=theme.faint, linewidth=1.4, gid="dose")
    if models:
        note(ax, BANDS_NOTE, theme, "lower right")
    ends = []
    for (protein, curve), each, marker in zip(curves.items(), PROTEINS, "os", strict=True):
        colour, now = getattr(theme, each.colour), each.of(run)
        if models:
            bands = [models.activation_band(protein, doses, share) for share in BANDS]
            draw_bands(ax, doses, [(each.scale * low, each.scale * high) for low, high in bands], colour)
        ax.plot(doses, each.scale * curve, each.dash, color=colour, linewidth=3, gid=protein)
        ax.plot([dose], [now], marker, color=colour, markersize=10, clip_on=False, zorder=5, gid=f"now-{protein}")
        ends.append(EndLabel(protein, each.scale * curve[-1], f"{each.short}\nnow {told(each, now)}", colour))
    end_labels(ax, ends)
