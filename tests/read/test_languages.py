import pytest

from ceasewatch.read.languages import find_language, name_language, read_language_tag

TEXTS = {
    "en": "The mission said on Tuesday that shots were fired across the line near the mill and that one farmer was hurt in the leg.",
    "ru": "Министерство обороны сообщило, что обстрел начался вечером и продолжался два часа, погибших среди мирных жителей нет.",
    "tr": "Savunma Bakanlığı, ateşkes hattında salı gecesi çıkan çatışmada iki askerin yaralandığını ve durumun sakin olduğunu açıkladı.",
    "ko": "국방부는 화요일 저녁 휴전선 근처에서 총성이 들렸으나 사상자는 없었다고 밝혔으며 상황을 계속 지켜보고 있다고 덧붙였다.",
    "es": "El Ministerio de Defensa informó de que dos soldados resultaron heridos en un tiroteo cerca de la línea de alto el fuego.",
}


@pytest.mark.parametrize("code", TEXTS)
@pytest.mark.parametrize("declared", [None, "en", "fr"])
def test_the_words_go_ahead_of_the_declaration(code: str, declared: str | None) -> None:
    assert find_language(TEXTS[code], declared) == code


@pytest.mark.parametrize("declared", [None, "en", "es"])
def test_a_few_latin_words_leave_it_to_the_declaration(declared: str | None) -> None:
    assert find_language("Ali Khan, Maria Lopez", declared) == declared


def test_a_few_words_in_another_script_are_not_english() -> None:
    assert find_language("Обстрел начался вечером", "en") == "ru"


def test_no_letters_leave_it_to_the_declaration() -> None:
    assert find_language("14 : 3", "en") == "en"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("EN_us", "en"), ("eng", "en"), ("English", "en"), ("zh-Hant-TW", "zh"), ("", None), (None, None), ("?!", None)],
)
def test_a_tag_or_a_name_gives_the_language(tag: str | None, code: str | None) -> None:
    assert read_language_tag(tag) == code


def test_a_language_without_a_name_is_named_by_its_code() -> None:
    assert name_language("ru") == "Russian"
    assert "xx" in name_language("xx")
