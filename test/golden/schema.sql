-- The schema of a migrated database. Written by test/db/golden-schema.test.ts: `npx vitest run -u` after reading the change.

-- Tables

table alarm (
  business_id uuid not null
  id uuid not null
  kind text not null
  subject_id uuid
  detail text not null
  times integer not null default 1
  cleared_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table api_key (
  business_id uuid not null
  id uuid not null
  name text not null
  role text not null
  key_hash bytea not null
  prefix text not null
  created_by text not null
  created_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table api_key_route (
  key_hash bytea not null
  business_id uuid not null
  api_key_id uuid not null
)
table audit_event (
  business_id uuid not null
  id uuid not null
  actor text not null
  action text not null
  subject text not null
  subject_id uuid
  before jsonb
  after jsonb
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table auth."rateLimit" (
  id text not null
  key text not null
  count integer not null
  lastRequest bigint not null
)
table auth."user" (
  id text not null
  name text not null
  email text not null
  emailVerified boolean not null
  image text
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
)
table auth.account (
  id text not null
  accountId text not null
  providerId text not null
  userId text not null
  accessToken text
  refreshToken text
  idToken text
  accessTokenExpiresAt timestamp with time zone
  refreshTokenExpiresAt timestamp with time zone
  scope text
  password text
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null
)
table auth.invitation (
  id text not null
  organizationId text not null
  email text not null
  role text
  status text not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  inviterId text not null
)
table auth.member (
  id text not null
  organizationId text not null
  userId text not null
  role text not null
  createdAt timestamp with time zone not null
)
table auth.organization (
  id text not null
  name text not null
  slug text not null
  logo text
  createdAt timestamp with time zone not null
  metadata text
)
table auth.session (
  id text not null
  expiresAt timestamp with time zone not null
  token text not null
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null
  ipAddress text
  userAgent text
  userId text not null
  activeOrganizationId text
)
table auth.verification (
  id text not null
  identifier text not null
  value text not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone not null default CURRENT_TIMESTAMP
  updatedAt timestamp with time zone not null default CURRENT_TIMESTAMP
)
table business (
  id uuid not null
  name text not null
  country text not null
  currency character(3) not null
  language text not null
  zone text not null
  is_demo boolean not null
  clock_offset_ms bigint not null default 0
  plan_policy jsonb not null
  readings jsonb not null default '{}'::jsonb
  transfer_account jsonb
  payment_provider text
  pay_days smallint[] not null default '{15,31}'::smallint[]
  how_to_verify_us text not null
  moves_to_other_number boolean not null default false
  recorded_at timestamp with time zone not null default now()
)
table business_route (
  business_id uuid not null
)
table channel (
  business_id uuid not null
  id uuid not null
  kind text not null
  name text not null
  routing_key text not null
  phone text
  waba_id text
  verified_name text
  credentials bytea
  blocks jsonb not null default '{}'::jsonb
  blocked_because text generated COALESCE((blocks ->> 'restriction'::text), (blocks ->> 'meta'::text), (blocks ->> 'link'::text), (blocks ->> 'credentials'::text), (blocks ->> 'refused'::text))
  paused_until timestamp with time zone
  messaging_limit integer
  tier_limit integer
  quality text
  messages_per_second integer
  learnt_at timestamp with time zone
  people_a_day integer
  every_ms integer
  health_decision_id uuid
  first_used_at timestamp with time zone
  retired_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table channel_delivery (
  business_id uuid not null
  id uuid not null
  channel_id uuid not null
  body text not null
  received_at timestamp with time zone not null
)
table channel_link (
  business_id uuid not null
  channel_id uuid not null
  state jsonb not null
  secret bytea
  since timestamp with time zone not null
  asked jsonb
  asked_by text
  linked_by text
  linked_at timestamp with time zone
  self_phone text
  self_lid text
  read_up_to timestamp with time zone
)
table channel_route (
  routing_key text not null
  business_id uuid not null
  channel_id uuid not null
)
table column_mapping (
  business_id uuid not null
  header_signature text not null
  settings jsonb not null
  recorded_at timestamp with time zone not null default now()
)
table console_event (
  business_id uuid not null
  xid xid8 not null default pg_current_xact_id()
  sequence bigint not null generated always as identity
  kind text not null
  subject_id uuid
  payload jsonb not null default '{}'::jsonb
  recorded_at timestamp with time zone not null default now()
)
table contact (
  business_id uuid not null
  id uuid not null
  debtor_id uuid
  name text
  role text
  phone text
  wa_key text not null
  wa_id text
  bsuid text
  lid text
  suppressed_at timestamp with time zone
  suppressed_because text
  recorded_at timestamp with time zone not null default now()
)
table contact_made (
  business_id uuid not null
  debtor_id uuid not null
  outbox_id uuid not null
  channel text not null
  at timestamp with time zone not null
)
table contact_permission (
  business_id uuid not null
  id uuid not null
  contact_id uuid not null
  granted boolean not null
  other_channels text[] not null default '{}'::text[]
  other_numbers boolean not null default false
  wording text not null
  granted_on date not null
  source text not null
  list_id uuid
  message_id uuid
  at timestamp with time zone not null default now()
  recorded_at timestamp with time zone not null default now()
)
table conversation (
  business_id uuid not null
  id uuid not null
  channel_id uuid not null
  contact_id uuid not null
  debtor_id uuid
  flow text not null
  flow_version integer not null
  state text not null
  context jsonb not null
  language text not null
  revision integer not null default 0
  owner text not null default 'bot'::text
  owner_user_id text
  owner_epoch integer not null default 0
  stopped_epoch integer not null default 0
  handed_over_because text
  handed_over_at timestamp with time zone
  verified_at timestamp with time zone
  alarm_at timestamp with time zone
  last_inbound_at timestamp with time zone
  said_since_inbound integer not null default 0
  last_said_at timestamp with time zone
  paced_until_ms bigint
  burst_from_ms bigint
  last_options jsonb not null default '[]'::jsonb
  outcome text
  closed_at timestamp with time zone
  opened_at timestamp with time zone not null
  continues uuid
  failures smallint not null default 0
  retry_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table conversation_event (
  business_id uuid not null
  conversation_id uuid not null
  revision integer not null
  position smallint not null
  event jsonb not null
  meaning jsonb
  handled boolean not null
  from_state text not null
  to_state text not null
  effects jsonb not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table debt (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  reference text not null
  description text not null
  currency character(3) not null
  issued_on date
  due_on date not null
  row_fingerprint text not null
  list_id uuid
  recorded_at timestamp with time zone not null default now()
)
table debtor (
  business_id uuid not null
  id uuid not null
  reference text not null
  kind text not null
  name text not null
  document_type text
  document_last_four text
  document_sealed bytea
  birth_date_sealed bytea
  sealed_with text
  language text
  country text
  subdivision text
  zone text
  attorney jsonb
  moratorium jsonb
  requested_hours jsonb
  inconvenient jsonb
  extra jsonb not null default '{}'::jsonb
  list_id uuid
  recorded_at timestamp with time zone not null default now()
)
table debtor_list (
  business_id uuid not null
  id uuid not null
  file_name text not null
  sha256 text not null
  size_bytes integer not null
  state text not null
  settings jsonb not null
  summary jsonb not null
  committed_rows integer not null default 0
  total_rows integer not null
  uploaded_by text not null
  uploaded_at timestamp with time zone not null
  committed_at timestamp with time zone
  failed_because text
  recorded_at timestamp with time zone not null default now()
)
table debtor_list_contact (
  business_id uuid not null
  list_id uuid not null
  verdict smallint not null
  part integer not null
  lines text not null
)
table debtor_list_mark (
  business_id uuid not null
  list_id uuid not null
  row integer not null
  hash bytea not null
)
table debtor_list_row (
  business_id uuid not null
  list_id uuid not null
  row integer not null
  verdict text not null
  judged jsonb
  share smallint generated abs((hashtext((judged ->> 'debtor'::text)) % 32768))
  cells jsonb
  problems jsonb
)
table dispute (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  conversation_id uuid not null
  case_number text not null
  opened_at timestamp with time zone not null
  decided_at timestamp with time zone
  decided_by text
  decision text
  recorded_at timestamp with time zone not null default now()
)
table erasure (
  business_id uuid not null
  debtor_id uuid not null
  marks text not null
  horizon xid8
  delivery_id uuid
  list_id uuid
  recorded_at timestamp with time zone not null default now()
)
table hold (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  debt_id uuid
  kind text not null
  source_id uuid
  placed_at timestamp with time zone not null
  said_again_at timestamp with time zone
  placed_by text
  until timestamp with time zone
  lifted_at timestamp with time zone
  lifted_by text
  recorded_at timestamp with time zone not null default now()
)
table instalment (
  business_id uuid not null
  plan_id uuid not null
  number integer not null
  due_on date not null
  amount_minor bigint not null
)
table ledger_block (
  business_id uuid not null
  height integer not null
  entry_ids uuid[] not null
  previous_hash bytea not null
  hash bytea not null
  recorded_at timestamp with time zone not null default now()
)
table ledger_entry (
  business_id uuid not null
  id uuid not null
  reference text not null
  kind text not null
  effective_on date not null
  description text
  reverses text
  actor text not null
  source text
  fingerprint bytea not null
  content_hash bytea not null
  recorded_at timestamp with time zone not null default now()
)
table ledger_posting (
  business_id uuid not null
  entry_id uuid not null
  position smallint not null
  account_code smallint not null
  debtor_id uuid
  debt_id uuid
  provider text
  amount_minor bigint not null
  currency character(3) not null
)
table ledger_unsealed (
  business_id uuid not null
  entry_id uuid not null
)
table message (
  business_id uuid not null
  id uuid not null
  conversation_id uuid not null
  channel_id uuid not null
  direction text not null
  author text not null
  kind text not null
  body text not null
  detail jsonb
  provider_id text
  sent_at timestamp with time zone not null
  turn integer
  status_rank smallint not null default 0
  failed_code text
  card_number_dropped boolean not null default false
  recorded_at timestamp with time zone not null default now()
)
table message_cost (
  business_id uuid not null
  message_id uuid not null
  channel_id uuid not null
  category text not null
  market text not null
  billable boolean not null
  micros bigint
  currency character(3)
  rate_card text
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table message_file (
  business_id uuid not null
  message_id uuid not null
  channel_id uuid not null
  state text not null default 'wanted'::text
  mime text not null
  sha256 text
  bytes bytea
  tries smallint not null default 0
  retry_at timestamp with time zone
  because text
  conversation_id uuid
  attached_by text
  file_name text
  token text
  recorded_at timestamp with time zone not null default now()
)
table message_reading (
  business_id uuid not null
  message_id uuid not null
  intent text not null
  confidence smallint not null
  evidence text not null
  stage text not null
  act text not null
  intents jsonb not null
  candidates jsonb not null
  language text not null
  expects text not null
  words text
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table message_status (
  business_id uuid not null
  channel_id uuid not null
  provider_id text not null
  status text not null
  code text
  outbox_id uuid
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table note (
  business_id uuid not null
  id uuid not null
  conversation_id uuid not null
  author text not null
  body text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table number_decision (
  business_id uuid not null
  id uuid not null
  channel_id uuid not null
  verdict text not null
  reason text not null
  people_a_day integer
  every_ms integer not null
  record jsonb not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table number_event (
  business_id uuid not null
  id uuid not null
  channel_id uuid not null
  kind text not null
  detail jsonb not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table outbox (
  business_id uuid not null
  id uuid not null
  conversation_id uuid not null
  revision integer not null
  position smallint not null
  kind text not null
  trigger text not null
  payload jsonb not null
  owner_epoch integer not null
  author text not null
  state text not null default 'queued'::text
  send_at timestamp with time zone not null
  placed_on uuid
  waits_because text
  lease_until timestamp with time zone
  retry_at timestamp with time zone
  attempts smallint not null default 0
  unsettled smallint not null default 0
  failures smallint not null default 0
  provider_id text
  failure jsonb
  recorded_at timestamp with time zone not null default now()
)
table outcome (
  business_id uuid not null
  conversation_id uuid not null
  revision integer not null
  outcome text not null
  by text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table outside_contact (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  contact_id uuid
  address text
  channel text not null
  initiated_by text not null
  kind text not null
  at timestamp with time zone not null
  note text
  entered_by text not null
  entered_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table outside_contact_withdrawal (
  business_id uuid not null
  id uuid not null
  outside_contact_id uuid not null
  reason text
  withdrawn_by text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table payment (
  business_id uuid not null
  id uuid not null
  money_object text not null
  provider text not null
  debtor_id uuid
  payment_link_id uuid
  state text not null
  amount_minor bigint not null
  currency character(3) not null
  paid_on date
  recorded_at timestamp with time zone not null default now()
)
table payment_fact (
  business_id uuid not null
  money_object text not null
  source text not null
  fact jsonb not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table payment_link (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  conversation_id uuid not null
  purpose text not null
  token_hash bytea not null
  token_sealed bytea not null
  expires_at timestamp with time zone not null
  attempt integer not null default 0
  provider text
  checkout_reference text
  checkout_url text
  checkout_amount_minor bigint
  checkout_expires_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table payment_proof (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  conversation_id uuid not null
  message_id uuid
  sha256 text
  mime text
  bytes bytea
  reference text
  amount_minor bigint
  currency character(3)
  paid_on date
  state text not null default 'to_verify'::text
  same_as_id uuid
  decided_by text
  decided_at timestamp with time zone
  refused_because text
  claimed_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table payment_route (
  token_hash bytea not null
  business_id uuid not null
  payment_link_id uuid not null
)
table plan (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  conversation_id uuid not null
  agreed_on date not null
  terms jsonb not null
  total_minor bigint not null
  currency character(3) not null
  acceptance jsonb not null
  state text not null default 'active'::text
  recorded_at timestamp with time zone not null default now()
)
table promise (
  business_id uuid not null
  id uuid not null
  debtor_id uuid not null
  conversation_id uuid not null
  promised_on date not null
  due_on date not null
  amount_minor bigint not null
  currency character(3) not null
  state text not null default 'open'::text
  recorded_at timestamp with time zone not null default now()
)
table provider_delivery (
  provider text not null
  event_id text not null
  body text not null
  received_at timestamp with time zone not null
  business_id uuid
  processed_at timestamp with time zone
  attempts integer not null default 0
  retry_at timestamp with time zone
  failure text
  recorded_at timestamp with time zone not null default now()
)
table rate_card (
  business_id uuid not null
  id uuid not null
  holds_from text not null
  card jsonb not null
  loaded_by text not null
  recorded_at timestamp with time zone not null default now()
)
table reached_person (
  business_id uuid not null
  channel_id uuid not null
  contact_id uuid not null
  at timestamp with time zone not null
)
table reading_correction (
  business_id uuid not null
  id uuid not null
  message_id uuid not null
  was text not null
  intent text
  words text
  by text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table second_opinion (
  business_id uuid not null
  message_id uuid not null
  state text not null
  model text not null
  text text not null
  text_hash text not null
  asked_at timestamp with time zone not null
  until timestamp with time zone not null
  outcome text
  remark text
  verdict jsonb
  opinion jsonb
  latency_ms integer
  tokens integer
  recorded_at timestamp with time zone not null default now()
)
table send_decision (
  business_id uuid not null
  id uuid not null
  outbox_id uuid not null
  conversation_id uuid not null
  stage text not null
  allowed boolean not null
  reason text not null
  until timestamp with time zone
  record jsonb not null
  clause_id text not null generated COALESCE(((record -> 'clause'::text) ->> 'id'::text), ''::text)
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table session_inbox (
  business_id uuid not null
  channel_id uuid not null
  sha256 text not null
  value bytea not null
  recorded_at timestamp with time zone not null default now()
)
table session_key (
  business_id uuid not null
  channel_id uuid not null
  type text not null
  id text not null
  value bytea not null
  recorded_at timestamp with time zone not null default now()
)
table session_lease (
  business_id uuid not null
  channel_id uuid not null
  owner uuid not null
  until timestamp with time zone not null
)
table simulator_fault (
  business_id uuid not null
  id uuid not null
  phone text not null
  fault jsonb not null
  taken_at timestamp with time zone
  recorded_at timestamp with time zone not null default now()
)
table simulator_media (
  business_id uuid not null
  token text not null
  mime text not null
  bytes bytea not null
  recorded_at timestamp with time zone not null default now()
)
table simulator_message (
  business_id uuid not null
  sequence bigint not null generated always as identity
  phone text not null
  direction text not null
  provider_id text not null
  outbox_id uuid
  content jsonb not null
  at timestamp with time zone not null
  visible_at timestamp with time zone not null
)
table simulator_report (
  business_id uuid not null
  sequence bigint not null generated always as identity
  channel_id uuid not null
  report jsonb not null
  due_at timestamp with time zone not null
)
table stray_delivery (
  id uuid not null
  source text not null
  body text not null
  received_at timestamp with time zone not null
)
table suppression (
  business_id uuid not null
  key_hash bytea not null
  reason text not null
  at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table template (
  business_id uuid not null
  id uuid not null
  waba_id text not null
  name text not null
  language text not null
  meta_id text
  category text not null
  status text not null
  quality text not null default 'UNKNOWN'::text
  components jsonb not null
  variables smallint not null
  time_to_live_seconds integer
  because text
  paused_because text
  synced_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default now()
)
table unknown_part (
  business_id uuid not null
  id uuid not null
  channel_id uuid
  what text not null
  body text not null
  received_at timestamp with time zone not null
  seen_at timestamp with time zone
  seen_by text
)

-- Keys and checks

alarm alarm_business_id_id_pk: PRIMARY KEY (business_id, id)
api_key api_key_role_known: CHECK ((role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'business'::text, 'admin'::text])))
api_key api_key_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
api_key api_key_business_id_id_pk: PRIMARY KEY (business_id, id)
api_key api_key_businessId_keyHash_unique: UNIQUE (business_id, key_hash)
api_key_route api_key_route_pkey: PRIMARY KEY (key_hash)
audit_event audit_event_business_id_id_pk: PRIMARY KEY (business_id, id)
auth."rateLimit" rateLimit_pkey: PRIMARY KEY (id)
auth."rateLimit" rateLimit_key_key: UNIQUE (key)
auth."user" user_pkey: PRIMARY KEY (id)
auth."user" user_email_key: UNIQUE (email)
auth.account account_userId_fkey: FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.account account_pkey: PRIMARY KEY (id)
auth.invitation invitation_inviterId_fkey: FOREIGN KEY ("inviterId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.invitation invitation_organizationId_fkey: FOREIGN KEY ("organizationId") REFERENCES auth.organization(id) ON DELETE CASCADE
auth.invitation invitation_pkey: PRIMARY KEY (id)
auth.member member_role_known: CHECK ((role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'business'::text, 'admin'::text])))
auth.member member_organizationId_fkey: FOREIGN KEY ("organizationId") REFERENCES auth.organization(id) ON DELETE CASCADE
auth.member member_userId_fkey: FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.member member_pkey: PRIMARY KEY (id)
auth.organization organization_pkey: PRIMARY KEY (id)
auth.organization organization_slug_key: UNIQUE (slug)
auth.session session_userId_fkey: FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
auth.session session_pkey: PRIMARY KEY (id)
auth.session session_token_key: UNIQUE (token)
auth.verification verification_pkey: PRIMARY KEY (id)
business business_pay_days: CHECK ((((cardinality(pay_days) >= 1) AND (cardinality(pay_days) <= 10)) AND (1 <= ALL (pay_days)) AND (31 >= ALL (pay_days))))
business business_pkey: PRIMARY KEY (id)
business_route business_route_pkey: PRIMARY KEY (business_id)
channel channel_block_source_known: CHECK (((blocks - ARRAY['restriction'::text, 'meta'::text, 'link'::text, 'credentials'::text, 'refused'::text]) = '{}'::jsonb))
channel channel_kind_known: CHECK ((kind = ANY (ARRAY['cloud'::text, 'simulator'::text, 'baileys'::text, 'whatsapp_web'::text])))
channel channel_messaging_limit_positive: CHECK ((messaging_limit > 0))
channel channel_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
channel channel_business_id_id_pk: PRIMARY KEY (business_id, id)
channel channel_businessId_routingKey_unique: UNIQUE (business_id, routing_key)
channel_delivery channel_delivery_business_id_id_pk: PRIMARY KEY (business_id, id)
channel_link channel_link_business_id_channel_id_channel_business_id_id_fk: FOREIGN KEY (business_id, channel_id) REFERENCES channel(business_id, id)
channel_link channel_link_business_id_channel_id_pk: PRIMARY KEY (business_id, channel_id)
channel_route channel_route_pkey: PRIMARY KEY (routing_key)
column_mapping column_mapping_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
column_mapping column_mapping_business_id_header_signature_pk: PRIMARY KEY (business_id, header_signature)
console_event console_event_business_id_xid_sequence_pk: PRIMARY KEY (business_id, xid, sequence)
contact contact_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
contact contact_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
contact contact_business_id_id_pk: PRIMARY KEY (business_id, id)
contact contact_businessId_waKey_unique: UNIQUE (business_id, wa_key)
contact_made contact_made_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
contact_made contact_made_business_id_debtor_id_outbox_id_pk: PRIMARY KEY (business_id, debtor_id, outbox_id)
contact_permission contact_permission_business_id_contact_id_contact_business_id_i: FOREIGN KEY (business_id, contact_id) REFERENCES contact(business_id, id)
contact_permission contact_permission_business_id_id_pk: PRIMARY KEY (business_id, id)
conversation conversation_ends_in_an_outcome: CHECK (((closed_at IS NULL) OR (outcome IS NOT NULL)))
conversation conversation_outcome_on_the_list: CHECK ((outcome = ANY (ARRAY['paid'::text, 'promise'::text, 'plan'::text, 'dispute'::text, 'wrong_person'::text, 'hardship'::text, 'refused'::text, 'unreachable'::text, 'opted_out'::text, 'handed_over'::text, 'payment_to_verify'::text, 'not_verified'::text, 'deceased'::text, 'other'::text])))
conversation conversation_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
conversation conversation_business_id_channel_id_channel_business_id_id_fk: FOREIGN KEY (business_id, channel_id) REFERENCES channel(business_id, id)
conversation conversation_business_id_contact_id_contact_business_id_id_fk: FOREIGN KEY (business_id, contact_id) REFERENCES contact(business_id, id)
conversation conversation_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
conversation conversation_business_id_id_pk: PRIMARY KEY (business_id, id)
conversation_event conversation_event_business_id_conversation_id_conversation_bus: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
conversation_event conversation_event_business_id_conversation_id_revision_positio: PRIMARY KEY (business_id, conversation_id, revision, "position")
debt debt_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
debt debt_business_id_id_pk: PRIMARY KEY (business_id, id)
debt debt_businessId_debtorId_reference_unique: UNIQUE (business_id, debtor_id, reference)
debtor debtor_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
debtor debtor_business_id_id_pk: PRIMARY KEY (business_id, id)
debtor debtor_businessId_reference_unique: UNIQUE (business_id, reference)
debtor_list debtor_list_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
debtor_list debtor_list_business_id_id_pk: PRIMARY KEY (business_id, id)
debtor_list_contact debtor_list_contact_business_id_list_id_debtor_list_business_id: FOREIGN KEY (business_id, list_id) REFERENCES debtor_list(business_id, id) ON DELETE CASCADE
debtor_list_contact debtor_list_contact_business_id_list_id_verdict_part_pk: PRIMARY KEY (business_id, list_id, verdict, part)
debtor_list_mark debtor_list_mark_business_id_list_id_debtor_list_business_id_id: FOREIGN KEY (business_id, list_id) REFERENCES debtor_list(business_id, id) ON DELETE CASCADE
debtor_list_mark debtor_list_mark_business_id_list_id_row_hash_pk: PRIMARY KEY (business_id, list_id, "row", hash)
debtor_list_row debtor_list_row_business_id_list_id_debtor_list_business_id_id_: FOREIGN KEY (business_id, list_id) REFERENCES debtor_list(business_id, id) ON DELETE CASCADE
debtor_list_row debtor_list_row_business_id_list_id_row_pk: PRIMARY KEY (business_id, list_id, "row")
dispute dispute_business_id_conversation_id_conversation_business_id_id: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
dispute dispute_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
dispute dispute_business_id_id_pk: PRIMARY KEY (business_id, id)
dispute dispute_businessId_caseNumber_unique: UNIQUE (business_id, case_number)
erasure erasure_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
erasure erasure_business_id_debtor_id_pk: PRIMARY KEY (business_id, debtor_id)
hold hold_opt_out_has_no_end: CHECK (((kind <> 'opt_out'::text) OR (until IS NULL)))
hold hold_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
hold hold_business_id_id_pk: PRIMARY KEY (business_id, id)
instalment instalment_business_id_plan_id_plan_business_id_id_fk: FOREIGN KEY (business_id, plan_id) REFERENCES plan(business_id, id)
instalment instalment_business_id_plan_id_number_pk: PRIMARY KEY (business_id, plan_id, number)
ledger_block ledger_block_holds_something: CHECK ((cardinality(entry_ids) > 0))
ledger_block ledger_block_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
ledger_block ledger_block_business_id_height_pk: PRIMARY KEY (business_id, height)
ledger_entry ledger_entry_hashes: CHECK (((length(fingerprint) = 32) AND (length(content_hash) = 32)))
ledger_entry ledger_entry_undoes_another: CHECK ((reverses <> reference))
ledger_entry ledger_entry_reverses_fk: FOREIGN KEY (business_id, reverses) REFERENCES ledger_entry(business_id, reference)
ledger_entry ledger_entry_business_id_id_pk: PRIMARY KEY (business_id, id)
ledger_entry ledger_entry_reference_once: UNIQUE (business_id, reference)
ledger_posting ledger_posting_moves_something: CHECK ((amount_minor <> 0))
ledger_posting ledger_posting_on_the_chart: CHECK (
CASE
    WHEN (account_code = ANY (ARRAY[1100, 1110, 1120, 9000])) THEN ((debt_id IS NOT NULL) AND (debtor_id IS NOT NULL) AND (provider IS NULL))
    WHEN (account_code = 2100) THEN ((debt_id IS NULL) AND (debtor_id IS NOT NULL) AND (provider IS NULL))
    WHEN (account_code = ANY (ARRAY[1200, 1300])) THEN ((debt_id IS NULL) AND (debtor_id IS NULL) AND (provider IS NOT NULL))
    WHEN (account_code = ANY (ARRAY[1210, 2110, 2200, 2300, 3000, 4100, 4110, 4200, 5100, 5200, 5300, 5400, 5500, 5600, 9001])) THEN ((debt_id IS NULL) AND (debtor_id IS NULL) AND (provider IS NULL))
    ELSE false
END)
ledger_posting ledger_posting_business_id_entry_id_position_pk: PRIMARY KEY (business_id, entry_id, "position")
ledger_unsealed ledger_unsealed_business_id_entry_id_pk: PRIMARY KEY (business_id, entry_id)
message message_business_id_conversation_id_conversation_business_id_id: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
message message_business_id_id_pk: PRIMARY KEY (business_id, id)
message message_businessId_channelId_providerId_unique: UNIQUE (business_id, channel_id, provider_id)
message_cost message_cost_business_id_message_id_pk: PRIMARY KEY (business_id, message_id)
message_file message_file_business_id_message_id_pk: PRIMARY KEY (business_id, message_id)
message_reading message_reading_message_fk: FOREIGN KEY (business_id, message_id) REFERENCES message(business_id, id)
message_reading message_reading_business_id_message_id_pk: PRIMARY KEY (business_id, message_id)
message_status message_status_business_id_channel_id_provider_id_status_pk: PRIMARY KEY (business_id, channel_id, provider_id, status)
note note_business_id_conversation_id_conversation_business_id_id_fk: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
note note_business_id_id_pk: PRIMARY KEY (business_id, id)
number_decision number_decision_business_id_channel_id_channel_business_id_id_f: FOREIGN KEY (business_id, channel_id) REFERENCES channel(business_id, id)
number_decision number_decision_business_id_id_pk: PRIMARY KEY (business_id, id)
number_event number_event_business_id_channel_id_channel_business_id_id_fk: FOREIGN KEY (business_id, channel_id) REFERENCES channel(business_id, id)
number_event number_event_business_id_id_pk: PRIMARY KEY (business_id, id)
outbox outbox_business_id_conversation_id_conversation_business_id_id_: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
outbox outbox_business_id_id_pk: PRIMARY KEY (business_id, id)
outbox outbox_businessId_conversationId_revision_position_unique: UNIQUE (business_id, conversation_id, revision, "position")
outcome outcome_on_the_list: CHECK ((outcome = ANY (ARRAY['paid'::text, 'promise'::text, 'plan'::text, 'dispute'::text, 'wrong_person'::text, 'hardship'::text, 'refused'::text, 'unreachable'::text, 'opted_out'::text, 'handed_over'::text, 'payment_to_verify'::text, 'not_verified'::text, 'deceased'::text, 'other'::text])))
outcome outcome_business_id_conversation_id_conversation_business_id_id: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
outcome outcome_business_id_conversation_id_revision_pk: PRIMARY KEY (business_id, conversation_id, revision)
outside_contact outside_contact_has_been: CHECK ((at <= entered_at))
outside_contact outside_contact_kind_of_initiator: CHECK (((initiated_by = 'debtor'::text) = (kind = 'inbound'::text)))
outside_contact outside_contact_debtor_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
outside_contact outside_contact_number_fk: FOREIGN KEY (business_id, contact_id) REFERENCES contact(business_id, id)
outside_contact outside_contact_business_id_id_pk: PRIMARY KEY (business_id, id)
outside_contact_withdrawal outside_contact_withdrawal_fk: FOREIGN KEY (business_id, outside_contact_id) REFERENCES outside_contact(business_id, id)
outside_contact_withdrawal outside_contact_withdrawal_business_id_id_pk: PRIMARY KEY (business_id, id)
outside_contact_withdrawal outside_contact_withdrawn_once: UNIQUE (business_id, outside_contact_id)
payment payment_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
payment payment_business_id_id_pk: PRIMARY KEY (business_id, id)
payment payment_businessId_moneyObject_unique: UNIQUE (business_id, money_object)
payment_fact payment_fact_business_id_money_object_source_pk: PRIMARY KEY (business_id, money_object, source)
payment_link payment_link_business_id_conversation_id_conversation_business_: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
payment_link payment_link_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
payment_link payment_link_business_id_id_pk: PRIMARY KEY (business_id, id)
payment_link payment_link_businessId_tokenHash_unique: UNIQUE (business_id, token_hash)
payment_proof payment_proof_business_id_conversation_id_conversation_business: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
payment_proof payment_proof_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
payment_proof payment_proof_business_id_id_pk: PRIMARY KEY (business_id, id)
payment_route payment_route_pkey: PRIMARY KEY (token_hash)
plan plan_business_id_conversation_id_conversation_business_id_id_fk: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
plan plan_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
plan plan_business_id_id_pk: PRIMARY KEY (business_id, id)
promise promise_business_id_conversation_id_conversation_business_id_id: FOREIGN KEY (business_id, conversation_id) REFERENCES conversation(business_id, id)
promise promise_business_id_debtor_id_debtor_business_id_id_fk: FOREIGN KEY (business_id, debtor_id) REFERENCES debtor(business_id, id)
promise promise_business_id_id_pk: PRIMARY KEY (business_id, id)
provider_delivery provider_delivery_provider_event_id_pk: PRIMARY KEY (provider, event_id)
rate_card rate_card_business_id_id_pk: PRIMARY KEY (business_id, id)
reached_person reached_person_business_id_channel_id_channel_business_id_id_fk: FOREIGN KEY (business_id, channel_id) REFERENCES channel(business_id, id)
reached_person reached_person_business_id_contact_id_contact_business_id_id_fk: FOREIGN KEY (business_id, contact_id) REFERENCES contact(business_id, id)
reached_person reached_person_business_id_channel_id_contact_id_pk: PRIMARY KEY (business_id, channel_id, contact_id)
reading_correction reading_correction_reading_fk: FOREIGN KEY (business_id, message_id) REFERENCES message_reading(business_id, message_id)
reading_correction reading_correction_business_id_id_pk: PRIMARY KEY (business_id, id)
second_opinion second_opinion_outcome_known: CHECK ((outcome = ANY (ARRAY['accepted'::text, 'discarded'::text, 'timeout'::text, 'open'::text, 'failed'::text, 'overtaken'::text])))
second_opinion second_opinion_business_id_message_id_message_business_id_id_fk: FOREIGN KEY (business_id, message_id) REFERENCES message(business_id, id)
second_opinion second_opinion_business_id_message_id_pk: PRIMARY KEY (business_id, message_id)
send_decision send_decision_stage_known: CHECK ((stage = ANY (ARRAY['planning'::text, 'dispatch'::text])))
send_decision send_decision_business_id_outbox_id_outbox_business_id_id_fk: FOREIGN KEY (business_id, outbox_id) REFERENCES outbox(business_id, id)
send_decision send_decision_business_id_id_pk: PRIMARY KEY (business_id, id)
session_inbox session_inbox_business_id_channel_id_sha256_pk: PRIMARY KEY (business_id, channel_id, sha256)
session_key session_key_business_id_channel_id_type_id_pk: PRIMARY KEY (business_id, channel_id, type, id)
session_lease session_lease_business_id_channel_id_pk: PRIMARY KEY (business_id, channel_id)
simulator_fault simulator_fault_business_id_id_pk: PRIMARY KEY (business_id, id)
simulator_media simulator_media_business_id_token_pk: PRIMARY KEY (business_id, token)
simulator_message simulator_message_business_id_sequence_pk: PRIMARY KEY (business_id, sequence)
simulator_message simulator_message_once: UNIQUE (business_id, outbox_id)
simulator_report simulator_report_business_id_sequence_pk: PRIMARY KEY (business_id, sequence)
stray_delivery stray_delivery_pkey: PRIMARY KEY (id)
suppression suppression_business_id_business_id_fk: FOREIGN KEY (business_id) REFERENCES business(id)
suppression suppression_business_id_key_hash_reason_pk: PRIMARY KEY (business_id, key_hash, reason)
template template_business_id_id_pk: PRIMARY KEY (business_id, id)
template template_businessId_wabaId_name_language_unique: UNIQUE (business_id, waba_id, name, language)
unknown_part unknown_part_business_id_id_pk: PRIMARY KEY (business_id, id)

-- Indexes

CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId")
CREATE INDEX "invitation_organizationId_idx" ON auth.invitation USING btree ("organizationId")
CREATE INDEX "member_organizationId_idx" ON auth.member USING btree ("organizationId")
CREATE INDEX "member_userId_idx" ON auth.member USING btree ("userId")
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId")
CREATE INDEX audit_event_business_id_subject_id_index ON public.audit_event USING btree (business_id, subject_id)
CREATE INDEX contact_business_id_bsuid_index ON public.contact USING btree (business_id, bsuid)
CREATE INDEX contact_business_id_debtor_id_index ON public.contact USING btree (business_id, debtor_id)
CREATE INDEX contact_business_id_lid_index ON public.contact USING btree (business_id, lid)
CREATE INDEX contact_permission_business_id_contact_id_recorded_at_index ON public.contact_permission USING btree (business_id, contact_id, recorded_at)
CREATE INDEX conversation_alarm ON public.conversation USING btree (business_id, alarm_at) WHERE (alarm_at IS NOT NULL)
CREATE INDEX conversation_business_id_contact_id_index ON public.conversation USING btree (business_id, contact_id)
CREATE INDEX conversation_business_id_debtor_id_index ON public.conversation USING btree (business_id, debtor_id)
CREATE INDEX conversation_inbox ON public.conversation USING btree (business_id, owner, handed_over_at) WHERE ((closed_at IS NULL) AND (owner <> 'bot'::text))
CREATE INDEX conversation_open_outcome ON public.conversation USING btree (business_id, owner, outcome, id) WHERE ((closed_at IS NULL) AND (outcome IS NOT NULL))
CREATE INDEX conversation_outcome ON public.conversation USING btree (business_id, outcome, id, closed_at) WHERE (outcome IS NOT NULL)
CREATE INDEX conversation_resting ON public.conversation USING btree (business_id, retry_at) WHERE (retry_at IS NOT NULL)
CREATE INDEX debtor_list_business_id_sha256_index ON public.debtor_list USING btree (business_id, sha256)
CREATE INDEX debtor_list_mark_business_id_hash_index ON public.debtor_list_mark USING btree (business_id, hash)
CREATE INDEX debtor_list_row_business_id_list_id_verdict_index ON public.debtor_list_row USING btree (business_id, list_id, verdict)
CREATE INDEX dispute_open ON public.dispute USING btree (business_id, debtor_id) WHERE (decided_at IS NULL)
CREATE INDEX hold_active ON public.hold USING btree (business_id, debtor_id) WHERE (lifted_at IS NULL)
CREATE INDEX invitation_email_idx ON auth.invitation USING btree (email)
CREATE INDEX ledger_posting_debt ON public.ledger_posting USING btree (business_id, debt_id) WHERE (debt_id IS NOT NULL)
CREATE INDEX ledger_posting_debtor ON public.ledger_posting USING btree (business_id, debtor_id) WHERE (debtor_id IS NOT NULL)
CREATE INDEX message_cost_business_id_channel_id_at_index ON public.message_cost USING btree (business_id, channel_id, at)
CREATE INDEX message_file_wanted ON public.message_file USING btree (business_id, retry_at) WHERE (state = 'wanted'::text)
CREATE INDEX message_reading_missed ON public.message_reading USING btree (business_id, at) WHERE (words IS NOT NULL)
CREATE INDEX message_reading_missed_words ON public.message_reading USING btree (business_id, words, at) WHERE (words IS NOT NULL)
CREATE INDEX message_sent_through ON public.message USING btree (business_id, channel_id, sent_at) WHERE (direction = 'out'::text)
CREATE INDEX message_thread ON public.message USING btree (business_id, conversation_id, id)
CREATE INDEX message_waiting ON public.message USING btree (business_id, conversation_id) WHERE ((direction = 'in'::text) AND (turn IS NULL))
CREATE INDEX note_business_id_conversation_id_index ON public.note USING btree (business_id, conversation_id)
CREATE INDEX number_decision_business_id_channel_id_at_index ON public.number_decision USING btree (business_id, channel_id, at)
CREATE INDEX number_event_business_id_channel_id_at_index ON public.number_event USING btree (business_id, channel_id, at)
CREATE INDEX number_event_business_id_recorded_at_index ON public.number_event USING btree (business_id, recorded_at)
CREATE INDEX outbox_conversation ON public.outbox USING btree (business_id, conversation_id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'unknown'::text]))
CREATE INDEX outbox_due ON public.outbox USING btree (business_id, ((trigger = 'proactive'::text)), id) WHERE (state = 'queued'::text)
CREATE INDEX outbox_placed ON public.outbox USING btree (business_id, placed_on, send_at) WHERE ((state = 'queued'::text) AND (placed_on IS NOT NULL))
CREATE INDEX outbox_under_way ON public.outbox USING btree (business_id, lease_until) WHERE (state = ANY (ARRAY['sending'::text, 'unknown'::text]))
CREATE INDEX outbox_waiting ON public.outbox USING btree (business_id, send_at) WHERE (state = 'queued'::text)
CREATE INDEX outside_contact_business_id_debtor_id_at_index ON public.outside_contact USING btree (business_id, debtor_id, at)
CREATE INDEX payment_business_id_debtor_id_index ON public.payment USING btree (business_id, debtor_id)
CREATE INDEX payment_link_business_id_conversation_id_index ON public.payment_link USING btree (business_id, conversation_id)
CREATE INDEX payment_link_page ON public.payment_link USING btree (business_id, checkout_expires_at) WHERE (checkout_reference IS NOT NULL)
CREATE INDEX payment_processing ON public.payment USING btree (business_id, recorded_at) WHERE (state = 'processing'::text)
CREATE INDEX payment_proof_business_id_conversation_id_index ON public.payment_proof USING btree (business_id, conversation_id)
CREATE INDEX payment_proof_business_id_sha256_index ON public.payment_proof USING btree (business_id, sha256)
CREATE INDEX payment_proof_business_id_state_claimed_at_index ON public.payment_proof USING btree (business_id, state, claimed_at)
CREATE INDEX payment_proof_wanted ON public.payment_proof USING btree (business_id) WHERE ((state = 'to_verify'::text) AND (mime IS NULL) AND (message_id IS NOT NULL))
CREATE INDEX plan_business_id_debtor_id_index ON public.plan USING btree (business_id, debtor_id)
CREATE INDEX promise_due ON public.promise USING btree (business_id, due_on) WHERE (state = 'open'::text)
CREATE INDEX provider_delivery_waiting ON public.provider_delivery USING btree (processed_at)
CREATE INDEX reached_person_lately ON public.reached_person USING btree (business_id, channel_id, at)
CREATE INDEX reading_correction_message ON public.reading_correction USING btree (business_id, message_id, id)
CREATE INDEX reading_correction_words ON public.reading_correction USING btree (business_id, words, message_id, id) WHERE (words IS NOT NULL)
CREATE INDEX second_opinion_given ON public.second_opinion USING btree (business_id, text_hash) WHERE (outcome = ANY (ARRAY['accepted'::text, 'discarded'::text]))
CREATE INDEX second_opinion_pending ON public.second_opinion USING btree (business_id, until) WHERE (outcome IS NULL)
CREATE INDEX second_opinion_words ON public.second_opinion USING btree (business_id, message_id) WHERE (text <> ''::text)
CREATE INDEX send_decision_business_id_outbox_id_index ON public.send_decision USING btree (business_id, outbox_id)
CREATE INDEX send_decision_refused ON public.send_decision USING btree (business_id, reason, clause_id, at, id) WHERE (NOT allowed)
CREATE INDEX session_inbox_business_id_channel_id_recorded_at_index ON public.session_inbox USING btree (business_id, channel_id, recorded_at)
CREATE INDEX simulator_fault_waiting ON public.simulator_fault USING btree (business_id, phone) WHERE (taken_at IS NULL)
CREATE INDEX simulator_message_business_id_phone_sequence_index ON public.simulator_message USING btree (business_id, phone, sequence)
CREATE INDEX simulator_report_business_id_due_at_index ON public.simulator_report USING btree (business_id, due_at)
CREATE INDEX unknown_part_business_id_received_at_index ON public.unknown_part USING btree (business_id, received_at)
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
CREATE UNIQUE INDEX conversation_open ON public.conversation USING btree (business_id, channel_id, contact_id) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX hold_once ON public.hold USING btree (business_id, debtor_id, kind) WHERE ((lifted_at IS NULL) AND (debt_id IS NULL))
CREATE UNIQUE INDEX ledger_entry_reversed_once ON public.ledger_entry USING btree (business_id, reverses) WHERE (reverses IS NOT NULL)
CREATE UNIQUE INDEX member_once ON auth.member USING btree ("organizationId", "userId")
CREATE UNIQUE INDEX plan_active ON public.plan USING btree (business_id, debtor_id) WHERE (state = 'active'::text)
CREATE UNIQUE INDEX promise_open ON public.promise USING btree (business_id, debtor_id) WHERE (state = 'open'::text)

-- Row-level security

alarm: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
api_key: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
audit_event: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
business: forced, one_business using (id = ( SELECT current_business() AS current_business)) with check (id = ( SELECT current_business() AS current_business))
channel: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
channel_delivery: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
channel_link: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
column_mapping: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
console_event: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
contact: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
contact_made: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
contact_permission: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
conversation: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
conversation_event: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debt: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debtor: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debtor_list: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debtor_list_contact: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debtor_list_mark: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
debtor_list_row: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
dispute: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
erasure: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
hold: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
instalment: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
ledger_block: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
ledger_entry: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
ledger_posting: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
ledger_unsealed: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
message: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
message_cost: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
message_file: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
message_reading: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
message_status: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
note: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
number_decision: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
number_event: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
outbox: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
outcome: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
outside_contact: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
outside_contact_withdrawal: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
payment: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
payment_fact: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
payment_link: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
payment_proof: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
plan: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
promise: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
rate_card: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
reached_person: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
reading_correction: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
second_opinion: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
send_decision: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
session_inbox: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
session_key: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
session_lease: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
simulator_fault: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
simulator_media: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
simulator_message: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
simulator_report: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
suppression: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
template: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))
unknown_part: forced, one_business using (business_id = ( SELECT current_business() AS current_business)) with check (business_id = ( SELECT current_business() AS current_business))

-- Triggers

CREATE TRIGGER routed AFTER INSERT ON public.api_key FOR EACH ROW EXECUTE FUNCTION route_api_key()
CREATE TRIGGER unrouted AFTER DELETE OR UPDATE OF revoked_at ON public.api_key FOR EACH ROW EXECUTE FUNCTION route_api_key()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER demo_for_ever BEFORE UPDATE ON public.business FOR EACH ROW WHEN ((old.is_demo IS DISTINCT FROM new.is_demo)) EXECUTE FUNCTION refuse_change_of_demo()
CREATE TRIGGER demo_stays_simulated BEFORE INSERT OR UPDATE ON public.channel FOR EACH ROW EXECUTE FUNCTION refuse_demo_on_real_channel()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.contact_made FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.contact_made FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.contact_permission FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.contact_permission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.conversation_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.conversation_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER ledger_speaks_of_it BEFORE DELETE OR UPDATE OF business_id, id, debtor_id, currency OR TRUNCATE ON public.debt FOR EACH STATEMENT EXECUTE FUNCTION ledger_speaks_of_it()
CREATE TRIGGER ledger_speaks_of_it BEFORE DELETE OR UPDATE OF business_id, id OR TRUNCATE ON public.debtor FOR EACH STATEMENT EXECUTE FUNCTION ledger_speaks_of_it()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_block FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
CREATE TRIGGER entries_are_whole AFTER INSERT ON public.ledger_entry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ledger_entries_are_whole()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_posting FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only()
CREATE TRIGGER postings_are_whole AFTER INSERT ON public.ledger_posting REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ledger_postings_are_whole()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.message_cost FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.message_cost FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.message_reading FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.message_reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.message_status FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.message_status FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.number_decision FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.number_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.number_event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.number_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.outcome FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.outside_contact FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.outside_contact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.outside_contact_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.outside_contact_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.payment_fact FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.payment_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.rate_card FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.rate_card FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.reading_correction FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.reading_correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.send_decision FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.send_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.suppression FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON public.suppression FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- Views

view active_hold with (security_invoker=true) as
  active_hold.business_id uuid
  active_hold.debtor_id uuid
  active_hold.kind text
  active_hold.until timestamp with time zone

-- Functions

CREATE OR REPLACE FUNCTION public.businesses_that_ask(own_ids uuid[], channel_ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET "app.business_id" TO ''
 SET enable_seqscan TO 'off'
AS $function$
declare
  own uuid;
begin
  foreach own in array own_ids loop
    perform set_config('app.business_id', own::text, true);
    if exists (select from channel_link l where l.business_id = own and l.channel_id = any(channel_ids) and l.asked is not null) then
      return next own;
    end if;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.businesses_with_numbers()
 RETURNS TABLE(business_id uuid, numbers text)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET "app.business_id" TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
begin
  for business_id in select b.business_id from lookup_business_ids() b loop
    perform set_config('app.business_id', business_id::text, true);
    select md5(string_agg(concat_ws('|', h.id, h.kind, h.routing_key, encode(sha256(h.credentials), 'hex'), h.messages_per_second), ';' order by h.id))
      into numbers from channel h where h.business_id = businesses_with_numbers.business_id and h.retired_at is null;
    return next;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.businesses_with_work(real_now timestamp with time zone, open_for_hours integer, channel_ids uuid[], stirred_since uuid, stirred_for_seconds integer)
 RETURNS TABLE(business_id uuid, has_work boolean, has_stirred boolean)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET "app.business_id" TO ''
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
#variable_conflict use_column
declare
  delivered uuid[] := array(select distinct d.business_id from provider_delivery d
    where d.processed_at is null and d.business_id is not null and (d.retry_at is null or d.retry_at <= real_now));
  -- A stray is nobody's yet: whoever is first places it.
  has_stray boolean := exists (select from provider_delivery d
    where d.processed_at is null and d.business_id is null and (d.retry_at is null or d.retry_at <= real_now));
  own uuid;
  business_now timestamptz;
  own_zone text;
begin
  for own in select b.business_id from lookup_business_ids() b loop
    begin
      perform set_config('app.business_id', own::text, true);
      select real_now + b.clock_offset_ms * interval '1 millisecond', b.zone into business_now, own_zone from business b where b.id = own;
      select has_stray or own = any(delivered)
        or exists (select from message m where m.business_id = own and m.direction = 'in' and m.turn is null
          and not exists (select from conversation c where c.business_id = own and c.id = m.conversation_id and c.retry_at > real_now)
          and not exists (select from second_opinion s where s.business_id = own and s.message_id = m.id and s.outcome is null
            and s.until > real_now))
        or exists (select from conversation c where c.business_id = own and c.alarm_at <= business_now
          and (c.retry_at is null or c.retry_at <= real_now))
        or exists (select from outbox o where o.business_id = own and o.state in ('sending', 'unknown')
          and (o.state = 'unknown' or o.lease_until < real_now))
        or (exists (select from channel h where h.business_id = own and h.retired_at is null and h.blocked_because is null
            and (h.paused_until is null or h.paused_until <= real_now))
          and exists (select from outbox o where o.business_id = own and o.state = 'queued' and o.send_at <= business_now
            and (o.retry_at is null or o.retry_at <= real_now)))
        or exists (select from simulator_report r where r.business_id = own and r.due_at <= real_now)
        or exists (select from promise p join debtor d on d.business_id = own and d.id = p.debtor_id
          where p.business_id = own and p.state = 'open' and p.due_on <= (business_now at time zone own_zone)::date
            and p.due_on < (business_now at time zone coalesce(d.zone, own_zone))::date)
        or exists (select from ledger_unsealed u where u.business_id = own)
        or exists (select from silent_payments(own, real_now, open_for_hours))
        or exists (select from payment_proof p where p.business_id = own and p.state = 'to_verify' and p.mime is null
          and p.message_id is not null)
        or exists (select from message_file f where f.business_id = own and f.state = 'wanted' and f.channel_id = any(channel_ids)
          and (f.retry_at is null or f.retry_at <= real_now))
        or exists (select from debtor_list l where l.business_id = own and l.state = 'committing')
        or exists (select from erasure e where e.business_id = own),
        exists (select from message m where m.business_id = own and m.id >= stirred_since)
        or exists (select from channel_delivery d where d.business_id = own and d.id >= stirred_since)
        or exists (select from number_event e where e.business_id = own
          and e.recorded_at >= now() - stirred_for_seconds * interval '1 second')
        or exists (select from audit_event a where a.business_id = own and a.id >= stirred_since)
        into has_work, has_stirred;
    exception when others then
      has_work := true;
      has_stirred := true;
    end;
    has_stray := false;
    business_id := own;
    return next;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.current_business()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.business_id', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION public.gather_first_statistics()
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  young text;
begin
  for young in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.reltuples < 0
      and pg_relation_size(c.oid) > 2 * current_setting('block_size')::integer
    -- In one order, so that two processes that do it at once wait for each other and not in a circle.
    order by c.relname
  loop
    execute format('analyze %I', young);
    return next young;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.ledger_entries_are_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  broken record;
begin
  select w.id into broken from written w
  left join lateral (
    select true as there from public.ledger_posting p
    where p.business_id = w.business_id and p.entry_id = w.id and p.position = 1 limit 1) p on true
  where p.there is null limit 1;
  if found then
    raise exception 'ledger entry % has no postings', broken.id
      using errcode = 'check_violation', hint = 'Write the entry and its postings in one statement.';
  end if;
  if exists (select from written where recorded_at <> now()) then
    raise exception 'when a ledger entry was recorded is for the database to say: leave recorded_at out'
      using errcode = 'check_violation', hint = 'effective_on is the day from which it counts.';
  end if;
  insert into public.ledger_unsealed (business_id, entry_id) select business_id, id from written;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.ledger_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'the ledger is append-only: reverse the entry instead'
    using errcode = 'restrict_violation', detail = format('%s on %s', lower(tg_op), tg_table_name);
end $function$
CREATE OR REPLACE FUNCTION public.ledger_postings_are_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  broken record;
begin
  -- One pass clears entries of one currency, which nearly all are; what it stops at is looked at again by currency.
  if exists (
    select from written group by business_id, entry_id
    having sum(amount_minor) <> 0 or min(currency) <> max(currency) or count(*) < 2 or min(position) <> 1 or max(position) <> count(*)
  ) then
    select entry_id, currency, sum(amount_minor) as off_by into broken
    from written group by business_id, entry_id, currency having sum(amount_minor) <> 0 limit 1;
    if found then
      raise exception 'ledger entry % is off by % %', broken.entry_id, broken.off_by, broken.currency
        using errcode = 'check_violation', hint = 'Amounts are in the smallest unit. Write all postings of an entry in one statement.';
    end if;

    select entry_id, count(*) as postings, min(position) as first, max(position) as last into broken
    from written group by business_id, entry_id
    having count(*) < 2 or min(position) <> 1 or max(position) <> count(*) limit 1;
    if found then
      raise exception 'ledger entry % is not whole: % postings, numbered % to %', broken.entry_id, broken.postings, broken.first, broken.last
        using errcode = 'check_violation', hint = 'Two postings or more, numbered from 1 without a gap, in one statement.';
    end if;
  end if;

  select w.entry_id into broken from written w
  left join lateral (select true as there from public.ledger_entry e where e.business_id = w.business_id and e.id = w.entry_id limit 1) e on true
  where w.position = 1 and e.there is null limit 1;
  if found then
    raise exception 'there is no ledger entry %', broken.entry_id using errcode = 'foreign_key_violation';
  end if;

  -- Compared and not looked up by debtor: one debtor may have all the debts that there are.
  select w.entry_id, w.debt_id, w.debtor_id, w.currency into broken from written w
  left join lateral (select d.debtor_id, d.currency from public.debt d where d.business_id = w.business_id and d.id = w.debt_id limit 1) d on true
  where w.debt_id is not null and (d.debtor_id, d.currency) is distinct from (w.debtor_id, w.currency) limit 1;
  if found then
    raise exception 'ledger entry % speaks of a debt % of debtor % in %, which does not exist',
      broken.entry_id, broken.debt_id, broken.debtor_id, broken.currency
      using errcode = 'foreign_key_violation', hint = 'A debt has one debtor and one currency.';
  end if;

  select w.entry_id, w.debtor_id into broken from written w
  left join lateral (select true as there from public.debtor d where d.business_id = w.business_id and d.id = w.debtor_id limit 1) d on true
  where w.debt_id is null and w.debtor_id is not null and d.there is null limit 1;
  if found then
    raise exception 'ledger entry % speaks of debtor %, who does not exist', broken.entry_id, broken.debtor_id
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.ledger_speaks_of_it()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  raise exception 'the ledger speaks of it: a % keeps its row, its debtor and its currency', tg_table_name
    using errcode = 'restrict_violation', hint = 'Adjust what is owed to zero; erase personal data field by field.';
end $function$
CREATE OR REPLACE FUNCTION public.linked_phones(kinds text[])
 RETURNS TABLE(business_id uuid, channel_id uuid, kind text, phone text, is_free boolean)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET "app.business_id" TO ''
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  own uuid;
begin
  for own in select b.business_id from lookup_business_ids() b loop
    perform set_config('app.business_id', own::text, true);
    return query select h.business_id, h.id, h.kind, h.phone, s.until is null or s.until < now()
      from channel h left join session_lease s on s.business_id = own and s.channel_id = h.id
      where h.business_id = own and h.kind = any(kinds) and h.retired_at is null order by h.id;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.lookup_api_key(hash bytea)
 RETURNS TABLE(business_id uuid, api_key_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select r.business_id, r.api_key_id from api_key_route r where r.key_hash = hash $function$
CREATE OR REPLACE FUNCTION public.lookup_business_ids()
 RETURNS TABLE(business_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select r.business_id from business_route r order by r.business_id $function$
CREATE OR REPLACE FUNCTION public.lookup_channel(key text)
 RETURNS TABLE(business_id uuid, channel_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select r.business_id, r.channel_id from channel_route r where r.routing_key = key $function$
CREATE OR REPLACE FUNCTION public.lookup_membership(person text, chosen text)
 RETURNS TABLE(business_id uuid, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select m."organizationId"::uuid, m."role" from auth."member" m
     where m."userId" = person
     order by (m."organizationId" = chosen) desc nulls last, m."createdAt", m."id" limit 1 $function$
CREATE OR REPLACE FUNCTION public.lookup_memberships(person text)
 RETURNS TABLE(business_id uuid, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select m."organizationId"::uuid, m."role" from auth."member" m
     where m."userId" = person order by m."createdAt", m."id" $function$
CREATE OR REPLACE FUNCTION public.lookup_payment_link(hash bytea)
 RETURNS TABLE(business_id uuid, payment_link_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select r.business_id, r.payment_link_id from payment_route r where r.token_hash = hash $function$
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'conversation_event' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'meaning' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"meaning": null}' then return new; end if;
  elsif tg_table_name = 'message_reading' and tg_op = 'UPDATE' then
    if to_jsonb(new) <> to_jsonb(old) and to_jsonb(new) = to_jsonb(old) || '{"evidence": "", "intents": [], "words": null}' then return new; end if;
  elsif tg_table_name = 'reading_correction' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'words' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"words": null}' then return new; end if;
  elsif tg_table_name = 'message_status' and tg_op = 'UPDATE' then
    if to_jsonb(old) ->> 'provider_id' !~ '^erased:' and to_jsonb(new) ->> 'provider_id' ~ '^erased:[0-9a-f]{64}$'
      and to_jsonb(new) - 'provider_id' = to_jsonb(old) - 'provider_id' then return new; end if;
  elsif tg_table_name = 'outside_contact' and tg_op = 'UPDATE' then
    if to_jsonb(new) <> to_jsonb(old) and to_jsonb(new) = to_jsonb(old) || '{"note": null, "address": null}' then return new; end if;
  elsif tg_table_name = 'outside_contact_withdrawal' and tg_op = 'UPDATE' then
    if to_jsonb(old) -> 'reason' <> 'null' and to_jsonb(new) = to_jsonb(old) || '{"reason": null}' then return new; end if;
  end if;
  raise exception '% is append-only: append what is true now instead', tg_table_name using errcode = 'restrict_violation';
end $function$
CREATE OR REPLACE FUNCTION public.refuse_change_of_demo()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a business cannot become, or stop being, a demo' using errcode = 'restrict_violation';
end $function$
CREATE OR REPLACE FUNCTION public.refuse_demo_on_real_channel()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind <> 'simulator' and (select is_demo from business where id = new.business_id) then
    raise exception 'a demo business cannot be joined to a real channel' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION public.ring(task text, business uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, json_build_object('businessId', business), job_key := task || ':' || business,
    job_key_mode := 'preserve_run_at');
end $function$
CREATE OR REPLACE FUNCTION public.route_api_key()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into api_key_route (key_hash, business_id, api_key_id) values (new.key_hash, new.business_id, new.id);
  else
    delete from api_key_route r where r.key_hash = old.key_hash;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION public.route_business()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into business_route (business_id) values (current_business()) on conflict do nothing;
end $function$
CREATE OR REPLACE FUNCTION public.route_channel(key text, channel uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into channel_route (routing_key, business_id, channel_id) values (key, current_business(), channel)
    on conflict (routing_key) do nothing;
  if not exists (select from channel_route r where r.routing_key = key and r.business_id = current_business()) then
    raise exception 'the number % belongs to another business', key using errcode = 'unique_violation';
  end if;
end $function$
CREATE OR REPLACE FUNCTION public.route_payment_links(hashes bytea[], links uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  insert into payment_route (token_hash, business_id, payment_link_id)
    select made.hash, current_business(), made.link from unnest(hashes, links) as made(hash, link);
end $function$
CREATE OR REPLACE FUNCTION public.saldar_grant(app_role text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  granted record;
begin
  execute format('grant usage on schema public to %I', app_role);
  for granted in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if granted.relname in ('channel_route', 'payment_route', 'api_key_route', 'business_route') then
      execute format('revoke all on %I from %I', granted.relname, app_role);
    elsif granted.relname = 'api_key' then
      -- A key stays what it was made as: another role, or another secret, is another key.
      execute format('revoke update, delete, truncate on %I from %I', granted.relname, app_role);
      execute format('grant select, insert, update (last_used_at, revoked_at) on %I to %I', granted.relname, app_role);
    elsif granted.relname in ('conversation_event', 'message_reading', 'reading_correction', 'message_status', 'send_decision',
        'contact_made', 'outside_contact', 'outside_contact_withdrawal', 'outcome', 'contact_permission', 'suppression', 'payment_fact', 'audit_event', 'message_cost', 'rate_card', 'number_event',
        'number_decision', 'ledger_entry', 'ledger_posting', 'ledger_block') then
      execute format('revoke update, delete, truncate on %I from %I', granted.relname, app_role);
      execute format('grant select, insert on %I to %I', granted.relname, app_role);
      if granted.relname = 'conversation_event' then
        execute format('grant update (meaning) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'message_reading' then
        execute format('grant update (evidence, intents, words) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'reading_correction' then
        execute format('grant update (words) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'message_status' then
        execute format('grant update (provider_id) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'outside_contact' then
        execute format('grant update (note, address) on %I to %I', granted.relname, app_role);
      elsif granted.relname = 'outside_contact_withdrawal' then
        execute format('grant update (reason) on %I to %I', granted.relname, app_role);
      end if;
    else
      execute format('grant select, insert, update, delete on %I to %I', granted.relname, app_role);
    end if;
  end loop;
  execute format('grant select on active_hold to %I', app_role);
  -- Signing in is before any business, in a schema of its own (migration auth).
  if to_regnamespace('auth') is not null then
    execute format('grant usage on schema auth to %I', app_role);
    execute format('grant select, insert, update, delete on all tables in schema auth to %I', app_role);
    execute format('grant execute on function lookup_membership(text, text), lookup_memberships(text) to %I', app_role);
  end if;
  execute format('grant usage, select on all sequences in schema public to %I', app_role);
  execute format('grant execute on function lookup_channel(text), lookup_payment_link(bytea), lookup_api_key(bytea), lookup_business_ids(),
    route_channel(text, uuid), unroute_channel(uuid), route_payment_links(bytea[], uuid[]), route_business(), ring(text, uuid), gather_first_statistics(), current_business(),
    silent_payments(uuid, timestamptz, integer), businesses_with_work(timestamptz, integer, uuid[], uuid, integer), businesses_with_numbers(), linked_phones(text[]),
    businesses_that_ask(uuid[], uuid[]) to %I', app_role);
end $function$
CREATE OR REPLACE FUNCTION public.saldar_secure_tenant_tables()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  tenant_table text;
begin
  for tenant_table in
    select c.relname
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname not in ('channel_route', 'payment_route', 'api_key_route', 'business_route', 'provider_delivery')
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'one_business')
  loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy one_business on %I using (business_id = (select current_business())) with check (business_id = (select current_business()))',
      tenant_table);
  end loop;
end $function$
CREATE OR REPLACE FUNCTION public.silent_payments(own uuid, real_now timestamp with time zone, open_for_hours integer)
 RETURNS TABLE(provider text, object_id text, round text)
 LANGUAGE sql
 STABLE
AS $function$
  select l.provider, l.checkout_reference, 'open' || floor(log(2, age.minutes / 10))::int
  from payment_link l, lateral (select extract(epoch from real_now - l.checkout_expires_at) / 60 + open_for_hours * 60 as minutes) age
  where l.business_id = own and l.checkout_reference is not null and age.minutes >= 10
    and l.checkout_expires_at >= real_now - interval '2 days'
    and not exists (select from provider_delivery d where d.provider = l.provider
      and d.event_id = 'look-up:' || l.checkout_reference || ':open' || floor(log(2, age.minutes / 10))::int)
  union all
  select y.provider, y.money_object, 'day' || floor(extract(epoch from real_now - y.recorded_at) / 86400)::int
  from payment y
  where y.business_id = own and y.state = 'processing' and y.recorded_at between real_now - interval '30 days' and real_now - interval '1 day'
    and not exists (select from provider_delivery d where d.provider = y.provider
      and d.event_id = 'look-up:' || y.money_object || ':day' || floor(extract(epoch from real_now - y.recorded_at) / 86400)::int)
$function$
CREATE OR REPLACE FUNCTION public.unroute_channel(channel uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if current_business() is null then raise exception 'no business is set'; end if;
  delete from channel_route r where r.channel_id = channel and r.business_id = current_business();
end $function$

-- What the application may do

active_hold: select
alarm: select, insert, update, delete
api_key: select, insert
audit_event: select, insert
auth."rateLimit": select, insert, update, delete
auth."user": select, insert, update, delete
auth.account: select, insert, update, delete
auth.invitation: select, insert, update, delete
auth.member: select, insert, update, delete
auth.organization: select, insert, update, delete
auth.session: select, insert, update, delete
auth.verification: select, insert, update, delete
business: select, insert, update, delete
channel: select, insert, update, delete
channel_delivery: select, insert, update, delete
channel_link: select, insert, update, delete
column_mapping: select, insert, update, delete
console_event: select, insert, update, delete
contact: select, insert, update, delete
contact_made: select, insert
contact_permission: select, insert
conversation: select, insert, update, delete
conversation_event: select, insert
debt: select, insert, update, delete
debtor: select, insert, update, delete
debtor_list: select, insert, update, delete
debtor_list_contact: select, insert, update, delete
debtor_list_mark: select, insert, update, delete
debtor_list_row: select, insert, update, delete
dispute: select, insert, update, delete
erasure: select, insert, update, delete
hold: select, insert, update, delete
instalment: select, insert, update, delete
ledger_block: select, insert
ledger_entry: select, insert
ledger_posting: select, insert
ledger_unsealed: select, insert, update, delete
message: select, insert, update, delete
message_cost: select, insert
message_file: select, insert, update, delete
message_reading: select, insert
message_status: select, insert
note: select, insert, update, delete
number_decision: select, insert
number_event: select, insert
outbox: select, insert, update, delete
outcome: select, insert
outside_contact: select, insert
outside_contact_withdrawal: select, insert
payment: select, insert, update, delete
payment_fact: select, insert
payment_link: select, insert, update, delete
payment_proof: select, insert, update, delete
plan: select, insert, update, delete
promise: select, insert, update, delete
provider_delivery: select, insert, update, delete
rate_card: select, insert
reached_person: select, insert, update, delete
reading_correction: select, insert
second_opinion: select, insert, update, delete
send_decision: select, insert
session_inbox: select, insert, update, delete
session_key: select, insert, update, delete
session_lease: select, insert, update, delete
simulator_fault: select, insert, update, delete
simulator_media: select, insert, update, delete
simulator_message: select, insert, update, delete
simulator_report: select, insert, update, delete
stray_delivery: select, insert, update, delete
suppression: select, insert
template: select, insert, update, delete
unknown_part: select, insert, update, delete
