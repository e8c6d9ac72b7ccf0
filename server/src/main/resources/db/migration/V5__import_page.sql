-- Every rejected row of every run, as the report tells the first of them.
create table import_reject (
    run_id bigint not null references import_run on delete cascade,
    line bigint not null,
    column_name text not null,
    value text not null,
    reason text not null
);

create index import_reject_run on import_reject (run_id, line);

-- What an import changed, as it was before: whole rows, by which the import can be taken back. Rows that it created know its revision.
create table import_before (
    run_id bigint not null references import_run on delete cascade,
    kind text not null check (kind in ('ticket', 'company', 'customer', 'agent', 'attribute')),
    row_id bigint not null,
    content jsonb not null,
    primary key (run_id, kind, row_id)
);

alter table ticket add column created_revision bigint;
alter table company add column created_revision bigint;
alter table customer add column created_revision bigint;
alter table agent add column created_revision bigint;

-- The revision of the run's commit, and whether what was before is still there.
alter table import_run
    add column revision bigint,
    add column restorable boolean not null default false,
    drop constraint import_run_state_check,
    add constraint import_run_state_check check (state in ('running', 'done', 'failed', 'needs-decision', 'undone'));
