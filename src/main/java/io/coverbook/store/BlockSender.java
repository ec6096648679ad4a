package io.coverbook.store;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends blocks of rows to the database on a thread of its own, one at a time, so that a file is read on while the database
 * takes what was read before. Everything goes over the one connection of the open transaction.
 */
final class BlockSender implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "copy");
        named.setDaemon(true);
        return named;
    });
    private Future<Long> pending = CompletableFuture.completedFuture(0L);

    /** Hands the block over as soon as the one before has arrived. */
    void send(Callable<Long> block) throws SQLException {
        settle();
        pending = thread.submit(block);
    }

    /** Waits until the last block has arrived, or tells why it has not. */
    void settle() throws SQLException {
        try {
            pending.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException told ? told : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the database took a block of rows", e);
        }
    }

    /** Nothing more will be sent. A block that is under way ends before the next statement of the connection begins. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
