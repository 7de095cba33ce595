import { useState } from "react";
import { PageOf } from "../parts/page.js";
import { readSettings, type Settings, writeSettings } from "../shell/settings.js";

export function Page() {
  const [now, set] = useState(readSettings);
  const change = (part: Partial<Settings>) => set(writeSettings(part));
  return (
    <PageOf title="Settings" lede="Kept in this browser and nowhere else.">
      <Choose
        legend="Colours"
        name="theme"
        values={["system", "light", "dark"]}
        value={now.theme}
        choose={(theme) => change({ theme })}
      />
      <Choose
        legend="Size of text"
        name="size"
        values={["small", "normal", "large"]}
        value={now.size}
        choose={(size) => change({ size })}
      />
      <label className="setting">
        Your name, as it signs decisions
        <input
          value={now.name}
          placeholder="the name of the server's account"
          autoComplete="name"
          onChange={(e) => change({ name: e.target.value })}
        />
      </label>
    </PageOf>
  );
}

function Choose<T extends string>({
  legend,
  name,
  values,
  value,
  choose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly T[];
  readonly value: T;
  choose(value: T): void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.map((v) => (
        <label key={v}>
          <input type="radio" name={name} checked={v === value} onChange={() => choose(v)} /> {v}
        </label>
      ))}
    </fieldset>
  );
}
