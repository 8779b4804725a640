import { newToken, randomBytesOf } from "../../ids.ts";

/**
 * `saldar_<8 digits>_<43 letters>`: what it is, which one it is, and the secret, of 256 bits. The first two are the prefix, which
 * is shown later on and tells nothing of the secret; people, and programs that look for leaked secrets, know a key by it.
 */
const SHAPE = /^saldar_[0-9a-f]{8}_[\w-]{43}$/;

export type KeyText = { readonly prefix: string; readonly secret: string };

export function newKeyText(): KeyText {
  const prefix = `saldar_${randomBytesOf(4).toString("hex")}`;
  return { prefix, secret: `${prefix}_${newToken()}` };
}

/** Whether it can be a key at all: what was cut, or is somebody else's, need not be looked up. */
export function isKeyText(text: string): boolean {
  return SHAPE.test(text);
}
