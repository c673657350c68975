import type { Database } from './database.js'

/** The schema, step by step; a step that has run is never changed. */
const steps: readonly string[] = [
  `create table facility (code text primary key, district text not null, body jsonb not null)`,
  `create table account (
     name text primary key, role text not null, unit text, phone text not null,
     password_salt text not null, password_hash text not null)`,
  `create table challenge (
     id uuid primary key, account text not null references account, code_hash text not null,
     expires_at timestamptz not null, tries int not null default 0, used boolean not null default false)`,
  `create table session (
     access_hash text primary key, refresh_hash text not null unique, account text not null references account,
     expires_at timestamptz not null)`,
  `create table sent_message (
     id bigserial primary key, at timestamptz not null, phone text not null, account text,
     purpose text not null, text text not null)`,
  `create table register_person (
     number text primary key, old_numbers jsonb not null, full_name text not null,
     birth_date text not null, sex text not null, unverifiable boolean not null)`,
  `create table register_correction (
     id uuid primary key, number text not null, body jsonb not null, at timestamptz not null)`,
  `create table verification (
     id uuid primary key, number text not null, claim_hash text not null, result jsonb not null)`,
  `create table verification_batch (id uuid primary key, body jsonb not null, polls int not null)`,
  `create table record (
     id uuid primary key, facility text not null, day text not null, person_key text not null,
     dose_number int not null, hash text not null, jws text, minutes_id uuid, document jsonb not null,
     amends uuid, superseded_by uuid, receipt jsonb not null, received_at timestamptz not null)`,
  `create index record_day on record (facility, day)`,
  `create index record_person on record (person_key)`,
  `create table minutes (id uuid primary key, facility text not null, body jsonb not null)`,
  `create table certificate (
     id uuid primary key, certificate_id text not null unique, body jsonb not null,
     request jsonb not null, key_id text not null, revocation_hashes jsonb not null,
     revoked_at timestamptz)`,
  `create table certificate_record (
     certificate uuid not null references certificate, record uuid not null,
     primary key (certificate, record))`,
  `create table feedback (
     id uuid primary key, reference text not null unique, phone text not null, unit text not null,
     state text not null, revision int not null, item jsonb not null, request_hash text not null,
     code_hash text, tries int not null default 0, created_at timestamptz not null)`,
  `create table evidence (
     id uuid primary key, feedback uuid not null references feedback, body jsonb not null,
     bytes bytea not null)`,
  `create table day_plan (
     facility text not null, day text not null, vaccinating boolean not null,
     primary key (facility, day))`,
  `create table day_report (
     facility text not null, day text not null, body jsonb not null, primary key (facility, day))`,
  `create table answered (
     account text not null, key text not null, request_hash text not null, status int not null,
     body jsonb not null, primary key (account, key))`,
  `create table secret (name text primary key, body jsonb not null)`,
  `alter table verification_batch add column account text`,
  `create table register_dose (
     id uuid primary key, number text not null, body jsonb not null, receipt jsonb not null)`,
  `alter table record add column seal jsonb`,
  `create table facility_certificate (
     id uuid primary key, facility text not null, fingerprint text not null unique,
     serial text not null unique, key_hash text not null, request_hash text, chain jsonb not null,
     not_before timestamptz not null, not_after timestamptz not null,
     replaces uuid references facility_certificate)`,
  `create index facility_certificate_key on facility_certificate (key_hash)`,
  `create table facility_certificate_event (
     id bigserial primary key, certificate uuid not null references facility_certificate,
     at timestamptz not null, what text not null, account text not null, reason text,
     unique (certificate, what))`,
  `create function refuse_change() returns trigger language plpgsql as
     $$ begin raise exception 'only added to'; end $$`,
  `create trigger only_added before update or delete on facility_certificate
     for each row execute function refuse_change()`,
  `create trigger only_added before update or delete on facility_certificate_event
     for each row execute function refuse_change()`,
  `alter table record add column unsigned_header jsonb`,
  `create table one_time_code (
     id uuid primary key, code_hash text not null, expires_at timestamptz not null,
     tries int not null default 0, used boolean not null default false)`,
  `alter table challenge drop column code_hash, drop column expires_at, drop column tries, drop column used`,
  `alter table feedback drop column code_hash, drop column tries`,
  `create index sent_message_phone on sent_message (phone, at)`,
  `create index sent_message_account on sent_message (account, at)`,
  `alter table account add column must_change_password boolean not null default false`,
  `create table feedback_notification (
     number bigserial primary key, id uuid not null unique, desks jsonb not null, body jsonb not null)`,
  `create index record_first on record ((document->'amends'->>'firstRecordId'))`,
  `create index record_feedback on record ((document->'amends'->>'feedbackId'))`,
  `create index feedback_state on feedback (state)`,
  `create table upload (
     id uuid primary key, feedback uuid not null references feedback, body jsonb not null,
     begun_at timestamptz not null)`,
  `create index upload_feedback on upload (feedback)`,
  `create table upload_piece (
     upload uuid not null references upload on delete cascade, start int not null, bytes bytea not null,
     primary key (upload, start))`,
  `create table webhook_endpoint (
     id uuid primary key, desk jsonb not null, url text not null, secret text not null,
     behind bigint not null)`,
  `create table webhook_delivery (
     endpoint uuid not null references webhook_endpoint, number bigint not null,
     tries int not null default 0, next_at timestamptz not null, ended text,
     primary key (endpoint, number))`,
  `create index webhook_delivery_next on webhook_delivery (next_at) where ended is null`,
  `create table notice (reference text primary key, record uuid not null unique)`,
  `create table audit (
     number bigserial primary key, at timestamptz not null, action text not null, operation text not null,
     account text, thing text, status int not null, request_id uuid not null unique)`,
  `create index audit_thing on audit (thing)`,
  `create trigger only_added before update or delete on audit
     for each row execute function refuse_change()`,
  `create trigger never_emptied before truncate on audit
     for each statement execute function refuse_change()`,
  `alter table day_report add column signed jsonb`,
  `alter table sent_message add column about text unique`,
  `create table wrong_password (
     name_hash text primary key, since timestamptz not null, tries int not null)`,
  // Answers with session tokens were kept readable; now they are sealed.
  `delete from answered where body ? 'accessToken'`,
]

/** Brings a database to the newest schema, in one transaction. The caller sees to it that nobody else does. */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (inside) => {
    await inside.query('create table if not exists migration (step int primary key)')
    const done = await inside.query<{ step: number }>('select step from migration')
    const ran = new Set(done.map((row) => row.step))
    for (const [step, sql] of steps.entries()) {
      if (ran.has(step)) continue
      await inside.query(sql)
      await inside.query('insert into migration (step) values ($1)', [step])
    }
  })
}
