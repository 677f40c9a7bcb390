-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "end_notices" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "shares" ADD COLUMN     "end_set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "end_notices" (
    "share_batch_num" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "end_notices_pkey" PRIMARY KEY ("share_batch_num","generation")
);

-- AddForeignKey
ALTER TABLE "end_notices" ADD CONSTRAINT "end_notices_share_batch_num_fkey" FOREIGN KEY ("share_batch_num") REFERENCES "shares"("share_batch_num") ON DELETE CASCADE ON UPDATE CASCADE;
