-- Pages with a selection that somebody has given a name, for everybody who signs in. Without an account: saved in the demo, or by somebody
-- who is no more.
create table saved_view (
    id bigint generated always as identity primary key,
    name text not null,
    address text not null,
    account_id bigint references account on delete set null,
    created_at timestamptz not null
);

create unique index saved_view_name on saved_view (lower(name));
