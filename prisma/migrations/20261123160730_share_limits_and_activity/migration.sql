-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "download_limit" INTEGER,
ADD COLUMN     "last_visit_at" TIMESTAMPTZ(3),
ADD COLUMN     "message" TEXT,
ADD COLUMN     "saves" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "share_activity" (
    "id" BIGSERIAL NOT NULL,
    "share_batch_num" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "action" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "entry_id" UUID,

    CONSTRAINT "share_activity_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "share_activity_share_batch_num_id_idx" ON "share_activity"("share_batch_num", "id");

-- AddForeignKey
ALTER TABLE "share_activity" ADD CONSTRAINT "share_activity_share_batch_num_fkey" FOREIGN KEY ("share_batch_num") REFERENCES "shares"("share_batch_num") ON DELETE CASCADE ON UPDATE CASCADE;
