-- Persons in doubt, pseudonymous.

create or replace view mart.pending_link as
  select a.person_id, b.person_id as other_person_id, p.weight, p.probability, p.agreement
  from core.pending_link p
    join core.person a on a.person_key = p.person_key
    join core.person b on b.person_key = p.other_key;
comment on view mart.pending_link is 'One row per pair of persons that may be one; they count as two until somebody decides.';
comment on column mart.pending_link.person_id is 'One person.';
comment on column mart.pending_link.other_person_id is 'The other person.';
comment on column mart.pending_link.weight is 'Binary logarithm of the odds that both are one.';
comment on column mart.pending_link.probability is 'Probability that both are one.';
comment on column mart.pending_link.agreement is 'One sign each for name, birth, sex, commune, hamlet, club, phone, 12-digit, 9-digit, insurance number, loan: = same, x different, ? unknown.';
