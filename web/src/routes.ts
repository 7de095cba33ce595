import { type ComponentType, lazy } from "react";
import { Portfolio } from "./pages/portfolio.js";

export interface PageRoute {
  readonly path: string;
  readonly page: ComponentType;
}

/** A page loaded when it is first opened. */
const page = (load: () => Promise<{ readonly Page: ComponentType }>): ComponentType =>
  lazy(async () => ({ default: (await load()).Page }));

/** Every page of the desk, by its address. */
export const routes: readonly PageRoute[] = [
  { path: "/", page: Portfolio },
  { path: "/n/:id", page: page(() => import("./pages/home.js")) },
  { path: "/n/:id/why", page: page(() => import("./pages/why.js")) },
  { path: "/n/:id/timeline", page: page(() => import("./timeline/page.js")) },
  { path: "/n/:id/changes", page: page(() => import("./pages/changes.js")) },
  { path: "/n/:id/brief", page: page(() => import("./pages/brief.js")) },
  { path: "/n/:id/meetings", page: page(() => import("./pages/meetings.js")) },
  { path: "/n/:id/meetings/:item", page: page(() => import("./pages/meeting.js")) },
  { path: "/n/:id/agreements", page: page(() => import("./pages/agreements.js")) },
  { path: "/n/:id/commitments", page: page(() => import("./pages/commitments.js")) },
  { path: "/n/:id/proposals", page: page(() => import("./pages/proposals.js")) },
  { path: "/n/:id/positions", page: page(() => import("./pages/positions.js")) },
  { path: "/n/:id/measures", page: page(() => import("./pages/measures.js")) },
  { path: "/n/:id/conditions", page: page(() => import("./pages/conditions.js")) },
  { path: "/n/:id/linkages", page: page(() => import("./pages/linkages.js")) },
  { path: "/n/:id/assessments", page: page(() => import("./pages/assessments.js")) },
  { path: "/n/:id/quotes", page: page(() => import("./pages/quotes.js")) },
  { path: "/n/:id/events", page: page(() => import("./pages/events.js")) },
  { path: "/n/:id/party/:code", page: page(() => import("./pages/party.js")) },
  { path: "/n/:id/person/:name", page: page(() => import("./pages/person.js")) },
  { path: "/n/:id/sources", page: page(() => import("./pages/sources.js")) },
  { path: "/n/:id/contradictions", page: page(() => import("./pages/contradictions.js")) },
  { path: "/n/:id/identity", page: page(() => import("./pages/identity.js")) },
  { path: "/n/:id/review", page: page(() => import("./review/page.js")) },
  { path: "/n/:id/model", page: page(() => import("./model/page.js")) },
  { path: "/read/:document", page: page(() => import("./reader/page.js")) },
  { path: "/e/:statement", page: page(() => import("./pages/evidence.js")) },
  { path: "/search", page: page(() => import("./pages/search.js")) },
  { path: "/add", page: page(() => import("./add/page.js")) },
  { path: "/method", page: page(() => import("./pages/method.js")) },
  { path: "/settings", page: page(() => import("./pages/settings.js")) },
];
