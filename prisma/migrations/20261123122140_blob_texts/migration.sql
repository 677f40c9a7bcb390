-- CreateTable
CREATE TABLE "blob_texts" (
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "extracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "blob_texts_pkey" PRIMARY KEY ("sha256")
);

-- AddForeignKey
ALTER TABLE "blob_texts" ADD CONSTRAINT "blob_texts_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- Files that are there already are read, too.
WITH "requested" AS (
    INSERT INTO "blob_texts" ("sha256", "status")
    SELECT DISTINCT "sha256", 'requested' FROM "entries"
    WHERE "sha256" IS NOT NULL AND "size_bytes" BETWEEN 1 AND 104857600 AND "extension" = ANY (ARRAY[
        'txt', 'text', 'md', 'markdown', 'rst', 'log', 'csv', 'tsv', 'json', 'jsonl', 'ndjson', 'yaml',
        'yml', 'toml', 'ini', 'conf', 'cfg', 'env', 'properties', 'xml', 'svg', 'tex', 'bib', 'srt',
        'vtt', 'sql', 'sh', 'bash', 'zsh', 'ps1', 'bat', 'js', 'mjs', 'cjs', 'jsx', 'ts',
        'mts', 'cts', 'tsx', 'vue', 'svelte', 'css', 'scss', 'less', 'py', 'rb', 'php', 'java',
        'kt', 'kts', 'scala', 'go', 'rs', 'c', 'h', 'cc', 'cpp', 'cxx', 'hpp', 'cs',
        'swift', 'm', 'mm', 'dart', 'lua', 'pl', 'r', 'jl', 'hs', 'ex', 'exs', 'erl',
        'clj', 'groovy', 'gradle', 'proto', 'graphql', 'tf', 'diff', 'patch', 'html', 'htm', 'xhtml', 'pdf',
        'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub', 'eml'
    ])
    RETURNING "sha256"
)
INSERT INTO "outbox_events" ("type", "payload")
SELECT 'content.extraction-requested', jsonb_build_object(
    'type', 'content.extraction-requested', 'sha256', "requested"."sha256",
    'extension', (SELECT min("extension") FROM "entries" WHERE "entries"."sha256" = "requested"."sha256"))
FROM "requested";
