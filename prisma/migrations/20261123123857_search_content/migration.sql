-- AlterTable
ALTER TABLE "search_documents" ADD COLUMN     "content" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "content_words" tsvector;

-- For finding words of text; most documents have none.
CREATE INDEX search_documents_content ON search_documents USING gin (owner_id, content_words)
  WHERE NOT removed AND content <> '';
