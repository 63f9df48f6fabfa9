-- The first schema on PostgreSQL, as Handrail made it on 23 November 2026, with requests in every state in it.
CREATE SCHEMA handrail;
CREATE TABLE handrail.version (steps integer NOT NULL);
INSERT INTO handrail.version VALUES (1);
CREATE TABLE handrail.requests (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key text NOT NULL UNIQUE,
    fingerprint text NOT NULL,
    reference text NOT NULL UNIQUE,
    token text NOT NULL UNIQUE,
    received_at timestamptz NOT NULL,
    reply_by date,
    reply_within integer NOT NULL,
    contact_by text NOT NULL,
    documents jsonb NOT NULL,
    formats jsonb NOT NULL,
    answers jsonb NOT NULL,
    page text,
    language text,
    state text NOT NULL DEFAULT 'new'
      CHECK (state IN ('new', 'acknowledged', 'in-progress', 'done', 'quarantined')),
    quarantine jsonb NOT NULL DEFAULT '[]',
    closed_at timestamptz,
    closed_on date,
    wiped_at timestamptz
  );
  CREATE INDEX requests_due ON handrail.requests (state, reply_by);
  CREATE TABLE handrail.changes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id bigint NOT NULL REFERENCES handrail.requests,
    state text NOT NULL,
    at timestamptz NOT NULL,
    by_whom text NOT NULL,
    note text NOT NULL
  );
  CREATE INDEX changes_of_request ON handrail.changes (request_id);
  CREATE TABLE handrail.deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id bigint NOT NULL REFERENCES handrail.requests,
    channel text NOT NULL,
    state text NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'failed')),
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL,
    problem text NOT NULL DEFAULT '',
    UNIQUE (request_id, channel)
  );
  CREATE INDEX deliveries_due ON handrail.deliveries (due_at) WHERE state = 'waiting';
  CREATE INDEX deliveries_failed ON handrail.deliveries (id) WHERE state = 'failed';
  CREATE TABLE handrail.chores (name text PRIMARY KEY, done_on date NOT NULL);
INSERT INTO handrail.requests (key, fingerprint, reference, token, received_at, reply_by, reply_within, contact_by,
  documents, formats, answers, page, language, state, quarantine, closed_at, closed_on) VALUES
  ('key-00001', 'f1', 'AA2A-A2AA', 'token-1', '2026-11-20T10:00:00.123Z', '2026-11-27', 5, 'email',
    '[{"title":"The plan","url":"https://council.example/plan.pdf"}]', '["audio"]',
    '{"email":"lukasz@example.org","name":"Łukasz O''Hara"}', 'https://council.example/plans', 'cy', 'new', '[]', NULL, NULL),
  ('key-00002', 'f2', 'BB2B-B2BB', 'token-2', '2026-11-20T11:00:00Z', '2026-11-27', 5, 'post',
    '[]', '["braille","large-print"]', '{"document-other":"The budget","notes":"Line one\nline two 🦮"}', NULL, NULL,
    'in-progress', '[]', NULL, NULL),
  ('key-00003', 'f3', 'CC2C-C2CC', 'token-3', '2026-11-20T12:00:00Z', NULL, 5, 'phone',
    '[]', '["html"]', '{"phone":"020 7946 0123"}', NULL, 'ar', 'done', '[]', '2026-11-22T09:00:00Z', '2026-11-22'),
  ('key-00004', 'f4', 'DD2D-D2DD', 'token-4', '2026-11-20T13:00:00Z', '2026-11-27', 5, 'email',
    '[]', '["word"]', '{"email":"pat@example.org"}', NULL, NULL, 'quarantined', '["three links"]', NULL, NULL);
INSERT INTO handrail.changes (request_id, state, at, by_whom, note) VALUES
  (2, 'in-progress', '2026-11-21T09:00:00Z', 'Sam', 'Rang, no answer'), (3, 'done', '2026-11-22T09:00:00Z', 'Sam', '');
INSERT INTO handrail.deliveries (request_id, channel, state, attempts, due_at) VALUES
  (1, 'email', 'sent', 1, '2026-11-20T10:00:01Z'), (4, 'email', 'held', 0, '2026-11-20T13:00:00Z');
INSERT INTO handrail.chores VALUES ('digest', '2026-11-22');
