package vn.ishc.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.ishc.row.Period;

/** Turns facts into a paper: which sections, in which order. */
final class Composer {
  private final Desk desk;
  private final Facts facts;
  private final Optional<Editions.Difference> difference;

  Composer(Facts facts, Optional<Editions.Difference> difference) {
    this.desk = new Desk(facts);
    this.facts = facts;
    this.difference = difference;
  }

  Paper compose() {
    return new Paper(head(), body(), appendices(), facts.request().language(), facts.request().writtenOn());
  }

  private OfficialHead head() {
    LocalDate day = facts.request().writtenOn();
    List<String> recipients = Arrays.asList(desk.say(facts.ofProvince() ? "head.recipients" : "head.recipients-district").split(" \\| "));
    return new OfficialHead(
        desk.say("head.parent"),
        desk.say("head.issuer"),
        desk.say("head.number"),
        desk.say("head.place-and-date", dayOfMonth(day), month(day), day.getYear()),
        desk.say("head.name"),
        subject(),
        Arrays.asList(desk.say("head.signature").split(" \\| ")),
        recipients);
  }

  /** A leading 0 for days below 10. */
  private String dayOfMonth(LocalDate day) {
    return desk.texts().vietnamese() && day.getDayOfMonth() < 10 ? "0" + day.getDayOfMonth() : Integer.toString(day.getDayOfMonth());
  }

  /** A leading 0 for January and February only. */
  private String month(LocalDate day) {
    if (!desk.texts().vietnamese()) {
      return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
    }
    return day.getMonthValue() < 3 ? "0" + day.getMonthValue() : Integer.toString(day.getMonthValue());
  }

  private String area() {
    return facts.ofProvince() ? desk.say("area.province") : desk.say("area.district", Texts.lower(facts.areaName()));
  }

  private String subject() {
    Period period = Period.of(facts.day());
    return switch (facts.request().kind()) {
      case FINAL -> desk.say("subject.final", area());
      case ANNUAL -> desk.say("subject.annual", facts.day().getYear(), area());
      case HALF_YEAR -> desk.say("subject.half-year", period.label(desk.texts().vietnamese()), area());
    };
  }

  private List<Block> body() {
    Draft draft = new Draft();
    draft.text(desk.say("intro." + facts.request().kind().code(), desk.day(facts.day()), area()));
    TargetSections targets = new TargetSections(desk);
    targets.coverage(draft);
    targets.targets(draft);
    draft.part(desk.say("part.fields"));
    ClubSections clubs = new ClubSections(desk);
    clubs.growth(draft);
    clubs.structure(draft);
    clubs.priority(draft);
    MoneySections money = new MoneySections(desk);
    WorkSections work = new WorkSections(desk);
    money.loans(draft);
    work.health(draft);
    work.homeCare(draft);
    work.communication(draft);
    work.activities(draft);
    money.funds(draft);
    work.reporting(draft);
    JudgementSections judgement = new JudgementSections(desk);
    judgement.judgement(draft);
    judgement.recommendations(draft);
    draft.text(desk.say("closing." + facts.request().kind().code()));
    return draft.blocks();
  }

  private List<Block> appendices() {
    Draft draft = new Draft();
    AppendixSections appendices = new AppendixSections(desk);
    appendices.byDistrict(draft);
    new JudgementSections(desk).appendix(draft);
    appendices.reconciliation(draft);
    appendices.definitions(draft);
    appendices.quality(draft);
    appendices.evidence(draft);
    difference.ifPresent(known -> appendices.changes(draft, known.edition(), known.changes()));
    return new ArrayList<>(draft.blocks());
  }
}
