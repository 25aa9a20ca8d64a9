package vn.ishc.place;

import java.util.Optional;

/**
 * A commune-level unit in one frame of the administrative map.
 *
 * @param frame which map
 * @param code GSO code, 5 digits; not unique across frames
 * @param fullName with its type: {@code Xã Nghi Văn}
 * @param name without its type
 * @param district GSO code of its district of the day; empty in the frame of 2025, which has none
 * @param planDistrict GSO code of the district of the plan it counts for
 * @param successor code of the 2025 unit it became part of; its own code in 2025
 */
public record Place(
    Frame frame, String code, String fullName, String name, Optional<String> district, String planDistrict, String successor) {
  /** The type in front of the name: {@code Xã}, {@code Phường}, {@code Thị trấn}. */
  public String type() {
    return fullName.substring(0, fullName.length() - name.length()).strip();
  }
}
