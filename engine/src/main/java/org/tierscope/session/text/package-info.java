/**
 * Views as plain text, for {@code tierscope show}, for tests and for whoever has no display. They read a
 * {@link org.tierscope.session.Moment} and nothing else.
 */
package org.tierscope.session.text;
