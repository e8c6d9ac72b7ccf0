"""Writes cases.txt: points, quantile, and what scikit-learn's MeanShift makes of them.

Made with scikit-learn 1.2.1 and numpy 1.24.2:  OMP_NUM_THREADS=1 python3 make_cases.py > cases.txt
Blocks are parted by empty lines: name, quantile, bandwidth, number of clusters; then a line for each point: coordinates, label.

No case has a point equally far from its two nearest centres: there the last digit of a sum settles what scikit-learn answers, as it does
for points exactly as far as the bandwidth unless all numbers are whole. make_ties.py has such cases.
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


def integers(seed, n, values, agents=0):
    """Independent integer codes, as the 2015 demo had them, perhaps with a column for each agent."""
    random = np.random.RandomState(seed)
    columns = [random.randint(1, count + 1, (n, 1)).astype(float) for count in values]
    if agents:
        columns.append(np.eye(agents)[random.randint(0, agents, n)])
    return np.hstack(columns)


def weighted_codes(seed, n, values, importances):
    """Categories as one-hot columns of the root of half their importance."""
    random = np.random.RandomState(seed)
    columns = []
    for count, importance in zip(values, importances):
        column = np.minimum(random.geometric(0.4, n) - 1, count - 1)
        columns.append(np.eye(count)[column] * np.sqrt(importance / 2))
    return np.hstack(columns)


def steps(seed):
    """Equal distances everywhere: places on a line, each with some points."""
    random = np.random.RandomState(seed)
    return np.arange(12.0).repeat(random.randint(1, 6, 12)).reshape(-1, 1)


def repeated(seed, different, n, dims):
    """Few different points, each many times."""
    random = np.random.RandomState(seed)
    return (3 * random.randn(different, dims))[random.randint(0, different, n)]


CASES = [
    ("three blobs", blobs(1, 3, 30, 0.8, 2), 0.2),
    ("six blobs in four dimensions", blobs(2, 6, 20, 0.5, 4), 0.1),
    ("one cloud", np.random.RandomState(3).randn(80, 3), 0.3),
    ("small grid with repeats", np.random.RandomState(4).randint(0, 4, (150, 2)).astype(float), 0.1),
    ("few neighbours", blobs(5, 8, 10, 0.3, 2), 0.05),
    ("one-hot rows", codes(6, 200, [4, 3, 2], 1), 0.2),
    ("one-hot rows, fine", codes(7, 200, [5, 3, 2], 1), 0.05),
    ("mixed integers", integers(8, 150, [6, 3, 2, 21, 3]), 0.1),
    ("mixed integers and agents", integers(9, 150, [6, 3, 2, 21, 3], agents=8), 0.2),
    ("mixed integers, fine", integers(10, 120, [4, 4, 3]), 0.05),
    ("one-hot rows of unequal importance", weighted_codes(11, 160, [5, 4, 3], [1, 0.25, 3.7]), 0.1),
    ("one-hot rows of unequal importance, many", weighted_codes(12, 160, [4, 4, 2], [2, 0.5, 0.25]), 0.05),
    ("steps", steps(17), 0.2),
    ("many equal points", repeated(14, 12, 160, 3), 0.1),
]

for name, points, quantile in CASES:
    bandwidth = estimate_bandwidth(points, quantile=quantile)
    if bandwidth == 0:
        raise SystemExit(name + ": bandwidth 0")
    found = MeanShift(bandwidth=bandwidth, bin_seeding=False).fit(points)
    labels = found.labels_
    apart = np.sort(np.linalg.norm(points[:, None] - found.cluster_centers_[None], axis=2), axis=1)
    if len(apart[0]) > 1 and (apart[:, 1] - apart[:, 0]).min() < 1e-9:
        raise SystemExit(name + ": a point is equally far from two centres")
    print(name, quantile, repr(float(bandwidth)), labels.max() + 1, sep=";")
    for row, label in zip(points, labels):
        print(*(repr(float(x)) for x in row), label, sep=",")
    print()
