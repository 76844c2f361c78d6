-- CreateTable
CREATE TABLE "PageView" (
    "day" DATE NOT NULL,
    "path" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "PageView_pkey" PRIMARY KEY ("day","path")
);
