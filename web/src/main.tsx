import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource-variable/source-serif-4/opsz-italic.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/claims.css";
import "./style/pages.css";
import "./style/print.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "./api/client.js";
import { App } from "./app.js";
import { applySettings } from "./shell/settings.js";

applySettings();
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one when asked again; a server that does not answer may come back.
      retry: (failures, error) => error instanceof Refused && error.status === 0 && failures < 2,
    },
  },
});
createRoot(document.getElementById("desk") as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
