package io.supportgenius.analytics.similarity;

import io.supportgenius.analytics.facts.Chunk;
import io.supportgenius.analytics.facts.Dictionary;
import io.supportgenius.analytics.facts.FactsBlock;
import io.supportgenius.analytics.summary.Summary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that customers are compared by, in one pass over the tickets. Tickets of nobody are not counted. */
public final class CustomerTickets implements Summary<CustomerTickets> {

    private final ComparedBy by;
    private final List<@Nullable CustomerSums> customers = new ArrayList<>();

    public CustomerTickets(ComparedBy by) {
        this.by = by;
    }

    @Override
    public void accept(Chunk chunk) {
        FactsBlock block = chunk.block();
        for (int i = 0; i < chunk.size(); i++) {
            int row = chunk.row(i);
            int code = block.code(by.customers(), row);
            if (code != Dictionary.MISSING) {
                sums(code).accept(by, block, row);
            }
        }
    }

    @Override
    public CustomerTickets identity() {
        return new CustomerTickets(by);
    }

    @Override
    public void combine(CustomerTickets other) {
        for (int code = 0; code < other.customers.size(); code++) {
            CustomerSums theirs = other.customers.get(code);
            if (theirs != null) {
                sums(code).combine(theirs);
            }
        }
    }

    private CustomerSums sums(int code) {
        while (customers.size() <= code) {
            customers.add(null);
        }
        CustomerSums sums = customers.get(code);
        if (sums == null) {
            sums = new CustomerSums(by);
            customers.set(code, sums);
        }
        return sums;
    }

    public ComparedBy by() {
        return by;
    }

    /** Codes of the customers that have tickets. */
    public BitSet codes() {
        var codes = new BitSet();
        for (int code = 0; code < customers.size(); code++) {
            codes.set(code, customers.get(code) != null);
        }
        return codes;
    }

    /** The tickets of a customer; of one without any, nothing. */
    public CustomerSums of(int code) {
        CustomerSums sums = code < customers.size() ? customers.get(code) : null;
        return sums == null ? new CustomerSums(by) : sums;
    }
}
