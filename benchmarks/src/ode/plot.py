"""Work-precision diagrams of benchmarks/results/ode.json, written to benchmarks/results/ode.svg. Needs matplotlib.

    python3 benchmarks/src/ode/plot.py
"""
import json
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({"svg.hashsalt": "ode", "svg.fonttype": "none", "font.size": 9, "font.family": "sans-serif"})
import matplotlib.pyplot as plt

results = Path(__file__).parents[2] / "results"
data = json.loads((results / "ode.json").read_text())

LINES = {
    "ours": ("#1b6e5a", "o", "-"),
    "CVODE": ("#b5542b", "s", "-"),
    "CVODE, own Jacobian": ("#d99a7c", "s", "--"),
    "scipy LSODA (odeint)": ("#51609b", "^", "-"),
    "scipy LSODA (solve_ivp)": ("#9aa4cc", "^", "--"),
}
psoriasis = {
    name.removesuffix(", daily states"): points
    for name, points in data["psoriasis"]["curves"].items()
    if name.endswith(", daily states")
}
panels = {"Psoriasis, 735 days, state of every day": psoriasis, **data["testSet"]}

figure, axes = plt.subplots(2, 3, figsize=(9.6, 6.2), layout="constrained")
flat = list(axes.flat)
for axis, (title, curves) in zip(flat, panels.items()):
    for name, points in curves.items():
        colour, marker, line = LINES[name]
        axis.loglog(
            [p["error"] for p in points],
            [p["median"] for p in points],
            color=colour, marker=marker, linestyle=line, markersize=3.5, linewidth=1.2,
        )
    axis.invert_xaxis()
    axis.set_title(title, fontsize=9.5)
    axis.grid(True, which="major", color="#e6e3dc", linewidth=0.6)
    axis.spines[["top", "right"]].set_visible(False)
    axis.set_xlabel("largest relative error")
    axis.set_ylabel("milliseconds")
flat[-1].axis("off")
flat[-1].legend(
    [plt.Line2D([], [], color=c, marker=m, linestyle=l, markersize=4) for c, m, l in LINES.values()],
    list(LINES), loc="center", frameon=False, title="lower is faster, further right is more exact",
)
target = results / "ode.svg"
figure.savefig(target, metadata={"Date": None, "Creator": None})
target.write_text("\n".join(row.rstrip() for row in target.read_text().splitlines()) + "\n")
