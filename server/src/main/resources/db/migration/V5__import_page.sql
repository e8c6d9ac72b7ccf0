-- Every rejected row of every run, as the report tells the first of them.
create table import_reject (
    run_id bigint not null references import_run on delete cascade,
    line bigint not null,
    column_name text not null,
    value text not null,
    reason text not null
);

create index import_reject_run on import_reject (run_id, line);
