package io.supportgenius.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.supportgenius.server.access.AccessProblemException.Problem;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private final TestAccess access = new TestAccess();
    private final Accounts accounts = access.accounts();

    private static void assertProblem(Problem expected, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AccessProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(expected));
    }

    @Test
    void theFirstLinkMakesOneAdministratorAndNoMore() {
        String link = accounts.firstAdministratorSecret().orElseThrow();

        accounts.createFirstAdministrator(link, " Ada ", " ada@example.org ", TestAccess.PASSWORD);

        assertThat(accounts.all())
                .singleElement()
                .satisfies(account -> assertThat(account)
                        .returns("Ada", Account::name)
                        .returns("ada@example.org", Account::email)
                        .returns(Role.ADMINISTRATOR, Account::role)
                        .returns(false, Account::invited));
        assertProblem(
                Problem.LINK_INVALID,
                () -> accounts.createFirstAdministrator(link, "Eve", "eve@example.org", TestAccess.PASSWORD));
        assertThat(accounts.firstAdministratorSecret()).isEmpty();
    }

    @Test
    void twoServersThatStartOnAnEmptyDatabaseGetOneAdministratorBetweenThem() {
        String first = accounts.firstAdministratorSecret().orElseThrow();
        String second = accounts.firstAdministratorSecret().orElseThrow();

        assertThat(accounts.link(first)).isEmpty();
        accounts.createFirstAdministrator(second, "Ada", "ada@example.org", TestAccess.PASSWORD);

        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void aLinkEndsByItsTimeAndByItsUse() {
        String late = accounts.invite("Grace", "grace@example.org", Role.VIEWER);
        access.pass(Accounts.INVITATION.plusSeconds(1));
        assertProblem(Problem.LINK_INVALID, () -> accounts.choosePassword(late, TestAccess.PASSWORD));

        Account grace = accounts.all().get(0);
        String renewed = accounts.renewLink(grace.id());
        accounts.choosePassword(renewed, TestAccess.PASSWORD);
        assertProblem(Problem.LINK_INVALID, () -> accounts.choosePassword(renewed, TestAccess.PASSWORD));
    }

    @Test
    void aLinkThatFailedBecauseOfThePasswordCountsOn() {
        String link = accounts.invite("Grace", "grace@example.org", Role.VIEWER);

        assertProblem(Problem.PASSWORD_SHORT, () -> accounts.choosePassword(link, "eleven char"));

        assertThat(accounts.link(link)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, PASSWORD_SHORT",
        "aaaaaaaaaaaaaaaa, PASSWORD_GUESSABLE",
        "GRACE@example.org, PASSWORD_GUESSABLE"
    })
    void passwordsThatAreTooEasyAreRefused(String password, Problem problem) {
        String link = accounts.invite("Grace", "grace@example.org", Role.VIEWER);

        assertProblem(problem, () -> accounts.choosePassword(link, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "two@ats@example.org", "space in@example.org", "@example.org"})
    void whatIsNoEmailAddressIsRefused(String email) {
        assertProblem(Problem.EMAIL_INVALID, () -> accounts.invite("Grace", email, Role.VIEWER));
    }

    @Test
    void anAddressBelongsToOnePersonHoweverItIsWritten() {
        accounts.invite("Grace", "grace@example.org", Role.VIEWER);

        assertProblem(Problem.EMAIL_TAKEN, () -> accounts.invite("Other", "Grace@Example.org", Role.VIEWER));
    }

    @Test
    void passwordsAreKeptByArgon2idOnly() {
        Account ada = access.add("ada@example.org", Role.ADMINISTRATOR);

        // The parameters of OWASP's password storage guide: 19 MiB, 2 passes, 1 lane.
        assertThat(access.table().find(ada.id()).orElseThrow().password())
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void thePasswordChangesForWhoKnowsTheOldOneAndEndsEarlierSessions() {
        Account ada = access.add("ada@example.org", Role.ADMINISTRATOR);
        int generation = access.table().find(ada.id()).orElseThrow().generation();

        assertProblem(
                Problem.PASSWORD_WRONG, () -> accounts.changePassword(ada.id(), "not the password", "another one 123"));
        accounts.changePassword(ada.id(), TestAccess.PASSWORD, "another one 123");

        assertThat(access.table().find(ada.id()).orElseThrow().generation()).isEqualTo(generation + 1);
    }

    @Test
    void theLastAdministratorWhoCanSignInStays() {
        Account ada = access.add("ada@example.org", Role.ADMINISTRATOR);
        accounts.invite("Invited", "invited@example.org", Role.ADMINISTRATOR);

        assertProblem(Problem.LAST_ADMINISTRATOR, () -> accounts.change(ada.id(), Role.VIEWER, true));
        assertProblem(Problem.LAST_ADMINISTRATOR, () -> accounts.change(ada.id(), Role.ADMINISTRATOR, false));

        Account bob = access.add("bob@example.org", Role.ADMINISTRATOR);
        accounts.change(ada.id(), Role.VIEWER, true);
        assertProblem(Problem.LAST_ADMINISTRATOR, () -> accounts.change(bob.id(), Role.ANALYST, true));
    }

    @Test
    void aViewerCanBeChangedWhileThereIsOneAdministrator() {
        access.add("ada@example.org", Role.ADMINISTRATOR);
        Account viewer = access.add("viewer@example.org", Role.VIEWER);

        accounts.change(viewer.id(), Role.ANALYST, false);

        assertThat(accounts.find(viewer.id()).orElseThrow())
                .returns(Role.ANALYST, Account::role)
                .returns(false, Account::active);
    }

    @Test
    void tokensEndByTimeByHandAndWithTheirOwner() {
        access.add("ada@example.org", Role.ADMINISTRATOR);
        Account bob = access.add("bob@example.org", Role.ANALYST);
        ApiTokens tokens = access.tokens();
        String short1 = tokens.create(TestAccess.as(bob), "one day", Role.VIEWER, 1);
        String revoked = tokens.create(TestAccess.as(bob), "revoked", Role.VIEWER, 30);
        String lasting = tokens.create(TestAccess.as(bob), "lasting", Role.ANALYST, 30);
        tokens.visibleTo(TestAccess.as(bob)).stream()
                .filter(token -> token.name().equals("revoked"))
                .forEach(token -> tokens.revoke(TestAccess.as(bob), token.id()));
        access.pass(Duration.ofDays(1).plusSeconds(1));

        assertThat(tokens.visitor(short1)).isEmpty();
        assertThat(tokens.visitor(revoked)).isEmpty();
        assertThat(tokens.visitor(lasting).orElseThrow().role()).isEqualTo(Role.ANALYST);
        accounts.change(bob.id(), Role.VIEWER, true);
        assertThat(tokens.visitor(lasting).orElseThrow().role()).isEqualTo(Role.VIEWER);
        accounts.change(bob.id(), Role.VIEWER, false);
        assertThat(tokens.visitor(lasting)).isEmpty();
    }

    @Test
    void tokensAreKeptAsHashesAndSeenByTheirOwnersAndAdministratorsAlone() {
        Account ada = access.add("ada@example.org", Role.ADMINISTRATOR);
        Account bob = access.add("bob@example.org", Role.ANALYST);
        Account eve = access.add("eve@example.org", Role.ANALYST);
        ApiTokens tokens = access.tokens();
        String token = tokens.create(TestAccess.as(bob), "reports", Role.VIEWER, 30);
        long id = tokens.visibleTo(TestAccess.as(bob)).get(0).id();

        assertThat(access.jdbc()
                        .sql("select to_jsonb(api_token)::text from api_token")
                        .query(String.class)
                        .single())
                .doesNotContain(token)
                .doesNotContain(token.substring(3));
        assertThat(tokens.visibleTo(TestAccess.as(eve))).isEmpty();
        tokens.revoke(TestAccess.as(eve), id);
        assertThat(tokens.visibleTo(TestAccess.as(ada))).hasSize(1);
        tokens.revoke(TestAccess.as(ada), id);
        assertThat(tokens.visitor(token)).isEmpty();
    }

    @Test
    void aTokenMayNotDoMoreThanItsMaker() {
        Account viewer = access.add("viewer@example.org", Role.VIEWER);

        assertProblem(Problem.TOKEN_ROLE, () -> access.tokens().create(TestAccess.as(viewer), "x", Role.ANALYST, 30));
        assertProblem(Problem.TOKEN_DAYS, () -> access.tokens().create(TestAccess.as(viewer), "x", Role.VIEWER, 367));
        assertProblem(Problem.NAME_MISSING, () -> access.tokens().create(TestAccess.as(viewer), " ", Role.VIEWER, 30));
    }
}
