package io.supportgenius.server.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    @Test
    void aPortInUseIsNamedAndItsOwnerLeftAlone() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> LoopbackPort.check(taken.getLocalPort()))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is in use by another program: stop it, or choose another port with --port.");
        }
    }

    @Test
    void anyFreePortIsFine() {
        assertThatCode(() -> LoopbackPort.check(0)).doesNotThrowAnyException();
    }

    @Test
    void numbersThatAreNoPortsAreTold() {
        assertThatThrownBy(() -> LoopbackPort.check(65_536)).hasMessageStartingWith("There is no port 65536");
        assertThatThrownBy(() -> LoopbackPort.check(-1)).hasMessageStartingWith("There is no port -1");
    }
}
