import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ApiError } from "../api/api-error.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { CONSOLE_LANGUAGES } from "../i18n/language.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { explain } from "../parts/failure.tsx";
import { Field } from "../parts/field.tsx";
import { Icon } from "../parts/icon.tsx";
import "../parts/field.css";
import "./login.css";

const SHORT_NAMES = { es: "Español", "pt-BR": "Português", en: "English" } as const;

export function Login() {
  const { words, language, changeLanguage } = useLanguage();
  const linkFailed = new URLSearchParams(location.search).has("error");
  return (
    <main className="login-page">
      <div className="login">
        <p className="brand login-brand">Saldar</p>
        <p className="soft">{words.login.tagline}</p>
        {linkFailed && (
          <p className="login-failed" role="alert">
            <Icon name="warning" />
            {words.login.linkFailed}
          </p>
        )}
        <SignIn />
        <section className="login-link">
          <h2>{words.login.linkTitle}</h2>
          <p className="soft">{words.login.link}</p>
        </section>
        <p className="login-languages">
          {CONSOLE_LANGUAGES.map((known) => (
            <button
              key={known}
              type="button"
              lang={known}
              className="login-language"
              aria-pressed={known === language}
              onClick={() => changeLanguage(known)}
            >
              {SHORT_NAMES[known]}
            </button>
          ))}
        </p>
      </div>
    </main>
  );
}

function SignIn() {
  const { words } = useLanguage();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({
    mutationFn: () => post<unknown>("/api/auth/sign-in/email", { email, password }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.session }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form className="login-form" onSubmit={submit} aria-labelledby="sign-in">
      <h1 id="sign-in">{words.login.title}</h1>
      <Field label={words.login.email}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
        )}
      </Field>
      <Field label={words.login.password}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        )}
      </Field>
      {signIn.error && (
        <p className="login-failed" role="alert">
          <Icon name="warning" />
          {whyNot(signIn.error, words.login, words.errors, words.shell.somethingFailed)}
        </p>
      )}
      <Button type="submit" look="main" isBusy={signIn.isPending}>
        {words.login.submit}
      </Button>
    </form>
  );
}

function whyNot(
  error: unknown,
  { wrong, slow }: { wrong: string; slow: string },
  sentences: Readonly<Record<string, string>>,
  fallback: string,
): string {
  if (error instanceof ApiError && error.status === 429) return slow;
  if (error instanceof ApiError && (error.status === 401 || error.status === 403 || error.status === 400)) return wrong;
  return explain(error, sentences, fallback);
}
