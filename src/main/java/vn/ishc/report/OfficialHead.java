package vn.ishc.report;

import java.util.List;

/**
 * What stands around the body of an official paper (Decree 30/2020/NĐ-CP, annex I).
 *
 * @param parentBody the body above
 * @param issuingBody the body that signs
 * @param number number and sign, with room for the number: {@code Số:       /BC-HNCT}
 * @param placeAndDate place and day
 * @param name kind of paper, {@code BÁO CÁO}
 * @param subject what it is about
 * @param signature lines above the signature: authority, post
 * @param recipients who gets it
 */
record OfficialHead(
    String parentBody,
    String issuingBody,
    String number,
    String placeAndDate,
    String name,
    String subject,
    List<String> signature,
    List<String> recipients) {
  OfficialHead {
    signature = List.copyOf(signature);
    recipients = List.copyOf(recipients);
  }
}
