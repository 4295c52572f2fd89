package org.tierscope.views.api;

import org.tierscope.session.Session;

/**
 * A run beside the one that is shown, to be compared with it.
 *
 * @param title for people: which run, and with which options
 */
public record KeptRun(String title, Session session) {
}
