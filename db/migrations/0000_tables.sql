CREATE TABLE "alarm" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid,
	"detail" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"cleared_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alarm_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"prefix" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_key_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "api_key_businessId_keyHash_unique" UNIQUE("business_id","key_hash"),
	CONSTRAINT "api_key_role_known" CHECK ("api_key"."role" in ('agent', 'supervisor', 'business', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_event_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "business" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"currency" char(3) NOT NULL,
	"language" text NOT NULL,
	"zone" text NOT NULL,
	"is_demo" boolean NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"plan_policy" jsonb NOT NULL,
	"readings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"transfer_account" jsonb,
	"payment_provider" text,
	"pay_days" smallint[] DEFAULT '{15,31}' NOT NULL,
	"how_to_verify_us" text NOT NULL,
	"moves_to_other_number" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_pay_days" CHECK (cardinality(pay_days) between 1 and 10 and 1 <= all(pay_days) and 31 >= all(pay_days))
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"routing_key" text NOT NULL,
	"phone" text,
	"waba_id" text,
	"verified_name" text,
	"credentials" "bytea",
	"blocks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"blocked_because" text GENERATED ALWAYS AS (coalesce(blocks ->> 'restriction', blocks ->> 'meta', blocks ->> 'link', blocks ->> 'credentials', blocks ->> 'refused')) STORED,
	"paused_until" timestamp with time zone,
	"messaging_limit" integer,
	"tier_limit" integer,
	"quality" text,
	"messages_per_second" integer,
	"learnt_at" timestamp with time zone,
	"people_a_day" integer,
	"every_ms" integer,
	"health_decision_id" uuid,
	"first_used_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "channel_businessId_routingKey_unique" UNIQUE("business_id","routing_key"),
	CONSTRAINT "channel_kind_known" CHECK ("channel"."kind" in ('cloud', 'simulator', 'baileys', 'whatsapp_web')),
	CONSTRAINT "channel_messaging_limit_positive" CHECK ("channel"."messaging_limit" > 0),
	CONSTRAINT "channel_block_source_known" CHECK ("channel"."blocks" - array['restriction', 'meta', 'link', 'credentials', 'refused'] = '{}'::jsonb)
);
--> statement-breakpoint
CREATE TABLE "console_event" (
	"business_id" uuid NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "console_event_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" uuid,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "console_event_business_id_xid_sequence_pk" PRIMARY KEY("business_id","xid","sequence")
);
--> statement-breakpoint
CREATE TABLE "channel_delivery" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "channel_delivery_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact_made" (
	"business_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"outbox_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_made_business_id_debtor_id_outbox_id_pk" PRIMARY KEY("business_id","debtor_id","outbox_id")
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"debtor_id" uuid,
	"flow" text NOT NULL,
	"flow_version" integer NOT NULL,
	"state" text NOT NULL,
	"context" jsonb NOT NULL,
	"language" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"owner" text DEFAULT 'bot' NOT NULL,
	"owner_user_id" text,
	"owner_epoch" integer DEFAULT 0 NOT NULL,
	"stopped_epoch" integer DEFAULT 0 NOT NULL,
	"handed_over_because" text,
	"handed_over_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"alarm_at" timestamp with time zone,
	"last_inbound_at" timestamp with time zone,
	"said_since_inbound" integer DEFAULT 0 NOT NULL,
	"last_said_at" timestamp with time zone,
	"paced_until_ms" bigint,
	"burst_from_ms" bigint,
	"last_options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"outcome" text,
	"closed_at" timestamp with time zone,
	"opened_at" timestamp with time zone NOT NULL,
	"continues" uuid,
	"failures" smallint DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "conversation_outcome_on_the_list" CHECK (outcome in ('paid', 'promise', 'plan', 'dispute', 'wrong_person', 'hardship', 'refused', 'unreachable', 'opted_out', 'handed_over', 'payment_to_verify', 'not_verified', 'deceased', 'other')),
	CONSTRAINT "conversation_ends_in_an_outcome" CHECK (closed_at is null or outcome is not null)
);
--> statement-breakpoint
CREATE TABLE "conversation_event" (
	"business_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"position" smallint NOT NULL,
	"event" jsonb NOT NULL,
	"meaning" jsonb,
	"handled" boolean NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"effects" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_event_business_id_conversation_id_revision_position_pk" PRIMARY KEY("business_id","conversation_id","revision","position")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"author" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"detail" jsonb,
	"provider_id" text,
	"sent_at" timestamp with time zone NOT NULL,
	"turn" integer,
	"status_rank" smallint DEFAULT 0 NOT NULL,
	"failed_code" text,
	"card_number_dropped" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "message_businessId_channelId_providerId_unique" UNIQUE("business_id","channel_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "message_status" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"outbox_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_status_business_id_channel_id_provider_id_status_pk" PRIMARY KEY("business_id","channel_id","provider_id","status")
);
--> statement-breakpoint
CREATE TABLE "note" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"author" text NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "note_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"trigger" text NOT NULL,
	"payload" jsonb NOT NULL,
	"owner_epoch" integer NOT NULL,
	"author" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"placed_on" uuid,
	"waits_because" text,
	"lease_until" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"unsettled" smallint DEFAULT 0 NOT NULL,
	"failures" smallint DEFAULT 0 NOT NULL,
	"provider_id" text,
	"failure" jsonb,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "outbox_businessId_conversationId_revision_position_unique" UNIQUE("business_id","conversation_id","revision","position")
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"business_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"outcome" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outcome_business_id_conversation_id_revision_pk" PRIMARY KEY("business_id","conversation_id","revision"),
	CONSTRAINT "outcome_on_the_list" CHECK (outcome in ('paid', 'promise', 'plan', 'dispute', 'wrong_person', 'hardship', 'refused', 'unreachable', 'opted_out', 'handed_over', 'payment_to_verify', 'not_verified', 'deceased', 'other'))
);
--> statement-breakpoint
CREATE TABLE "reached_person" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reached_person_business_id_channel_id_contact_id_pk" PRIMARY KEY("business_id","channel_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "send_decision" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"outbox_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"allowed" boolean NOT NULL,
	"reason" text NOT NULL,
	"until" timestamp with time zone,
	"record" jsonb NOT NULL,
	"clause_id" text GENERATED ALWAYS AS (coalesce(record -> 'clause' ->> 'id', '')) STORED NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "send_decision_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "send_decision_stage_known" CHECK (stage in ('planning', 'dispatch'))
);
--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"business_id" uuid NOT NULL,
	"header_signature" text NOT NULL,
	"settings" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "column_mapping_business_id_header_signature_pk" PRIMARY KEY("business_id","header_signature")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid,
	"name" text,
	"role" text,
	"phone" text,
	"wa_key" text NOT NULL,
	"wa_id" text,
	"bsuid" text,
	"lid" text,
	"suppressed_at" timestamp with time zone,
	"suppressed_because" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "contact_businessId_waKey_unique" UNIQUE("business_id","wa_key")
);
--> statement-breakpoint
CREATE TABLE "contact_permission" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"granted" boolean NOT NULL,
	"other_channels" text[] DEFAULT '{}' NOT NULL,
	"other_numbers" boolean DEFAULT false NOT NULL,
	"wording" text NOT NULL,
	"granted_on" date NOT NULL,
	"source" text NOT NULL,
	"list_id" uuid,
	"message_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_permission_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "debt" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"description" text NOT NULL,
	"currency" char(3) NOT NULL,
	"issued_on" date,
	"due_on" date NOT NULL,
	"row_fingerprint" text NOT NULL,
	"list_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debt_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "debt_businessId_debtorId_reference_unique" UNIQUE("business_id","debtor_id","reference")
);
--> statement-breakpoint
CREATE TABLE "debtor" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"document_type" text,
	"document_last_four" text,
	"document_sealed" "bytea",
	"birth_date_sealed" "bytea",
	"sealed_with" text,
	"language" text,
	"country" text,
	"subdivision" text,
	"zone" text,
	"attorney" jsonb,
	"moratorium" jsonb,
	"requested_hours" jsonb,
	"inconvenient" jsonb,
	"extra" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"list_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debtor_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "debtor_businessId_reference_unique" UNIQUE("business_id","reference")
);
--> statement-breakpoint
CREATE TABLE "debtor_list" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"state" text NOT NULL,
	"settings" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"committed_rows" integer DEFAULT 0 NOT NULL,
	"total_rows" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"committed_at" timestamp with time zone,
	"failed_because" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "debtor_list_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "debtor_list_contact" (
	"business_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"verdict" smallint NOT NULL,
	"part" integer NOT NULL,
	"lines" text NOT NULL,
	CONSTRAINT "debtor_list_contact_business_id_list_id_verdict_part_pk" PRIMARY KEY("business_id","list_id","verdict","part")
);
--> statement-breakpoint
CREATE TABLE "debtor_list_mark" (
	"business_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "debtor_list_mark_business_id_list_id_row_hash_pk" PRIMARY KEY("business_id","list_id","row","hash")
);
--> statement-breakpoint
CREATE TABLE "debtor_list_row" (
	"business_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"verdict" text NOT NULL,
	"judged" jsonb,
	"share" smallint GENERATED ALWAYS AS (abs(hashtext(judged ->> 'debtor') % 32768)) STORED,
	"cells" jsonb,
	"problems" jsonb,
	CONSTRAINT "debtor_list_row_business_id_list_id_row_pk" PRIMARY KEY("business_id","list_id","row")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"business_id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"marks" text NOT NULL,
	"horizon" "xid8",
	"delivery_id" uuid,
	"list_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "erasure_business_id_debtor_id_pk" PRIMARY KEY("business_id","debtor_id")
);
--> statement-breakpoint
CREATE TABLE "hold" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"debt_id" uuid,
	"kind" text NOT NULL,
	"source_id" uuid,
	"placed_at" timestamp with time zone NOT NULL,
	"said_again_at" timestamp with time zone,
	"placed_by" text,
	"until" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"lifted_by" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hold_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "hold_opt_out_has_no_end" CHECK (kind <> 'opt_out' or until is null)
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"business_id" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suppression_business_id_key_hash_reason_pk" PRIMARY KEY("business_id","key_hash","reason")
);
--> statement-breakpoint
CREATE TABLE "api_key_route" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"api_key_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "business_route" (
	"business_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel_route" (
	"routing_key" text PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_route" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"payment_link_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_delivery" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"business_id" uuid,
	"processed_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"failure" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_delivery_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "stray_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_block" (
	"business_id" uuid NOT NULL,
	"height" integer NOT NULL,
	"entry_ids" uuid[] NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_block_business_id_height_pk" PRIMARY KEY("business_id","height"),
	CONSTRAINT "ledger_block_holds_something" CHECK (cardinality(entry_ids) > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"description" text,
	"reverses" text,
	"actor" text NOT NULL,
	"source" text,
	"fingerprint" "bytea" NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_entry_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "ledger_entry_reference_once" UNIQUE("business_id","reference"),
	CONSTRAINT "ledger_entry_undoes_another" CHECK (reverses <> reference),
	CONSTRAINT "ledger_entry_hashes" CHECK (length(fingerprint) = 32 and length(content_hash) = 32)
);
--> statement-breakpoint
CREATE TABLE "ledger_posting" (
	"business_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"account_code" smallint NOT NULL,
	"debtor_id" uuid,
	"debt_id" uuid,
	"provider" text,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	CONSTRAINT "ledger_posting_business_id_entry_id_position_pk" PRIMARY KEY("business_id","entry_id","position"),
	CONSTRAINT "ledger_posting_moves_something" CHECK (amount_minor <> 0),
	CONSTRAINT "ledger_posting_on_the_chart" CHECK (case
    when account_code in (1100, 1110, 1120, 9000) then debt_id is not null and debtor_id is not null and provider is null
    when account_code in (2100) then debt_id is null and debtor_id is not null and provider is null
    when account_code in (1200, 1300) then debt_id is null and debtor_id is null and provider is not null
    when account_code in (1210, 2110, 2200, 2300, 3000, 4100, 4110, 4200, 5100, 5200, 5300, 5400, 5500, 5600, 9001) then debt_id is null and debtor_id is null and provider is null
    else false end)
);
--> statement-breakpoint
CREATE TABLE "ledger_unsealed" (
	"business_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	CONSTRAINT "ledger_unsealed_business_id_entry_id_pk" PRIMARY KEY("business_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "channel_link" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"state" jsonb NOT NULL,
	"secret" "bytea",
	"since" timestamp with time zone NOT NULL,
	"asked" jsonb,
	"asked_by" text,
	"linked_by" text,
	"linked_at" timestamp with time zone,
	"self_phone" text,
	"self_lid" text,
	"read_up_to" timestamp with time zone,
	CONSTRAINT "channel_link_business_id_channel_id_pk" PRIMARY KEY("business_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "message_cost" (
	"business_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"category" text NOT NULL,
	"market" text NOT NULL,
	"billable" boolean NOT NULL,
	"micros" bigint,
	"currency" char(3),
	"rate_card" text,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_cost_business_id_message_id_pk" PRIMARY KEY("business_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "message_file" (
	"business_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"state" text DEFAULT 'wanted' NOT NULL,
	"mime" text NOT NULL,
	"sha256" text,
	"bytes" "bytea",
	"tries" smallint DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"because" text,
	"conversation_id" uuid,
	"attached_by" text,
	"file_name" text,
	"token" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_file_business_id_message_id_pk" PRIMARY KEY("business_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "number_decision" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"people_a_day" integer,
	"every_ms" integer NOT NULL,
	"record" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "number_decision_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "number_event" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "number_event_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "rate_card" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"holds_from" text NOT NULL,
	"card" jsonb NOT NULL,
	"loaded_by" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rate_card_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "session_inbox" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"value" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_inbox_business_id_channel_id_sha256_pk" PRIMARY KEY("business_id","channel_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "session_key" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"type" text NOT NULL,
	"id" text NOT NULL,
	"value" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_key_business_id_channel_id_type_id_pk" PRIMARY KEY("business_id","channel_id","type","id")
);
--> statement-breakpoint
CREATE TABLE "session_lease" (
	"business_id" uuid NOT NULL,
	"channel_id" uuid NOT NULL,
	"owner" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "session_lease_business_id_channel_id_pk" PRIMARY KEY("business_id","channel_id")
);
--> statement-breakpoint
CREATE TABLE "template" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"waba_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"meta_id" text,
	"category" text NOT NULL,
	"status" text NOT NULL,
	"quality" text DEFAULT 'UNKNOWN' NOT NULL,
	"components" jsonb NOT NULL,
	"variables" smallint NOT NULL,
	"time_to_live_seconds" integer,
	"because" text,
	"paused_because" text,
	"synced_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "template_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "template_businessId_wabaId_name_language_unique" UNIQUE("business_id","waba_id","name","language")
);
--> statement-breakpoint
CREATE TABLE "unknown_part" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel_id" uuid,
	"what" text NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" text,
	CONSTRAINT "unknown_part_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "second_opinion" (
	"business_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"state" text NOT NULL,
	"model" text NOT NULL,
	"text" text NOT NULL,
	"text_hash" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"outcome" text,
	"remark" text,
	"verdict" jsonb,
	"opinion" jsonb,
	"latency_ms" integer,
	"tokens" integer,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "second_opinion_business_id_message_id_pk" PRIMARY KEY("business_id","message_id"),
	CONSTRAINT "second_opinion_outcome_known" CHECK (outcome in ('accepted', 'discarded', 'timeout', 'open', 'failed', 'overtaken'))
);
--> statement-breakpoint
CREATE TABLE "outside_contact" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"contact_id" uuid,
	"address" text,
	"channel" text NOT NULL,
	"initiated_by" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"note" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_contact_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "outside_contact_kind_of_initiator" CHECK ((initiated_by = 'debtor') = (kind = 'inbound')),
	CONSTRAINT "outside_contact_has_been" CHECK (at <= entered_at)
);
--> statement-breakpoint
CREATE TABLE "outside_contact_withdrawal" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"outside_contact_id" uuid NOT NULL,
	"reason" text,
	"withdrawn_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_contact_withdrawal_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "outside_contact_withdrawn_once" UNIQUE("business_id","outside_contact_id")
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"case_number" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" text,
	"decision" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dispute_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "dispute_businessId_caseNumber_unique" UNIQUE("business_id","case_number")
);
--> statement-breakpoint
CREATE TABLE "instalment" (
	"business_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "instalment_business_id_plan_id_number_pk" PRIMARY KEY("business_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"money_object" text NOT NULL,
	"provider" text NOT NULL,
	"debtor_id" uuid,
	"payment_link_id" uuid,
	"state" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"paid_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "payment_businessId_moneyObject_unique" UNIQUE("business_id","money_object")
);
--> statement-breakpoint
CREATE TABLE "payment_fact" (
	"business_id" uuid NOT NULL,
	"money_object" text NOT NULL,
	"source" text NOT NULL,
	"fact" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_fact_business_id_money_object_source_pk" PRIMARY KEY("business_id","money_object","source")
);
--> statement-breakpoint
CREATE TABLE "payment_link" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"token_sealed" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"provider" text,
	"checkout_reference" text,
	"checkout_url" text,
	"checkout_amount_minor" bigint,
	"checkout_expires_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_link_business_id_id_pk" PRIMARY KEY("business_id","id"),
	CONSTRAINT "payment_link_businessId_tokenHash_unique" UNIQUE("business_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "payment_proof" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid,
	"sha256" text,
	"mime" text,
	"bytes" "bytea",
	"reference" text,
	"amount_minor" bigint,
	"currency" char(3),
	"paid_on" date,
	"state" text DEFAULT 'to_verify' NOT NULL,
	"same_as_id" uuid,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"refused_because" text,
	"claimed_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_proof_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"agreed_on" date NOT NULL,
	"terms" jsonb NOT NULL,
	"total_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"acceptance" jsonb NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "promise" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debtor_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"promised_on" date NOT NULL,
	"due_on" date NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promise_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_reading" (
	"business_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"confidence" smallint NOT NULL,
	"evidence" text NOT NULL,
	"stage" text NOT NULL,
	"act" text NOT NULL,
	"intents" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"language" text NOT NULL,
	"expects" text NOT NULL,
	"words" text,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_reading_business_id_message_id_pk" PRIMARY KEY("business_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "reading_correction" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"was" text NOT NULL,
	"intent" text,
	"words" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_correction_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "simulator_fault" (
	"business_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"phone" text NOT NULL,
	"fault" jsonb NOT NULL,
	"taken_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "simulator_fault_business_id_id_pk" PRIMARY KEY("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "simulator_media" (
	"business_id" uuid NOT NULL,
	"token" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "simulator_media_business_id_token_pk" PRIMARY KEY("business_id","token")
);
--> statement-breakpoint
CREATE TABLE "simulator_message" (
	"business_id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "simulator_message_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"phone" text NOT NULL,
	"direction" text NOT NULL,
	"provider_id" text NOT NULL,
	"outbox_id" uuid,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"visible_at" timestamp with time zone NOT NULL,
	CONSTRAINT "simulator_message_business_id_sequence_pk" PRIMARY KEY("business_id","sequence"),
	CONSTRAINT "simulator_message_once" UNIQUE("business_id","outbox_id")
);
--> statement-breakpoint
CREATE TABLE "simulator_report" (
	"business_id" uuid NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "simulator_report_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"channel_id" uuid NOT NULL,
	"report" jsonb NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "simulator_report_business_id_sequence_pk" PRIMARY KEY("business_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel" ADD CONSTRAINT "channel_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_made" ADD CONSTRAINT "contact_made_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_channel_id_channel_business_id_id_fk" FOREIGN KEY ("business_id","channel_id") REFERENCES "public"."channel"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_contact_id_contact_business_id_id_fk" FOREIGN KEY ("business_id","contact_id") REFERENCES "public"."contact"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_event" ADD CONSTRAINT "conversation_event_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reached_person" ADD CONSTRAINT "reached_person_business_id_channel_id_channel_business_id_id_fk" FOREIGN KEY ("business_id","channel_id") REFERENCES "public"."channel"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reached_person" ADD CONSTRAINT "reached_person_business_id_contact_id_contact_business_id_id_fk" FOREIGN KEY ("business_id","contact_id") REFERENCES "public"."contact"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "send_decision" ADD CONSTRAINT "send_decision_business_id_outbox_id_outbox_business_id_id_fk" FOREIGN KEY ("business_id","outbox_id") REFERENCES "public"."outbox"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_permission" ADD CONSTRAINT "contact_permission_business_id_contact_id_contact_business_id_id_fk" FOREIGN KEY ("business_id","contact_id") REFERENCES "public"."contact"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debt" ADD CONSTRAINT "debt_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor" ADD CONSTRAINT "debtor_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_list" ADD CONSTRAINT "debtor_list_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_list_contact" ADD CONSTRAINT "debtor_list_contact_business_id_list_id_debtor_list_business_id_id_fk" FOREIGN KEY ("business_id","list_id") REFERENCES "public"."debtor_list"("business_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_list_mark" ADD CONSTRAINT "debtor_list_mark_business_id_list_id_debtor_list_business_id_id_fk" FOREIGN KEY ("business_id","list_id") REFERENCES "public"."debtor_list"("business_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "debtor_list_row" ADD CONSTRAINT "debtor_list_row_business_id_list_id_debtor_list_business_id_id_fk" FOREIGN KEY ("business_id","list_id") REFERENCES "public"."debtor_list"("business_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hold" ADD CONSTRAINT "hold_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_block" ADD CONSTRAINT "ledger_block_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_reverses_fk" FOREIGN KEY ("business_id","reverses") REFERENCES "public"."ledger_entry"("business_id","reference") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_link" ADD CONSTRAINT "channel_link_business_id_channel_id_channel_business_id_id_fk" FOREIGN KEY ("business_id","channel_id") REFERENCES "public"."channel"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_decision" ADD CONSTRAINT "number_decision_business_id_channel_id_channel_business_id_id_fk" FOREIGN KEY ("business_id","channel_id") REFERENCES "public"."channel"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_event" ADD CONSTRAINT "number_event_business_id_channel_id_channel_business_id_id_fk" FOREIGN KEY ("business_id","channel_id") REFERENCES "public"."channel"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_opinion" ADD CONSTRAINT "second_opinion_business_id_message_id_message_business_id_id_fk" FOREIGN KEY ("business_id","message_id") REFERENCES "public"."message"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_debtor_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact" ADD CONSTRAINT "outside_contact_number_fk" FOREIGN KEY ("business_id","contact_id") REFERENCES "public"."contact"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_contact_withdrawal" ADD CONSTRAINT "outside_contact_withdrawal_fk" FOREIGN KEY ("business_id","outside_contact_id") REFERENCES "public"."outside_contact"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalment" ADD CONSTRAINT "instalment_business_id_plan_id_plan_business_id_id_fk" FOREIGN KEY ("business_id","plan_id") REFERENCES "public"."plan"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_link" ADD CONSTRAINT "payment_link_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_link" ADD CONSTRAINT "payment_link_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_proof" ADD CONSTRAINT "payment_proof_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_proof" ADD CONSTRAINT "payment_proof_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan" ADD CONSTRAINT "plan_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_business_id_debtor_id_debtor_business_id_id_fk" FOREIGN KEY ("business_id","debtor_id") REFERENCES "public"."debtor"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise" ADD CONSTRAINT "promise_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reading" ADD CONSTRAINT "message_reading_message_fk" FOREIGN KEY ("business_id","message_id") REFERENCES "public"."message"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_correction" ADD CONSTRAINT "reading_correction_reading_fk" FOREIGN KEY ("business_id","message_id") REFERENCES "public"."message_reading"("business_id","message_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_business_id_subject_id_index" ON "audit_event" USING btree ("business_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_open" ON "conversation" USING btree ("business_id","channel_id","contact_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "conversation_alarm" ON "conversation" USING btree ("business_id","alarm_at") WHERE alarm_at is not null;--> statement-breakpoint
CREATE INDEX "conversation_resting" ON "conversation" USING btree ("business_id","retry_at") WHERE retry_at is not null;--> statement-breakpoint
CREATE INDEX "conversation_inbox" ON "conversation" USING btree ("business_id","owner","handed_over_at") WHERE closed_at is null and owner <> 'bot';--> statement-breakpoint
CREATE INDEX "conversation_outcome" ON "conversation" USING btree ("business_id","outcome","id","closed_at") WHERE outcome is not null;--> statement-breakpoint
CREATE INDEX "conversation_open_outcome" ON "conversation" USING btree ("business_id","owner","outcome","id") WHERE closed_at is null and outcome is not null;--> statement-breakpoint
CREATE INDEX "conversation_business_id_debtor_id_index" ON "conversation" USING btree ("business_id","debtor_id");--> statement-breakpoint
CREATE INDEX "conversation_business_id_contact_id_index" ON "conversation" USING btree ("business_id","contact_id");--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("business_id","conversation_id","id");--> statement-breakpoint
CREATE INDEX "message_waiting" ON "message" USING btree ("business_id","conversation_id") WHERE direction = 'in' and turn is null;--> statement-breakpoint
CREATE INDEX "message_sent_through" ON "message" USING btree ("business_id","channel_id","sent_at") WHERE direction = 'out';--> statement-breakpoint
CREATE INDEX "note_business_id_conversation_id_index" ON "note" USING btree ("business_id","conversation_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("business_id","send_at") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_under_way" ON "outbox" USING btree ("business_id","lease_until") WHERE state in ('sending', 'unknown');--> statement-breakpoint
CREATE INDEX "outbox_conversation" ON "outbox" USING btree ("business_id","conversation_id") WHERE state in ('queued', 'sending', 'unknown');--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("business_id",(trigger = 'proactive'),"id") WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_placed" ON "outbox" USING btree ("business_id","placed_on","send_at") WHERE state = 'queued' and placed_on is not null;--> statement-breakpoint
CREATE INDEX "reached_person_lately" ON "reached_person" USING btree ("business_id","channel_id","at");--> statement-breakpoint
CREATE INDEX "send_decision_business_id_outbox_id_index" ON "send_decision" USING btree ("business_id","outbox_id");--> statement-breakpoint
CREATE INDEX "send_decision_refused" ON "send_decision" USING btree ("business_id","reason","clause_id","at","id") WHERE not allowed;--> statement-breakpoint
CREATE INDEX "contact_business_id_debtor_id_index" ON "contact" USING btree ("business_id","debtor_id");--> statement-breakpoint
CREATE INDEX "contact_business_id_bsuid_index" ON "contact" USING btree ("business_id","bsuid");--> statement-breakpoint
CREATE INDEX "contact_business_id_lid_index" ON "contact" USING btree ("business_id","lid");--> statement-breakpoint
CREATE INDEX "contact_permission_business_id_contact_id_recorded_at_index" ON "contact_permission" USING btree ("business_id","contact_id","recorded_at");--> statement-breakpoint
CREATE INDEX "debtor_list_business_id_sha256_index" ON "debtor_list" USING btree ("business_id","sha256");--> statement-breakpoint
CREATE INDEX "debtor_list_mark_business_id_hash_index" ON "debtor_list_mark" USING btree ("business_id","hash");--> statement-breakpoint
CREATE INDEX "debtor_list_row_business_id_list_id_verdict_index" ON "debtor_list_row" USING btree ("business_id","list_id","verdict");--> statement-breakpoint
CREATE INDEX "hold_active" ON "hold" USING btree ("business_id","debtor_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "hold_once" ON "hold" USING btree ("business_id","debtor_id","kind") WHERE lifted_at is null and debt_id is null;--> statement-breakpoint
CREATE INDEX "provider_delivery_waiting" ON "provider_delivery" USING btree ("processed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_entry_reversed_once" ON "ledger_entry" USING btree ("business_id","reverses") WHERE reverses is not null;--> statement-breakpoint
CREATE INDEX "ledger_posting_debtor" ON "ledger_posting" USING btree ("business_id","debtor_id") WHERE debtor_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_posting_debt" ON "ledger_posting" USING btree ("business_id","debt_id") WHERE debt_id is not null;--> statement-breakpoint
CREATE INDEX "message_cost_business_id_channel_id_at_index" ON "message_cost" USING btree ("business_id","channel_id","at");--> statement-breakpoint
CREATE INDEX "message_file_wanted" ON "message_file" USING btree ("business_id","retry_at") WHERE state = 'wanted';--> statement-breakpoint
CREATE INDEX "number_decision_business_id_channel_id_at_index" ON "number_decision" USING btree ("business_id","channel_id","at");--> statement-breakpoint
CREATE INDEX "number_event_business_id_channel_id_at_index" ON "number_event" USING btree ("business_id","channel_id","at");--> statement-breakpoint
CREATE INDEX "number_event_business_id_recorded_at_index" ON "number_event" USING btree ("business_id","recorded_at");--> statement-breakpoint
CREATE INDEX "session_inbox_business_id_channel_id_recorded_at_index" ON "session_inbox" USING btree ("business_id","channel_id","recorded_at");--> statement-breakpoint
CREATE INDEX "unknown_part_business_id_received_at_index" ON "unknown_part" USING btree ("business_id","received_at");--> statement-breakpoint
CREATE INDEX "second_opinion_pending" ON "second_opinion" USING btree ("business_id","until") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "second_opinion_words" ON "second_opinion" USING btree ("business_id","message_id") WHERE text <> '';--> statement-breakpoint
CREATE INDEX "second_opinion_given" ON "second_opinion" USING btree ("business_id","text_hash") WHERE outcome in ('accepted', 'discarded');--> statement-breakpoint
CREATE INDEX "outside_contact_business_id_debtor_id_at_index" ON "outside_contact" USING btree ("business_id","debtor_id","at");--> statement-breakpoint
CREATE INDEX "dispute_open" ON "dispute" USING btree ("business_id","debtor_id") WHERE decided_at is null;--> statement-breakpoint
CREATE INDEX "payment_business_id_debtor_id_index" ON "payment" USING btree ("business_id","debtor_id");--> statement-breakpoint
CREATE INDEX "payment_processing" ON "payment" USING btree ("business_id","recorded_at") WHERE state = 'processing';--> statement-breakpoint
CREATE INDEX "payment_link_business_id_conversation_id_index" ON "payment_link" USING btree ("business_id","conversation_id");--> statement-breakpoint
CREATE INDEX "payment_link_page" ON "payment_link" USING btree ("business_id","checkout_expires_at") WHERE checkout_reference is not null;--> statement-breakpoint
CREATE INDEX "payment_proof_business_id_state_claimed_at_index" ON "payment_proof" USING btree ("business_id","state","claimed_at");--> statement-breakpoint
CREATE INDEX "payment_proof_wanted" ON "payment_proof" USING btree ("business_id") WHERE state = 'to_verify' and mime is null and message_id is not null;--> statement-breakpoint
CREATE INDEX "payment_proof_business_id_sha256_index" ON "payment_proof" USING btree ("business_id","sha256");--> statement-breakpoint
CREATE INDEX "payment_proof_business_id_conversation_id_index" ON "payment_proof" USING btree ("business_id","conversation_id");--> statement-breakpoint
CREATE INDEX "plan_business_id_debtor_id_index" ON "plan" USING btree ("business_id","debtor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_active" ON "plan" USING btree ("business_id","debtor_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "promise_open" ON "promise" USING btree ("business_id","debtor_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "promise_due" ON "promise" USING btree ("business_id","due_on") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "message_reading_missed" ON "message_reading" USING btree ("business_id","at") WHERE words is not null;--> statement-breakpoint
CREATE INDEX "message_reading_missed_words" ON "message_reading" USING btree ("business_id","words","at") WHERE words is not null;--> statement-breakpoint
CREATE INDEX "reading_correction_message" ON "reading_correction" USING btree ("business_id","message_id","id");--> statement-breakpoint
CREATE INDEX "reading_correction_words" ON "reading_correction" USING btree ("business_id","words","message_id","id") WHERE words is not null;--> statement-breakpoint
CREATE INDEX "simulator_fault_waiting" ON "simulator_fault" USING btree ("business_id","phone") WHERE taken_at is null;--> statement-breakpoint
CREATE INDEX "simulator_message_business_id_phone_sequence_index" ON "simulator_message" USING btree ("business_id","phone","sequence");--> statement-breakpoint
CREATE INDEX "simulator_report_business_id_due_at_index" ON "simulator_report" USING btree ("business_id","due_at");