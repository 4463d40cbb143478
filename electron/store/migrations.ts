/**
 * The schema, step by step. A step that has shipped is never changed: the next one is appended.
 * `PRAGMA user_version` says how many have been applied.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE connections (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    server_url TEXT NOT NULL,
    team_id TEXT NOT NULL,
    key_hint TEXT,
    max_file_bytes INTEGER NOT NULL,
    rate_limit TEXT,
    demo INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  -- When a list was last read whole; scope is '' for lists of the connection, else a product id.
  CREATE TABLE readings (
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    list TEXT NOT NULL,
    scope TEXT NOT NULL,
    read_at TEXT NOT NULL,
    PRIMARY KEY (connection_id, list, scope)
  ) STRICT;

  CREATE TABLE products (
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (connection_id, id)
  ) STRICT;

  CREATE TABLE branches (
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    product_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (connection_id, product_id, id)
  ) STRICT;

  CREATE TABLE licenses (
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    product_id TEXT NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (connection_id, product_id, id)
  ) STRICT;

  CREATE TABLE releases (
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    product_id TEXT NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (connection_id, product_id, id)
  ) STRICT;

  CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    product_id TEXT NOT NULL,
    release_id TEXT,
    base TEXT,
    fields TEXT NOT NULL,
    file TEXT NOT NULL,
    source TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    -- Set while a discarded draft can still be had back.
    discarded_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX one_draft_a_release ON drafts (connection_id, release_id)
    WHERE release_id IS NOT NULL AND discarded_at IS NULL;

  -- record is the machine's state with all it needs to go on after a crash, the intent included.
  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    position INTEGER NOT NULL,
    record TEXT NOT NULL,
    dismissed_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_in_order ON jobs (connection_id, position);

  CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    job_id TEXT NOT NULL,
    release_id TEXT,
    started_at TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT;
  CREATE INDEX attempts_by_time ON attempts (connection_id, started_at);

  -- The slots spent at each server address, shared by every connection to it: they outlive connections.
  CREATE TABLE rate_windows (
    origin TEXT NOT NULL,
    call TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (origin, call)
  ) STRICT;
  `,
  `
  CREATE TABLE batches (
    id TEXT PRIMARY KEY,
    connection_id TEXT NOT NULL REFERENCES connections ON DELETE CASCADE,
    name TEXT NOT NULL,
    on_failure TEXT NOT NULL,
    start_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX batches_of_connection ON batches (connection_id, created_at);

  -- A draft is in one batch at most. A discarded one keeps its place, for when it is restored.
  CREATE TABLE batch_drafts (
    draft_id TEXT PRIMARY KEY REFERENCES drafts ON DELETE CASCADE,
    batch_id TEXT NOT NULL REFERENCES batches ON DELETE CASCADE,
    position INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX batch_drafts_in_order ON batch_drafts (batch_id, position);
  `,
  `
  -- A stored file is known by its MD5 only: this finds what was once sent with it.
  CREATE INDEX attempts_by_md5 ON attempts (data ->> '$.sent.artifact.md5')
    WHERE data ->> '$.sent.artifact.md5' IS NOT NULL;

  -- Copies of sent files that the vault has let go of, to stay within its limit.
  CREATE TABLE let_go (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX let_go_by_time ON let_go (at);
  `,
  `
  -- The place of a release in its product's list, the last one's lowest: what comes first is found without sorting.
  ALTER TABLE releases ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
  UPDATE releases SET place = -rowid;
  CREATE INDEX releases_in_order ON releases (connection_id, product_id, place);
  CREATE INDEX releases_by_id ON releases (connection_id, id);

  CREATE INDEX drafts_by_change ON drafts (connection_id, updated_at DESC) WHERE discarded_at IS NULL;
  `,
  `
  -- Set while a batch whose last draft was discarded can still be had back, together with that.
  ALTER TABLE batches ADD COLUMN discarded_at TEXT;

  -- Several drafts can say one version: this finds the others.
  CREATE INDEX drafts_by_version ON drafts (connection_id, product_id, fields ->> 'version')
    WHERE discarded_at IS NULL;
  `,
  `
  -- All a search over the releases of a team looks at, so that none of them has to be read.
  CREATE INDEX releases_by_words
    ON releases (connection_id, product_id, data ->> 'version', data ->> 'branchId', place, id);
  `,
];
