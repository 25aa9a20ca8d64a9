package vn.ishc.inbox;

import java.util.Optional;

/**
 * Who sends files: the owner of one inbox folder.
 *
 * @param folder name of the folder
 * @param kind what sort of body
 * @param name as people call it
 * @param planDistrict GSO code of the plan district it speaks for; empty for the province
 * @param communeCode GSO code of its commune; empty for districts and the province
 */
public record Submitter(
    String folder, Kind kind, String name, Optional<String> planDistrict, Optional<String> communeCode) {

  /** What sort of body. */
  public enum Kind {
    DISTRICT,
    COMMUNE,
    HEALTH_STATION,
    BANK,
    DEPARTMENT
  }
}
