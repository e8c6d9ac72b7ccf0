package io.supportgenius.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the way is told in one sentence, with exit code 1 and without a stack trace. */
class DemoRefusalIT {

    @Test
    void aPortInUseIsNamed() throws IOException {
        Path data = Launcher.newDirectory("busy").resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            Launcher.Result result = Launcher.run("demo", "--port", port, "--data-dir", data.toString());

            assertOneSentence(
                    result,
                    "Port " + port + " is in use by another program: stop it, or choose another port with --port.");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void aSecondServerOnTheSameDataDirectoryIsToldOfTheFirst() {
        try (Product first = Product.start("--empty")) {
            Launcher.Result result = Launcher.run(
                    "demo", "--port", "0", "--data-dir", first.dataDirectory().toString());

            assertOneSentence(
                    result,
                    "The data directory " + first.dataDirectory() + " is in use by another SupportGenius ("
                            + first.address() + ", process " + first.pid()
                            + "): stop it, or choose another directory with --data-dir.");
            assertThat(first.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void demoTicketsAreNotMixedWithTicketsOfOnesOwn() throws IOException {
        Path directory = Launcher.newDirectory("own");
        Path file = Files.writeString(directory.resolve("own.csv"), "id,created\na1,2015-10-01 08:00\n");
        String data = directory.resolve("data").toString();
        assertThat(Launcher.run("import", file.toString(), "--data-dir", data).exitCode())
                .isZero();

        Launcher.Result result = Launcher.run("demo", "--port", "0", "--data-dir", data, "--tickets", "50");

        assertThat(result.err())
                .startsWith(data + " holds tickets of your own, which demo tickets are not mixed with;")
                .contains("--data-dir DIR")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(1);
        try (Product product = Product.startIn(Path.of(data))) {
            assertThat(Json.parse(product.get("/api/v1/tickets?limit=1").body())
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            assertThat(product.get("/dashboard").body()).doesNotContain("Demo company");
        }
    }

    @Test
    void aFileInThePlaceOfTheDataDirectoryIsTold() throws IOException {
        Path file = Files.writeString(Launcher.newDirectory("file").resolve("data"), "not a directory");

        Launcher.Result result = Launcher.run("demo", "--port", "0", "--data-dir", file.toString());

        assertOneSentence(result, "The data directory " + file + " cannot be created: ");
    }

    @Test
    void aDataDirectoryThatOnlyAnotherUserMayWriteIsTold() throws IOException {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "only root can become another user");
        Path directory = Launcher.newDirectory("other");
        // Unpacked by its owner, as in an installation that many use.
        Launcher.run("help", "demo");

        Launcher.Result result =
                Launcher.run(as("65534", Launcher.process("demo", "--port", "0", "--data-dir", directory.toString())));

        assertOneSentence(result, "The data directory " + directory + " cannot be written: ");
    }

    @Test
    void aPortThatOnlyRootMayTakeIsTold() throws IOException {
        assumeTrue(
                Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
                "only root can become another user");
        // By lines: the kernel gives this file only to who asks for more than one byte at once.
        List<String> firstFree = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start"));
        assumeTrue(firstFree.equals(List.of("1024")), "this machine reserves other ports than most");
        Launcher.run("help", "demo");

        Launcher.Result result = Launcher.run(as("65534", Launcher.process("demo", "--port", "1023")));

        assertOneSentence(result, "Port 1023 is reserved for root: choose one from 1024 with --port.");
    }

    @Test
    void aJavaThatIsTooOldIsTold() throws IOException {
        Path home = Launcher.newDirectory("old java");
        Path java = home.resolve("bin/java");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.29\" 2026-01-20' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        ProcessBuilder named = Launcher.process("demo");
        named.environment().put("JAVA_HOME", home.toString());
        ProcessBuilder found = Launcher.process("demo");
        found.environment().remove("JAVA_HOME");
        found.environment().merge("PATH", home.resolve("bin").toString(), (path, first) -> first + ":" + path);

        for (ProcessBuilder builder : List.of(named, found)) {
            assertOneSentence(Launcher.run(builder), "SupportGenius needs a JDK 17 or newer, but the Java in ");
        }
    }

    @Test
    void anUnknownOptionIsTold() {
        assertOneSentence(Launcher.run("demo", "--prot", "80"), "Unknown option");
    }

    @Test
    void demoDataThatAreAskedForAndForbiddenAtOnceAreTold() {
        assertOneSentence(Launcher.run("demo", "--empty", "--tickets", "5"), "--empty starts without demo data");
    }

    @Test
    void anUnknownCommandIsTold() {
        assertOneSentence(Launcher.run("dmeo"), "There is no command dmeo: see ./supportgenius help.");
    }

    private static ProcessBuilder as(String user, ProcessBuilder builder) {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        command.addAll(builder.command());
        return builder.command(command);
    }

    private static void assertOneSentence(Launcher.Result result, String beginning) {
        assertThat(result.err()).startsWith(beginning).hasLineCount(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
