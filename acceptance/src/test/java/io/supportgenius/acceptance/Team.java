package io.supportgenius.acceptance;

/** A team's server with one person of each role. */
public final class Team implements AutoCloseable {

    static final String ADMINISTRATOR = "ada@example.org";
    static final String ANALYST = "grace@example.org";
    static final String VIEWER = "edsger@example.org";

    private final Product product;
    private final Person administrator;
    private final Person analyst;
    private final Person viewer;

    /** Starts the server on a new data directory. */
    Team() {
        product = Product.serveIn(Launcher.newDirectory("team").resolve("data"));
        administrator = Person.firstAdministrator(product, ADMINISTRATOR);
        analyst = administrator.invite(product, "Grace", ANALYST, "analyst");
        viewer = administrator.invite(product, "Edsger", VIEWER, "viewer");
    }

    Product product() {
        return product;
    }

    Person administrator() {
        return administrator;
    }

    Person analyst() {
        return analyst;
    }

    Person viewer() {
        return viewer;
    }

    Person nobody() {
        return new Person(product);
    }

    @Override
    public void close() {
        product.close();
    }
}
