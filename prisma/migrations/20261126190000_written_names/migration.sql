-- Empty for what was indexed before: those names count as written in the characters that are typed, until
-- `search:rebuild` or their next change.
ALTER TABLE "search_documents" ADD COLUMN     "written" TEXT;
