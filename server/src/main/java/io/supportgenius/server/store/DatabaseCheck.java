package io.supportgenius.server.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Whether a database of the user's can be used, said in one sentence before anything is started on it. */
final class DatabaseCheck {

    private static final int OLDEST = 15;
    private static final int NEWEST_TRIED = 18;
    private static final int PER_VERSION = 10_000;
    private static final String SECONDS_TO_CONNECT = "10";

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ADMITTED = "28000";
    private static final String NO_DATABASE = "3D000";

    /** Tables that are neither ours nor anybody's who shares the schema with us. */
    private static final String FOREIGN_TABLES = """
            select count(*) filter (where c.relname = 'flyway_schema_history') = 0 and count(*) > 0
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v', 'm')
                and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            """;

    private static final String MAY_CREATE =
            "select current_schema() is not null and has_schema_privilege(current_schema(), 'CREATE')";

    private static final String ENCODING = "select getdatabaseencoding()";

    /** Search and the comparison of names need letters beyond ASCII, which the locale C does not know. */
    private static final String KNOWS_LETTERS = "select 'é' ~ '^[[:alnum:]]$' and lower('É') = 'é'";

    private DatabaseCheck() {}

    /** @throws StoreUnavailableException that says what is in the way, and the way out */
    static void run(DatabaseAddress address) {
        try (Connection connection = DriverManager.getConnection(address.url(), properties(address))) {
            checkVersion(address, connection);
            checkSchema(address, connection);
        } catch (SQLException refused) {
            throw new StoreUnavailableException(sentence(address, refused), refused);
        }
    }

    private static Properties properties(DatabaseAddress address) {
        Properties properties = new Properties();
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("ApplicationName", "SupportGenius");
        return properties;
    }

    private static void checkVersion(DatabaseAddress address, Connection connection) throws SQLException {
        int version = Integer.parseInt(one(connection, "show server_version_num")) / PER_VERSION;
        if (version < OLDEST) {
            throw new StoreUnavailableException(
                    "The PostgreSQL at " + address.shown() + " is version " + version + ", but SupportGenius needs "
                            + OLDEST + " to " + NEWEST_TRIED + ": upgrade it, or use another one.");
        }
        String encoding = one(connection, ENCODING);
        if (!encoding.equals("UTF8")) {
            throw new StoreUnavailableException("The database at " + address.shown() + " keeps texts as " + encoding
                    + ", which cannot hold every letter: create one with create database NAME encoding 'UTF8' template"
                    + " template0.");
        }
        if (!one(connection, KNOWS_LETTERS).equals("t")) {
            throw new StoreUnavailableException("The database at " + address.shown()
                    + " has a locale that knows no letters beyond ASCII: create one with create database NAME locale"
                    + " 'C.UTF-8' template template0.");
        }
    }

    private static void checkSchema(DatabaseAddress address, Connection connection) throws SQLException {
        if (!one(connection, MAY_CREATE).equals("t")) {
            throw new StoreUnavailableException(
                    "The user of the database at " + address.shown()
                            + " may not create tables in it: make it the owner of the database, or grant it create on the schema.");
        }
        if (one(connection, FOREIGN_TABLES).equals("t")) {
            throw new StoreUnavailableException("The database at " + address.shown()
                    + " holds tables that are not SupportGenius's: give it a database of its own, or a schema by adding"
                    + " ?currentSchema=NAME to the address.");
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String sentence(DatabaseAddress address, SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.equals(WRONG_PASSWORD)
                || state.equals(NOT_ADMITTED)
                || address.password() == null && state.equals("08004")) {
            return "The PostgreSQL at " + address.shown() + " does not let the user "
                    + (address.user() == null ? System.getProperty("user.name") : address.user())
                    + " in: name the user in the address or by --db-user, and its password by the environment variable"
                    + " SUPPORTGENIUS_DB_PASSWORD.";
        }
        if (state.equals(NO_DATABASE)) {
            return "There is no database at " + address.shown() + ": create it there with createdb, empty.";
        }
        return "The PostgreSQL at " + address.shown() + " cannot be reached: " + refused.getMessage();
    }
}
