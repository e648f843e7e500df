from __future__ import annotations

import pytest

from sayso.reading.places.home import Home, home_of


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        (None, Home()),
        ("", Home()),
        ("xville-news.co.uk", Home("GBR", "xvillenews", "xville")),
        ("thexvilletimes.com", Home(None, "thexvilletimes", "xville")),
        ("news.xvilleherald.com.au", Home("AUS", "xvilleherald", "xville")),
        ("civil.tv", Home(None, "civil", "civil")),
        ("The Daily News", Home(None, "thedailynews", "")),
    ],
)
def test_what_an_outlet_tells_of_its_home(outlet: str | None, home: Home) -> None:
    assert home_of(outlet) == home


def test_an_outlet_is_called_by_a_town() -> None:
    assert home_of("newxvilletimes.com").is_called("new xville")
    assert not home_of("xvilletimes.com").is_called("ime")
