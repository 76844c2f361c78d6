import { z } from "zod";
import { MEDIA_BYTES } from "#lib/media/rules";
import { PART_BYTES } from "#lib/media/uploads/rules";

/** Without a part, it asks how many are there. */
export const uploadPart = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  number: z.coerce
    .number()
    .int()
    .min(0)
    .max(Math.ceil(MEDIA_BYTES / PART_BYTES) - 1),
  part: z.file().min(1).max(PART_BYTES).optional(),
});
