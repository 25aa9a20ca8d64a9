package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;

/** The columns a roster can have, with the headings they go under. */
enum RosterField {
  NO("", "STT", "TT", "Số TT"),
  CLUB("", "Tên CLB", "CLB"),
  COMMUNE("", "Xã", "Xã/phường/thị trấn", "Xã, phường"),
  NAME("", "Họ và tên", "Họ tên", "Họ tên hội viên"),
  SURNAME("", "Họ và đệm", "Họ đệm"),
  GIVEN("", "Tên"),
  BIRTH("", "Ngày sinh", "Ngày, tháng, năm sinh", "Ngày tháng năm sinh"),
  BIRTH_MAN("Năm sinh", "Nam"),
  BIRTH_WOMAN("Năm sinh", "Nữ"),
  AGE("", "Tuổi"),
  SEX("", "Giới tính", "Nam/Nữ"),
  WOMAN_TICK("", "Nữ"),
  ID("", "Số CCCD", "CMND/CCCD", "Số CMND/CCCD"),
  INSURANCE("", "Số thẻ BHYT", "Mã thẻ BHYT"),
  PHONE("", "SĐT", "Điện thoại", "Số điện thoại"),
  HAMLET("", "Thôn/xóm/bản", "Xóm", "Thôn (xóm, bản, khối)"),
  PEOPLE("", "Dân tộc"),
  ECONOMY("", "Hoàn cảnh kinh tế", "Diện hộ"),
  POOR("Đối tượng ưu tiên", "Hộ nghèo"),
  NEAR_POOR("Đối tượng ưu tiên", "Hộ cận nghèo"),
  MINORITY("Đối tượng ưu tiên", "DTTS"),
  LONE("Đối tượng ưu tiên", "Neo đơn"),
  DISABLED("Đối tượng ưu tiên", "Khuyết tật"),
  HARDSHIP("Đối tượng ưu tiên", "Hoàn cảnh khó khăn"),
  ROLE("", "Chức vụ", "Chức danh"),
  VOLUNTEER("", "TNV"),
  RECIPIENT("", "Được CSTN"),
  JOINED("", "Ngày vào CLB", "Ngày tham gia"),
  LEFT("", "Ngày ra CLB"),
  WHY("", "Lý do ra"),
  NOTE("", "Ghi chú"),
  SIGN("", "Ký nhận");

  private final String group;
  private final String[] titles;

  RosterField(String group, String... titles) {
    this.group = group;
    this.titles = titles;
  }

  /** A column under one of its headings. */
  SheetFrame.Column column(Chance chance) {
    return new SheetFrame.Column(chance.any(titles), group);
  }

  /** The columns of a file, in order. */
  static List<RosterField> of(FilePlan plan, Chance chance) {
    List<RosterField> fields = new ArrayList<>(List.of(NO));
    addWho(plan, fields);
    fields.add(ID);
    addIf(fields, plan.has(Trait.INSURANCE_COLUMN), INSURANCE);
    addIf(fields, plan.has(Trait.PHONE_COLUMN), PHONE);
    fields.add(HAMLET);
    addIf(fields, plan.has(Trait.PEOPLE_COLUMN), PEOPLE);
    addClasses(plan, fields);
    fields.addAll(List.of(ROLE, VOLUNTEER));
    addIf(fields, plan.has(Trait.RECIPIENT_COLUMN), RECIPIENT);
    fields.add(JOINED);
    if (plan.has(Trait.LEFT_COLUMNS)) {
      fields.addAll(List.of(LEFT, WHY));
    }
    fields.add(NOTE);
    addIf(fields, chance.percent(25), SIGN);
    return fields;
  }

  private static void addWho(FilePlan plan, List<RosterField> fields) {
    if (plan.has(Trait.CLUB_COLUMN)) {
      fields.addAll(List.of(CLUB, COMMUNE));
    }
    fields.addAll(plan.has(Trait.NAME_SPLIT) ? List.of(SURNAME, GIVEN) : List.of(NAME));
    if (plan.has(Trait.BIRTH_SPLIT)) {
      fields.addAll(List.of(BIRTH_MAN, BIRTH_WOMAN));
      return;
    }
    fields.add(plan.has(Trait.BIRTH_AGE) ? AGE : BIRTH);
    fields.add(plan.has(Trait.SEX_TICK) ? WOMAN_TICK : SEX);
  }

  private static void addClasses(FilePlan plan, List<RosterField> fields) {
    if (plan.has(Trait.ECONOMY_COLUMN)) {
      fields.add(ECONOMY);
    } else {
      fields.addAll(List.of(POOR, NEAR_POOR));
    }
    addIf(fields, !plan.has(Trait.PEOPLE_COLUMN), MINORITY);
    fields.addAll(List.of(LONE, DISABLED));
    addIf(fields, !plan.has(Trait.ECONOMY_COLUMN), HARDSHIP);
  }

  private static void addIf(List<RosterField> fields, boolean wanted, RosterField field) {
    if (wanted) {
      fields.add(field);
    }
  }
}
