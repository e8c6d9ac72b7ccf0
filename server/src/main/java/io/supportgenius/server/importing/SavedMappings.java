package io.supportgenius.server.importing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Mappings that people have corrected on the import page, kept for the next file of the same source with the same columns. The writing
 * of their names does not matter, their order does.
 */
@Repository
public class SavedMappings {
    private static final String FIND = "select mapping from saved_mapping where source = ? and header = ?";

    private static final String SAVE = """
            insert into saved_mapping (source, header, mapping) values (?, ?, ?::jsonb)
            on conflict (source, header) do update set mapping = excluded.mapping, saved_at = now()
            """;

    private static final String DELETE = "delete from saved_mapping where source = ? and header = ?";

    private final JdbcClient sql;

    SavedMappings(JdbcClient sql) {
        this.sql = sql;
    }

    /** The mapping to be applied to a file; empty where none is remembered. */
    public Optional<MappingDocument> find(String source, List<String> columns) {
        return sql.sql(FIND)
                .params(source, fingerprint(columns))
                .query(String.class)
                .optional()
                .map(MappingDocument::read);
    }

    /** Keeps a mapping for the files to come; one without any wish makes what was kept forgotten. */
    public void remember(String source, List<String> columns, MappingDocument mapping) {
        if (mapping.equals(MappingDocument.NONE)) {
            forget(source, columns);
        } else {
            sql.sql(SAVE).params(source, fingerprint(columns), mapping.write()).update();
        }
    }

    /** Lets files of the source with these columns be read as they are recognised again. */
    public void forget(String source, List<String> columns) {
        sql.sql(DELETE).params(source, fingerprint(columns)).update();
    }

    private static String fingerprint(List<String> columns) {
        String names = columns.stream().map(HeaderName::normalise).collect(Collectors.joining("\u0000"));
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
