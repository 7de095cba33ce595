import { agreementRules } from "./agreements.rules.js";

export type Shape = (typeof agreementRules)[number]["shape"];
export const ruleOf = Object.fromEntries(agreementRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;
