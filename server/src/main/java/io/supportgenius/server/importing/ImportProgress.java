package io.supportgenius.server.importing;

/**
 * How far a running import is.
 *
 * @param stage {@code waiting}, {@code looking at the columns}, {@code reading} or {@code saving}
 * @param rowsRead rows taken in this stage
 * @param rowsPerSecond rows per second in this stage; 0 where it takes all rows together
 */
public record ImportProgress(String stage, long rowsRead, long rowsPerSecond) {}
