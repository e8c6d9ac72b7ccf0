package io.supportgenius.server.importing;

import java.text.Normalizer;
import java.util.Locale;

/** Column names as they are compared: {@code Created Date}, {@code created_date} and {@code CreatedDate} are one name. */
final class HeaderName {
    private static final String LIST_SUFFIX = " [list]";
    private static final String CUSTOM_FIELD = "Custom field (";

    private HeaderName() {}

    /** Letters and digits of a name in lower case without accents; what helpdesks put around custom fields is taken off. */
    static String normalise(String header) {
        String name = header.strip();
        if (name.endsWith(LIST_SUFFIX)) {
            name = name.substring(0, name.length() - LIST_SUFFIX.length());
        }
        if (name.startsWith(CUSTOM_FIELD) && name.endsWith(")")) {
            name = name.substring(CUSTOM_FIELD.length(), name.length() - 1);
        }
        StringBuilder letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
