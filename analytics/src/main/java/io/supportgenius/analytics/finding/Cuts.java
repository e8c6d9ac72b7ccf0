package io.supportgenius.analytics.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which tickets are cut into cells: by one axis or by two. The first axis and the first cut are all tickets together.
 * Immutable.
 */
final class Cuts {

    /** The cut that has one cell with all tickets. */
    static final int WHOLE = 0;

    private final List<Axis> axes;
    private final List<int[]> cuts;

    private Cuts(List<Axis> axes, List<int[]> cuts) {
        this.axes = axes;
        this.cuts = cuts;
    }

    /**
     * @param single axes to cut by one by one
     * @param paired those of them to cut by two at a time
     */
    static Cuts of(List<Axis> single, List<Axis> paired) {
        var axes = new ArrayList<Axis>();
        axes.add(new Axis.Whole());
        axes.addAll(single);
        var cuts = new ArrayList<int[]>();
        for (int axis = 0; axis < axes.size(); axis++) {
            cuts.add(new int[] {axis, WHOLE});
        }
        for (int i = 0; i < paired.size(); i++) {
            for (int j = i + 1; j < paired.size(); j++) {
                cuts.add(new int[] {axes.indexOf(paired.get(i)), axes.indexOf(paired.get(j))});
            }
        }
        return new Cuts(List.copyOf(axes), List.copyOf(cuts));
    }

    List<Axis> axes() {
        return axes;
    }

    /** How many there are. */
    int size() {
        return cuts.size();
    }

    /** The axis of a cut, which is also the number of the cut by this axis alone. */
    int first(int cut) {
        return cuts.get(cut)[0];
    }

    /** Its second axis; {@link #WHOLE}, where each row has cell 0, if it has but one. */
    int second(int cut) {
        return cuts.get(cut)[1];
    }

    boolean isPair(int cut) {
        return second(cut) != WHOLE;
    }

    /** Whether it tells apart only what customers are. */
    boolean isOfCustomers(int cut) {
        return axes.get(first(cut)).isOfCustomers()
                && (!isPair(cut) || axes.get(second(cut)).isOfCustomers());
    }

    /** Cell of the first axis, times this, plus cell of the second is the cell of the cut. */
    int stride(int cut) {
        return axes.get(second(cut)).size();
    }

    int cells(int cut) {
        return axes.get(first(cut)).size() * stride(cut);
    }
}
