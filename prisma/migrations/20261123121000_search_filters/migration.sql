ALTER TABLE "search_documents" ADD COLUMN     "starred" BOOLEAN NOT NULL DEFAULT false;

-- Written by hand: what was starred before the search knew of it.
UPDATE search_documents d SET starred = true
  FROM entries e WHERE e.id = d.entry_id AND e.starred_at IS NOT NULL AND NOT d.removed;

-- Written by hand: Prisma's schema has no partial indexes. Searches name folders ('in:reports').
CREATE INDEX entries_folder_names ON entries (owner_id, name_key)
  WHERE kind = 'folder' AND trashed_at IS NULL AND purged_at IS NULL;
