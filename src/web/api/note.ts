import { z } from "zod";

/** Why somebody decides as they do, in their own words: for colleagues and the record. */
export const Note = z.string().trim().min(3).max(500);
