import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../flows/vocabulary.ts";
import { escapeHtml } from "../../../src/web/pages/html.ts";
import { EVERY_PAGE, everyPage, HARMLESS, tagsOf } from "./samples.ts";

const stylesheet = readFileSync(new URL("../../../src/web/payment-page.css", import.meta.url), "utf8");

describe.each(EVERY_PAGE)("page $index in $language", ({ language, document }) => {
  it("names its language, its title and one main heading", () => {
    expect(document).toMatch(/^<!doctype html>\n/);
    expect(document).toContain(`<html lang="${language}">`);
    expect(document).toMatch(/<title>[^<]+<\/title>/);
    expect(document.match(/<h1>/g)).toHaveLength(1);
    expect(document.match(/<main/g)).toHaveLength(1);
  });

  it("needs nothing that a strict policy refuses", () => {
    expect(document).not.toMatch(/<script|<style|<iframe|<img|\sstyle=|\son\w+=|javascript:/i);
    expect(document).not.toMatch(/(?:href|src|action)="(?!\/(?!\/))/);
    expect(document).not.toContain("http-equiv");
  });

  it("is private: no index, no referrer", () => {
    expect(document).toContain('name="robots" content="noindex, nofollow"');
    expect(document).toContain('name="referrer" content="no-referrer"');
  });

  it("has no hole where a text is missing", () => {
    expect(document).not.toMatch(/undefined|null|NaN|\[object/);
  });

  it("opens and closes each element", () => {
    const open: string[] = [];
    for (const tag of tagsOf(document).slice(1)) {
      const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? "";
      if (tag.startsWith("</")) expect(open.pop()).toBe(name);
      else if (!["meta", "link"].includes(name)) open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe("what strangers wrote", () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '"><script>alert(1)</script>',
      "' onload='x",
      "</title><h1>",
      "<!--",
      "&lt;b&gt;",
      "\u202e",
      "&#39;",
    ),
  );

  it("never becomes an element or an attribute, and is shown as it was written", async () => {
    const told = fc.record({ creditor: hostile, purpose: hostile, note: hostile });
    await fc.assert(
      fc.property(told, fc.constantFrom(...LANGUAGES), (words, language) => {
        const pages = everyPage(language, words);
        expect(pages.map(tagsOf)).toEqual(everyPage(language, HARMLESS).map(tagsOf));
        expect(pages[0]).toContain(escapeHtml(words.purpose));
        expect(pages[1]).toContain(escapeHtml(words.note));
      }),
    );
  });

  it("is escaped so that a browser reads the same text again", async () => {
    const names: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
    await fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (name) => names[name] ?? "")).toBe(text);
      }),
    );
  });
});

describe("the stylesheet", () => {
  it("asks no other host for anything", () => {
    expect(stylesheet).not.toMatch(/url\(|@import|https?:/);
  });

  it("knows every class that the pages use", () => {
    const used = new Set(
      EVERY_PAGE.flatMap(({ document }) => [...document.matchAll(/class="([^"]+)"/g)]).flatMap(([, names = ""]) =>
        names.split(" "),
      ),
    );
    for (const name of used) expect(stylesheet).toContain(`.${name}`);
    expect(used.size).toBeGreaterThan(5);
  });

  it("has a light and a dark side", () => {
    expect(stylesheet).toContain("color-scheme: light dark");
    expect(stylesheet.match(/light-dark\(/g)?.length).toBeGreaterThan(5);
  });
});
