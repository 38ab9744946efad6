-- What could not be made of a report: it is tried again after all others, and not before its time.
create table rendering_failures (
  report_id       bigint      not null references reports on delete cascade,
  kind            text        not null,
  reason          text        not null,
  again           timestamptz not null,
  primary key (report_id, kind)
);
