-- The newsroom: what is read, written, made and published, and the cycles that did it.
-- Words are those of docs/vocabulary.md. Every time is timestamptz; every text is untrusted.

-- who we read ----------------------------------------------------------------------------------

create table sources (
  id              bigint generated always as identity primary key,
  url             text        not null unique,
  kind            text        not null check (kind in ('AUTO', 'FEED', 'SECTION', 'TELEGRAM')),
  name            text        not null,
  language        text,                              -- ISO 639-1; null: detected per article
  link_pattern    text,                              -- section pages: which links are articles
  credential      text,                              -- the name of a credential in the settings, never the secret
  etag            text,                              -- verbatim, as are last_modified
  last_modified   text,
  body_hash       text,                              -- of the last document read, for servers without 304
  last_fetched    timestamptz,
  last_succeeded  timestamptz,
  last_error      text,                              -- null after a success
  failures        integer     not null default 0,    -- in a row
  next_fetch      timestamptz not null default '-infinity',
  created         timestamptz not null default now()
);

-- what was written -----------------------------------------------------------------------------

create table articles (
  id              bigint generated always as identity primary key,
  source_id       bigint      references sources on delete set null, -- where it was seen first
  outlet          text        not null,              -- the name of that source, kept when it is removed
  url             text        not null,
  title           text        not null,
  body            text        not null,
  authors         text[]      not null default '{}',
  language        text        not null,
  published       timestamptz not null,
  updated         timestamptz,                       -- as the outlet says
  first_seen      timestamptz not null,
  image           text,
  version         integer     not null default 1,
  story_id        bigint,                            -- null until clustered
  clustered_version integer,                         -- the version that was clustered
  clustered       timestamptz,                       -- when; all that one run decided say the same
  cluster_score   double precision,                  -- how likely the best known story seemed, 0 to 1
  cluster_terms   text[]                             -- the words that it shared with that story
);

-- The identity rule: normalised address, then guid in its source, then fingerprint of the text.
create table article_keys (
  kind            text        not null check (kind in ('URL', 'GUID', 'TEXT')),
  key             text        not null,
  article_id      bigint      not null references articles on delete cascade,
  primary key (kind, key)
);
create index article_keys_by_article on article_keys (article_id);

-- Every wording that an article ever had; the same wording seen again is not a new version.
create table article_versions (
  article_id      bigint      not null references articles on delete cascade,
  version         integer     not null,
  content_hash    text        not null,
  title           text        not null,
  body            text        not null,
  seen            timestamptz not null,
  primary key (article_id, version),
  unique (article_id, content_hash)
);

-- The same article at other addresses: what agencies send to several outlets.
create table sightings (
  article_id      bigint      not null references articles on delete cascade,
  source_id       bigint      not null references sources on delete cascade,
  url             text        not null,
  seen            timestamptz not null,
  primary key (article_id, source_id)
);

-- what happened --------------------------------------------------------------------------------

create table stories (
  id              bigint generated always as identity primary key,
  language        text        not null,
  created         timestamptz not null,
  updated         timestamptz not null,
  rank            double precision not null default 0,
  merged_into     bigint      references stories     -- a redirect; null for a living story
);
alter table articles add foreign key (story_id) references stories;
create index articles_unclustered on articles (id) where story_id is null;
create index articles_by_clustering on articles (clustered desc, published desc);
create index articles_reworded on articles (story_id) where version > clustered_version;
create index articles_by_story on articles (story_id);
create index articles_by_time on articles (published);
create index stories_by_rank on stories (rank desc) where merged_into is null;

-- what we say ----------------------------------------------------------------------------------

create table reports (
  id              bigint generated always as identity primary key,
  story_id        bigint      not null references stories on delete cascade,
  version         integer     not null,
  input_hash      text        not null,              -- of the article versions that it was written from
  language        text        not null,
  headline        jsonb       not null,              -- {"text": …, "articleIds": […]}
  lead            jsonb       not null,
  key_points      jsonb       not null,              -- a list of the same
  outlets         text[]      not null,
  writer          text        not null,
  written         timestamptz not null,
  unique (story_id, version)
);

-- The input of a story's latest report, kept apart so that an input which changes nothing in the
-- report is not worked on again.
create table report_inputs (
  story_id        bigint      primary key references stories on delete cascade,
  input_hash      text        not null,
  gist            text        not null,              -- hash of the sentences that say the most
  checked         timestamptz not null
);

create table posts (
  id              bigint generated always as identity primary key,
  story_id        bigint      not null references stories on delete cascade,
  report_id       bigint      not null references reports on delete cascade,
  network         text        not null,
  version         integer     not null default 1,
  language        text        not null,
  body            text        not null,
  hashtags        text[]      not null,
  link            text        not null,
  written         timestamptz not null,
  unique (story_id, network, version)
);

-- how it looks and sounds ----------------------------------------------------------------------

create table renderings (
  id              bigint generated always as identity primary key,
  story_id        bigint      not null references stories on delete cascade,
  report_id       bigint      not null references reports on delete cascade,
  kind            text        not null,
  file            text        not null,              -- below the media folder
  media_type      text        not null,
  bytes           bigint      not null,
  width           integer     not null default 0,
  height          integer     not null default 0,
  duration_ms     bigint,
  made            timestamptz not null,
  unique (report_id, kind)
);
create index renderings_by_story on renderings (story_id, kind);

-- where it goes --------------------------------------------------------------------------------

create table accounts (
  id              bigint generated always as identity primary key,
  network         text        not null,
  name            text        not null unique,       -- as in the settings; never a secret
  created         timestamptz not null default now()
);

-- The outbox: one row per wording of a post and account (docs/vocabulary.md has the arrows).
create table publications (
  id              bigint generated always as identity primary key,
  post_id         bigint      not null references posts on delete restrict,
  post_version    integer     not null,
  account_id      bigint      not null references accounts on delete restrict,
  format          text        not null check (format in ('CARD', 'REEL')),
  state           text        not null default 'PLANNED' check (state in
                    ('PLANNED', 'PREPARING', 'ARMED', 'PUBLISHED', 'FAILED', 'UNKNOWN', 'HELD')),
  attempt         integer     not null default 0,
  next_attempt    timestamptz not null default '-infinity',
  claimed_by      text,
  claimed_until   timestamptz,
  payload_hash    text,
  prepared        jsonb,                             -- what PREPARE brought: upload ids and the like
  remote_id       text,
  remote_url      text,
  error           text,
  planned         timestamptz not null default now(),
  armed           timestamptz,
  published       timestamptz,
  unique (post_id, post_version, account_id, format)
);
create index publications_open on publications (next_attempt)
  where state not in ('PUBLISHED', 'FAILED', 'HELD');

create table editions (
  id              bigint generated always as identity primary key,
  kind            text        not null check (kind in ('BULLETIN', 'DIGEST')),
  language        text        not null,
  period          text        not null,              -- digest: the day; bulletin: its content hash
  content_hash    text        not null,
  title           text        not null,
  content         jsonb       not null,
  file            text        not null,              -- the page, below the broadcast folder
  audio_file      text,
  audio_bytes     bigint,
  audio_ms        bigint,
  made            timestamptz not null,
  updated         timestamptz not null,
  unique (kind, language, period)
);
create index editions_by_time on editions (kind, language, made desc);

-- the engine -----------------------------------------------------------------------------------

create table cycles (
  id              bigint generated always as identity primary key,
  worker          text        not null,              -- host and process
  mode            text        not null,
  state           text        not null default 'RUNNING' check (state in
                    ('RUNNING', 'DONE', 'FAILED', 'STOPPED', 'LOST')),
  started         timestamptz not null,
  ended           timestamptz
);

create table runs (
  id              bigint generated always as identity primary key,
  cycle_id        bigint      not null references cycles on delete cascade,
  stage           text        not null,
  job             text        not null,
  state           text        not null default 'RUNNING' check (state in
                    ('RUNNING', 'DONE', 'FAILED', 'TIMED_OUT', 'STOPPED', 'SKIPPED', 'LOST')),
  queued          timestamptz not null,              -- when it could have begun, had there been a free slot
  started         timestamptz not null,
  ended           timestamptz,
  items_in        bigint      not null default 0,
  items_out       bigint      not null default 0,
  items_failed    bigint      not null default 0,
  note            text,
  error           text
);
create index runs_by_cycle on runs (cycle_id);
