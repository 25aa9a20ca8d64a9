package vn.ishc.report;

import java.time.LocalDate;
import java.util.Optional;
import vn.ishc.row.Language;

/**
 * Which paper is wanted.
 *
 * @param kind which of the three
 * @param asOf the day its figures are taken: the end of a half-year
 * @param district GSO code of a plan district; empty for the province
 * @param language of the paper
 * @param writtenOn the day it carries
 */
public record ReportRequest(ReportKind kind, LocalDate asOf, Optional<String> district, Language language, LocalDate writtenOn) {}
