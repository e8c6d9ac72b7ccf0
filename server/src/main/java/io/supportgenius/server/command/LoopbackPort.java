package io.supportgenius.server.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The port on this machine that pages are asked for. */
final class LoopbackPort {

    static final String ADDRESS = "127.0.0.1";
    private static final int LARGEST = 65_535;

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
            socket.setReuseAddress(true);
        } catch (BindException taken) {
            String message = String.valueOf(taken.getMessage());
            throw new CommandFailedException(
                    message.contains("Permission")
                            ? "Port " + port + " is reserved for root: choose one from 1024 with --port."
                            : inUse(port));
        } catch (IOException failure) {
            throw new CommandFailedException("Port " + port + " cannot be used: " + failure.getMessage() + ".");
        }
    }

    static String inUse(int port) {
        return "Port " + port + " is in use by another program: stop it, or choose another port with --port.";
    }
}
