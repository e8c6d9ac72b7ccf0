-- The revision of the last batch that named a row. Taking back an import from before it leaves the row as it is.
alter table ticket add column pushed_revision bigint;
alter table company add column pushed_revision bigint;
alter table customer add column pushed_revision bigint;
alter table agent add column pushed_revision bigint;
alter table attribute add column pushed_revision bigint;

-- The values of attributes that are good for grouping, so that the values of many small loads are counted together.
create table attribute_value (
    name text not null,
    value text not null,
    primary key (name, value)
);

insert into attribute_value (name, value)
select distinct each.key, each.value
from ticket, jsonb_each_text(attributes) as each
where each.key in (select name from attribute where dimension) and length(each.value) <= 100;
