package io.supportgenius.server.access;

/** What was asked for about accounts, passwords or tokens cannot be; pages say it at the field. */
public final class AccessProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;

    AccessProblemException(Problem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What is wrong, by the field it is said at. */
    public enum Problem {
        NAME_MISSING("name"),
        EMAIL_INVALID("email"),
        EMAIL_TAKEN("email"),
        PASSWORD_SHORT("password"),
        PASSWORD_LONG("password"),
        PASSWORD_GUESSABLE("password"),
        PASSWORD_WRONG("oldPassword"),
        TOO_MANY_ATTEMPTS("oldPassword"),
        LINK_INVALID("link"),
        LAST_ADMINISTRATOR("role"),
        TOKEN_ROLE("role"),
        TOKEN_DAYS("days"),
        SECRET_LENGTH("secret"),
        NO_ACCOUNT("account");

        private final String field;

        Problem(String field) {
            this.field = field;
        }

        /** The name of the form's field. */
        public String field() {
            return field;
        }
    }
}
