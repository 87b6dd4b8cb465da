-- Times are UTC as text that sorts.

CREATE TABLE documents (
    seq    INTEGER PRIMARY KEY, -- the order of import
    id     TEXT NOT NULL UNIQUE CHECK (id <> ''),
    title  TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    added  TEXT NOT NULL,
    bytes  INTEGER NOT NULL, -- of the text
    meta   TEXT NOT NULL     -- a JSON object, or '' for none
);
CREATE INDEX documents_sha256 ON documents (sha256);

-- Apart, so that the queue is read without them.
CREATE TABLE texts (
    document INTEGER PRIMARY KEY REFERENCES documents (seq),
    text     TEXT NOT NULL
);

-- One annotator's marks on one article. The counts are kept so that the queue
-- need not count.
CREATE TABLE sheets (
    seq       INTEGER PRIMARY KEY,
    document  INTEGER NOT NULL REFERENCES documents (seq),
    annotator TEXT NOT NULL,
    status    TEXT NOT NULL CHECK (status IN ('todo', 'doing', 'done', 'skipped')),
    spans     INTEGER NOT NULL,
    suggested INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    UNIQUE (document, annotator)
);

CREATE TABLE spans (
    sheet          INTEGER NOT NULL REFERENCES sheets (seq),
    id             TEXT NOT NULL CHECK (id <> ''),
    start_byte     INTEGER NOT NULL CHECK (start_byte >= 0),
    end_byte       INTEGER NOT NULL CHECK (end_byte > start_byte),
    label          TEXT NOT NULL CHECK (label <> ''),
    state          TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
    origin         TEXT NOT NULL CHECK (origin IN ('rule', 'model', 'editor', 'import')),
    origin_name    TEXT NOT NULL,
    origin_version TEXT NOT NULL,
    origin_at      TEXT NOT NULL,
    score          REAL NOT NULL,
    quote_type     TEXT NOT NULL,
    speaker        TEXT NOT NULL,
    reason         TEXT NOT NULL,
    meta           TEXT NOT NULL,
    PRIMARY KEY (sheet, id)
) WITHOUT ROWID;

CREATE TABLE relations (
    sheet          INTEGER NOT NULL REFERENCES sheets (seq),
    id             TEXT NOT NULL CHECK (id <> ''),
    type           TEXT NOT NULL CHECK (type <> ''),
    from_span      TEXT NOT NULL,
    to_span        TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
    origin         TEXT NOT NULL CHECK (origin IN ('rule', 'model', 'editor', 'import')),
    origin_name    TEXT NOT NULL,
    origin_version TEXT NOT NULL,
    origin_at      TEXT NOT NULL,
    score          REAL NOT NULL,
    reason         TEXT NOT NULL,
    meta           TEXT NOT NULL,
    PRIMARY KEY (sheet, id),
    FOREIGN KEY (sheet, from_span) REFERENCES spans (sheet, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (sheet, to_span) REFERENCES spans (sheet, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX relations_from ON relations (sheet, from_span);
CREATE INDEX relations_to ON relations (sheet, to_span);

CREATE TABLE labels (
    position  INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    color     TEXT NOT NULL,
    key       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    grouping  TEXT NOT NULL,
    guideline TEXT NOT NULL
);

-- The log: rows are added, never taken away. Only the stack of a row changes:
-- 'undo' or 'redo' where it waits on that stack of its annotator.
CREATE TABLE changes (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE CHECK (id <> ''),
    document  INTEGER NOT NULL,
    annotator TEXT NOT NULL, -- whose sheet
    stack     TEXT CHECK (stack IN ('undo', 'redo')),
    verb      TEXT NOT NULL,
    made_by   TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    reverses  TEXT NOT NULL, -- the id of the change that this one takes back, or ''
    before    TEXT NOT NULL, -- marks as JSON
    after     TEXT NOT NULL,
    FOREIGN KEY (document, annotator) REFERENCES sheets (document, annotator)
);
CREATE INDEX changes_document ON changes (document, seq);
CREATE INDEX changes_stack ON changes (annotator, stack, seq) WHERE stack IS NOT NULL;
