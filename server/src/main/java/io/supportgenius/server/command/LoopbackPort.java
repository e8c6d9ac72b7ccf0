package io.supportgenius.server.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The port on this machine that pages are asked for. */
final class LoopbackPort {

    static final String ADDRESS = "127.0.0.1";
    private static final int LARGEST = 65_535;
    private static final int FIRST_FOR_EVERYBODY = 1024;

    private LoopbackPort() {}

    /**
     * Finds out at once, before anything slow is started, whether the port can be had.
     *
     * @param port 0 for any free one
     * @throws CommandFailedException if it cannot
     */
    static void check(int port) {
        if (port < 0 || port > LARGEST) {
            throw new CommandFailedException("There is no port " + port + ": a port is a number from 0 to " + LARGEST
                    + ", where 0 stands for any free one.");
        }
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
            socket.getLocalPort();
        } catch (BindException refused) {
            // The exception says why only in words of the system's language.
            throw new CommandFailedException(
                    port < FIRST_FOR_EVERYBODY && !answers(port)
                            ? "Port " + port + " is reserved for root: choose one from " + FIRST_FOR_EVERYBODY
                                    + " with --port."
                            : inUse(port));
        } catch (IOException failure) {
            throw new CommandFailedException("Port " + port + " cannot be used: " + failure.getMessage() + ".");
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(ADDRESS, port)) {
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    static String inUse(int port) {
        return "Port " + port + " is in use by another program: stop it, or choose another port with --port.";
    }
}
