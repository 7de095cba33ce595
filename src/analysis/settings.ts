import type { AnalysisSettings } from "./types.js";

/** Defaults; shown to users wherever a verdict is shown. */
export const defaultSettings: AnalysisSettings = {
  recent: 180,
  stall: 274,
  contact: 180,
  attempts: 3,
  lapse: 180,
  retraction: 24,
  halfLife: 180,
  changePenalty: 40,
  hazard: 0.05,
};
