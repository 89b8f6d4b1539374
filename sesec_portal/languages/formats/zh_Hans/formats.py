"""How dates are written in Chinese, where Django's own form is another than that of the portal's other dates."""

MONTH_DAY_FORMAT = "n月j日"
