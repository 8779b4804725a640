import type { AtMeta, Costs, OurTemplateView, Templates, TemplatesSubmitted } from "../../src/web/contract.ts";
import { NOW } from "./fake-people.ts";

const BODY =
  "Hola, {{1}}. Soy el asistente virtual de {{2}} y le escribo por un asunto de su cuenta con nosotros. ¿Es usted?\n\nSi prefiere que le atienda una persona, escriba PERSONA.";

const OPENING: AtMeta = {
  id: "template-1",
  name: "saldar_opening",
  language: "es",
  status: "APPROVED",
  quality: "RED",
  category: "UTILITY",
  body: BODY,
  because: null,
  pausedBecause: "quality",
  syncedAt: NOW,
};

const ours = (changes: Partial<OurTemplateView>): OurTemplateView => ({
  name: "saldar_opening",
  language: "es",
  category: "UTILITY",
  body: BODY,
  examples: ["María", "Comercial de Muestra"],
  quickReplies: ["Sí, soy yo", "No soy esa persona", "No me escriban"],
  timeToLiveSeconds: 3600,
  atMeta: null,
  differences: [],
  problems: [],
  action: "nothing",
  price: { amount: "0.0008", currency: "USD", market: "Colombia" },
  ...changes,
});

export const TEMPLATES: Templates = {
  accounts: [
    {
      wabaId: "102290129340398",
      number: "WhatsApp",
      ours: [
        ours({ atMeta: OPENING }),
        ours({ name: "saldar_nudge", differences: ["missing"], action: "create", price: null }),
        ours({
          name: "saldar_receipt",
          atMeta: {
            ...OPENING,
            id: "template-3",
            pausedBecause: null,
            quality: "GREEN",
            category: "MARKETING",
            body: "Otro texto {{1}}",
          },
          differences: ["body", "category"],
          action: "edit",
          price: { amount: "0.0125", currency: "USD", market: "Colombia" },
        }),
        ours({
          name: "saldar_case_accepted",
          atMeta: {
            ...OPENING,
            id: "template-4",
            pausedBecause: null,
            quality: "UNKNOWN",
            status: "REJECTED",
            because: "PROMOTIONAL",
          },
        }),
      ],
      others: [
        {
          ...OPENING,
          id: "template-5",
          name: "hello_world",
          pausedBecause: null,
          quality: "YELLOW",
          category: "MARKETING",
        },
      ],
    },
  ],
  waiting: 12,
  rateCard: { holdsFrom: "2026-10-01", currency: "USD", source: "Lista de precios de muestra" },
};

export const COSTS: Costs = {
  from: "2026-10-25",
  days: [
    {
      day: "2026-11-23",
      channelId: "number-1",
      category: "utility",
      market: "Colombia",
      amount: { amount: "0.24", currency: "USD" },
      priced: 300,
      unpriced: 4,
      free: 0,
      undelivered: 7,
    },
    {
      day: "2026-11-22",
      channelId: "number-1",
      category: "service",
      market: "Mexico",
      amount: null,
      priced: 0,
      unpriced: 3,
      free: 0,
      undelivered: 0,
    },
  ],
};

export const SUBMITTED: TemplatesSubmitted = {
  submitted: [
    { name: "saldar_nudge", language: "es", action: "create", done: true, status: "PENDING" },
    {
      name: "saldar_receipt",
      language: "es",
      action: "edit",
      done: false,
      because: "deleted-lately",
      detail: "100/2388023: Message template language is being deleted",
    },
  ],
};
