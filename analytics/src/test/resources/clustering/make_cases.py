"""Writes cases.txt: points, quantile, and what scikit-learn's MeanShift makes of them.

Made with scikit-learn 1.2.1 and numpy 1.24.2:  OMP_NUM_THREADS=1 python3 make_cases.py > cases.txt
Blocks are parted by empty lines: name, quantile, bandwidth, number of clusters; then a line for each point: coordinates, label.
"""
import numpy as np
from sklearn.cluster import MeanShift, estimate_bandwidth


def blobs(seed, centres, per, spread, dims):
    random = np.random.RandomState(seed)
    middle = random.uniform(-10, 10, (centres, dims))
    return np.vstack([m + spread * random.randn(per, dims) for m in middle])


def codes(seed, n, values, scale):
    """Categories as one-hot columns of the square root of one half, with many equal rows."""
    random = np.random.RandomState(seed)
    columns = []
    for count in values:
        column = np.minimum(random.geometric(0.45, n) - 1, count - 1)
        columns.append(np.eye(count)[column] * np.sqrt(scale / 2))
    return np.hstack(columns)


CASES = [
    ("three blobs", blobs(1, 3, 30, 0.8, 2), 0.2),
    ("six blobs in four dimensions", blobs(2, 6, 20, 0.5, 4), 0.1),
    ("one cloud", np.random.RandomState(3).randn(80, 3), 0.3),
    ("small grid with repeats", np.random.RandomState(4).randint(0, 4, (150, 2)).astype(float), 0.1),
    ("few neighbours", blobs(5, 8, 10, 0.3, 2), 0.05),
    ("one-hot rows", codes(6, 200, [4, 3, 2], 1), 0.2),
    ("one-hot rows, fine", codes(7, 200, [5, 3, 2], 1), 0.05),
]

for name, points, quantile in CASES:
    bandwidth = estimate_bandwidth(points, quantile=quantile)
    if bandwidth == 0:
        raise SystemExit(name + ": bandwidth 0")
    labels = MeanShift(bandwidth=bandwidth, bin_seeding=False).fit(points).labels_
    print(name, quantile, repr(float(bandwidth)), labels.max() + 1, sep=";")
    for row, label in zip(points, labels):
        print(*(repr(float(x)) for x in row), label, sep=",")
    print()
