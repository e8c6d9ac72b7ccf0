@NullMarked
package io.supportgenius.server.command;

import org.jspecify.annotations.NullMarked;
