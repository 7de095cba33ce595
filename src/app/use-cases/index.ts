import { modelUseCases } from "../model/index.js";
import type { UseCase } from "../use-case.js";
import { add } from "./add.js";
import { brief } from "./brief.js";
import { check } from "./check.js";
import { commitments } from "./commitments.js";
import { demo } from "./demo.js";
import { diff } from "./diff.js";
import { evidence } from "./evidence.js";
import { explain } from "./explain.js";
import { history } from "./history.js";
import { judge, undo } from "./judge.js";
import { list } from "./list.js";
import { moved } from "./moved.js";
import { newNegotiation } from "./new.js";
import { read } from "./read.js";
import { rebuild } from "./rebuild.js";
import {
  agreements,
  assessments,
  conditions,
  events,
  linkages,
  measures,
  meetings,
  positions,
  proposals,
  quotes,
  timeline,
} from "./record-lists.js";
import { sources } from "./sources.js";
import { status } from "./status.js";
import { exportStore, importStore } from "./transfer.js";

/** Everything a person can ask for, in the order in which help lists it. */
export const useCases: readonly UseCase[] = [
  demo,
  newNegotiation,
  list,
  add,
  read,
  explain,
  status,
  moved,
  timeline,
  meetings,
  agreements,
  proposals,
  commitments,
  positions,
  quotes,
  conditions,
  linkages,
  measures,
  assessments,
  events,
  evidence,
  brief,
  sources,
  judge,
  undo,
  history,
  diff,
  ...modelUseCases,
  rebuild,
  exportStore,
  importStore,
  check,
];
