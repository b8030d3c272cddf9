"""What a matched pattern means: one function for each kind of expression, for all languages.

Each takes the match and the document's context and returns an `Interpretation`, several of them,
`None` if the words turn out not to be a time and another rule may try, or `()` if they are
certainly not one.

Values follow TIMEX3 (TimeML 1.2.1, Saurí et al. 2006): dates in ISO 8601, parts of the day as T
and two letters, quarters, halves and seasons as -Q3, -H1, -SU, sets with X for what varies, and
PAST_REF, PRESENT_REF and FUTURE_REF for what is not on the calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.analyse.times.context import Context
from generator.analyse.times.interpreters.clocks import (
    clock,
    hours,
    night_between,
    numbered_day,
    overnight,
    part,
    small_hours,
)
from generator.analyse.times.interpreters.combined import (
    ago_beside,
    same_of_year,
    week_of_month,
    weekday_after_next,
)
from generator.analyse.times.interpreters.common import (
    nothing,
)
from generator.analyse.times.interpreters.days import (
    coded_day,
    day,
    day_after_tomorrow,
    day_of_double_year,
    day_of_law,
    nth_weekday,
    some_weekday,
    tomorrow,
    two_days,
    two_days_ago,
    weekday_and_day,
    weekday_of_week,
)
from generator.analyse.times.interpreters.eras import (
    era_century,
    era_day,
    era_decade,
    era_millennium,
    era_month,
    era_year,
    era_years,
)
from generator.analyse.times.interpreters.figures import (
    figures,
    figures_apart,
    span,
)
from generator.analyse.times.interpreters.frequencies import (
    adverb,
    around_the_clock,
    each_of,
    every,
    monthly,
    per,
    rate,
    weekdays,
)
from generator.analyse.times.interpreters.holidays import (
    epochal,
    fixed,
    holiday,
    slashed,
)
from generator.analyse.times.interpreters.lengths import (
    and_half,
    compound,
    duration,
    duration_range,
    in_a_row,
    some_time,
    stretch,
    vague_duration,
)
from generator.analyse.times.interpreters.months import (
    coded_month,
    month,
    month_of,
    season,
    season_of_hemisphere,
)
from generator.analyse.times.interpreters.offsets import (
    ago,
    around_day,
    vague_ago,
)
from generator.analyse.times.interpreters.quarters import (
    first_quarters,
    half,
    q_and_number,
    quarter,
    year_ago,
)
from generator.analyse.times.interpreters.ranges import (
    day_list,
    day_range,
    long_range,
    month_range,
)
from generator.analyse.times.interpreters.references import (
    after_now,
    before_now,
    now,
)
from generator.analyse.times.interpreters.republican import republican
from generator.analyse.times.interpreters.units import (
    day_beside,
    length_of,
    unit,
    unit_beside,
    week_of,
    weekend,
)
from generator.analyse.times.interpreters.years import (
    century,
    decade,
    decade_of_year,
    entry_year,
    year,
    year_end,
)
from generator.analyse.times.matches import Match, Outcome
from generator.lang.language import Rule

Interpreter = Callable[[Match, Context], Outcome]

_INTERPRETERS: Mapping[str, Interpreter] = {
    function.__name__: function
    for function in (
        adverb,
        after_now,
        ago,
        ago_beside,
        and_half,
        around_day,
        around_the_clock,
        before_now,
        century,
        clock,
        coded_day,
        coded_month,
        compound,
        day,
        day_after_tomorrow,
        day_beside,
        day_list,
        day_of_double_year,
        day_of_law,
        day_range,
        decade,
        decade_of_year,
        duration,
        duration_range,
        each_of,
        entry_year,
        every,
        figures,
        figures_apart,
        first_quarters,
        half,
        hours,
        in_a_row,
        length_of,
        long_range,
        month,
        month_of,
        month_range,
        monthly,
        night_between,
        nothing,
        now,
        nth_weekday,
        numbered_day,
        overnight,
        part,
        per,
        q_and_number,
        quarter,
        rate,
        republican,
        same_of_year,
        season,
        season_of_hemisphere,
        small_hours,
        some_time,
        some_weekday,
        span,
        stretch,
        tomorrow,
        two_days,
        two_days_ago,
        unit,
        unit_beside,
        vague_ago,
        vague_duration,
        week_of,
        week_of_month,
        weekday_after_next,
        weekday_and_day,
        weekday_of_week,
        weekdays,
        weekend,
        year,
        year_ago,
        year_end,
    )
}
# Those that a rule's argument makes.
_WITH_ARGUMENT: Mapping[str, Callable[[str], Interpreter]] = {
    "epochal": epochal,
    **{
        function.__name__: function
        for function in (
            era_century,
            era_day,
            era_decade,
            era_millennium,
            era_month,
            era_year,
            era_years,
        )
    },
    "slashed": slashed,
    "fixed": fixed,
    "holiday": holiday,
}


def interpreter_of(rule: Rule) -> Interpreter:
    """The function that a rule names. Raises ValueError if it does not exist."""
    if rule.interpreter in _WITH_ARGUMENT:
        return _WITH_ARGUMENT[rule.interpreter](rule.argument)
    if rule.interpreter not in _INTERPRETERS or rule.argument:
        raise ValueError(f"no interpreter {rule.interpreter!r} for {rule.pattern!r}")
    return _INTERPRETERS[rule.interpreter]
