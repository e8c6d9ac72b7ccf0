-- What the text of a ticket feels like: probabilities in ten-thousandths, all null where there is no text to judge. The model's
-- name says who scored it; tickets that another model has scored, or none, are scored anew in the background.
alter table ticket
    add column sentiment_model text,
    add column sentiment_negative smallint,
    add column sentiment_neutral smallint,
    add column sentiment_positive smallint;
