import { type DragEvent, useState } from "react";
import { PageOf } from "../parts/page.js";
import { Empty } from "../parts/states.js";
import { useMay } from "../shell/me.js";
import { useField } from "../shell/times.js";
import { fileOf, type Given } from "./files.js";
import { Many } from "./many.js";
import { One } from "./one.js";
import { Progress } from "./progress.js";

/** Adding: one article is read on the page before it is kept; many files are kept by a job, which the address names. */
export function Page() {
  const [given, setGiven] = useState<Given>({ text: "" });
  const [files, setFiles] = useState<readonly File[]>([]);
  /** Counts what was opened, so that each begins with empty fields. */
  const [turn, setTurn] = useState(0);
  const [job, setJob] = useField("job");
  const may = useMay("editor", true);
  const open = async (file: File) => {
    setGiven(await fileOf(file));
    setTurn((n) => n + 1);
  };
  const take = (list: readonly File[]) => {
    if (list.length === 1) void open(list[0]);
    else if (list.length > 1) {
      setFiles(list);
      setJob("");
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  };
  const again = (name: string) => {
    const file = files.find((f) => f.name === name);
    return file === undefined ? null : () => void open(file);
  };
  if (!may)
    return (
      <PageOf title="Add an article">
        <Empty>Whoever is signed in here may read, and not add. An editor can.</Empty>
      </PageOf>
    );
  return (
    <PageOf
      title="Add an article"
      lede="Paste the text, or drop files: plain text or saved web pages. One is read at once and kept only when you say so; many are read and kept together. Nothing leaves this machine."
      wide
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen with the field below, too */}
      <div className="add" onDragOver={(e) => e.preventDefault()} onDrop={drop}>
        {job === "" ? null : <Progress id={job} again={again} />}
        {files.length === 0 || job !== "" ? null : (
          <Many files={files} look={open} begun={setJob} leave={() => setFiles([])} />
        )}
        <One key={turn} given={given} take={take} />
      </div>
    </PageOf>
  );
}
