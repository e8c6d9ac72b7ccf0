"""Measures scikit-learn on the rows that ClusteringBenchmark measures.

With scikit-learn 1.2.1, one thread (more only spin on a busy machine):

    java -cp benchmarks/target/benchmarks.jar io.supportgenius.benchmarks.ClusteringBenchmark 800/27/8 rows.csv
    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python3 benchmarks/src/main/python/scikit_learn.py rows.csv

Prints rows, distinct rows, bandwidth, clusters and their sizes, and the wall and processor seconds of both steps.
"""
import sys
import time

import numpy as np
from sklearn.cluster import MeanShift, estimate_bandwidth

rows = np.loadtxt(sys.argv[1], delimiter=",")
wall, cpu = time.perf_counter(), time.process_time()
bandwidth = estimate_bandwidth(rows, quantile=0.2)
wall_then, cpu_then = time.perf_counter(), time.process_time()
found = MeanShift(bandwidth=bandwidth).fit(rows)
print(f"rows {len(rows)} distinct {len(np.unique(rows, axis=0))} bandwidth {bandwidth!r}"
      f" clusters {sorted(np.bincount(found.labels_), reverse=True)}")
print(f"bandwidth {wall_then - wall:.3f} s ({cpu_then - cpu:.3f} s of a processor),"
      f" fit {time.perf_counter() - wall_then:.3f} s ({time.process_time() - cpu_then:.3f} s)")
