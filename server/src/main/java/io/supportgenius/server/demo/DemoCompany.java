package io.supportgenius.server.demo;

import io.supportgenius.server.ticket.TicketDraft;
import java.time.Instant;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The support tickets of a fictitious company that sells software to businesses, in October 2015. The data contain planted
 * truths, listed with their sizes in {@code docs/demo-data.md}.
 *
 * <p>The same number of tickets and the same seed give the same tickets on every machine, whatever its zone, locale or
 * clock. Tickets are made while they are read, in order of creation; what is held does not grow with their number, apart
 * from the companies, customers and agents.
 */
final class DemoCompany {

    private DemoCompany() {}

    /**
     * The tickets as a source would give them.
     *
     * @param tickets how many, at least 0; up to 800 the population is the same, above it grows slowly
     * @return to be read by one thread
     * @throws IllegalArgumentException where the number is negative
     */
    static Stream<TicketDraft> generate(long tickets, long seed) {
        return tickets(tickets, seed).map(DemoTicket::draft);
    }

    /** The tickets together with what was planted in each of them. */
    static Stream<DemoTicket> tickets(long tickets, long seed) {
        if (tickets < 0) {
            throw new IllegalArgumentException("The number of tickets must not be negative: " + tickets);
        }
        TicketMaker maker = new TicketMaker(Population.of(tickets, seed), tickets, seed);
        Iterator<DemoTicket> iterator = new TicketIterator(maker, new CreationTimes(tickets, seed));
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliterator(iterator, tickets, traits), false);
    }

    private static final class TicketIterator implements Iterator<DemoTicket> {

        private final TicketMaker maker;
        private final CreationTimes times;
        private long number;

        TicketIterator(TicketMaker maker, CreationTimes times) {
            this.maker = maker;
            this.times = times;
        }

        @Override
        public boolean hasNext() {
            return times.hasNext();
        }

        @Override
        public DemoTicket next() {
            number++;
            Instant created = times.next();
            return maker.make(number, created, PlantedTruths.isNight(times.hourOfDay()));
        }
    }
}
