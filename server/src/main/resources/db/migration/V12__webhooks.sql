-- Helpdesks that tell us of events. A secret must be there as it is, or no signature could be checked; whoever reads this table may write
-- tickets of these sources and nothing else.
create table webhook (
    id bigint generated always as identity primary key,
    name text not null,
    source text not null,
    secret text not null,
    -- Counts beside the new one until the sender has it.
    previous_secret text,
    previous_until timestamptz,
    created_at timestamptz not null,
    received_at timestamptz,
    failed_at timestamptz,
    failure text
);

-- Events of the last minutes, by their signature: one that is sent once more changes nothing.
create table webhook_event (
    signature bytea primary key,
    received_at timestamptz not null
);

create index webhook_event_received on webhook_event (received_at);

-- One row: the last request that showed no right signature.
create table webhook_refusal (
    only_row boolean primary key default true check (only_row),
    refused_at timestamptz not null,
    reason text not null
);
