CREATE TABLE documents (
    seq    INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE,
    title  TEXT NOT NULL,
    text   TEXT NOT NULL,
    source TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    meta   TEXT NOT NULL,
    added  TEXT NOT NULL,
    bytes  INTEGER NOT NULL
);
CREATE INDEX documents_sha256 ON documents (sha256);

CREATE TABLE sheets (
    document  TEXT NOT NULL REFERENCES documents (id),
    annotator TEXT NOT NULL,
    status    TEXT NOT NULL,
    spans     INTEGER NOT NULL DEFAULT 0,
    suggested INTEGER NOT NULL DEFAULT 0,
    confirmed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document, annotator)
);

CREATE TABLE spans (
    id             TEXT NOT NULL,
    document       TEXT NOT NULL,
    annotator      TEXT NOT NULL,
    start_byte     INTEGER NOT NULL,
    end_byte       INTEGER NOT NULL,
    label          TEXT NOT NULL,
    state          TEXT NOT NULL,
    origin         TEXT NOT NULL,
    origin_name    TEXT NOT NULL,
    origin_version TEXT NOT NULL,
    origin_at      TEXT NOT NULL,
    score          REAL NOT NULL,
    quote_type     TEXT NOT NULL,
    speaker        TEXT NOT NULL,
    reason         TEXT NOT NULL,
    meta           TEXT NOT NULL,
    PRIMARY KEY (document, annotator, id),
    FOREIGN KEY (document, annotator) REFERENCES sheets (document, annotator)
) WITHOUT ROWID;

CREATE TABLE relations (
    id             TEXT NOT NULL,
    document       TEXT NOT NULL,
    annotator      TEXT NOT NULL,
    type           TEXT NOT NULL,
    from_span      TEXT NOT NULL,
    to_span        TEXT NOT NULL,
    state          TEXT NOT NULL,
    origin         TEXT NOT NULL,
    origin_name    TEXT NOT NULL,
    origin_version TEXT NOT NULL,
    origin_at      TEXT NOT NULL,
    score          REAL NOT NULL,
    reason         TEXT NOT NULL,
    meta           TEXT NOT NULL,
    PRIMARY KEY (document, annotator, id),
    FOREIGN KEY (document, annotator, from_span) REFERENCES spans (document, annotator, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (document, annotator, to_span) REFERENCES spans (document, annotator, id) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;
CREATE INDEX relations_from ON relations (document, annotator, from_span);
CREATE INDEX relations_to ON relations (document, annotator, to_span);

CREATE TABLE labels (
    position  INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    color     TEXT NOT NULL,
    key       TEXT NOT NULL,
    kind      TEXT NOT NULL,
    grouping  TEXT NOT NULL,
    guideline TEXT NOT NULL
);

-- stack: 0 on none, 1 on the undo stack, 2 on the redo stack
CREATE TABLE changes (
    seq       INTEGER PRIMARY KEY AUTOINCREMENT,
    id        TEXT NOT NULL UNIQUE,
    document  TEXT NOT NULL,
    annotator TEXT NOT NULL,
    verb      TEXT NOT NULL,
    made_by   TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL,
    reverses  TEXT NOT NULL,
    stack     INTEGER NOT NULL,
    FOREIGN KEY (document, annotator) REFERENCES sheets (document, annotator)
);
CREATE INDEX changes_stack ON changes (annotator, stack, seq) WHERE stack > 0;
CREATE INDEX changes_document ON changes (document, seq);
