package io.supportgenius.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void theAddressOfJdbcAndThatOfPostgresqlsProgramsNameTheSame() {
        DatabaseAddress expected =
                new DatabaseAddress("jdbc:postgresql://db.example.org:5433/tickets?sslmode=require", "sg", "p@ss:word");

        assertThat(DatabaseAddress.parse(
                        "postgres://sg:p%40ss%3Aword@db.example.org:5433/tickets?sslmode=require", null, null))
                .isEqualTo(expected);
        assertThat(DatabaseAddress.parse(
                        "jdbc:postgresql://db.example.org:5433/tickets?sslmode=require", "sg", "p@ss:word"))
                .isEqualTo(expected);
    }

    @Test
    void whatIsGivenBesideTheAddressIsStronger() {
        assertThat(DatabaseAddress.parse("postgresql://a:b@localhost/tickets", "c", "d"))
                .returns("c", DatabaseAddress::user)
                .returns("d", DatabaseAddress::password);
    }

    @Test
    void whatIsGivenBesideTheAddressIsStrongerThanItsParametersToo() {
        assertThat(DatabaseAddress.parse(
                        "jdbc:postgresql://localhost/tickets?user=a&sslmode=require&password=b", "c", "d"))
                .isEqualTo(new DatabaseAddress("jdbc:postgresql://localhost/tickets?sslmode=require", "c", "d"));
    }

    @Test
    void aPlusSignInAPasswordIsOne() {
        assertThat(DatabaseAddress.parse("postgresql://a:b+c@localhost/tickets", null, null)
                        .password())
                .isEqualTo("b+c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "postgresql://a:50%@localhost/tickets",
                "localhost/tickets",
                "mysql://localhost/tickets",
                "jdbc:h2:mem:x",
                "/var/lib/data"
            })
    void whatIsNoAddressIsToldWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> DatabaseAddress.parse(text, null, null))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/database");
    }

    @Test
    void messagesNameHostAndDatabaseButNoPassword() {
        DatabaseAddress address =
                DatabaseAddress.parse("jdbc:postgresql://localhost:5432/tickets?user=sg&password=secret", null, null);

        assertThat(address.shown()).isEqualTo("localhost:5432/tickets");
        assertThat(address.toString()).doesNotContain("secret");
        assertThat(address).returns("sg", DatabaseAddress::user).returns("secret", DatabaseAddress::password);
    }
}
