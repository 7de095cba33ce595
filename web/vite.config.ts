import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Pages are split; the first one's script stays small. `npm run build:web` writes web/dist. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": process.env.RAPPORTEUR_API ?? "http://127.0.0.1:7777" } },
});
