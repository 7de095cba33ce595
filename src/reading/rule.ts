/**
 * Every rule is data, with why it is there, what it must find and what it must leave alone. Examples carry marks,
 * "[role words]", with roles of the component's own; the rule's examples are its tests (see `examples.ts`). A `misses` example
 * must yield nothing from this rule. `published` dates the examples; default 2019-12-13.
 */
export interface Rule {
  /** `component/name`, never reused, shown to users. */
  readonly id: string;
  readonly why: string;
  readonly hits: readonly [string, ...string[]];
  readonly misses: readonly [string, ...string[]];
  readonly published?: string;
}
