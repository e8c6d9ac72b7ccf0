/** The product as people meet it: started by its launcher, asked over HTTP, stopped by Ctrl-C. */
package io.supportgenius.acceptance;
