package vn.ishc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the 21 districts of the plan lie, about: the sea to the right, Laos to the left. */
final class TileMap {
  private record Spot(int column, int row) {}

  private static final Map<String, Spot> SPOTS =
      Map.ofEntries(
          Map.entry("415", new Spot(2, 0)),
          Map.entry("432", new Spot(6, 0)),
          Map.entry("417", new Spot(0, 1)),
          Map.entry("418", new Spot(1, 1)),
          Map.entry("416", new Spot(2, 1)),
          Map.entry("420", new Spot(3, 1)),
          Map.entry("419", new Spot(4, 1)),
          Map.entry("414", new Spot(5, 1)),
          Map.entry("421", new Spot(6, 1)),
          Map.entry("422", new Spot(2, 2)),
          Map.entry("423", new Spot(3, 2)),
          Map.entry("427", new Spot(4, 2)),
          Map.entry("426", new Spot(5, 2)),
          Map.entry("425", new Spot(6, 2)),
          Map.entry("424", new Spot(3, 3)),
          Map.entry("428", new Spot(4, 3)),
          Map.entry("429", new Spot(5, 3)),
          Map.entry("413", new Spot(6, 3)),
          Map.entry("430", new Spot(4, 4)),
          Map.entry("431", new Spot(5, 4)),
          Map.entry("412", new Spot(6, 4)));

  private TileMap() {}

  /** The tiles of an indicator at the day of the paper. */
  static List<Chart.Tile> tiles(Desk desk, String code) {
    List<Chart.Tile> tiles = new ArrayList<>();
    desk.facts().districts().forEach((district, name) -> {
      Spot spot = SPOTS.get(district);
      if (spot != null) {
        Optional<BigDecimal> value = desk.district(code, district).flatMap(Result::value);
        tiles.add(new Chart.Tile(name, spot.column(), spot.row(), value, desk.district("I02", district).flatMap(Result::met)));
      }
    });
    return tiles;
  }
}
