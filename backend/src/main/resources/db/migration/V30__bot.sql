-- The Telegram bot that readers talk to. Words are those of docs/vocabulary.md. Every time is the
-- database's (clock_timestamp()). A bot is its number, the digits before the colon of its token.

-- What Telegram delivered; an update can come more than once and is handled once. Telegram keeps
-- updates for about a day, so rows older than three can go.
create table bot_updates (
  bot             bigint      not null,
  update_id       bigint      not null,
  received        timestamptz not null default clock_timestamp(),
  primary key (bot, update_id)
);
create index bot_updates_by_time on bot_updates (received);

-- Chats of which there is something to remember; most have no row.
create table bot_chats (
  bot             bigint      not null,
  chat            bigint      not null,
  language        text,                              -- that the reader chose; null: none
  moved_to        bigint,                            -- the supergroup that the group became
  gone            timestamptz,                       -- since when the bot may not write there
  gone_why        text,
  flooded_until   timestamptz,                       -- until when the server wants to be left alone
  primary key (bot, chat)
);
create index bot_chats_flooded on bot_chats (bot, flooded_until) where flooded_until is not null;

-- Sends that have begun and of which it is not known yet how they ended.
create table bot_sends (
  task_id         bigint      primary key,
  times           integer     not null,
  begun           timestamptz not null default clock_timestamp()
);

-- Who asks for updates: one process per bot, as long as it renews its lease.
create table bot_pollers (
  bot             bigint      primary key,
  holder          text        not null,              -- host and process
  token           text        not null,              -- of this holding, unlike any other
  since           timestamptz not null,
  lease_until     timestamptz not null
);

-- The words of a report by which readers find it; null: not read yet, which the next search does.
alter table reports add column words text[];
create index reports_unread on reports (id) where words is null;
create index reports_by_words on reports using gin (words);
