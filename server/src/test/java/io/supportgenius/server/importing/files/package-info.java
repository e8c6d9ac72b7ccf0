@NullMarked
package io.supportgenius.server.importing.files;

import org.jspecify.annotations.NullMarked;
