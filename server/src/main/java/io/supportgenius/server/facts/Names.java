package io.supportgenius.server.facts;

import io.supportgenius.analytics.facts.Dictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The companies, customers or agents behind the codes of a dimension. Each has a label of its own: its name, with the id added
 * where several bear the same name, ignoring case. Immutable.
 */
public final class Names {

    static final Names NONE = new Names(List.of(), Map.of(), List.of());

    private final List<Long> ids;
    private final Map<Long, Integer> codes;
    private final List<String> names;
    private final Dictionary labels;

    private Names(List<Long> ids, Map<Long, Integer> codes, List<String> names) {
        this.ids = ids;
        this.codes = codes;
        this.names = names;
        this.labels = distinctLabels();
    }

    private Dictionary distinctLabels() {
        var bearers = new HashMap<String, Integer>();
        names.forEach(name -> bearers.merge(Dictionary.fold(name), 1, Integer::sum));
        var distinct = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean alone = bearers.getOrDefault(Dictionary.fold(name), 0) == 1;
            distinct.add(alone ? name : name + " (#" + ids.get(i) + ")");
        }
        return new Dictionary(distinct);
    }

    /** With more names, and with new names of known ids; codes stay. */
    Names with(Map<Long, String> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        var moreIds = new ArrayList<>(ids);
        var moreCodes = new HashMap<>(codes);
        var moreNames = new ArrayList<>(names);
        changed.forEach((id, name) -> {
            Integer code = moreCodes.get(id);
            if (code == null) {
                moreIds.add(id);
                moreNames.add(name);
                moreCodes.put(id, moreIds.size());
            } else {
                moreNames.set(code - 1, name);
            }
        });
        return new Names(moreIds, moreCodes, moreNames);
    }

    /** The labels by code. */
    public Dictionary labels() {
        return labels;
    }

    /** The code of an id; empty if it is not known. */
    public OptionalInt code(long id) {
        Integer code = codes.get(id);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /**
     * The id behind a code.
     *
     * @throws IndexOutOfBoundsException for the code of the missing value or one that was never given
     */
    public long id(int code) {
        return ids.get(code - 1);
    }

    /** The name behind a code, which others may bear, too. */
    String name(int code) {
        return names.get(code - 1);
    }

    /** How many there are. */
    public int size() {
        return ids.size();
    }
}
