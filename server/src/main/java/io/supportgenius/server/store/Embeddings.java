package io.supportgenius.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points of texts in an encoder's space, kept by the hash of the text. */
@Repository
public class Embeddings {

    private static final String FIND = """
            select text_hash, embedding from text_embedding where encoder = :encoder and text_hash = any(:hashes)
            """;

    private static final String KEEP = """
            insert into text_embedding (text_hash, encoder, embedding)
            select hash, :encoder, embedding from unnest(:hashes::uuid[], :embeddings::bytea[]) as made (hash, embedding)
            on conflict (text_hash) do update set encoder = excluded.encoder, embedding = excluded.embedding
            """;

    private static final String FORGET_UNUSED = """
            delete from text_embedding where not exists (select from ticket where %s = text_hash)
            """.formatted(Corrections.HASH.formatted("ticket"));

    private final JdbcClient jdbc;

    Embeddings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The known ones among some texts. */
    public Map<UUID, byte[]> find(String encoder, Collection<UUID> hashes) {
        Map<UUID, byte[]> found = new HashMap<>();
        if (!hashes.isEmpty()) {
            jdbc.sql(FIND)
                    .param("encoder", encoder)
                    .param("hashes", hashes.toArray(new UUID[0]))
                    .query(row -> {
                        found.put(hash(row), row.getBytes("embedding"));
                    });
        }
        return found;
    }

    private static UUID hash(ResultSet row) throws SQLException {
        return row.getObject("text_hash", UUID.class);
    }

    /**
     * Forgets those that no ticket has as its text, which reads all texts.
     *
     * @return how many
     */
    public int forgetUnused() {
        return jdbc.sql(FORGET_UNUSED).update();
    }

    /** Keeps new ones; those of another encoder are replaced. */
    public void keep(String encoder, Map<UUID, byte[]> made) {
        if (made.isEmpty()) {
            return;
        }
        List<UUID> hashes = new ArrayList<>(made.keySet());
        jdbc.sql(KEEP)
                .param("encoder", encoder)
                .param("hashes", hashes.toArray(new UUID[0]))
                .param("embeddings", hashes.stream().map(made::get).toArray(byte[][]::new))
                .update();
    }
}
