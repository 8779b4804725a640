-- The sign-in library's own tables (better-auth 1.7.24, compiled by its `getMigrations`), in a schema of their own: who signs
-- in is asked before the business is known. Ids are texts there, `verification.id` too. An organisation's id is the
-- business's. test/web/sign-in/schema.test.ts asks the library whether anything is missing or different.
create schema auth;
--> statement-breakpoint
create table auth."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
--> statement-breakpoint
create table auth."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade, "activeOrganizationId" text);
--> statement-breakpoint
create table auth."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);
--> statement-breakpoint
create table auth."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);
--> statement-breakpoint
create table auth."organization" ("id" text not null primary key, "name" text not null, "slug" text not null unique, "logo" text, "createdAt" timestamptz not null, "metadata" text);
--> statement-breakpoint
create table auth."member" ("id" text not null primary key, "organizationId" text not null references auth."organization" ("id") on delete cascade, "userId" text not null references auth."user" ("id") on delete cascade, "role" text not null, "createdAt" timestamptz not null);
--> statement-breakpoint
create table auth."invitation" ("id" text not null primary key, "organizationId" text not null references auth."organization" ("id") on delete cascade, "email" text not null, "role" text, "status" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "inviterId" text not null references auth."user" ("id") on delete cascade);
--> statement-breakpoint
create table auth."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
--> statement-breakpoint
create index "session_userId_idx" on auth."session" ("userId");
--> statement-breakpoint
create index "account_userId_idx" on auth."account" ("userId");
--> statement-breakpoint
create index "verification_identifier_idx" on auth."verification" ("identifier");
--> statement-breakpoint
create index "member_organizationId_idx" on auth."member" ("organizationId");
--> statement-breakpoint
create index "member_userId_idx" on auth."member" ("userId");
--> statement-breakpoint
create index "invitation_organizationId_idx" on auth."invitation" ("organizationId");
--> statement-breakpoint
create index "invitation_email_idx" on auth."invitation" ("email");
--> statement-breakpoint
-- Ours: a person has one role in a business, and only one of the four that src/web/permissions.ts knows.
create unique index "member_once" on auth."member" ("organizationId", "userId");
--> statement-breakpoint
alter table auth."member" add constraint "member_role_known" check ("role" in ('agent', 'supervisor', 'business', 'admin'));
--> statement-breakpoint
-- The look-ups that come before the business is known for who signs in. Like those of the migration guards. First the business
-- this person acts for: the one they chose while they belong to it, or else the first they joined.
create function lookup_membership(person text, chosen text) returns table (business_id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select m."organizationId"::uuid, m."role" from auth."member" m
     where m."userId" = person
     order by (m."organizationId" = chosen) desc nulls last, m."createdAt", m."id" limit 1 $$;
--> statement-breakpoint
-- All that this person may choose from, the first they joined first.
create function lookup_memberships(person text) returns table (business_id uuid, role text)
  language sql stable security definer set search_path = public, pg_temp as
  $$ select m."organizationId"::uuid, m."role" from auth."member" m
     where m."userId" = person order by m."createdAt", m."id" $$;
--> statement-breakpoint
revoke execute on function lookup_membership(text, text), lookup_memberships(text) from public;
