import { featuresOf } from "./classifier/features.ts";
import model from "./classifier/model.json" with { type: "json" };
import { classifier } from "./classifier/model.ts";
import { decide } from "./decide.ts";
import { readEntities } from "./entities/read-entities.ts";
import { languageOf } from "./language.ts";
import { type Context, type Inbound, isPlain, type Meaning, type Reading } from "./reading.ts";
import { readByRules } from "./rules.ts";
import { supportIn } from "./support.ts";
import { tokenise, verbatim } from "./tokens.ts";

const LIKELIHOODS = classifier(model);

/**
 * Text → meanings, in stages: what the transport says for certain; what the rules find; what is likely. Pure, synchronous, never
 * throws.
 */
export function understand(message: Inbound, context: Context): Reading {
  switch (message.kind) {
    case "choice":
      return certain({ type: "option", id: message.id, intent: "menu_choice", ...SURE, evidence: message.title });
    case "unsupported":
      return certain({ type: "unreadable", intent: "unclear", ...SURE });
    case "media":
      return understandMedia(message, context);
    case "text":
      return understandText(message.body, context);
  }
}

const SURE = { stage: "transport", confidence: 1, evidence: "" } as const;

function certain(...meanings: readonly Meaning[]): Reading {
  return { meanings, act: "act", candidates: [], language: undefined };
}

/** A picture or a PDF may be a receipt; it is the words under it that may say something else as well. */
function understandMedia({ mime, caption }: Extract<Inbound, { kind: "media" }>, context: Context): Reading {
  const mayBeReceipt = (mime.startsWith("image/") && mime !== "image/webp") || mime.startsWith("application/pdf");
  const picture: Meaning = mayBeReceipt
    ? { type: "receipt", intent: "receipt", ...SURE, confidence: 0.7 }
    : { type: "unreadable", intent: "unclear", ...SURE };
  if (!caption) return certain(picture);
  const { meanings, act, candidates, language } = understandText(caption, context);
  // A person reads it: all that it may be, and the picture. Nobody can be asked back about a stop beside a picture.
  if (act === "human" || candidates.includes("opt_out"))
    return {
      meanings: [...meanings.filter(({ type }) => type !== "unclear"), picture],
      act: "human",
      candidates: [],
      language,
    };
  // What is only likely is done nothing about beside a picture either: nobody could be asked back about the half of it.
  const said = meanings.filter((meaning) => meaning.type !== "unclear" && (act === "act" || isPlain(meaning)));
  if (!mayBeReceipt) return { ...certain(...(said.length > 0 ? said : [picture])), language };
  const urgent = said.filter(({ type }) =>
    ["crisis", "optOut", "legal", "deceased", "wrongPerson", "person"].includes(type),
  );
  const rest = said.filter((meaning) => !urgent.includes(meaning));
  return { ...certain(...urgent, picture, ...rest), language };
}

function understandText(body: string, context: Context): Reading {
  const text = tokenise(body);
  const entities = readEntities(text, context);
  const found = readByRules(text, entities, context);
  const likely = LIKELIHOODS(featuresOf(text, entities, found, context.expects));
  const whole = verbatim(text, text.tokens[0], text.tokens.at(-1));
  return {
    ...decide({ found, likely, support: supportIn(text, entities, context), whole, expects: context.expects }),
    language: languageOf(text),
  };
}
