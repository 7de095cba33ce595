import "../style/model.css";
import { useMemo } from "react";
import type { Answers } from "../api/types.js";
import { useAsk } from "../api/use-answer.js";
import { PageOf } from "../parts/page.js";
import { Answered, Empty } from "../parts/states.js";
import { useNegotiation } from "../shell/place.js";
import { useTimes } from "../shell/times.js";
import { MOST_STATES, readModelText } from "./answer.js";
import { Board } from "./board.js";

type Shown = Answers["model-show"];

/** The conflict model that stands beside the negotiation's file: solved, drawn and told in the browser. */
export function Page() {
  const id = useNegotiation();
  const { known } = useTimes();
  const shown = useAsk<Shown>("model show", { model: `examples/${id}/model.conflict`, asKnownOn: known });
  const { error } = shown;
  return (
    <PageOf
      title="Conflict model"
      lede="What could break a deadlock: who can choose what, which states hold, and what each party’s preferences rest on. Move a preference and see what gives."
      wide
    >
      {error !== null && error.status !== 0 && /MODEL|FILE|UNKNOWN|MISSING|USAGE/.test(error.code) ? (
        <Empty>
          No model was made for this negotiation. <code>rapporteur model suggest {id}</code> drafts one from
          the record.
        </Empty>
      ) : (
        <Answered of={shown}>{(s) => <Whole of={s} />}</Answered>
      )}
    </PageOf>
  );
}

function Whole({ of: s }: { readonly of: Shown }) {
  const read = useMemo(() => {
    try {
      return { base: readModelText(s.model, s.text), failed: "" };
    } catch (e) {
      return { base: null, failed: e instanceof Error ? e.message : String(e) };
    }
  }, [s.model, s.text]);
  const links = useMemo(
    () => (s.links === null ? null : new Map(s.links.map((l) => [l.line, l]))),
    [s.links],
  );
  if (read.base === null) return <Empty>The model cannot be read: {read.failed}</Empty>;
  const { game } = read.base;
  if (game.states.length > MOST_STATES)
    return (
      <Empty>
        {game.states.length} states are too many for this page: <code>rapporteur model solve {s.model}</code>{" "}
        solves it.
      </Empty>
    );
  return <Board base={read.base} links={links} known={s.known} version={s.version} follows={s.follows} />;
}
