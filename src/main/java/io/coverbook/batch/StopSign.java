package io.coverbook.batch;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Tells whoever works that the program is to end. Work ends at its next safe point: between two steps of a job, between
 * two files, between two pieces of the schedule's work. Nothing is interrupted, as a job repository that is interrupted
 * calls half a job done.
 */
public final class StopSign {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition quiet = lock.newCondition();
    private boolean raised;
    private int working;

    /** The program was told to stop, and stopped at a safe point. */
    public static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        public StoppedException() {
            super("stopped, as the program was told to, between two steps; the same command goes on from there");
        }
    }

    /** From now on nothing new is begun; whether anybody works, who will end at the next safe point. */
    public boolean raise() {
        lock.lock();
        try {
            raised = true;
            return working > 0;
        } finally {
            lock.unlock();
        }
    }

    public boolean raised() {
        lock.lock();
        try {
            return raised;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Does work that {@link #awaitQuiet} waits for.
     *
     * @throws StoppedException when the sign was raised before
     */
    public <T> T during(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private void begin() {
        lock.lock();
        try {
            if (raised) {
                throw new StoppedException();
            }
            working++;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            working--;
            quiet.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody works any more; false when that took longer than the limit. */
    public boolean awaitQuiet(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            long left = limit.toNanos();
            while (working > 0 && left > 0) {
                left = quiet.awaitNanos(left);
            }
            return working == 0;
        } finally {
            lock.unlock();
        }
    }
}
