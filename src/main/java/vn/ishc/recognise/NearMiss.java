package vn.ishc.recognise;

import java.util.List;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;

/**
 * Headings that no feed explains.
 *
 * @param row number of the first heading row
 * @param nearest the feed that explains most of them
 * @param missing what it would need
 * @param matched how many headings it explains
 */
public record NearMiss(int row, Contract nearest, List<Column> missing, int matched) {
  /** Copies the list. */
  public NearMiss {
    missing = List.copyOf(missing);
  }
}
