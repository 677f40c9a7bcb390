-- CreateTable
CREATE TABLE "blob_thumbnails" (
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "bytes" BYTEA,

    CONSTRAINT "blob_thumbnails_pkey" PRIMARY KEY ("sha256")
);

-- AddForeignKey
ALTER TABLE "blob_thumbnails" ADD CONSTRAINT "blob_thumbnails_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "blobs"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- Pictures that are there already get theirs, too.
WITH "requested" AS (
    INSERT INTO "blob_thumbnails" ("sha256", "status")
    SELECT DISTINCT "sha256", 'requested' FROM "entries"
    WHERE "sha256" IS NOT NULL AND "size_bytes" BETWEEN 1 AND 104857600
        AND "extension" = ANY (ARRAY['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'tif', 'tiff'])
    RETURNING "sha256"
)
INSERT INTO "outbox_events" ("type", "payload")
SELECT 'content.thumbnail-requested', jsonb_build_object('type', 'content.thumbnail-requested', 'sha256', "sha256")
FROM "requested";
