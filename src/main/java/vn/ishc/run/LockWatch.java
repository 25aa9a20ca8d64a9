package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the session that holds the lock of loads lives. When it has gone, because the database was killed, restarted or cut off, another load
 * may have begun: the pools of this one are closed, so that everything in it ends at once instead of waiting for connections file by file.
 */
final class LockWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LockWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** A server that is only slow is not given up. */
  private static final int ANSWER_SECONDS_MAX = 120;

  private final Connection lock;
  private final List<HikariDataSource> pools;
  private final Thread watch;

  LockWatch(Connection lock, HikariDataSource... pools) {
    this.lock = lock;
    this.pools = List.of(pools);
    this.watch = Thread.ofPlatform().daemon().name("lock-watch").start(this::look);
  }

  private void look() {
    try {
      do {
        Thread.sleep(EVERY);
      } while (lock.isValid(ANSWER_SECONDS_MAX));
      LOG.error("the session that holds the lock of loads has gone: this load ends");
      pools.forEach(HikariDataSource::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      watch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
