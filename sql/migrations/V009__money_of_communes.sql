-- Communes keep money of their own: a scope that fund ledgers know.

alter table core.fact_fund drop constraint fact_fund_scope_check;
alter table core.fact_fund add constraint fact_fund_scope_check
  check (scope in ('club', 'commune', 'district', 'province', 'unknown'));
comment on column core.fact_fund.scope is 'Whose money: club, commune, district or province.';
