package org.tierscope.views.transition;

import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** Moves a progress from 0 to a number of steps, at some speed, and can be stopped anywhere. */
final class Player {

    private static final double SECONDS_PER_STEP = 1.0;

    private final DoubleProperty progress = new SimpleDoubleProperty();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private double steps;
    private double speed = 1;
    /** Where to stop by itself: at the end, or after one step. */
    private double stopAt;
    private long lastNanos;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            double seconds = lastNanos == 0 ? 0 : (now - lastNanos) / 1e9;
            lastNanos = now;
            advance(seconds);
        }
    };

    DoubleProperty progress() {
        return progress;
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    double steps() {
        return steps;
    }

    /** Puts in another play, at its beginning. */
    void load(double newSteps) {
        pause();
        steps = newSteps;
        progress.set(0);
    }

    void setSpeed(double newSpeed) {
        speed = newSpeed;
    }

    /** Plays to the end; from the beginning if it is there. */
    void play() {
        if (progress.get() >= steps) {
            progress.set(0);
        }
        runUntil(steps);
    }

    void pause() {
        timer.stop();
        playing.set(false);
    }

    /** Plays the next step only. */
    void stepForward() {
        if (progress.get() < steps) {
            runUntil(Math.floor(progress.get() + 1e-9) + 1);
        }
    }

    /** Back to the beginning of this step, or of the one before. */
    void stepBack() {
        pause();
        progress.set(Math.max(0, Math.ceil(progress.get() - 1e-9) - 1));
    }

    void toStart() {
        pause();
        progress.set(0);
    }

    void toEnd() {
        pause();
        progress.set(steps);
    }

    private void runUntil(double target) {
        stopAt = Math.min(target, steps);
        lastNanos = 0;
        playing.set(true);
        timer.start();
    }

    /** To be called by the clock, or by a test in its place. */
    void advance(double seconds) {
        double next = progress.get() + seconds * speed / SECONDS_PER_STEP;
        progress.set(Math.min(next, stopAt));
        if (next >= stopAt) {
            pause();
        }
    }
}
