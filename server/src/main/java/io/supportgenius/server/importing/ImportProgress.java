package io.supportgenius.server.importing;

/**
 * How far a running import is.
 *
 * @param stage {@code waiting}, {@code looking at the columns}, {@code reading}, for a log {@code sorting} and
 *     {@code folding}, and {@code saving}
 * @param rowsRead rows taken in this stage
 * @param rowsExpected rows of this stage, in the first one an estimate by the size of the file; 0 where it is not known
 * @param rowsPerSecond rows per second in this stage; 0 where it takes all rows together
 */
public record ImportProgress(String stage, long rowsRead, long rowsExpected, long rowsPerSecond) {}
