"""A summit that is planned, called off and held, in pages of three outlets: (day, outlet, text)."""

from __future__ import annotations

SUMMIT = (
    ("2018-05-10", "Meridian", "Donald Trump will meet Kim Jong Un in Singapore on June 12."),
    ("2018-05-16", "Kestrel", "Officials praised the summit of Donald Trump and Kim Jong Un in Singapore."),
    ("2018-05-24", "Northbridge", "Donald Trump called off his meeting with Kim Jong Un in Singapore on Thursday."),
    ("2018-06-12", "Meridian", "Donald Trump and Kim Jong Un met in Singapore on Tuesday."),
    ("2018-06-13", "Kestrel", "Kim Jong Un met Donald Trump in Singapore on Tuesday."),
    ("2018-07-08", "Kestrel", "North Korea accused the United States of hostility."),
)
