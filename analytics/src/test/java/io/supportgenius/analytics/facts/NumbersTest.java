package io.supportgenius.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final int SIZE = 1001;

    /** Lowest and highest value, and the half bytes a value takes: marks need room for two more. */
    @ParameterizedTest
    @CsvSource({
        "5, 5, false, 0",
        "0, 15, false, 1",
        "-3, 10, true, 1",
        "-3, 11, true, 2",
        "1000, 1255, false, 2",
        "1000, 1256, false, 4",
        "-70000, -4465, false, 4",
        "-70000, -4464, false, 6",
        "0, 16777213, true, 6",
        "0, 16777214, true, 8",
        "-2147483646, 2147483647, true, 8",
    })
    void valuesComeBackFromAsFewBytesAsHoldThem(int lowest, int highest, boolean marks, int halfBytes) {
        int[] values = values(lowest, highest, marks);
        Numbers numbers = Numbers.of(values, SIZE);

        assertThat(numbers.bytes()).isEqualTo((halfBytes * SIZE + 1) / 2);
        assertSame(numbers, values);
        assertSame(Numbers.read(written(numbers)), values);
    }

    @ParameterizedTest
    @ValueSource(ints = {FactsBlock.MISSING, FactsBlock.UNMEASURED})
    void marksAloneComeBackToo(int mark) {
        var values = new int[SIZE];
        Arrays.fill(values, mark);
        assertSame(Numbers.of(values, SIZE), values);
        values[SIZE / 2] = FactsBlock.MISSING;
        values[SIZE / 3] = FactsBlock.UNMEASURED;
        assertSame(Numbers.of(values, SIZE), values);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "1700000000, 1700000100",
        "-1, 2147483646",
        "-1, 2147483647",
        "-9223372036854775808, 9223372036854775807"
    })
    void longsComeBackHoweverFarApart(long lowest, long highest) {
        var random = new Random(lowest);
        var values = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] =
                    lowest == highest ? lowest : i % 2 == 0 ? lowest + random.nextInt(5) : highest - random.nextInt(5);
        }
        values[0] = lowest;
        values[1] = highest;
        LongNumbers numbers = LongNumbers.of(values, SIZE);
        var sink = new Kept();
        numbers.write(sink);
        for (LongNumbers one : new LongNumbers[] {numbers, LongNumbers.read(sink)}) {
            var room = new int[SIZE];
            var read = new long[SIZE];
            one.read(3, SIZE - 3, room, read);
            assertThat(Arrays.copyOf(read, SIZE - 3)).isEqualTo(Arrays.copyOfRange(values, 3, SIZE));
            one.read(new int[] {0, 7, 1}, 1, 2, room, read);
            assertThat(Arrays.copyOf(read, 2)).containsExactly(values[7], values[1]);
            assertThat(one.at(1)).isEqualTo(highest);
        }
    }

    private static int[] values(int lowest, int highest, boolean marks) {
        var random = new Random(highest);
        int[] values = IntStream.range(0, SIZE)
                .map(i -> lowest == highest
                        ? lowest
                        : (int) (lowest + Math.floorMod(random.nextLong(), (long) highest - lowest + 1)))
                .toArray();
        values[10] = lowest;
        values[20] = highest;
        if (marks) {
            values[30] = FactsBlock.MISSING;
            values[40] = FactsBlock.UNMEASURED;
        }
        return values;
    }

    private static void assertSame(Numbers numbers, int[] values) {
        var read = new int[SIZE];
        numbers.read(1, SIZE - 1, read);
        assertThat(Arrays.copyOf(read, SIZE - 1)).isEqualTo(Arrays.copyOfRange(values, 1, SIZE));
        int[] rows = IntStream.range(0, SIZE).filter(i -> i % 3 == 0 || i == 40).toArray();
        numbers.read(rows, 2, rows.length - 2, read);
        assertThat(Arrays.copyOf(read, rows.length - 2))
                .isEqualTo(Arrays.stream(rows, 2, rows.length)
                        .map(row -> values[row])
                        .toArray());
        assertThat(IntStream.range(0, SIZE).map(numbers::at).toArray()).isEqualTo(values);
    }

    private static FactsSource written(Numbers numbers) {
        var kept = new Kept();
        numbers.write(kept);
        return kept;
    }

    /** Gives back what it took. */
    static final class Kept implements FactsSink, FactsSource {

        private final Queue<Object> values = new ArrayDeque<>();

        @Override
        public void number(long value) {
            values.add(value);
        }

        @Override
        public void bytes(byte[] all) {
            values.add(all.clone());
        }

        @Override
        public void shorts(short[] all) {
            values.add(all.clone());
        }

        @Override
        public void ints(int[] all) {
            values.add(all.clone());
        }

        @Override
        public void longs(long[] all) {
            values.add(all.clone());
        }

        @Override
        public long number() {
            return (Long) values.remove();
        }

        @Override
        public byte[] bytes(int length) {
            return (byte[]) values.remove();
        }

        @Override
        public short[] shorts(int length) {
            return (short[]) values.remove();
        }

        @Override
        public int[] ints(int length) {
            return (int[]) values.remove();
        }

        @Override
        public long[] longs(int length) {
            return (long[]) values.remove();
        }
    }
}
