-- As what a text was read. Empty for those read before: their files may be asked for again under another extension.
ALTER TABLE "blob_texts" ADD COLUMN "format" TEXT NOT NULL DEFAULT '';
