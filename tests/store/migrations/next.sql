-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the schema after this one might be.
CREATE TABLE tables_of_the_future (id $KEY, body $BYTES NOT NULL);
ALTER TABLE counters ADD COLUMN note TEXT;
