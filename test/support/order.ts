import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The walk through the desk takes longer than any other file: begun first, it runs beside the others and not after them. */
export default class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const walk = (f: TestSpecification): boolean => f.moduleId.endsWith("/test/desk/desk.test.ts");
    return [...sorted.filter(walk), ...sorted.filter((f) => !walk(f))];
  }
}
