package io.supportgenius.server;

import io.supportgenius.server.command.CommandLineInterface;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The application, and the way into it from the command line. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class SupportGenius {

    /** Runs the command that the arguments name and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLineInterface(SupportGenius.class).run(arguments));
    }
}
