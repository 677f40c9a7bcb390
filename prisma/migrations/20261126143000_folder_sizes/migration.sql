-- How many folders there are, as a part of the entries. Where one folder holds nearly all, a sample meets hardly any
-- other, and the planner takes each for as large: it read the whole table to look for what is in one entry.
ALTER TABLE "entries" ALTER COLUMN "parent_id" SET (n_distinct = -0.1);
ANALYZE "entries" ("parent_id");
