/** What a person set for this browser; kept here and nowhere else. */
export interface Settings {
  readonly theme: "system" | "light" | "dark";
  readonly size: "small" | "normal" | "large";
  /** Signs decisions. Empty: the server's account. */
  readonly name: string;
}

const KEY = "rapporteur.settings";
const initial: Settings = { theme: "system", size: "normal", name: "" };

export function readSettings(): Settings {
  try {
    return { ...initial, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>) };
  } catch {
    return initial;
  }
}

export function writeSettings(change: Partial<Settings>): Settings {
  const next = { ...readSettings(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing still shows the change until it is closed.
  }
  applySettings(next);
  return next;
}

export function applySettings(settings: Settings = readSettings()): void {
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  root.dataset.size = settings.size;
}
