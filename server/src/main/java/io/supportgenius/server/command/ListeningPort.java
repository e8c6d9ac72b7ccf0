package io.supportgenius.server.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where pages are asked for.
 *
 * @param address of this machine, or the one that stands for all of them
 * @param number 0 for any free port
 */
record ListeningPort(String address, int number) {

    /** Reached from this machine alone. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int LARGEST = 65_535;
    private static final int FIRST_FOR_EVERYBODY = 1024;

    static ListeningPort onThisMachine(int number) {
        return new ListeningPort(LOOPBACK, number);
    }

    /**
     * Finds out at once, before anything slow is started, whether the port can be had.
     *
     * @throws CommandFailedException if it cannot
     */
    void check() {
        if (number < 0 || number > LARGEST) {
            throw new CommandFailedException("There is no port " + number + ": a port is a number from 0 to " + LARGEST
                    + ", where 0 stands for any free one.");
        }
        InetAddress own = resolved();
        try (ServerSocket socket = new ServerSocket(number, 1, own)) {
            socket.getLocalPort();
        } catch (BindException refused) {
            // The exception says why only in words of the system's language.
            throw new CommandFailedException(why(own));
        } catch (IOException failure) {
            throw new CommandFailedException("Port " + number + " cannot be used: " + failure.getMessage() + ".");
        }
    }

    private String why(InetAddress own) {
        if (!isOurs(own)) {
            return "This machine does not have the address " + address + ": --address takes one of its own, or 0.0.0.0"
                    + " for all of them.";
        }
        return number < FIRST_FOR_EVERYBODY && !answers(own)
                ? "Port " + number + " is reserved for root: choose one from " + FIRST_FOR_EVERYBODY + " with --port."
                : inUse(number);
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new CommandFailedException("There is no address " + address
                    + ": --address takes one of this machine's, or 0.0.0.0 for all of them.");
        }
    }

    private static boolean isOurs(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException foreign) {
            return false;
        }
    }

    private boolean answers(InetAddress own) {
        try (Socket socket = new Socket(own, number)) {
            return socket.isConnected();
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** Whether other machines can ask, too. */
    boolean isOpen() {
        return !resolved().isLoopbackAddress();
    }

    /**
     * Where this machine reaches the pages.
     *
     * @param bound the port that was had
     */
    URI pages(int bound) {
        InetAddress own = resolved();
        String host = own.isAnyLocalAddress() ? LOOPBACK : address.contains(":") ? "[" + address + "]" : address;
        return URI.create("http://" + host + ":" + bound);
    }

    static String inUse(int port) {
        return "Port " + port + " is in use by another program: stop it, or choose another port with --port.";
    }
}
