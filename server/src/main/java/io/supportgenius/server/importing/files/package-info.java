/** Reads files of tickets whatever they are packed in and however they are written: what comes out are columns and rows. */
@NullMarked
package io.supportgenius.server.importing.files;

import org.jspecify.annotations.NullMarked;
