/** Reading and writing JSON (RFC 8259) as maps, lists, strings, numbers and booleans. */
package org.tierscope.app.json;
