"""scipy's LSODA (odeint, and solve_ivp) on the psoriasis model; prints one JSON document.

    python3 lsoda.py RTOL ATOL REPEATS
"""
import json
import sys
import time

import numpy as np
import scipy
from scipy.integrate import odeint, solve_ivp

rtol, atol, repeats = float(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
START = [21.3163, 21.3163, 42.8237, 717.03, 1556.09, 1563.06, 3947.21, 22224.4, 50529.3, 7.98201, 0]


def f(t, y, stimulus):
    IL17, TNF, IL23, GF, T, DC, SC, TA, D, A, R = y.tolist()
    I = IL17 + TNF
    g4 = GF**4
    return [
        0.5 * T - 36.5 * IL17,
        0.5 * T - 36.5 * TNF,
        DC - 36.5 * IL23,
        SC + TA - 36.5 * GF,
        55 * IL23 - 1.51 * T - 0.0036 * T,
        6000 * g4 / (3e12 + g4) - 1.51 * DC + 1880 + stimulus - 0.0036 * DC,
        0.0017635 * I * SC - 1.8135e-5 * SC * SC - 0.0036 * SC,
        0.0017562 * I * TA + 0.0015415 * I * SC - 3.7321e-6 * TA * TA - 0.0036 * TA,
        0.0018063 * I * TA - 5.05e-7 * D * D - 0.0036 * D - 0.004752946 * D,
        0.0036 * (T + DC + SC + TA + D) - 36 * A,
        -6e-7 * R * R,
    ]


WEEK, REST = np.arange(0.0, 8.0), np.arange(7.0, 736.0)


def by_odeint():
    a = odeint(f, START, WEEK, args=(6000.0,), tfirst=True, rtol=rtol, atol=atol, mxstep=100000)
    b = odeint(f, a[-1], REST, args=(0.0,), tfirst=True, rtol=rtol, atol=atol, mxstep=100000)
    return np.vstack([a[1:], b[1:]])


def by_solve_ivp():
    a = solve_ivp(f, (0, 7), START, "LSODA", WEEK, args=(6000.0,), rtol=rtol, atol=atol).y.T
    b = solve_ivp(f, (7, 735), a[-1], "LSODA", REST, args=(0.0,), rtol=rtol, atol=atol).y.T
    return np.vstack([a[1:], b[1:]])


result = {"scipy": scipy.__version__}
for name, run in (("odeint", by_odeint), ("solve_ivp", by_solve_ivp)):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        rows = run()
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    result[name] = {
        "least": times[0],
        "median": times[len(times) // 2],
        "rows": rows.ravel().tolist(),
    }
print(json.dumps(result))
