package io.coverbook.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work on a thread of its own, over a connection of its own, beside that of the caller. Waited for before it is closed. */
final class SideWork<T> implements AutoCloseable {

    private final FutureTask<T> task;
    private final Thread thread;

    SideWork(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the work and hands over what it made, or throws what it threw. */
    T result() throws SQLException, IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException told) {
                throw told;
            }
            if (cause instanceof RuntimeException told) {
                throw told;
            }
            throw cause instanceof SQLException told ? told : new SQLException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a part of the work was under way", e);
        }
    }

    /** Nobody may use its connection before it has ended, also when the caller has failed. */
    @Override
    public void close() throws SQLException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a part of the work was under way", e);
        }
    }
}
