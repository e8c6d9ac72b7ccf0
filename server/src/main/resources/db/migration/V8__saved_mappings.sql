-- How a person has corrected the reading of a file: remembered for files of the same source with the same header.
create table saved_mapping (
    source text not null,
    header text not null,
    mapping jsonb not null,
    saved_at timestamptz not null default now(),
    primary key (source, header)
);

comment on column saved_mapping.header is 'fingerprint of the names of all columns, in their order';
