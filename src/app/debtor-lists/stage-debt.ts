import { hash } from "node:crypto";
import type { StagedDebt, StagedParty } from "../../../db/debtor-lists/staged-rows.ts";
import type { JudgedDebt, ListedDebtor, ListedPermission } from "../../domain/debtor-list/judged-row.ts";
import { newId } from "../../ids.ts";
import type { Secrets } from "../../secrets.ts";

/** Turns judged rows of one list into what the commit writes. It remembers which debtors the list has introduced. */
export type Stager = {
  /** What the debtor is called on file. */
  referenceOf(debtor: ListedDebtor): string;
  /** The row's fingerprint as it is stored: keyed, because a row without its key could be guessed from a name and a day. */
  keyed(fingerprint: string): string;
  stage(judged: JudgedDebt, known: { reference: string; fingerprint: string }): StagedDebt;
};

export function makeStager(secrets: Secrets, hashOf: (waKey: string) => string): Stager {
  const key = secrets.derive("debtor list fingerprints");
  const introduced = new Map<string, string>();
  const digest = (text: string): string => hash("sha256", `${key}${text}`, "base64url");

  return {
    keyed: digest,
    referenceOf(debtor) {
      if (debtor.reference !== undefined) return debtor.reference;
      if (debtor.kind === "company" || debtor.document === undefined) return debtor.key;
      // A person's number is not kept in the open; the same number gives the same reference in the next file.
      return `doc:${debtor.document.number.slice(-4)}-${digest(debtor.key).slice(0, 16)}`;
    },
    stage(judged, { reference, fingerprint }) {
      const { debt } = judged;
      const said = saidOf(judged);
      const isNew = introduced.get(reference) !== said;
      if (isNew) introduced.set(reference, said);
      return {
        debtor: reference,
        ...(isNew && { party: partyOf(judged, { secrets, hashOf }) }),
        id: newId(),
        reference: debt.reference,
        description: debt.description ?? debt.reference,
        currency: debt.currency,
        owedMinor: debt.owed.minor.toString(),
        issuedOn: debt.issuedOn,
        dueOn: debt.dueOn,
        ...(debt.disputed && debt.owed.minor > 0n && { disputed: true }),
        fingerprint,
      };
    },
  };
}

/** What makes a second word on a debtor worth writing: not the columns kept as they are, which differ from debt to debt. */
function saidOf({ debtor, contacts, permission }: JudgedDebt): string {
  return JSON.stringify([
    debtor.name,
    debtor.kind,
    debtor.document?.number,
    debtor.birthDate,
    debtor.livesIn,
    debtor.subdivision,
    debtor.zone,
    contacts.map(({ phone, name, role }) => [phone.key, name, role]),
    permission,
  ]);
}

function partyOf(
  { debtor, contacts, permission, extra }: JudgedDebt,
  { secrets, hashOf }: { secrets: Secrets; hashOf: (waKey: string) => string },
): StagedParty {
  const { document, birthDate } = debtor;
  const seal = (text: string | undefined) => (text === undefined ? undefined : secrets.seal(text).toString("base64"));
  return {
    id: newId(),
    kind: debtor.kind,
    name: debtor.name,
    documentType: document?.type,
    // A company's number is public, and one with a wrong check digit is somebody else's: neither shows who somebody is.
    lastFour: debtor.kind === "person" && document?.verifies ? document.number.slice(-4) : undefined,
    document: seal(document?.number),
    birthDate: debtor.kind === "person" ? seal(birthDate) : undefined,
    sealedWith: document !== undefined || birthDate !== undefined ? secrets.keyId : undefined,
    country: debtor.livesIn,
    subdivision: debtor.subdivision,
    zone: debtor.zone,
    extra: { ...(debtor.emails.length > 0 && { emails: debtor.emails }), columns: extra },
    contacts: contacts.map(({ phone, name, role }) => ({
      id: newId(),
      permissionId: newId(),
      phone: phone.e164,
      key: phone.key,
      hash: hashOf(phone.key),
      name,
      role,
    })),
    permission: permissionOf(permission),
  };
}

/** Null would be a word of its own: a list that says nothing of permission changes none. */
function permissionOf(permission: ListedPermission): StagedParty["permission"] {
  switch (permission.kind) {
    case "none":
      return undefined;
    case "refused":
      return { granted: false, wording: "", on: undefined, others: [], otherNumbers: false };
    case "others": {
      const { wording, on, others } = permission;
      return { granted: false, wording, on, others, otherNumbers: false };
    }
    case "given": {
      const { wording, channel, on, others, otherNumbers } = permission;
      const whole = channel === undefined ? wording : `${wording} (${channel})`;
      return { granted: true, wording: whole, on, others, otherNumbers };
    }
  }
}
