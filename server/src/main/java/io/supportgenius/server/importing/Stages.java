package io.supportgenius.server.importing;

import java.time.Duration;

/** Counts rows per stage of a run; written by the run's thread, read by whoever asks how far it is. */
final class Stages {
    /** What is told of a run that somebody has cancelled. */
    static final String CANCELLED = "The import was cancelled; nothing was changed.";

    private final long started = System.nanoTime();
    private volatile Stage stage = new Stage("waiting", false, 0, started);
    private volatile long rows;
    private volatile boolean cancelled;

    /**
     * Begins a stage in which rows are counted from 0.
     *
     * @param expected how many there will be, about; 0 where that is not known
     */
    void begin(String name, long expected) {
        rows = 0;
        stage = new Stage(name, true, expected, System.nanoTime());
    }

    /** Begins a stage that takes the rows of the stage before all together. */
    void beginWithAllRows(String name) {
        stage = new Stage(name, false, rows, System.nanoTime());
    }

    /**
     * Counts a row.
     *
     * @throws ImportFailedException if the import was cancelled or the server is being stopped
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes
    void row() {
        rows = rows + 1;
        refuseIfCancelled();
        if (Thread.currentThread().isInterrupted()) {
            throw new ImportFailedException("The server was stopped before the import had ended; nothing was changed.");
        }
    }

    /** Lets the next row, or the last step before the commit, end the run. */
    void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** @throws ImportFailedException if the import was cancelled */
    void refuseIfCancelled() {
        if (cancelled) {
            throw new ImportFailedException(CANCELLED);
        }
    }

    /** Rows of the present stage. */
    long rows() {
        return rows;
    }

    ImportProgress progress() {
        Stage present = stage;
        double seconds = seconds(present.started());
        boolean rated = present.rowByRow() && seconds > 0;
        return new ImportProgress(present.name(), rows, present.expected(), rated ? Math.round(rows / seconds) : 0);
    }

    /** Seconds since the run was asked for, to the millisecond. */
    double seconds() {
        return seconds(started);
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }

    private record Stage(String name, boolean rowByRow, long expected, long started) {}
}
