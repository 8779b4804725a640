import type { Option } from "../vocabulary.ts";
import { linesIn } from "./lines.ts";
import type { Copy, Titles } from "./messages.ts";

// Plain English. One question a message; never a reason asked for.

const titles: Titles = {
  yes: "Yes, that's me",
  no: "No",
  pay: "Pay now",
  options: "See options",
  balance: "See my balance",
  promise: "Choose a date",
  paid: "I already paid",
  dispute: "This isn't mine",
  wrongPerson: "Wrong person",
  person: "Talk to a person",
  stop: "Stop messages",
  howToVerify: "How to check",
};

const {
  money,
  day,
  inAWeek,
  listDay,
  options,
  says,
  confirmsPermission,
  confirmsPlan,
  confirmsPromise,
  suggests,
  debts,
  nextAgreed,
  instalments,
  offers,
  offerOptions,
} = linesIn("en", {
  titles,
  wasDue: "was due",
  isDue: "due",
  more: (count) => `and ${count} more`,
  rhythm: { weekly: "weekly payments", quincenal: "half-monthly payments", monthly: "monthly payments" },
  equal: (count, rhythm, each) => `${count} ${rhythm} of ${each}`,
  unequal: (count, rhythm, { first, later }) => `${count} ${rhythm}: ${first}, then ${later}`,
  nextAgreed: (payment) => ` Next instalment: ${payment}.`,
  middle: (last, each, { rhythm, from }) => `2 to ${last}. ${rhythm} of ${each}, from ${from}`,
});

const hello = (name: string | undefined): string => (name === undefined ? "Hello." : `Hello, ${name}.`);
const DID_YOU_MEAN =
  "Sorry, I did not quite understand. Did you mean one of these?\n\nIf not, please say it in other words.";
const goOn = (): Option[] => [{ id: "yes", title: "Yes, go on" }, { id: "no", title: "Not now" }, ...options("stop")];

export const english: Copy = {
  opening: ({ name, creditor }) =>
    says(
      `Hello, ${name}. I am the virtual assistant of ${creditor}, writing about your account with us. Is that you?\n\nIf you would rather talk to a person, write PERSON. If you do not want messages, write STOP.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "opening.isItYou": ({ name, creditor }) =>
    says(
      `Hello, thank you for answering. I am the virtual assistant of ${creditor}, writing about your account with us. Am I speaking with ${name}?\n\nIf you would rather talk to a person, write PERSON.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  nudge: ({ name, creditor }) =>
    says(
      `Hello, ${name}. This is the virtual assistant of ${creditor} again; I left you a message some days ago. Is that you?\n\nIf you would rather talk to a person, write PERSON. If you do not want messages, write STOP.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "nudge.continue": ({ name, creditor }) => ({
    body: `Hello, ${name}. This is the virtual assistant of ${creditor} and our conversation is still open. Shall we go on where we were?`,
    options: goOn(),
  }),
  "welcome.verify": ({ name, creditor }) =>
    says(
      `${hello(name)} I am the virtual assistant of ${creditor}. To protect your data I first check that it is you: what are the last four digits of your document, or your date of birth?\n\nOne of the two is enough.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.ask": ({ name }) =>
    says(
      `Thank you${name === undefined ? "" : `, ${name}`}. To protect your data, before we go on I check that it is you: what are the last four digits of your document, or your date of birth?\n\nOne of the two is enough.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.again": ({ triesLeft }) =>
    says(
      `That does not match what I have. ${triesLeft === 1 ? "One try is left" : `${triesLeft} tries are left`}. What are the last four digits of your document, or your date of birth (for example, 15 August 1990)?`,
      "howToVerify",
      "person",
    ),
  "verify.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: false }),
  }),
  "verify.howToVerifyUs": ({ creditor, howToVerifyUs }) =>
    says(
      `You are right to check. You can confirm here that this message is from ${creditor}: ${howToVerifyUs}\n\nWe never ask for passwords, codes or card details in this chat.`,
      "person",
      "stop",
    ),
  "verify.neutralClose": ({ creditor }) =>
    says(
      `Thank you for your time. I could not confirm the details, so for your safety I stop here. If you need anything from ${creditor}, please use its usual contact channels.`,
    ),
  "stranger.askReference": ({ creditor }) =>
    says(
      `Hello. I am the virtual assistant of ${creditor}. I do not have this number on file. What is your reference or customer number, so that a person can help you?`,
      "person",
      "stop",
    ),
  "stranger.close": ({ creditor }) =>
    says(`Thank you. Somebody from the team of ${creditor} looks at it and answers you in this chat.`),

  "balance.show": (words) =>
    says(
      `Open with ${words.creditor} as of ${listDay(words.today)}:\n${debts(words)}\n\nTotal: *${money(words.owed)}*.${nextAgreed(words)} What suits you?\n\nOr write: I already paid, this isn't mine, or stop.`,
      "pay",
      "options",
      "person",
    ),
  "balance.nothingOwed": ({ creditor }) =>
    says(
      `I checked your account: there is nothing to pay to ${creditor}. Thank you for being up to date.`,
      "person",
      "stop",
    ),
  "options.show": (words) => ({
    body:
      words.offers.length === 0
        ? `Your balance is *${money(words.owed)}*. You can pay it all, choose a date, or write me your proposal and a person looks at it. What suits you best?`
        : `Your balance is *${money(words.owed)}*. You can pay it like this:\n${offers(words.offers)}\n\nYou can also write me your proposal. Which suits you best?`,
    options: [...offerOptions(words.offers), ...options("pay", "promise", "person")],
  }),
  "plan.confirm": ({ plan }) => ({
    body: `This would be your payment plan for *${money(plan.total)}*:\n${instalments(plan)}\n\nIf a payment does not arrive on its day, we look at it with you. To make it firm, tap «Yes, I agree». Do you agree to this?`,
    options: confirmsPlan(plan, { yes: "Yes, I agree", no: "No, see others" }),
  }),
  "plan.agreed": ({ plan, paymentLink }) =>
    says(
      `Done, your plan is recorded: ${plan.instalments.length === 1 ? "one payment" : `${plan.instalments.length} payments`}, ${money(plan.total)} in all. The first is *${money(paymentLink.amount)}*, and you can pay it here:\n${paymentLink.url}\n\nI send the receipt as soon as it arrives. To talk to somebody, write PERSON.`,
    ),
  "plan.beyondPolicy": () =>
    says(
      "Thank you for your proposal. I cannot answer it myself: I am passing it on, complete, to a person of the team, who answers you in this chat. Nothing is agreed yet.",
    ),
  "promise.askDay": ({ today }) =>
    says(`Of course. On which exact day can you pay? For example: ${day(inAWeek(today))}.`, "options", "person"),
  "promise.confirm": ({ promise }) => ({
    body: `To confirm: you would pay *${money(promise.amount)}* on *${day(promise.on)}*. To have it noted, tap «Yes, I confirm». Is that right?`,
    options: confirmsPromise(promise, { yes: "Yes, I confirm", no: "No, another date" }),
  }),
  "promise.noted": ({ promise }) =>
    says(
      `Thank you. Your payment of *${money(promise.amount)}* is noted for *${day(promise.on)}*. I will not insist before that day. If you want to pay earlier, write PAY.`,
      "pay",
      "person",
    ),
  "promise.broken": ({ name, creditor }) => ({
    body: `Hello, ${name}. This is the virtual assistant of ${creditor}, as we had arranged. Shall we pick up the conversation again?`,
    options: goOn(),
  }),
  "pay.link": ({ paymentLink, creditor }) =>
    says(
      `You can pay *${money(paymentLink.amount)}* to ${creditor} on this secure page:\n${paymentLink.url}\n\nPlease do not write card details in this chat. I send the receipt as soon as the payment arrives.`,
      "options",
      "person",
    ),
  "pay.failed": () =>
    says(
      "The payment could not be completed and nothing was charged. You can try again with the same button or see other options. Which do you prefer?",
      "pay",
      "options",
      "person",
    ),
  "paid.thanks": ({ receipt }) =>
    says(
      `Thank you! We received your payment of *${money(receipt.amount)}* on ${day(receipt.paidOn)}. Receipt: ${receipt.reference}. To see your account, write BALANCE; to talk to somebody, PERSON.`,
    ),
  "paid.thanksInFull": ({ receipt, creditor }) =>
    says(
      `Thank you! We received your payment of *${money(receipt.amount)}* on ${day(receipt.paidOn)}. Receipt: ${receipt.reference}. You are up to date with ${creditor}: nothing more to pay.`,
    ),
  "paid.receipt": ({ receipt, creditor }) =>
    says(
      `Confirmation of your payment to ${creditor}: we received *${money(receipt.amount)}* on ${day(receipt.paidOn)}. The number of your receipt is ${receipt.reference}. Thank you! To talk to somebody, write PERSON; for no more messages, STOP.`,
    ),
  "paid.claimNoted": () =>
    says(
      "Thank you for telling me. It is noted, to be verified, and meanwhile we will not write to you about this. If you have a receipt, you can send it here. A person looks at it and answers you.",
    ),
  "receipt.toVerify": () =>
    says(
      "Thank you, I have it. It is still to be verified: a person of the team looks at it and tells you the result in this chat.",
    ),
  "dispute.noted": ({ caseNumber }) =>
    says(
      `Thank you for saying so. I recorded your case under number *${caseNumber}*, and we pause our messages while we look at it. A person answers you in this chat. If you want to add anything, write it here.`,
    ),
  "dispute.accepted": ({ caseNumber, creditor }) =>
    says(
      `We have looked at your case *${caseNumber}* with ${creditor}: you were right, and we corrected the account. If you want to see how it stands, write to us in this chat; for no more messages, write STOP.`,
    ),
  "dispute.rejected": ({ caseNumber, creditor }) =>
    says(
      `We have looked at your case *${caseNumber}* with ${creditor}: by our records the account is correct, and the case is closed. If you have a document that we should see, send it in this chat and a person looks at it. For no more messages, write STOP.`,
    ),
  "wrongPerson.sorry": () =>
    says("I am sorry for the trouble. We are removing this number and will not write to you again. Have a good day."),
  "deceased.sorry": () =>
    says(
      "I am very sorry for your loss. We will send no more messages. A person of the team is there if you need anything.",
    ),
  "hardship.noted": () =>
    says(
      "Thank you for trusting me with this. You do not have to explain anything more. We pause: we will not write to you meanwhile, and a person of the team looks with you for a way that works for you. What you tell us is used only to help you.",
    ),
  "crisis.care": () =>
    says(
      "I am very sorry that you are going through this. Your life and your well-being matter more than anything else. If you are in danger, please call the emergency number of your country now or reach out to somebody you trust. I have called a person to write to you.",
    ),
  "person.coming": () =>
    says("With pleasure. I have told a person of the team: they read this conversation and answer you here."),
  "stop.confirmed": ({ creditor }) =>
    says(`Understood. ${creditor} will not send you any more messages here. This is the last confirmation.`),
  "permission.confirm": ({ creditor }) => ({
    body: `Hello, this is the virtual assistant of ${creditor}. We stopped writing because you asked us to. If you say yes, ${creditor} will write to you again on WhatsApp at this number, about matters of your account with us. You can stop it at any time: write STOP. To make it count, tap “Yes, write to me”. Do you agree to this?`,
    options: confirmsPermission({ yes: "Yes, write to me", no: "No, thanks" }),
  }),
  "permission.noted": ({ creditor, today }) =>
    says(
      `Thank you. Noted today, ${day(today)}: ${creditor} may write to you on WhatsApp again. To stop it, write STOP.\n\nTo protect your data, before we go on let me confirm that it is you: what are the last four digits of your document, or your date of birth? One of the two is enough.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "refused.noted": () =>
    says("I understand, thank you for saying so. I will not insist here. A person of the team is available to talk."),
  "thanks.reply": () => says("You are welcome. I am here if you need anything else."),
  "later.noted": () => says("Of course, no problem. Write to us whenever you can and we will go on."),
  unreadable: () => says("For now I can only read text. Could you write it in a message?", "person"),
  "unclear.yesNo": ({ name }) =>
    says(`Sorry, I did not understand. Am I speaking with ${name}?`, "yes", "wrongPerson", "person"),
  "unclear.proof": () =>
    says(
      "Sorry, I did not understand. What are the last four digits of your document, or your date of birth (for example, 15 August 1990)?",
      "howToVerify",
      "person",
    ),
  "unclear.menu": () =>
    says("Sorry, I did not quite understand. What would you like to do?", "pay", "options", "person"),
  "unclear.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: true }),
  }),
  "unclear.toPerson": () =>
    says(
      "I would rather have a person help you, so as not to waste your time. I have told them: they read this conversation and answer you here.",
    ),
  "agent.returned": ({ name }) =>
    says(
      `${hello(name)} It is me again, the virtual assistant. We can go on whenever you like. What would you like to do?`,
      "pay",
      "options",
      "person",
    ),
};
