package io.supportgenius.server.importing.files;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, to be read more than once, wherever they are packed. */
interface Content {

    /** The name the user knows them by. */
    String name();

    /** The bytes from the first one on, unpacked while they are read. */
    InputStream open() throws IOException;
}
