package io.supportgenius.server.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ListeningPortTest {

    @Test
    void aPortInUseIsNamedAndItsOwnerLeftAlone() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() ->
                            ListeningPort.onThisMachine(taken.getLocalPort()).check())
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is in use by another program: stop it, or choose another port with --port.");
        }
    }

    @Test
    void anyFreePortIsFine() {
        assertThatCode(() -> ListeningPort.onThisMachine(0).check()).doesNotThrowAnyException();
    }

    @Test
    void numbersThatAreNoPortsAreTold() {
        assertThatThrownBy(() -> ListeningPort.onThisMachine(65_536).check())
                .hasMessageStartingWith("There is no port 65536");
        assertThatThrownBy(() -> ListeningPort.onThisMachine(-1).check()).hasMessageStartingWith("There is no port -1");
    }
}
