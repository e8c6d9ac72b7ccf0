/** Answers as files: CSV that a spreadsheet opens and a program reads. */
@NullMarked
package io.supportgenius.server.web.files;

import org.jspecify.annotations.NullMarked;
