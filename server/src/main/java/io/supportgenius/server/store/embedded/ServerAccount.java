package io.supportgenius.server.store.embedded;

import io.supportgenius.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As whom PostgreSQL runs, since it refuses to run as root.
 *
 * <p>For root there are two ways, and each works where the other does not: {@code setpriv} to the user nobody needs the
 * right to change users and a path that nobody may pass; {@code unshare -U} keeps root's access to files but needs user
 * namespaces. So both are tried on the very files that will be used.
 *
 * @param prefix words before a command that change the account, empty for our own
 * @param owner number of the user the database's files must belong to; null to leave them as they are
 */
record ServerAccount(List<String> prefix, @Nullable Integer owner) {

    private static final int NOBODY = 65_534;
    private static final int ROOT = 0;

    private static final ServerAccount OURSELVES = new ServerAccount(List.of(), null);
    private static final ServerAccount OTHER_USER =
            new ServerAccount(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
    private static final ServerAccount USER_NAMESPACE = new ServerAccount(List.of("unshare", "-U"), ROOT);

    /**
     * @param programs to be executable for the account
     * @param directory to be passable for the account, since its database lives below it
     */
    static ServerAccount choose(PostgresPrograms programs, Path directory) throws IOException {
        if (!Integer.valueOf(ROOT).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            return OURSELVES;
        }
        for (ServerAccount account : List.of(OTHER_USER, USER_NAMESPACE)) {
            if (account.reaches(programs, directory)) {
                return account;
            }
        }
        throw new StoreUnavailableException("PostgreSQL does not run as root, and neither the user nobody (setpriv)"
                + " nor a user namespace (unshare -U) can use " + directory
                + ": start SupportGenius as an ordinary user, or give a --data-dir that every user may pass through.");
    }

    private boolean reaches(PostgresPrograms programs, Path directory) throws IOException {
        String question = "\"$0\" --version && test -x \"$1\"";
        return Programs.present(prefix.get(0))
                && Programs.succeeds(
                        command("sh", "-c", question, programs.postgres().toString(), directory.toString()));
    }

    /** The command under this account. */
    List<String> command(String... words) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(words));
        return command;
    }

    /**
     * The command of a server under this account: in a session of its own, so that Ctrl-C reaches only us and we can
     * stop in order; and asked by the kernel to stop when the thread that started it ends, so that it never outlives us.
     */
    List<String> serverCommand(List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        if (Programs.present("setsid")) {
            command.add("setsid");
        }
        command.addAll(prefix);
        if (Programs.succeeds(List.of("setpriv", "--pdeathsig", "INT", "sh", "-c", ":"))) {
            // The death signal is cleared by a change of user, so it has to come after it or with it.
            if (command.contains("setpriv")) {
                command.addAll(List.of("--pdeathsig", "INT"));
            } else {
                command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
            }
        }
        command.addAll(words);
        return command;
    }
}
