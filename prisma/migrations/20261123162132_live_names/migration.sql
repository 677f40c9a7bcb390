-- Written by hand: Prisma's schema has no partial indexes. Searches that find nothing look through a person's own names
-- for what was meant, and searches that name folders ('in:reports') find them by it too.
CREATE INDEX entries_live_names ON entries (owner_id, name_key) WHERE trashed_at IS NULL AND purged_at IS NULL;
DROP INDEX entries_folder_names;
