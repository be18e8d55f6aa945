"""The matrix of enzymes and drugs, as a table of words."""

from desktop.domain.enzymes import STATE_MEANING, Matrix
from desktop.ui.html_text import escape

_CELL = 'width="11%" style="padding: 4px 1px;"'
_NAME = 'width="22%" style="padding: 4px 6px 4px 0;"'


def matrix_html(matrix: Matrix) -> str:
    """A row for each drug, a column for each enzyme, a word in each cell; links are `effect:enzyme/drug`."""
    heads = "".join(
        f'<td {_CELL} class="small"><strong>{escape(enzyme.name)}</strong></td>' for enzyme in matrix.enzymes
    )
    rows = "".join(_row_html(matrix, drug) for drug in matrix.drugs)
    meanings = "; ".join(f"{state.words}: {meaning}" for state, meaning in STATE_MEANING.items())
    table = f'<table width="100%" cellspacing="0" cellpadding="0"><tr><td {_NAME}></td>{heads}</tr>{rows}</table>'
    return f'{table}<p class="small">{meanings}. Each word opens its reason and source.</p>'


def _row_html(matrix: Matrix, drug: str) -> str:
    effects = (matrix.effect(enzyme.slug, drug) for enzyme in matrix.enzymes)
    cells = "".join(
        f'<td {_CELL} class="small"><a href="effect:{effect.id}">{effect.state.words}</a></td>' for effect in effects
    )
    return f'<tr><td {_NAME} class="small">{escape(drug_words(drug))}</td>{cells}</tr>'


def drug_words(slug: str) -> str:
    """A drug's name out of its slug, for drugs that have no doses here."""
    return "polymyxin B" if slug == "polymyxin-b" else slug
