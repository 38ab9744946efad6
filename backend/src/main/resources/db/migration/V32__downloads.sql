-- Media downloads for readers of the bot. Words and states are those of docs/vocabulary.md; the design
-- is the prose of package bot.download.

create table downloads (
  id              bigint generated always as identity primary key,
  bot             bigint      not null,
  chat            bigint      not null,
  asker           bigint      not null,              -- the user's number
  message         bigint      not null,              -- that had the link
  language        text        not null,
  url             text        not null,              -- as it was sent
  link            text        not null,              -- in one spelling for all
  state           text        not null
    check (state in ('WAITING', 'RUNNING', 'SENDING', 'DONE', 'FAILED', 'CANCELLED')),
  failure         text,
  counts          boolean     not null default true, -- towards the day's quota
  task            bigint      not null default 0,    -- that works for it
  folder          uuid,                              -- of the last attempt, below DATA_DIR/downloads
  media           jsonb,                             -- the file in the folder
  rounds          smallint    not null default 0,    -- begun anew because the file was gone
  unsure          boolean     not null default false,-- a call that sends had no readable answer
  bytes           bigint      not null default 0,
  total           bigint      not null default 0,
  status_message  bigint      not null default 0,    -- that says how it goes; 0: none
  status_text     text        not null default '',
  requested       timestamptz not null,
  constraint downloads_once unique (bot, chat, message)
) with (fillfactor = 80);

-- One at a time, whatever the program believes.
create unique index downloads_live on downloads (bot, asker)
  where state in ('WAITING', 'RUNNING', 'SENDING');
create index downloads_of_day on downloads (bot, asker, requested);
create index downloads_by_folder on downloads (folder) where folder is not null;
create index downloads_by_time on downloads (requested);

-- What Telegram has already, by the identifier that it gave this bot.
create table known_media (
  bot             bigint      not null,
  link            text        not null,
  file_id         text        not null,
  kind            text        not null,
  title           text        not null,
  used            timestamptz not null,
  primary key (bot, link)
);
create index known_media_by_time on known_media (used);
