package io.supportgenius.server.importing;

import java.util.Locale;
import java.util.Optional;

/** In which order a column writes the parts of its dates. */
public enum DateOrder {
    /** {@code 2015-10-23}: the year has four digits and stands first; settled by every cell. */
    YEAR_FIRST(""),
    /** {@code 23/10/2015} or {@code 23.10.15}. */
    DAY_FIRST("dmy"),
    /** {@code 10/23/2015} or {@code 10/23/15}. */
    MONTH_FIRST("mdy"),
    /** {@code 15-10-23}: rare enough to be taken only where nothing else reads the column, or where asked for. */
    SHORT_YEAR_FIRST("ymd"),
    /** Seconds since 1970 in UTC. */
    EPOCH_SECONDS(""),
    /** Milliseconds since 1970 in UTC. */
    EPOCH_MILLISECONDS(""),
    /** {@code 23 October 2015}: the month is a word; settled by every cell. */
    NAMED_MONTH(""),
    /** Days since 30 December 1899 as spreadsheets count them; taken only where the column's name promises dates. */
    SPREADSHEET_DAYS("");

    private final String flag;

    DateOrder(String flag) {
        this.flag = flag;
    }

    /** The value of {@code --date-order} that asks for this order; empty where the order needs no flag. */
    public String flag() {
        return flag;
    }

    /** The order a flag asks for: {@code dmy}, {@code mdy} or {@code ymd} in any case; empty for anything else. */
    public static Optional<DateOrder> ofFlag(String flag) {
        for (DateOrder order : values()) {
            if (!order.flag.isEmpty() && order.flag.equals(flag.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
