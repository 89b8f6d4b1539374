"""Numbers of standards and notices: what family one is of, its canonical form, and whether it can be right.

recognition      a text as a number, or what is wrong with it: start here
number           what is known of a number; what a family of numbers is
signs            dashes, widths and blanks that mean the same, made one
codes            tables: codes of sectors and provinces, fields of the ICS
chinese          GB, GBZ, sectors, provinces, associations, enterprises
notices          plan numbers of drafts, notices to the World Trade Organization
classifications  ICS, CCS, committees of SAC
european         CEN, CENELEC, ETSI
international    ISO, IEC
"""
