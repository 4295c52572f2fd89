/**
 * The view of a compilation's SSA graphs: which passes ran, the graph after each as picture and as text, and what each
 * pass changed.
 */
package org.tierscope.views.ssa;
