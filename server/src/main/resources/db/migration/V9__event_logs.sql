-- Rows of event logs, kept as they stood in their file: a later file with further events of the same tickets is folded together with them.
create table ticket_event (
    source text not null,
    external_id text not null,
    -- Identifies the row among those of its ticket: of its columns and all its cells, so that an exact repetition is the same event.
    hash uuid not null,
    -- Identifies the columns of its file: only rows of the same columns are folded together.
    layout uuid not null,
    occurred_at timestamptz,
    -- Orders events of one instant, before the line does; 0 where the file numbers them not.
    step bigint not null,
    line bigint not null,
    cells text[] not null,
    run_id bigint not null references import_run on delete cascade,
    primary key (source, external_id, hash)
);

-- The columns of a log and the one of its times: a later file with the same ones continues it, also if it has one row of each ticket.
alter table import_run
    add column event_layout uuid,
    add column event_time text;

-- What was asked for, by which an import that a crash has cut off begins anew, and how often it did.
alter table import_run
    add column request jsonb,
    add column attempts integer not null default 0;

create index ticket_event_run on ticket_event (run_id);
