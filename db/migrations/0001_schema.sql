CREATE TABLE "audit_event" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_user_id" uuid,
	"actor_patient_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text,
	"patient_id" uuid,
	"fields" text[] NOT NULL,
	CONSTRAINT "audit_event_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "clinic" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"address" text,
	"emergency_number" text NOT NULL,
	"paper_size" text NOT NULL,
	"week_start" smallint NOT NULL,
	"time_zone" text NOT NULL,
	"logo" "bytea",
	"logo_mime" text,
	"green_max" smallint NOT NULL,
	"amber_max" smallint NOT NULL,
	"settled_max" smallint NOT NULL,
	"green_text" text,
	"amber_text" text,
	"red_text" text,
	"silent_days" smallint DEFAULT 7 NOT NULL,
	"pain_rise_points" smallint DEFAULT 2 NOT NULL,
	"high_pain" smallint DEFAULT 8 NOT NULL,
	"burden_limit" smallint DEFAULT 4 NOT NULL,
	"is_demo" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone,
	CONSTRAINT "clinic_week_start" CHECK ("clinic"."week_start" between 1 and 7),
	CONSTRAINT "clinic_pain_rule" CHECK ("clinic"."green_max" >= 0 and "clinic"."amber_max" > "clinic"."green_max" and "clinic"."amber_max" <= 9 and "clinic"."settled_max" between 0 and 5),
	CONSTRAINT "clinic_signals" CHECK ("clinic"."silent_days" between 1 and 60 and "clinic"."pain_rise_points" between 1 and 10 and "clinic"."high_pain" between 1 and 10 and "clinic"."burden_limit" between 1 and 30)
);

ALTER TABLE "clinic" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "exercise" (
	"slug" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"regions" text[] NOT NULL,
	"positions" text[] NOT NULL,
	"equipment" text[] NOT NULL,
	"optional_equipment" text[] NOT NULL,
	"traits" text[] NOT NULL,
	"sources" text[] NOT NULL,
	"easier" text[] NOT NULL,
	"harder" text[] NOT NULL,
	"recommended" boolean DEFAULT false NOT NULL,
	"review_state" text NOT NULL,
	"sets" smallint,
	"reps" smallint,
	"hold_seconds" smallint,
	"duration_seconds" smallint,
	"rest_seconds" smallint,
	"times_per_day" smallint,
	"days_per_week" smallint,
	"dosage_stated" text,
	"dosage_basis" text NOT NULL,
	"dosage_source" text,
	"retired_at" timestamp with time zone
);

CREATE TABLE "exercise_text" (
	"slug" text NOT NULL,
	"locale" text NOT NULL,
	"name" text NOT NULL,
	"aliases" text[] NOT NULL,
	"setup" text NOT NULL,
	"steps" text[] NOT NULL,
	"feel" text NOT NULL,
	"cautions" text[] NOT NULL,
	"alt" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "exercise_text_slug_locale_pk" PRIMARY KEY("slug","locale")
);

CREATE TABLE "consent" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"document_version" text NOT NULL,
	"locale" text NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "consent" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "episode" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"title" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "episode_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "episode" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "goal" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"text" text NOT NULL,
	"removed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goal_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "goal" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "patient" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_on" date NOT NULL,
	"email" text,
	"phone" text,
	"record_number" text,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"therapist_id" uuid,
	"archived_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone,
	CONSTRAINT "patient_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "patient" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "patient_condition" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"condition_id" text NOT NULL,
	"onset_on" date,
	"surgery_on" date,
	"side" text,
	"site" text,
	"ended_on" date,
	"note" text,
	"removed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "patient_condition_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "patient_condition" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "visit" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"visit_on" date NOT NULL,
	"visit_time" text,
	"removed_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visit_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "visit_time_shape" CHECK ("visit"."visit_time" ~ '^[0-2][0-9]:[0-5][0-9]$')
);

ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"password_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_user_email_lower" CHECK ("app_user"."email" = lower("app_user"."email"))
);

ALTER TABLE "app_user" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "auth_throttle" (
	"key_hash" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "auth_throttle_key_hash_window_start_pk" PRIMARY KEY("key_hash","window_start")
);

CREATE TABLE "membership" (
	"clinic_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_clinic_id_user_id_pk" PRIMARY KEY("clinic_id","user_id"),
	CONSTRAINT "membership_role" CHECK ("membership"."role" in ('owner', 'therapist', 'front_desk'))
);

ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "password_reset" (
	"user_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "password_reset_user_id_id_pk" PRIMARY KEY("user_id","id")
);

ALTER TABLE "password_reset" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "session" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sid_hash" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"patient_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idle_until" timestamp with time zone NOT NULL,
	"absolute_until" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"device" text,
	CONSTRAINT "session_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "session_holder" CHECK (num_nonnulls("session"."user_id", "session"."patient_id") = 1)
);

ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "setup_code" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);

CREATE TABLE "sign_in_link" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"failed_tries" smallint DEFAULT 0 NOT NULL,
	"uses" smallint DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	"emailed_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_link_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "sign_in_link" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "staff_invitation" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_invitation_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "staff_invitation" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "draft_exercise" (
	"clinic_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"slug" text NOT NULL,
	"sets" smallint NOT NULL,
	"reps" smallint,
	"hold_seconds" smallint,
	"duration_seconds" smallint,
	"rest_seconds" smallint,
	"load_grams" integer,
	"band" text,
	"tempo" text,
	"side" text NOT NULL,
	"pattern" text NOT NULL,
	"weekdays" smallint[] DEFAULT '{}' NOT NULL,
	"days_per_week_min" smallint,
	"days_per_week_max" smallint,
	"times_per_day_min" smallint NOT NULL,
	"times_per_day_max" smallint NOT NULL,
	"cue" text,
	"caution" text,
	CONSTRAINT "draft_exercise_clinic_id_plan_id_line_id_pk" PRIMARY KEY("clinic_id","plan_id","line_id"),
	CONSTRAINT "draft_exercise_sets" CHECK ("draft_exercise"."sets" between 1 and 20),
	CONSTRAINT "draft_exercise_reps" CHECK ("draft_exercise"."reps" between 1 and 200),
	CONSTRAINT "draft_exercise_hold" CHECK ("draft_exercise"."hold_seconds" between 1 and 600),
	CONSTRAINT "draft_exercise_duration" CHECK ("draft_exercise"."duration_seconds" between 5 and 7200),
	CONSTRAINT "draft_exercise_rest" CHECK ("draft_exercise"."rest_seconds" between 0 and 900),
	CONSTRAINT "draft_exercise_load" CHECK ("draft_exercise"."load_grams" between 100 and 300000),
	CONSTRAINT "draft_exercise_reps_or_duration" CHECK (num_nonnulls("draft_exercise"."reps", "draft_exercise"."duration_seconds") = 1),
	CONSTRAINT "draft_exercise_side" CHECK ("draft_exercise"."side" in ('none', 'left', 'right', 'both', 'each', 'alternating')),
	CONSTRAINT "draft_exercise_pattern" CHECK ("draft_exercise"."pattern" in ('daily', 'weekdays', 'per_week', 'every_other_day', 'as_needed')),
	CONSTRAINT "draft_exercise_times" CHECK ("draft_exercise"."times_per_day_min" >= 1 and "draft_exercise"."times_per_day_max" between "draft_exercise"."times_per_day_min" and 12),
	CONSTRAINT "draft_exercise_per_week" CHECK (("draft_exercise"."pattern" <> 'per_week') or ("draft_exercise"."days_per_week_min" >= 1 and "draft_exercise"."days_per_week_max" between "draft_exercise"."days_per_week_min" and 7)),
	CONSTRAINT "draft_exercise_weekdays" CHECK (("draft_exercise"."pattern" <> 'weekdays') or (cardinality("draft_exercise"."weekdays") between 1 and 7))
);

ALTER TABLE "draft_exercise" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "plan" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"episode_id" uuid NOT NULL,
	"title" text NOT NULL,
	"qr_token" text NOT NULL,
	"latest_version" integer DEFAULT 0 NOT NULL,
	"started_on" date,
	"ended_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "plan" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "plan_draft" (
	"clinic_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"note" text,
	"green_max" smallint NOT NULL,
	"amber_max" smallint NOT NULL,
	"settled_max" smallint NOT NULL,
	"green_text" text,
	"amber_text" text,
	"red_text" text,
	"based_on" integer DEFAULT 0 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_draft_clinic_id_plan_id_pk" PRIMARY KEY("clinic_id","plan_id"),
	CONSTRAINT "plan_draft_pain_rule" CHECK ("plan_draft"."green_max" >= 0 and "plan_draft"."amber_max" > "plan_draft"."green_max" and "plan_draft"."amber_max" <= 9 and "plan_draft"."settled_max" between 0 and 5)
);

ALTER TABLE "plan_draft" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "plan_pause" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_pause_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_pause_order" CHECK ("plan_pause"."ends_on" >= "plan_pause"."starts_on" - 1)
);

ALTER TABLE "plan_pause" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "plan_version" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"note" text,
	"green_max" smallint NOT NULL,
	"amber_max" smallint NOT NULL,
	"settled_max" smallint NOT NULL,
	"green_text" text,
	"amber_text" text,
	"red_text" text,
	"starts_on" date NOT NULL,
	"therapist_name" text NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_version_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_version_pain_rule" CHECK ("plan_version"."green_max" >= 0 and "plan_version"."amber_max" > "plan_version"."green_max" and "plan_version"."amber_max" <= 9 and "plan_version"."settled_max" between 0 and 5)
);

ALTER TABLE "plan_version" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "precaution_override" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"condition_id" text NOT NULL,
	"trait" text NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "precaution_override_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);

ALTER TABLE "precaution_override" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "prescribed_exercise" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"slug" text NOT NULL,
	"sets" smallint NOT NULL,
	"reps" smallint,
	"hold_seconds" smallint,
	"duration_seconds" smallint,
	"rest_seconds" smallint,
	"load_grams" integer,
	"band" text,
	"tempo" text,
	"side" text NOT NULL,
	"pattern" text NOT NULL,
	"weekdays" smallint[] DEFAULT '{}' NOT NULL,
	"days_per_week_min" smallint,
	"days_per_week_max" smallint,
	"times_per_day_min" smallint NOT NULL,
	"times_per_day_max" smallint NOT NULL,
	"cue" text,
	"caution" text,
	CONSTRAINT "prescribed_exercise_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "prescribed_exercise_sets" CHECK ("prescribed_exercise"."sets" between 1 and 20),
	CONSTRAINT "prescribed_exercise_reps" CHECK ("prescribed_exercise"."reps" between 1 and 200),
	CONSTRAINT "prescribed_exercise_hold" CHECK ("prescribed_exercise"."hold_seconds" between 1 and 600),
	CONSTRAINT "prescribed_exercise_duration" CHECK ("prescribed_exercise"."duration_seconds" between 5 and 7200),
	CONSTRAINT "prescribed_exercise_rest" CHECK ("prescribed_exercise"."rest_seconds" between 0 and 900),
	CONSTRAINT "prescribed_exercise_load" CHECK ("prescribed_exercise"."load_grams" between 100 and 300000),
	CONSTRAINT "prescribed_exercise_reps_or_duration" CHECK (num_nonnulls("prescribed_exercise"."reps", "prescribed_exercise"."duration_seconds") = 1),
	CONSTRAINT "prescribed_exercise_side" CHECK ("prescribed_exercise"."side" in ('none', 'left', 'right', 'both', 'each', 'alternating')),
	CONSTRAINT "prescribed_exercise_pattern" CHECK ("prescribed_exercise"."pattern" in ('daily', 'weekdays', 'per_week', 'every_other_day', 'as_needed')),
	CONSTRAINT "prescribed_exercise_times" CHECK ("prescribed_exercise"."times_per_day_min" >= 1 and "prescribed_exercise"."times_per_day_max" between "prescribed_exercise"."times_per_day_min" and 12),
	CONSTRAINT "prescribed_exercise_per_week" CHECK (("prescribed_exercise"."pattern" <> 'per_week') or ("prescribed_exercise"."days_per_week_min" >= 1 and "prescribed_exercise"."days_per_week_max" between "prescribed_exercise"."days_per_week_min" and 7)),
	CONSTRAINT "prescribed_exercise_weekdays" CHECK (("prescribed_exercise"."pattern" <> 'weekdays') or (cardinality("prescribed_exercise"."weekdays") between 1 and 7))
);

ALTER TABLE "prescribed_exercise" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "prescribed_exercise_text" (
	"clinic_id" uuid NOT NULL,
	"prescribed_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"name" text NOT NULL,
	"setup" text NOT NULL,
	"steps" text[] NOT NULL,
	"feel" text NOT NULL,
	"cautions" text[] NOT NULL,
	"alt" text NOT NULL,
	CONSTRAINT "prescribed_exercise_text_clinic_id_prescribed_id_locale_pk" PRIMARY KEY("clinic_id","prescribed_id","locale")
);

ALTER TABLE "prescribed_exercise_text" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "exercise_log" (
	"clinic_id" uuid NOT NULL,
	"session_log_id" uuid NOT NULL,
	"prescribed_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"sets_done" smallint,
	"reps_done" smallint,
	"hold_seconds_done" smallint,
	"duration_seconds_done" smallint,
	"pain_worst_nrs" smallint,
	"effort" text,
	"skip_reason" text,
	CONSTRAINT "exercise_log_clinic_id_session_log_id_prescribed_id_pk" PRIMARY KEY("clinic_id","session_log_id","prescribed_id"),
	CONSTRAINT "exercise_log_pain" CHECK ("exercise_log"."pain_worst_nrs" between 0 and 10),
	CONSTRAINT "exercise_log_outcome" CHECK ("exercise_log"."outcome" in ('done', 'partly', 'stepped_down', 'skipped')),
	CONSTRAINT "exercise_log_amounts" CHECK ("exercise_log"."sets_done" between 0 and 20 and "exercise_log"."reps_done" between 0 and 200 and "exercise_log"."hold_seconds_done" between 0 and 600 and "exercise_log"."duration_seconds_done" between 0 and 7200)
);

ALTER TABLE "exercise_log" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "morning_log" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"local_on" date NOT NULL,
	"source" text NOT NULL,
	"pain_nrs" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "morning_log_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "morning_log_pain" CHECK ("morning_log"."pain_nrs" between 0 and 10)
);

ALTER TABLE "morning_log" ENABLE ROW LEVEL SECURITY;
CREATE TABLE "session_log" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"local_on" date NOT NULL,
	"source" text NOT NULL,
	"pain_before_nrs" smallint,
	"pain_after_nrs" smallint,
	"stopped_for_pain" boolean DEFAULT false NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"note" text,
	"typed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_log_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "session_log_pain_before" CHECK ("session_log"."pain_before_nrs" between 0 and 10),
	CONSTRAINT "session_log_pain_after" CHECK ("session_log"."pain_after_nrs" between 0 and 10),
	CONSTRAINT "session_log_note" CHECK (length("session_log"."note") <= 2000),
	CONSTRAINT "session_log_source" CHECK ("session_log"."source" in ('live', 'late', 'paper'))
);

ALTER TABLE "session_log" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "exercise_text" ADD CONSTRAINT "exercise_text_slug_exercise_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."exercise"("slug") ON DELETE no action ON UPDATE no action;
ALTER TABLE "consent" ADD CONSTRAINT "consent_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "episode" ADD CONSTRAINT "episode_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "goal" ADD CONSTRAINT "goal_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "patient" ADD CONSTRAINT "patient_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "patient_condition" ADD CONSTRAINT "patient_condition_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "visit" ADD CONSTRAINT "visit_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "membership" ADD CONSTRAINT "membership_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session" ADD CONSTRAINT "session_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session" ADD CONSTRAINT "session_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_clinic_id_clinic_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinic"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "draft_exercise" ADD CONSTRAINT "draft_exercise_slug_exercise_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."exercise"("slug") ON DELETE no action ON UPDATE no action;
ALTER TABLE "draft_exercise" ADD CONSTRAINT "draft_exercise_clinic_id_plan_id_plan_draft_clinic_id_plan_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plan_draft"("clinic_id","plan_id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "plan" ADD CONSTRAINT "plan_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "plan" ADD CONSTRAINT "plan_clinic_id_episode_id_episode_clinic_id_id_fk" FOREIGN KEY ("clinic_id","episode_id") REFERENCES "public"."episode"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "plan_draft" ADD CONSTRAINT "plan_draft_clinic_id_plan_id_plan_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plan"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "plan_pause" ADD CONSTRAINT "plan_pause_clinic_id_plan_id_plan_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plan"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_clinic_id_plan_id_plan_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plan"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "precaution_override" ADD CONSTRAINT "precaution_override_clinic_id_plan_id_plan_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plan"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "prescribed_exercise" ADD CONSTRAINT "prescribed_exercise_slug_exercise_slug_fk" FOREIGN KEY ("slug") REFERENCES "public"."exercise"("slug") ON DELETE no action ON UPDATE no action;
ALTER TABLE "prescribed_exercise" ADD CONSTRAINT "prescribed_exercise_clinic_id_version_id_plan_version_clinic_id_id_fk" FOREIGN KEY ("clinic_id","version_id") REFERENCES "public"."plan_version"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "prescribed_exercise_text" ADD CONSTRAINT "prescribed_exercise_text_clinic_id_prescribed_id_prescribed_exercise_clinic_id_id_fk" FOREIGN KEY ("clinic_id","prescribed_id") REFERENCES "public"."prescribed_exercise"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "exercise_log" ADD CONSTRAINT "exercise_log_clinic_id_session_log_id_session_log_clinic_id_id_fk" FOREIGN KEY ("clinic_id","session_log_id") REFERENCES "public"."session_log"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "exercise_log" ADD CONSTRAINT "exercise_log_clinic_id_prescribed_id_prescribed_exercise_clinic_id_id_fk" FOREIGN KEY ("clinic_id","prescribed_id") REFERENCES "public"."prescribed_exercise"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "morning_log" ADD CONSTRAINT "morning_log_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session_log" ADD CONSTRAINT "session_log_clinic_id_patient_id_patient_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patient"("clinic_id","id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "session_log" ADD CONSTRAINT "session_log_clinic_id_version_id_plan_version_clinic_id_id_fk" FOREIGN KEY ("clinic_id","version_id") REFERENCES "public"."plan_version"("clinic_id","id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("clinic_id","at");
CREATE INDEX "audit_event_patient" ON "audit_event" USING btree ("clinic_id","patient_id","at");
CREATE INDEX "consent_patient" ON "consent" USING btree ("clinic_id","patient_id");
CREATE INDEX "episode_patient" ON "episode" USING btree ("clinic_id","patient_id");
CREATE INDEX "goal_patient" ON "goal" USING btree ("clinic_id","patient_id");
CREATE INDEX "patient_name" ON "patient" USING btree ("clinic_id","family_name","given_name");
CREATE UNIQUE INDEX "patient_record_number" ON "patient" USING btree ("clinic_id","record_number");
CREATE INDEX "patient_condition_patient" ON "patient_condition" USING btree ("clinic_id","patient_id");
CREATE INDEX "visit_patient" ON "visit" USING btree ("clinic_id","patient_id","visit_on");
CREATE UNIQUE INDEX "app_user_email" ON "app_user" USING btree ("email");
CREATE INDEX "membership_user" ON "membership" USING btree ("user_id");
CREATE INDEX "password_reset_token" ON "password_reset" USING btree ("token_hash");
CREATE UNIQUE INDEX "session_sid" ON "session" USING btree ("clinic_id","sid_hash");
CREATE INDEX "session_patient" ON "session" USING btree ("clinic_id","patient_id");
CREATE INDEX "session_user" ON "session" USING btree ("clinic_id","user_id");
CREATE INDEX "sign_in_link_token" ON "sign_in_link" USING btree ("token_hash");
CREATE INDEX "sign_in_link_code" ON "sign_in_link" USING btree ("code_hash");
CREATE INDEX "sign_in_link_patient" ON "sign_in_link" USING btree ("clinic_id","patient_id");
CREATE INDEX "staff_invitation_token" ON "staff_invitation" USING btree ("token_hash");
CREATE UNIQUE INDEX "plan_one_active" ON "plan" USING btree ("clinic_id","episode_id") WHERE ended_on is null;
CREATE INDEX "plan_patient" ON "plan" USING btree ("clinic_id","patient_id");
CREATE INDEX "plan_qr" ON "plan" USING btree ("qr_token");
CREATE INDEX "plan_pause_plan" ON "plan_pause" USING btree ("clinic_id","plan_id");
CREATE UNIQUE INDEX "plan_version_number" ON "plan_version" USING btree ("clinic_id","plan_id","number");
CREATE INDEX "plan_version_patient" ON "plan_version" USING btree ("clinic_id","patient_id");
CREATE INDEX "precaution_override_plan" ON "precaution_override" USING btree ("clinic_id","plan_id");
CREATE UNIQUE INDEX "prescribed_exercise_line" ON "prescribed_exercise" USING btree ("clinic_id","version_id","line_id");
CREATE INDEX "prescribed_exercise_patient" ON "prescribed_exercise" USING btree ("clinic_id","patient_id");
CREATE INDEX "morning_log_patient_day" ON "morning_log" USING btree ("clinic_id","patient_id","local_on");
CREATE INDEX "session_log_patient_day" ON "session_log" USING btree ("clinic_id","patient_id","local_on");
CREATE INDEX "session_log_root" ON "session_log" USING btree ("clinic_id","root_id");
CREATE POLICY "clinic" ON "audit_event" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("audit_event"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid)) WITH CHECK ("audit_event"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY "clinic" ON "clinic" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("clinic"."id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid)) WITH CHECK ("clinic"."id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY "patient_of_clinic" ON "consent" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("consent"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "consent"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("consent"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "consent"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "episode" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("episode"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "episode"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("episode"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "episode"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "goal" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("goal"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "goal"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("goal"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "goal"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "patient" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("patient"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "patient"."id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("patient"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "patient"."id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "patient_condition" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("patient_condition"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "patient_condition"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("patient_condition"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "patient_condition"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "visit" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("visit"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "visit"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("visit"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "visit"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "self_login_or_colleague" ON "app_user" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("app_user"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid) or "app_user"."email" = (select nullif(current_setting('app.login_email', true), '')) or exists (select 1 from membership m where m.user_id = "app_user"."id" and m.clinic_id = (select nullif(current_setting('app.clinic_id', true), '')::uuid)));
CREATE POLICY "invited" ON "app_user" AS PERMISSIVE FOR INSERT TO "carryover_app" WITH CHECK ((select nullif(current_setting('app.clinic_id', true), '')::uuid) is not null and "app_user"."email" = (select nullif(current_setting('app.login_email', true), '')));
CREATE POLICY "self" ON "app_user" AS PERMISSIVE FOR UPDATE TO "carryover_app" USING ("app_user"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ("app_user"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY "clinic" ON "membership" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("membership"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid)) WITH CHECK ("membership"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY "own" ON "membership" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("membership"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY "own" ON "password_reset" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("password_reset"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ("password_reset"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
CREATE POLICY "holder_of_token_hash" ON "password_reset" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("password_reset"."token_hash" = (select nullif(current_setting('app.token_hash', true), '')));
CREATE POLICY "clinic" ON "session" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("session"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid)) WITH CHECK ("session"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY "clinic" ON "sign_in_link" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("sign_in_link"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid)) WITH CHECK ("sign_in_link"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid));
CREATE POLICY "holder_of_token_hash" ON "sign_in_link" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("sign_in_link"."token_hash" = (select nullif(current_setting('app.token_hash', true), '')));
CREATE POLICY "holder_of_code_hash" ON "sign_in_link" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("sign_in_link"."code_hash" = (select nullif(current_setting('app.code_hash', true), '')));
CREATE POLICY "staff_of_clinic" ON "staff_invitation" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("staff_invitation"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null) WITH CHECK ("staff_invitation"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
CREATE POLICY "holder_of_token_hash" ON "staff_invitation" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("staff_invitation"."token_hash" = (select nullif(current_setting('app.token_hash', true), '')));
CREATE POLICY "staff_of_clinic" ON "draft_exercise" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("draft_exercise"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null) WITH CHECK ("draft_exercise"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
CREATE POLICY "patient_of_clinic" ON "plan" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("plan"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("plan"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "holder_of_plan_token" ON "plan" AS PERMISSIVE FOR SELECT TO "carryover_app" USING ("plan"."qr_token" = (select nullif(current_setting('app.plan_token', true), '')));
CREATE POLICY "staff_of_clinic" ON "plan_draft" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("plan_draft"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null) WITH CHECK ("plan_draft"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
CREATE POLICY "patient_of_clinic" ON "plan_pause" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("plan_pause"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan_pause"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("plan_pause"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan_pause"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "plan_version" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("plan_version"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan_version"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("plan_version"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "plan_version"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "staff_of_clinic" ON "precaution_override" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("precaution_override"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null) WITH CHECK ("precaution_override"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and (select nullif(current_setting('app.patient_id', true), '')::uuid) is null);
CREATE POLICY "patient_of_clinic" ON "prescribed_exercise" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("prescribed_exercise"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "prescribed_exercise"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("prescribed_exercise"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "prescribed_exercise"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "prescribed_exercise_text" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("prescribed_exercise_text"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "prescribed_exercise_text"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("prescribed_exercise_text"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "prescribed_exercise_text"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "exercise_log" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("exercise_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "exercise_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("exercise_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "exercise_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "morning_log" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("morning_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "morning_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("morning_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "morning_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));
CREATE POLICY "patient_of_clinic" ON "session_log" AS PERMISSIVE FOR ALL TO "carryover_app" USING ("session_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "session_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid))) WITH CHECK ("session_log"."clinic_id" = (select nullif(current_setting('app.clinic_id', true), '')::uuid) and ((select nullif(current_setting('app.patient_id', true), '')::uuid) is null or "session_log"."patient_id" = (select nullif(current_setting('app.patient_id', true), '')::uuid)));