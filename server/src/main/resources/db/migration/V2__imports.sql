-- One row for each file that was given to the product, whatever became of it.
create table import_run (
    id bigint generated always as identity primary key,
    source text not null,
    file text not null,
    state text not null check (state in ('running', 'done', 'failed', 'needs-decision')),
    -- Set right before the tickets are committed: only from then on can a crash leave open whether they were.
    saving boolean not null default false,
    report jsonb not null,
    started_at timestamptz not null default now(),
    finished_at timestamptz
);

create index import_run_running on import_run (id) where state = 'running';
