-- Settings of the organisation; one row for each.
create table setting (
    name text primary key,
    value jsonb not null
);

-- One row: the last revision given out, and the epoch, which changes when tickets were taken away.
-- A writer updates it before anything else, so its row lock puts revisions in the order of commits.
create table change_state (
    epoch bigint not null,
    revision bigint not null
);

insert into change_state (epoch, revision) values (1, 0);

create table company (
    id bigint generated always as identity primary key,
    source text not null,
    name text not null,
    domain text,
    time_zone text,
    industry text,
    support_tier text,
    location text,
    pilot boolean,
    revision bigint not null
);

create unique index company_identity on company (source, lower(name));
create index company_revision on company (revision);

create table customer (
    id bigint generated always as identity primary key,
    source text not null,
    identity text not null,
    name text not null,
    email text,
    phone text,
    job_title text,
    company_id bigint references company,
    revision bigint not null,
    unique (source, identity)
);

create index customer_revision on customer (revision);

create table agent (
    id bigint generated always as identity primary key,
    source text not null,
    identity text not null,
    name text not null,
    email text,
    phone text,
    tier text,
    agent_group text,
    revision bigint not null,
    unique (source, identity)
);

create index agent_revision on agent (revision);

-- Ids of people and companies are resolved by the load itself, in the same transaction and from the same tables;
-- foreign keys would check each row again, at more than the price of an index each.
create table ticket (
    id bigint generated always as identity primary key,
    source text not null,
    external_id text not null,
    requester_id bigint,
    company_id bigint,
    -- Whether the ticket itself names its company; else it has its requester's and follows it.
    company_stated boolean not null,
    assignee_id bigint,
    created_at timestamptz,
    first_reply_at timestamptz,
    first_solved_at timestamptz,
    solved_at timestamptz,
    closed_at timestamptz,
    updated_at timestamptz,
    status text,
    priority text,
    type text,
    channel text,
    subject text,
    body text,
    tags text[] not null,
    touches integer,
    reopens integer,
    satisfied boolean,
    industry text,
    support_tier text,
    location text,
    pilot boolean,
    source_metrics jsonb not null,
    attributes jsonb not null,
    content_hash uuid not null,
    revision bigint not null,
    unique (source, external_id)
);

create index ticket_revision on ticket (revision);
create index ticket_requester on ticket (requester_id) where not company_stated;
create index ticket_company on ticket (company_id);

-- What a search looks through. Only letters and digits count, so that quotes, tags and slashes hide no word; and only the
-- beginning of long texts, because a text vector holds at most one megabyte.
create function ticket_words(external_id text, subject text, body text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple', regexp_replace(
        external_id || ' ' || left(coalesce(subject, ''), 10000) || ' ' || left(coalesce(body, ''), 200000),
        '[^[:alnum:]]+', ' ', 'g'));

create index ticket_words on ticket using gin (ticket_words(external_id, subject, body));

-- Columns of exports that the model has no place for; those with few different values are dimensions.
create table attribute (
    name text primary key,
    dimension boolean not null
);
