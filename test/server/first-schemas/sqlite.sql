-- The first schema on SQLite, as Handrail made it on 23 November 2026, with requests in it.
PRAGMA journal_mode = WAL;
CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    reference TEXT NOT NULL UNIQUE,
    token TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    reply_by TEXT,
    reply_within INTEGER NOT NULL,
    contact_by TEXT NOT NULL,
    documents TEXT NOT NULL CHECK (json_valid(documents)),
    formats TEXT NOT NULL CHECK (json_valid(formats)),
    answers TEXT NOT NULL CHECK (json_valid(answers)),
    page TEXT,
    language TEXT
  ) STRICT;
INSERT INTO requests VALUES
  (1, 'key-00001', 'f1', 'AA2A-A2AA', 'token-1', '2026-11-20T10:00:00.123Z', '2026-11-27', 5, 'email',
    '[{"title":"The plan","url":"https://council.example/plan.pdf"}]', '["audio"]',
    '{"email":"lukasz@example.org","name":"Łukasz O''Hara"}', 'https://council.example/plans', 'cy'),
  (2, 'key-00002', 'f2', 'BB2B-B2BB', 'token-2', '2026-11-20T11:00:00.000Z', '2026-11-27', 5, 'post',
    '[]', '["braille","large-print"]', '{"document-other":"The budget","notes":"Line one\nline two 🦮"}', NULL, NULL),
  (7, 'key-00003', 'f3', 'CC2C-C2CC', 'token-3', '2026-11-20T12:00:00.000Z', NULL, 5, 'phone',
    '[]', '["html"]', '{"phone":"020 7946 0123"}', NULL, 'ar');
PRAGMA user_version = 1;
