import { userInfo } from "node:os";

/** Name of the account under which this runs: who decides where nobody says so. */
export function account(): string {
  try {
    return userInfo().username;
  } catch {
    return "unnamed";
  }
}
