import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const LAYERS = "@layer reset, base, parts, pages;";

/** A bundle puts styles in the order of its chunks, and whichever layer is named first would go under the others. */
const layersFirst: Plugin = {
  name: "layers-first",
  enforce: "post",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = `${LAYERS}${file.source}`;
    }
  },
};

/** A shell or a test runner may say otherwise, and React would bring its development half, which calls effects twice. */
function insistOnProduction(command: "build" | "serve"): void {
  if (command === "build") process.env["NODE_ENV"] = "production";
}

export default defineConfig(({ command }) => {
  insistOnProduction(command);
  return {
    root: import.meta.dirname,
    plugins: [react(), layersFirst],
    build: {
      outDir: "../../dist/console",
      emptyOutDir: true,
      target: "es2022",
      // The content policy allows nothing inline: no data: addresses, no script for old browsers.
      assetsInlineLimit: 0,
      // One style sheet (8 kB on the wire): a page looks the same whichever was open before it.
      cssCodeSplit: false,
      modulePreload: { polyfill: false },
    },
    server: { proxy: { "/api": "http://127.0.0.1:3000", "/p": "http://127.0.0.1:3000" } },
  };
});
