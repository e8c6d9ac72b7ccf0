/** The SupportGenius application; each package below is one stop on the data's way. */
@NullMarked
package io.supportgenius.server;

import org.jspecify.annotations.NullMarked;
