"""
The dose-response picture: how much osteocalcin and MGP a K2 intake switches on.
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.figures.curves import BANDS, BANDS_NOTE, MARGINS, draw_bands
from sim.figures.style import LIGHT, SHEET, EndLabel, Sheet, Theme, end_labels, finish, frame, margins, new_figure, note
from sim.runs.many import Ensemble, dose_response
from sim.runs.run import Run


def activation_figure(
    run: Run, balanced: Run, theme: Theme = LIGHT, models: Ensemble | None = None, sheet: Sheet = SHEET
) -> Figure:
    """Return the activation curves of both proteins with the current K2 intake marked."""
    figure = new_figure(theme, sheet)
    ax = figure.subplots()
    figure.subplots_adjust(**margins(sheet, **MARGINS))
    draw_activation(ax, run, balanced, theme, models)
    finish(figure, run.scenario, theme, sheet)
    return figure


def draw_activation(ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None) -> None:
    """Draw the activation curves into the axes."""
    nutrient = run.scenario.form().nutrient.replace("Vitamin", "vitamin")
    frame(ax, f"What {nutrient} switches on", f"{nutrient} [µg/day]", "% activated", theme)
    doses, curves = dose_response(run.scenario)
    ax.set_xlim(doses[0], doses[-1])
    ax.set_ylim(0, 100)
    dose = run.scenario.vitamin_k2
    ax.axvline(dose, color=theme.faint, linewidth=1.4, gid="dose")
    styles = {"osteocalcin": ("osteocalcin", theme.bone, "-", "o"), "mgp": ("MGP", theme.arteries, "--", "s")}
    if models:
        note(ax, BANDS_NOTE, theme, "lower right")
    ends = []
    for protein, (name, colour, dash, marker) in styles.items():
        if models:
            bands = [models.activation_band(protein, doses, share) for share in BANDS]
            draw_bands(ax, doses, [(100 * low, 100 * high) for low, high in bands], colour)
        ax.plot(doses, 100 * curves[protein], dash, color=colour, linewidth=3, gid=protein)
        now = 100 * run.activation[protein]
        ax.plot([dose], [now], marker, color=colour, markersize=10, clip_on=False, zorder=5, gid=f"now-{protein}")
        ends.append(EndLabel(protein, 100 * curves[protein][-1], f"{name}\nnow {now:.0f} %", colour))
    end_labels(ax, ends)
