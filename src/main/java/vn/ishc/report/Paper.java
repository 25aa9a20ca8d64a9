package vn.ishc.report;

import java.time.LocalDate;
import java.util.List;
import vn.ishc.row.Language;

/**
 * A whole paper, before it is written in any format.
 *
 * @param head what stands around the body
 * @param body up to the signature
 * @param appendices behind the signature; each begins with {@link Block.Appendix}
 * @param language of all its words
 * @param writtenOn the day it carries; the only time that gets into a file
 */
record Paper(OfficialHead head, List<Block> body, List<Block> appendices, Language language, LocalDate writtenOn) {
  Paper {
    body = List.copyOf(body);
    appendices = List.copyOf(appendices);
  }

  /** Body and appendices. */
  List<Block> all() {
    return java.util.stream.Stream.concat(body.stream(), appendices.stream()).toList();
  }
}
