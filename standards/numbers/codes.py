"""Codes that numbers are made of. They are data: a code is added here, and nowhere else."""

# Codes of sectors, and whether a published list has them: those of the libraries gb-agencies and relaton-gb are
# confirmed. The others are newer, or of construction and transport.
SECTORS = {
    **dict.fromkeys(
        """
        AQ BB CB CH CJ CY DA DB DL DY DZ EJ FZ GA GH GM GY HB HG HJ HS HY JB JC JG JR JT JY LB LD LS LY MH MT MZ NY QB
        QC QJ QX SB SC SH SJ SL SN SY TB TD TJ TY WB WH WJ WM WS WW XB YB YC YD YS YY YZ ZY
        """.split(),  # noqa: SIM905  one a line would be a hundred lines
        True,
    ),
    **dict.fromkeys("NB RB XF YJ SF SW MR KA JGJ CJJ JTG JTS TSG".split(), False),  # noqa: SIM905
}

# Provinces (GB/T 2260, by gb-agencies), and 66, which is in use besides.
PROVINCES = """
    11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82
""".split()  # noqa: SIM905

# Fields of the International Classification for Standards, edition 7 (metanorma/iso-ics-codes).
ICS_FIELDS = """
    01 03 07 11 13 17 19 21 23 25 27 29 31 33 35 37 39 43 45 47 49 53 55 59 61 65 67 71 73 75 77 79 81 83 85 87 91 93
    95 97
""".split()  # noqa: SIM905

# Those of three letters number in other ways beside the usual one: JTG D60-2015.
SHORT_SECTORS = [code for code in SECTORS if len(code) == 2]

# National, and of none of the three kinds: occupational health, construction, internal, military, samples, metrology,
# environment.
SPECIAL = "GBZ GBJ GBn GJB GSB JJF JJG GWPB GWKB GHZB".split()  # noqa: SIM905
