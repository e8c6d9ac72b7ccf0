-- People who may sign in. Without a password yet: invited. Sessions and links of an earlier generation no longer count, so whatever
-- should end them (a new password, a deactivation) raises it.
create table account (
    id bigint generated always as identity primary key,
    email text not null,
    name text not null,
    role text not null check (role in ('viewer', 'analyst', 'administrator')),
    password text,
    active boolean not null default true,
    generation integer not null default 1,
    created_at timestamptz not null,
    signed_in_at timestamptz
);

create unique index account_email on account (lower(email));

-- Links that let somebody choose a password once. Without an account: the one that makes the first administrator.
create table invitation (
    token_hash bytea primary key,
    account_id bigint references account on delete cascade,
    expires_at timestamptz not null
);

-- Attempts to sign in since the last one that succeeded, by the e-mail address that was given, whether anybody has it or not.
create table sign_in_attempt (
    email text primary key,
    attempts integer not null,
    last_at timestamptz not null,
    blocked_until timestamptz
);

create table api_token (
    id bigint generated always as identity primary key,
    account_id bigint not null references account on delete cascade,
    name text not null,
    role text not null check (role in ('viewer', 'analyst', 'administrator')),
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create index api_token_account on api_token (account_id);

-- Sessions, in the shape that Spring Session reads and writes them.
create table spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create unique index spring_session_session_id on spring_session (session_id);
create index spring_session_expiry_time on spring_session (expiry_time);
create index spring_session_principal_name on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
