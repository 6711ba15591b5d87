-- SPDX-License-Identifier: GPL-3.0-or-later
-- A step that fails half-way.
CREATE TABLE tables_of_the_future (id $KEY);
ALTER TABLE no_such_table ADD COLUMN note TEXT;
