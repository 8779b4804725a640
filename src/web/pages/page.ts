import type { Language } from "../../../flows/vocabulary.ts";
import { type Html, html } from "./html.ts";

/**
 * A whole document for payers: no script, no inline style, no other host. `default-src 'none'; style-src 'self'` is enough
 * for it, and `form-action` must name `'self'` and the provider's page: Chromium (tried) refuses a form whose answer
 * redirects to a host that is not named. Links are private: nobody indexes them, and no other site hears of them.
 */
export function page({ language, title, banner, main }: PageParts): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="stylesheet" href="/payment-page.css">
</head>
<body>
${banner}
<main class="card">
${main}
</main>
</body>
</html>
`.markup;
}

type PageParts = {
  readonly language: Language;
  readonly title: string;
  readonly banner?: Html | undefined;
  readonly main: Html;
};
