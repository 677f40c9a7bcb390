ALTER TABLE "entries" ADD COLUMN     "starred_at" TIMESTAMPTZ(3);
