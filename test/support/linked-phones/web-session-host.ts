import { whatsappWeb } from "../../../src/channels/whatsapp-web/whatsapp-web.ts";
import { DRIVERS } from "../../../src/sessions/drivers.ts";
import { runHost } from "../../../src/sessions/run-host.ts";
import { whatsappWebSettings } from "../../../src/sessions/whatsapp-web-settings.ts";
import { CHROMIUM_ARGS } from "../whatsapp-web-page/chromium-args.ts";

/** The real session host, but for the page that Chromium shows: the stand-in's, which reaches nobody. */
runHost({
  ...DRIVERS,
  async whatsapp_web(context) {
    const folder = context.settings["pinnedPages"] ?? "";
    return whatsappWeb({
      ...(await whatsappWebSettings(context)),
      pinned: { folder, version: "page" },
      chromiumArgs: CHROMIUM_ARGS,
    });
  },
});
