import type { PloverClass } from "../types.js";

/** Groups of event classes and of operators, each named by what its members have in common. */

const classes = (...list: readonly PloverClass[]): ReadonlySet<PloverClass> => new Set(list);
const operators = (...list: readonly string[]): ReadonlySet<string> => new Set(list);

/** Several do it with each other. */
export const MUTUAL = classes("CONSULT", "AGREE", "COOPERATE");
/** Done with arms or by the hand of the state: what acts may be a thing that somebody set going. */
export const FORCEFUL = classes("ASSAULT", "COERCE", "MOBILIZE");
/** What is done, not said. */
export const DEEDS = classes("MOBILIZE", "RETREAT", "ASSAULT", "COERCE", "SANCTION", "CONCEDE", "AID");
/** What an announcement of makes an intent. */
export const INTENDED = classes("SUPPORT", "AID", "COOPERATE", "RETREAT", "CONCEDE");
/** What runs its time: "ended two years of talks", "ending decades of hostility". */
export const LASTING = classes("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "ASSAULT");
export const HOSTILE = classes("ASSAULT", "COERCE", "SANCTION", "THREATEN");
/** Said to the harm of somebody. */
export const SAID = classes("THREATEN", "REQUEST", "REJECT", "ACCUSE");
/** Whoever says it is the subject, known or not. */
export const VERBAL = classes("THREATEN", "REQUEST", "ACCUSE", "REJECT", "AGREE");
/** Said to somebody, wherever it was said. */
export const TOLD = classes("SUPPORT", "REQUEST", "REJECT", "THREATEN", "ACCUSE");
/** What crowds say of what they protest against. */
export const VOICED = classes("REQUEST", "ACCUSE");
/** Given to the other side of talks. */
export const FACED = classes("CONCEDE", "REJECT");
/** Whose other side, where nobody else is named, is the actor's own country: its people, its government. */
export const DOMESTIC = classes("COERCE", "PROTEST", "CONCEDE");
/** Answers to whoever asked, accused, offered or threatened (`ASKED`) in the same sentence. */
export const ANSWERS = classes("REJECT", "CONCEDE", "ACCUSE");
export const ASKED = classes("REQUEST", "ACCUSE", "AGREE", "THREATEN");
/** What a government decides on is weighed aloud; violence that may come is only feared. */
export const DECIDED = classes("SANCTION", "COERCE");

/** Operators that end what was there. */
export const ENDING = operators("lift", "suspend");
/** Those whose content stays inside, though nobody known says it. */
export const SPOKEN = operators("demand", "threaten", "refuse", "accuse", "promise", "prevent");
/** Those of what is meant to be done. */
export const PLANNING = operators("plan", "decide");
/** Those whose negation is a no. */
export const WILLING = operators("promise", "plan", "decide", "agree");
/** Those that a party may say it cannot do. */
export const YIELDING = operators("accept", "agree", "allow");
/** Those that this layer reads on its own: speech, events told by the subject, set phrases. */
export const TOLD_ELSEWHERE = operators("say", "occur", "collapse", "idle");
/** To forbid is done by saying so. */
export const PREVENT = "prevent";
