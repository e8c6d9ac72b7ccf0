-- What the accurate sentiment step knows of texts, by the hash of the text: the point of the text in the encoder's space, as 16-bit
-- numbers. Texts repeat, and when the organisation's corrections change the model, tickets are judged anew without reading texts again.
create table text_embedding (
    text_hash uuid primary key,
    encoder text not null,
    embedding bytea not null
);

-- Labels that people gave. They belong to the ticket's identity and its text, not to its row: a ticket that is imported again with the
-- same text is still corrected, one whose text has changed is not.
create table sentiment_correction (
    source text not null,
    external_id text not null,
    text_hash uuid not null,
    sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
    corrected_by text not null,
    corrected_at timestamptz not null,
    primary key (source, external_id)
);
