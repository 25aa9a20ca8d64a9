-- A club may be found again in another commune of its district, by its name, founding day and decision.
alter table staging.club_mention drop constraint club_mention_club_match_check;
alter table staging.club_mention add constraint club_mention_club_match_check check (club_match in
  ('exact', 'lineage', 'founding', 'decision', 'hamlet', 'renamed', 'moved', 'district', 'new', 'ambiguous', 'inferred'));
