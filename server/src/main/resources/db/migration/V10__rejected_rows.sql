-- Rejected rows as they stood in their file, and the names of its columns: they are taken along, mended and imported again.
alter table import_reject add column cells text[] not null default '{}';

alter table import_run add column columns text[] not null default '{}';
