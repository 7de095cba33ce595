import type { Candidate } from "./candidate.js";

/** What a candidate is unless its words say more. */
export const PLAIN: Pick<
  Candidate,
  "what" | "occasion" | "count" | "definite" | "another" | "hosted" | "open" | "alone" | "within"
> = {
  what: "",
  occasion: null,
  count: 1,
  definite: false,
  another: false,
  hosted: false,
  open: null,
  alone: null,
  within: -1,
};
