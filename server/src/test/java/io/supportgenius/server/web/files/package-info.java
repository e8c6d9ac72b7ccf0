@org.jspecify.annotations.NullMarked
package io.supportgenius.server.web.files;
