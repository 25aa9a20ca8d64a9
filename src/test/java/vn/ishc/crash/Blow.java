package vn.ishc.crash;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What happens to a load that is under way. */
enum Blow {
  /** SIGKILL of the load. */
  LOAD_KILLED {
    @Override
    void strike(Process load, CrashHome home, RandomGenerator random) {
      load.destroyForcibly();
    }
  },
  /** SIGKILL of the first process of the database: its others notice, or go on for a moment. */
  DATABASE_BEHEADED {
    @Override
    void strike(Process load, CrashHome home, RandomGenerator random) throws IOException {
      postmaster(home).ifPresent(ProcessHandle::destroyForcibly);
    }
  },
  /** SIGKILL of all processes of the database, as when the machine loses its power. */
  DATABASE_KILLED {
    @Override
    void strike(Process load, CrashHome home, RandomGenerator random) throws IOException {
      for (ProcessHandle server : postmaster(home).stream().toList()) {
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.children()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
      }
    }
  },
  /** SIGKILL of one process of the database: the server breaks off all transactions and recovers by itself. */
  SESSION_KILLED {
    @Override
    void strike(Process load, CrashHome home, RandomGenerator random) throws IOException {
      List<ProcessHandle> sessions = postmaster(home).stream().flatMap(ProcessHandle::children).toList();
      if (!sessions.isEmpty()) {
        sessions.get(random.nextInt(sessions.size())).destroyForcibly();
      }
    }
  },
  /** The database is shut down at once, and started again while the load is still there. */
  DATABASE_RESTARTED {
    @Override
    void strike(Process load, CrashHome home, RandomGenerator random) throws Exception {
      Optional<ProcessHandle> server = postmaster(home);
      if (server.isPresent()) {
        new ProcessBuilder("kill", "-QUIT", String.valueOf(server.get().pid())).start().waitFor();
        server.get().onExit().get();
        home.server().start();
      }
    }
  };

  /** Strikes. */
  abstract void strike(Process load, CrashHome home, RandomGenerator random) throws Exception;

  private static Optional<ProcessHandle> postmaster(CrashHome home) throws IOException {
    return home.server().running().flatMap(server -> ProcessHandle.of(server.pid()));
  }

  /** Three of five hit the load itself. */
  static Blow any(RandomGenerator random) {
    int drawn = random.nextInt(10);
    return drawn < 6 ? LOAD_KILLED : values()[1 + (drawn - 6)];
  }
}
