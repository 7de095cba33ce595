import { useParams } from "wouter";
import type { Answers, Lines, RecordMeeting, RecordPosition, RecordQuote } from "../api/types.js";
import { useAnswer } from "../api/use-answer.js";
import { Parties } from "../parts/names.js";
import { PageOf } from "../parts/page.js";
import { Short } from "../parts/short.js";
import { showDay } from "../shell/dates.js";

export function Page() {
  const { name: raw } = useParams<{ name: string }>();
  const name = decodeURIComponent(raw);
  const names = useAnswer<Answers["identity"]>("identity");
  const meetings = useAnswer<Lines<RecordMeeting>>("meetings");
  const quotes = useAnswer<Lines<RecordQuote>>("quotes", { indirect: true });
  const positions = useAnswer<Lines<RecordPosition>>("positions");
  const found = names.data?.names.find((n) => n.name === name);
  return (
    <PageOf title={name} wide>
      {found === undefined ? null : (
        <ul className="claim-meta">
          {found.code === null ? null : (
            <li>
              <Parties codes={[found.code]} />
            </li>
          )}
          <li>
            named in {found.reports} reports, {showDay(found.first)} to {showDay(found.last)}
          </li>
        </ul>
      )}
      <div className="columns">
        <Short
          title="Meetings"
          of={meetings}
          keep={(m) => m.representatives.includes(name)}
          status={(m) => m.status}
          text={(m) => m.what + (m.place === null ? "" : `, ${m.place}`)}
          empty="No meeting was found."
        />
        <Short
          title="Quotes"
          of={quotes}
          keep={(q) => q.speaker === name}
          text={(q) => <q className="said">{q.text}</q>}
          empty="No quotation was found."
        />
        <Short
          title="Positions"
          of={positions}
          keep={(p) => p.holderName === name || p.voice === name}
          status={(p) => p.move}
          text={(p) => p.stance}
          empty="No position was found."
        />
      </div>
    </PageOf>
  );
}
