package vn.ishc.cli;

/**
 * The work behind a command: the command reads its words, the job does what they ask.
 *
 * @param <R> what is asked, with every option read
 */
@FunctionalInterface
public interface Job<R> {
  /**
   * Does the work.
   *
   * @param request what is asked
   * @param session where and how
   * @throws Exception a failure; the command line says it in one line and ends with status 1
   */
  Outcome run(R request, Session session) throws Exception;
}
