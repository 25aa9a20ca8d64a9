-- The linkage finds writings through vault.person_profile and its blocks; nothing looks a mention up by its name or numbers any more,
-- and each index is written for every row that is copied in and once more when the row learns its person.
drop index vault.person_mention_name_key_idx;
drop index vault.person_mention_national_id_hash_idx;
drop index vault.person_mention_old_id_hash_idx;
drop index vault.person_mention_insurance_no_hash_idx;

-- Goes with its file by the trigger ops.forget_rows, as everything in the vault that a file brings.
alter table vault.person_witness drop constraint person_witness_file_id_fkey;
