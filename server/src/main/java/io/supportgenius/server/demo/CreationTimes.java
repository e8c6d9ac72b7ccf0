package io.supportgenius.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The creation times of all tickets of a demo, in ascending order, to the second. First every ticket is thrown into one
 * hour of the month by the hours' weights; then the hours are gone through one by one and the tickets of each are spread
 * over it evenly, so that no more than one hour's times are held at once.
 */
final class CreationTimes implements Iterator<Instant> {

    private static final int SECONDS_PER_HOUR = 3600;
    private static final int HOURS_PER_DAY = 24;

    private final Randomness randomness;
    private final Instant begin;
    private final long[] ticketsByHour;
    private int hour = -1;
    private int[] seconds = {};
    private int position;
    private long left;

    CreationTimes(long tickets, long seed) {
        randomness = new Randomness(seed, -2);
        begin = PlantedTruths.MONTH.atDay(1).atStartOfDay(PlantedTruths.ZONE).toInstant();
        ticketsByHour = new long[PlantedTruths.MONTH.lengthOfMonth() * HOURS_PER_DAY];
        left = tickets;
        WeightedChoice choice = new WeightedChoice(weights());
        for (long ticket = 0; ticket < tickets; ticket++) {
            ticketsByHour[choice.draw(randomness)]++;
        }
    }

    private double[] weights() {
        double[] weights = new double[ticketsByHour.length];
        for (int index = 0; index < weights.length; index++) {
            LocalDate day = PlantedTruths.MONTH.atDay(index / HOURS_PER_DAY + 1);
            weights[index] = PlantedTruths.weight(day, index % HOURS_PER_DAY);
        }
        return weights;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Instant next() {
        if (left == 0) {
            throw new NoSuchElementException();
        }
        while (position == seconds.length) {
            beginHour(hour + 1);
        }
        left--;
        return begin.plusSeconds((long) hour * SECONDS_PER_HOUR + seconds[position++]);
    }

    private void beginHour(int next) {
        hour = next;
        position = 0;
        seconds = new int[Math.toIntExact(ticketsByHour[hour])];
        for (int index = 0; index < seconds.length; index++) {
            seconds[index] = randomness.below(SECONDS_PER_HOUR);
        }
        Arrays.sort(seconds);
    }

    /** The hour of the day, local to the demo organisation, of the time that {@link #next()} gave last. */
    int hourOfDay() {
        return hour % HOURS_PER_DAY;
    }
}
