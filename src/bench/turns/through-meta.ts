import type { Clock } from "../../clock.ts";
import { newId } from "../../ids.ts";
import type { Meta } from "../meta.ts";
import { choiceFrom, textFrom, webhook } from "../meta-webhooks.ts";
import type { PlaySettings, Written } from "./play.ts";
import { SCRIPT } from "./script.ts";

export type ThroughMeta = {
  readonly meta: Pick<Meta, "onAccepted">;
  readonly phoneNumberId: string;
  readonly clock: Clock;
  /** Brings one webhook and tells the HTTP status; rejects when the server cannot be reached. */
  readonly post: (body: Buffer) => Promise<number>;
};

/** Debtors who write and are written to through the Cloud API: each message of theirs is a webhook, brought until it hears 200. */
export function throughMeta({
  meta,
  phoneNumberId,
  clock,
  post,
}: ThroughMeta): Pick<PlaySettings, "clock" | "script" | "hear" | "write"> {
  return {
    clock,
    script: SCRIPT,
    hear: meta.onAccepted,
    write(written) {
      const body = webhook(phoneNumberId, [[[itemOf(written, Math.floor(clock.now().toSeconds()))]]]);
      return async () => (await post(body)) === 200;
    },
  };
}

function itemOf({ phone, step, words }: Written, at: number): ReturnType<typeof textFrom> {
  const written = { phone, id: `wamid.${newId()}`, at };
  return "tap" in words
    ? choiceFrom(written, words.tap, step === 3 ? "list_reply" : "button_reply")
    : textFrom(written, words.text);
}
