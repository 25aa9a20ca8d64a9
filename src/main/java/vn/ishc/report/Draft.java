package vn.ishc.report;

import java.util.ArrayList;
import java.util.List;

/** Blocks as they are written down, one after the other; headings of the first levels count themselves. */
final class Draft {
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  private final List<Block> blocks = new ArrayList<>();
  private int parts;
  private int sections;
  private int appendices;

  /** I., II., … */
  Draft part(String title) {
    sections = 0;
    blocks.add(new Block.Heading(1, ROMAN.get(parts++) + ". " + title));
    return this;
  }

  /** 1., 2., … within a part. */
  Draft section(String title) {
    blocks.add(new Block.Heading(2, ++sections + ". " + title));
    return this;
  }

  Draft text(String text) {
    if (!text.isEmpty()) {
      blocks.add(new Block.Text(text));
    }
    return this;
  }

  Draft item(String text) {
    blocks.add(new Block.Item(text));
    return this;
  }

  Draft note(String text) {
    if (!text.isEmpty()) {
      blocks.add(new Block.Note(text));
    }
    return this;
  }

  /** A table; nothing when it has no rows. */
  Draft grid(Block.Grid grid) {
    if (!grid.rows().isEmpty()) {
      blocks.add(grid);
    }
    return this;
  }

  Draft graph(Chart chart) {
    blocks.add(new Block.Graph(chart));
    return this;
  }

  Draft appendix(String title) {
    blocks.add(new Block.Appendix(ROMAN.get(appendices++), title));
    return this;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
