/** The command line: demo, serve, import, train-sentiment, help. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"ticket", "store", "importing", "facts", "insights", "access", "demo", "web", "sentiment"
        })
package io.supportgenius.server.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
