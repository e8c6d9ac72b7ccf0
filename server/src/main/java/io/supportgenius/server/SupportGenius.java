package io.supportgenius.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class SupportGenius {

    public static void main(String[] arguments) {
        org.springframework.boot.SpringApplication.run(SupportGenius.class, arguments);
    }
}
