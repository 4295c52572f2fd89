/** On-stack replacement and deoptimization, animated: how each value moves between frame and machine. */
package org.tierscope.views.transition;
