"""The chosen words of a case, as they are shown."""

import pytest

from desktop.domain.case_choices import DRUGS_WITH_DOSES, Site, Species, drug_words, site_words, species_words


@pytest.mark.parametrize("species", Species)
def test_a_genus_is_written_with_a_capital_and_any_other_is_another_species(species: Species) -> None:
    assert species_words(species) == ("another species" if species.value == "other" else species.value.title())


@pytest.mark.parametrize("site", Site)
def test_a_site_is_written_as_it_is_and_any_other_is_another_site(site: Site) -> None:
    assert site_words(site) == ("another site" if site.value == "other" else site.value)


@pytest.mark.parametrize("slug", [*DRUGS_WITH_DOSES, "a-b", "z-b"])
def test_only_polymyxin_b_is_written_otherwise_than_its_slug(slug: str) -> None:
    assert drug_words("".join(list(slug))) == ("polymyxin B" if slug == "polymyxin-b" else slug)
