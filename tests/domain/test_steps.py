"""A long task in steps: they can be taken at once, or be a part of a longer task."""

from desktop.domain.steps import Steps, finished, part


def _task() -> Steps[str]:
    yield 0.5
    yield 1
    return "answer"


def test_a_task_answers_once_every_step_is_taken() -> None:
    assert finished(_task()) == "answer"


def test_the_steps_of_a_part_lie_within_the_part() -> None:
    def whole() -> Steps[str]:
        answer = yield from part(_task(), 0.25, 0.75)
        yield 1
        return answer

    assert list(whole()) == [0.5, 0.75, 1]
    assert finished(whole()) == "answer"
