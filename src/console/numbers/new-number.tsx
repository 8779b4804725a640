import { useSession } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";
import { DemoNotice } from "../parts/demo-notice.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { PageHead } from "./page-head.tsx";

/** Which way a number is to be connected. */
export function NewNumber() {
  const { linking: words, numberPage } = usePageWords();
  const { cloud, phone } = words;
  const { isDemo } = useSession().business;
  return (
    <div className="page">
      <PageHead title={words.title} back={{ href: "/numbers", says: numberPage.back }} />
      <div className="page-body">
        <div className="stack page-narrow numbers">
          {isDemo ? <DemoNotice /> : <p>{words.choose}</p>}
          <div className="number-ways">
            <section className="card stack">
              <h2>
                {cloud.name}{" "}
                <Badge tone="good" icon="check">
                  {cloud.recommended}
                </Badge>
              </h2>
              <p>{cloud.about}</p>
              {!isDemo && (
                <div className="row">
                  <LinkButton href="/numbers/new/cloud" look="main">
                    {cloud.go}
                  </LinkButton>
                </div>
              )}
            </section>
            <section className="card stack">
              <h2>{phone.name}</h2>
              <p>{phone.about}</p>
              {!isDemo && (
                <div className="row">
                  <LinkButton href="/numbers/new/phone">{phone.go}</LinkButton>
                </div>
              )}
            </section>
          </div>
          {isDemo && (
            <div className="row">
              <LinkButton href="/numbers">{numberPage.back}</LinkButton>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
