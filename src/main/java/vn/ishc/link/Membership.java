package vn.ishc.link;

/**
 * Which person a writing belongs to, and why.
 *
 * @param profile key of the writing
 * @param anchor key of the writing that the person is known by: of those of the earliest half-year the one with the smallest key
 * @param match how the person was found: national_id, old_id, insurance_no, loan, decision, name_and_birth, or own when nothing else is written of the person
 * @param nameless whether the person is only a name in books of repayments, which is nobody in particular
 */
public record Membership(long profile, long anchor, String match, boolean nameless) {}
