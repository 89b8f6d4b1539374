"""Registers in the words of those who look for data: schema.org's Dataset, DCAT, and CSV on the Web.

DCAT 3: https://www.w3.org/TR/vocab-dcat-3/. Metadata of a table: https://www.w3.org/TR/tabular-metadata/.
"""

from collections.abc import Iterable

from django.utils.translation import get_language, gettext
from wagtail.models import Page

from .absolute_urls import absolute
from .open_data import FORMATS, Column, Register
from .structured_data import Node, node, project

_DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dataset(register: Register, keeper: Page) -> Node:
    """Return a register as schema.org's Dataset, with its three files. `keeper`: the page beside which it stands."""
    return node(
        "Dataset",
        id=_address(register, keeper, "csv"),
        name=str(register.title),
        description=_description(register),
        url=absolute(keeper.url),
        inLanguage=get_language(),
        isAccessibleForFree=True,
        creator=project(),
        variableMeasured=[_variable(column) for column in register.columns],
        distribution=[
            node("DataDownload", contentUrl=_address(register, keeper, suffix), encodingFormat=kind)
            for suffix, kind in FORMATS.items()
        ],
    )


def data_catalog(address: str, kept: Iterable[tuple[Register, Page]]) -> Node:
    """Return schema.org's DataCatalog of registers. Arguments: its page's address; each register with its page."""
    datasets = [dataset(register, keeper) for register, keeper in kept]
    return node("DataCatalog", id=address, name=gettext("Open data"), url=address, dataset=datasets)


def dcat(address: str, kept: Iterable[tuple[Register, Page]]) -> Node:
    """Return the same as a DCAT Catalog in JSON-LD. Arguments: as for `data_catalog`."""
    language = get_language()
    return {
        "@context": _DCAT_CONTEXT,
        "@id": address,
        "@type": "dcat:Catalog",
        "dct:title": {"@value": gettext("Open data"), "@language": language},
        "dct:description": {"@value": gettext("The registers of the SESEC project."), "@language": language},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": "SESEC"},
        "foaf:homepage": {"@id": absolute("/")},
        "dcat:dataset": [_dcat_dataset(register, keeper) for register, keeper in kept],
    }


def table_metadata(register: Register) -> Node:
    """Return what the columns of a register's CSV file are, as CSV on the Web reads it beside the file."""
    columns = [
        {
            "name": column.name,
            "titles": column.name,
            "dc:description": str(column.meaning),
            "datatype": column.datatype,
            **({"separator": "; "} if column.is_list else {}),
        }
        for column in register.columns
    ]
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": get_language()}],
        "url": f"{register.name}.csv",
        "dc:title": str(register.title),
        "tableSchema": {"columns": columns},
    }


def _dcat_dataset(register: Register, keeper: Page) -> Node:
    language = get_language()
    return {
        "@id": f"{absolute(keeper.url)}#{register.name}",
        "@type": "dcat:Dataset",
        "dct:title": {"@value": str(register.title), "@language": language},
        "dct:description": {"@value": _description(register), "@language": language},
        "dcat:landingPage": {"@id": absolute(keeper.url)},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dcat:downloadURL": {"@id": _address(register, keeper, suffix)},
                "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{kind}"},
            }
            for suffix, kind in FORMATS.items()
        ],
    }


def _variable(column: Column) -> Node:
    return node("PropertyValue", name=column.name, description=str(column.meaning))


def _description(register: Register) -> str:
    told = {"register": register.title, "columns": ", ".join(column.name for column in register.columns)}
    return gettext("Register of the SESEC project: %(register)s. Columns: %(columns)s.") % told


def _address(register: Register, keeper: Page, suffix: str) -> str:
    return absolute(f"{keeper.url}{register.name}.{suffix}")
