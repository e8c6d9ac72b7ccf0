/** Pages: controllers, the records their templates show, and the words for figures. */
@NullMarked
package io.supportgenius.server.web.pages;

import org.jspecify.annotations.NullMarked;
