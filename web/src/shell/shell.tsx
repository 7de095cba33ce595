import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Header } from "./header.js";
import { Help } from "./help.js";
import { useSignIn } from "./me.js";
import { Nav } from "./nav.js";
import { Offline } from "./offline.js";
import { useKeys } from "./use-keys.js";

/** The frame of every page: header, navigation, the page, and the keys that work everywhere. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const first = useRef(true);
  useKeys(() => setHelp(true));
  useSignIn();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu and is read from its top
  useEffect(() => {
    setOpen(false);
    if (first.current) {
      first.current = false;
      return;
    }
    if (location.hash === "") scrollTo(0, 0);
    document.getElementById("page")?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <Header open={open} onMenu={() => setOpen(!open)} onHelp={() => setHelp(true)} />
      <Offline />
      <div className="frame">
        <Nav open={open} />
        <main id="page" tabIndex={-1}>
          {children}
        </main>
      </div>
      {help ? <Help onClose={() => setHelp(false)} /> : null}
    </>
  );
}
