-- CreateTable
CREATE TABLE "share_reports" (
    "id" UUID NOT NULL,
    "share_batch_num" TEXT NOT NULL,
    "visitor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "reported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "resolution" TEXT,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_reports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "share_reports_share_batch_num_visitor_key" ON "share_reports"("share_batch_num", "visitor");

-- AddForeignKey
ALTER TABLE "share_reports" ADD CONSTRAINT "share_reports_share_batch_num_fkey" FOREIGN KEY ("share_batch_num") REFERENCES "shares"("share_batch_num") ON DELETE CASCADE ON UPDATE CASCADE;
