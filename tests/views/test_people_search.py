"""An address to open oneself: every word of it is data, quoted."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from netgraph.views.people_search import second_degree


@pytest.mark.parametrize("company", ["Watershed", "Blue & Co", "שלום", "a#b?c=d", '"><script>'])
def test_the_words_come_back_whatever_they_are(company: str) -> None:
    address = urlsplit(second_degree(company, "data scientist"))

    assert ("https", "www.linkedin.com") == (address.scheme, address.netloc)
    asked = {"keywords": [f"{company} data scientist"], "network": ['["S"]']}
    assert asked == parse_qs(address.query)
    assert not set('"<> ') & set(second_degree(company))
