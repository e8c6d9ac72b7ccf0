"""Writes ties.txt: categories, a bandwidth at which many of them lie exactly, and the clusters that exact arithmetic finds.

scikit-learn is no judge here: whether a point exactly as far as the bandwidth is within is settled by the last digit of a sum there, and
differently by its two searches. So this is mean shift by its definition in fractions, with everything inclusive, and no other rule
than scikit-learn 1.2.1 has: stop below a thousandth of the bandwidth, more points first, then the greater centre; a
centre within the bandwidth of a better one is given up; each point belongs to the nearest centre, the better of two.

Made with Python 3.11:  python3 make_ties.py > ties.txt
Blocks are parted by empty lines: name, squared bandwidth, number of clusters; a line of importances; then a line for each
combination: codes, how many points, label.
"""
import random
from fractions import Fraction


def distance(importances, one, other):
    """Squared distance of two places; a place has a share for each value of each dimension."""
    return sum(
        importance / 2 * sum((one[d].get(v, 0) - other[d].get(v, 0)) ** 2 for v in one[d].keys() | other[d].keys())
        for d, importance in enumerate(importances))


def mean(points):
    total = sum(weight for place, weight in points)
    result = []
    for d in range(len(points[0][0])):
        shares = {}
        for place, weight in points:
            for value, share in place[d].items():
                shares[value] = shares.get(value, 0) + share * weight
        result.append({value: share / total for value, share in shares.items()})
    return result, total


def climb(importances, squared_bandwidth, points, place):
    for _ in range(301):
        within = [point for point in points if distance(importances, point[0], place) <= squared_bandwidth]
        old = place
        place, total = mean(within)
        if distance(importances, place, old) < squared_bandwidth / 10 ** 6:
            break
    return place, total


def cluster(importances, squared_bandwidth, points, sizes):
    def order(end):
        return end[1], [end[0][d].get(v, Fraction(0)) for d, size in enumerate(sizes) for v in range(size)]

    ends = [climb(importances, squared_bandwidth, points, place) for place, weight in points]
    centres = []
    for place, total in sorted(ends, key=order, reverse=True):
        if all(distance(importances, place, centre) > squared_bandwidth for centre in centres):
            centres.append(place)
    return [min(range(len(centres)), key=lambda c: distance(importances, place, centres[c])) for place, weight in points]


CASES = [
    ("all alike but one dimension", [6, 6, 4], ["1", "1", "1"], "1", 1),
    ("two dimensions apart", [5, 4, 3], ["1", "1", "1"], "2", 2),
    ("half a dimension", [4, 4, 2], ["1", "1", "1"], "1/2", 3),
    ("unequal importance", [4, 3, 3], ["2", "1", "1/4"], "5/4", 4),
    ("the least important one", [3, 4, 3], ["1", "2", "1/4"], "1/4", 5),
    ("a third", [6, 2, 3], ["3/5", "3/10", "3/10"], "3/10", 6),
    ("four dimensions", [3, 3, 2, 2], ["1", "1", "1", "1"], "1", 7),
    ("four dimensions, two apart", [4, 3, 2, 2], ["1", "1", "1", "1"], "2", 8),
]

for name, sizes, importances, squared_bandwidth, seed in CASES:
    chance = random.Random(seed)
    counts = {}
    for _ in range(90):
        codes = tuple(min(int(chance.expovariate(0.8)), size - 1) for size in sizes)
        counts[codes] = counts.get(codes, 0) + 1
    chosen = sorted(counts)[:40]
    points = [([{code: Fraction(1)} for code in codes], counts[codes]) for codes in chosen]
    labels = cluster([Fraction(i) for i in importances], Fraction(squared_bandwidth), points, sizes)
    print(name, float(Fraction(squared_bandwidth)), max(labels) + 1, sep=";")
    print(*(float(Fraction(i)) for i in importances), sep=",")
    for codes, label in zip(chosen, labels):
        print(*codes, counts[codes], label, sep=",")
    print()
