import { Link, useParams } from "wouter";
import type {
  Lines,
  Negotiation,
  Promised,
  RecordItem,
  RecordMeasure,
  RecordPosition,
  RecordProposal,
  RecordQuote,
} from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { useSetUp } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Short } from "../parts/short.js";
import { useNegotiation } from "../shell/place.js";
import { useTo } from "../shell/times.js";

export function Page() {
  const { code } = useParams<{ code: string }>();
  const to = useTo();
  const id = useNegotiation();
  const set = useSetUp();
  const party = set?.parties.find((p) => p.code === code);
  const positions = useAnswer<Lines<RecordPosition>>("positions");
  const proposals = useAnswer<Lines<RecordProposal>>("proposals");
  const promised = useAnswer<Lines<Promised>>("commitments");
  const measures = useAnswer<Lines<RecordMeasure>>("measures");
  const quotes = useAnswer<Lines<RecordQuote>>("quotes", { indirect: true });
  const people = peopleOf(quotes.data?.items ?? [], code);
  const commitments = promised.data && {
    items: promised.data.items.map((p) => p.item),
    evidence: promised.data.evidence,
  };
  const states = new Map(promised.data?.items.map((p) => [p.item.id, p.status.state]));
  return (
    <PageOf
      title={party?.name ?? code}
      lede={party === undefined ? undefined : `${role[party.role]}. Latest first.`}
      wide
    >
      {set === undefined ? null : <Names of={set} code={code} />}
      {people.length === 0 ? null : (
        <p className="people">
          <strong>Quoted in its name</strong>{" "}
          {people.map((name, i) => (
            <span key={name}>
              {i > 0 ? ", " : ""}
              <Link href={to(`/n/${id}/person/${encodeURIComponent(name)}`)}>{name}</Link>
            </span>
          ))}
        </p>
      )}
      <div className="columns">
        <Short
          title="Positions"
          of={positions}
          keep={(p) => p.holder === code}
          status={(p) => p.move}
          text={(p) => p.stance}
          empty="No position was found."
        />
        <Short
          title="Proposals it made"
          of={proposals}
          keep={(p) => p.by.includes(code)}
          status={(p) => p.status}
          text={(p) => p.what}
          empty="No proposal was found."
        />
        <Short
          title="Proposals made to it"
          of={proposals}
          keep={(p) => p.to.includes(code)}
          status={(p) => p.status}
          text={(p) => p.what}
          empty="No proposal to it was found."
        />
        <Short
          title="Commitments"
          of={{ ...promised, data: commitments } as never}
          keep={(c: RecordItem) => c.kind === "commitment" && c.by.includes(code)}
          status={(c: RecordItem) => states.get(c.id)}
          text={(c: RecordItem) => c.what}
          empty="No commitment was found."
        />
        <Short
          title="Measures"
          of={measures}
          keep={(m) => m.by.includes(code)}
          status={(m) => m.status}
          text={(m) => m.what}
          empty="No measure in its name was found."
        />
        <Short
          title="Quotes"
          of={quotes}
          keep={(q) => q.speakerCode === code}
          text={(q) => `${q.speaker ?? "Unnamed"}: “${q.text}”`}
          empty="No quotation was found."
        />
      </div>
    </PageOf>
  );
}

const role = { primary: "Primary party", secondary: "Secondary party", third: "Third party" } as const;

function peopleOf(quotes: readonly RecordQuote[], code: string): string[] {
  const names = quotes.filter((q) => q.speakerCode === code && q.named).map((q) => q.speaker as string);
  return [...new Set(names)].toSorted();
}

function Names({ of, code }: { readonly of: Negotiation; readonly code: string }) {
  const own = of.names.filter((n) => (n.by[code] ?? []).length > 0);
  if (own.length === 0) return null;
  return (
    <dl className="facts">
      {own.map((n) => (
        <div key={n.of}>
          <dt>{n.of}</dt>
          <dd>{n.by[code].join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}
