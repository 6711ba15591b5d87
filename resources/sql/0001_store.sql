-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What one node keeps, in the common tongue of SQLite and PostgreSQL. $BYTES and $KEY are the words that differ (libs/store/src/dialect.h).
-- A statement ends with a semicolon at the end of its line.

CREATE TABLE identity (
    id $KEY CHECK (id = 1),
    device $BYTES NOT NULL,
    epoch BIGINT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    store TEXT NOT NULL
);

CREATE TABLE timeline (
    id $KEY CHECK (id = 1),
    boot TEXT NOT NULL,
    offset_ms BIGINT NOT NULL,
    last_ms BIGINT NOT NULL,
    last_wall_ms BIGINT NOT NULL
);

CREATE TABLE origins (
    id $KEY,
    device $BYTES NOT NULL,
    epoch BIGINT NOT NULL,
    UNIQUE (device, epoch)
);

-- How far each origin is known is not kept beside: it is the highest seq of the unique index, so it cannot disagree with the events.
CREATE TABLE events (
    arrival $KEY,
    origin BIGINT NOT NULL REFERENCES origins (id),
    seq BIGINT NOT NULL,
    hlc BIGINT NOT NULL,
    kind TEXT NOT NULL,
    born_ms BIGINT NOT NULL,
    payload $BYTES NOT NULL,
    UNIQUE (origin, seq)
);

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

CREATE TABLE remembered (
    kind TEXT NOT NULL,
    device $BYTES NOT NULL,
    epoch BIGINT NOT NULL,
    up_to BIGINT NOT NULL,
    PRIMARY KEY (kind, device, epoch)
);

CREATE TABLE projections (
    id $KEY,
    name TEXT NOT NULL UNIQUE,
    format INTEGER NOT NULL,
    read_to BIGINT NOT NULL
);

CREATE TABLE projection_rows (
    projection BIGINT NOT NULL REFERENCES projections (id),
    key $BYTES NOT NULL,
    body $BYTES NOT NULL,
    is_open INTEGER NOT NULL,
    changed BIGINT NOT NULL,
    PRIMARY KEY (projection, key)
);
CREATE UNIQUE INDEX projection_rows_by_change ON projection_rows (projection, changed);
CREATE INDEX projection_rows_open ON projection_rows (projection, changed) WHERE is_open = 1;

CREATE TABLE catalog (
    id $KEY CHECK (id = 1),
    epoch TEXT NOT NULL,
    version BIGINT NOT NULL,
    checked_ms BIGINT NOT NULL,
    is_writer INTEGER NOT NULL,
    incoming_epoch TEXT NOT NULL,
    incoming_version BIGINT NOT NULL,
    digest BIGINT NOT NULL
);

CREATE TABLE catalog_rows (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    deleted INTEGER NOT NULL,
    changed_ms BIGINT NOT NULL,
    doc $BYTES NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX catalog_rows_by_version ON catalog_rows (version);

-- The rows of a pull that is not complete; no screen reads them.
CREATE TABLE catalog_incoming (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    deleted INTEGER NOT NULL,
    changed_ms BIGINT NOT NULL,
    doc $BYTES NOT NULL,
    PRIMARY KEY (kind, id)
);
