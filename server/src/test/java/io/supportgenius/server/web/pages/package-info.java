@NullMarked
package io.supportgenius.server.web.pages;

import org.jspecify.annotations.NullMarked;
