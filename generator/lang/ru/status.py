"""Russian: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.language import ReportingWords, StatusWords
from generator.lang.words import phrases

STATUS = StatusWords(
    planned=phrases("будет | будут | планирует | планируют | намерен | намерены"),
    expected=phrases("должен был | должна была | должны были | планировалось"),
    uncertain=phrases("возможно | вероятно | якобы | предположительно"),
    negated=phrases("не | нет | никогда | никто | отрицает | отрицают"),
    governing=phrases("отрицает, что | отрицают, что | неправда, что"),
    harmless=phrases("не менее | не более | не только | не раньше | не позднее"),
)

REPORTING = ReportingWords(verbs=r"сообщили?(?: «?[\w ]{1,30}»?)?", prepositions="в", beside="в")
