"""Sentences about standardization in English and Chinese, put together from a few parts: a number, a sentence."""

from wagtail.blocks import StreamValue

_WHO = [
    ("The expert", "专家"),
    ("The European delegation", "欧洲代表团"),
    ("The project team in Beijing", "北京项目组"),
    ("The working group on testing", "检测工作组"),
    ("A manufacturer of medical devices", "一家医疗器械制造商"),
    ("The committee's secretariat", "委员会秘书处"),
    ("A national standards body", "一个国家标准化机构"),
]
_DID = [
    ("compared", "比较了"),
    ("reported on", "报告了"),
    ("asked for comments on", "就以下内容征求意见："),
    ("explained", "说明了"),
    ("translated a summary of", "翻译了以下内容的摘要："),
]
_WHAT = [
    ("the recognition of test reports", "检测报告的互认"),
    ("the draft standard for charging plugs", "充电接口标准草案"),
    ("the rules for cybersecurity of connected products", "联网产品网络安全规则"),
    ("the calendar of technical committees", "技术委员会日程"),
    ("the adoption of international standards", "国际标准的采用情况"),
    ("the measuring of energy efficiency", "能效测量方法"),
    ("the labelling of textiles", "纺织品标签"),
    ("the safety of toys", "玩具安全"),
    ("the interoperability of smart grids", "智能电网的互操作性"),
    ("the traceability of batteries", "电池的可追溯性"),
    ("the ageing of silver products", "银发产品"),
]
_HOW = [
    ("in a seminar with both sides", "在双方研讨会上"),
    ("in a letter to the ministry", "在致主管部门的信函中"),
    ("before the public enquiry ended", "在公开征求意见结束之前"),
    ("for small and medium enterprises", "面向中小企业"),
]
# Far from common, so that a search for it finds one page in a thousand.
RARE = ("hydrogen", "氢能")


def sentence(number, language):
    """Return a sentence. `language`: 0 for English, 1 for Chinese."""
    who, did, what, how = (part[number % len(part)][language] for part in (_WHO, _DID, _WHAT, _HOW))
    return f"{how}，{who}{did}{what}。" if language else f"{who} {did} {what} {how}."


def title(number, language):
    """Return a title that no other number has."""
    what = _WHAT[number % len(_WHAT)][language]
    return f"{what}（{number}）" if language else f"{what[4:].capitalize()} ({number})"


def paragraph(number, language, sentences=5):
    """Return a paragraph; one in a thousand speaks of what is rare."""
    words = [sentence(number * 7 + place, language) for place in range(sentences)]
    if number % 1000 == 0:
        words.append(f"{RARE[language]}。" if language else f"It is about {RARE[language]}.")
    return ("" if language else " ").join(words)


def points(number, language):
    """Return a list in rich text."""
    return "<ul>" + "".join(f"<li>{sentence(number + place, language)}</li>" for place in range(4)) + "</ul>"


def body(model, number, language, field="body"):
    """Return the value of a page's body: two headings, some paragraphs, a quotation, a table."""
    cells = [title(number + place, language) for place in range(6)]
    raw = [
        {"type": "heading", "value": title(number, language)},
        {"type": "text", "value": f"<p>{paragraph(number, language)}</p><p>{paragraph(number + 1, language)}</p>"},
        {"type": "quote", "value": {"text": sentence(number, language), "attribution": cells[0]}},
        {"type": "heading", "value": title(number + 1, language)},
        {"type": "table", "value": {"caption": cells[0], "columns": cells[:3], "rows": [cells[:3], cells[3:]]}},
        {"type": "text", "value": f"<p>{paragraph(number + 2, language)}</p>{points(number, language)}"},
    ]
    return StreamValue(model._meta.get_field(field).stream_block, raw, is_lazy=True)
