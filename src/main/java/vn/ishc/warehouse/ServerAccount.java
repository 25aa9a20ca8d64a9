package vn.ishc.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account the server's programs run. PostgreSQL refuses the superuser, so as root we step into a user
 * namespace of our own (there root is nobody in particular), or, where the system forbids that, become another account.
 *
 * @param prefix what comes before each command; empty for none
 */
record ServerAccount(List<String> prefix) {
  private static final List<String> STAND_INS = List.of("postgres", "nobody");
  private static final int ROOT = 0;

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /** The account for the folder; the folder must exist and may be given to another owner here. */
  static ServerAccount of(Path folder) throws IOException, DatabaseUnavailable {
    if (!"root".equals(System.getProperty("user.name"))) {
      requireOwnFolder(folder);
      return new ServerAccount(List.of());
    }
    int owner = id(folder, "uid");
    if (owner != ROOT) {
      return becoming(folder);
    }
    return works(List.of("unshare", "-U", "true")) ? new ServerAccount(List.of("unshare", "-U")) : standIn(folder);
  }

  /** The whole command. */
  List<String> command(List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }

  private static void requireOwnFolder(Path folder) throws DatabaseUnavailable, IOException {
    if (!Files.isWritable(folder) || !Files.isExecutable(folder)) {
      String owner = Files.getOwner(folder).getName();
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.OTHER_OWNER, null, folder.toString(), owner);
    }
  }

  private static ServerAccount standIn(Path folder) throws IOException, DatabaseUnavailable {
    UserPrincipalLookupService accounts = folder.getFileSystem().getUserPrincipalLookupService();
    for (String name : STAND_INS) {
      try {
        give(folder, accounts.lookupPrincipalByName(name));
        return becoming(folder);
      } catch (UserPrincipalNotFoundException e) {
        // this system has no such account: the next name
      }
    }
    throw new DatabaseUnavailable(DatabaseUnavailable.Reason.SUPERUSER, null, folder.toString());
  }

  private static ServerAccount becoming(Path folder) throws IOException, DatabaseUnavailable {
    String owner = Integer.toString(id(folder, "uid"));
    String group = Integer.toString(id(folder, "gid"));
    List<String> prefix = List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups");
    List<String> entering = new ArrayList<>(prefix);
    entering.addAll(List.of("test", "-x", folder.toString()));
    if (!works(entering)) {
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.SUPERUSER, null, folder.toString());
    }
    return new ServerAccount(prefix);
  }

  private static int id(Path folder, String which) throws IOException {
    return (Integer) Files.getAttribute(folder, "unix:" + which);
  }

  private static void give(Path folder, UserPrincipal owner) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.toList()) {
        Files.setAttribute(each, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static boolean works(List<String> command) throws IOException {
    try {
      return ServerCommand.run(command).status() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
