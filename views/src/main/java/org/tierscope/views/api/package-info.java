/**
 * What a view is made of: everything a plug-in needs, and everything the built-in views use.
 *
 * <p>A view is a {@link org.tierscope.views.api.ViewProvider} named in
 * {@code META-INF/services/org.tierscope.views.api.ViewProvider}. The workbench calls
 * {@link org.tierscope.views.api.ViewProvider#create create} when the view is opened and gives it a
 * {@link org.tierscope.views.api.ViewContext}: the recording at the moment the person looks at, the one selection
 * that all views share, the commands, the colours.
 */
package org.tierscope.views.api;
