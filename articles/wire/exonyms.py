"""Places by the names that other languages have for them: Londres, London, لندن.

Countries, and the cities that clocks are named after, are CLDR's; the others are a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale

from articles.languages import Language
from articles.text.analysis.names import fold

BESIDE = ("fr", "ar", "en")
"""Languages whose names texts have, whichever the newsroom writes in."""
CITIES = """
Rabat; الرباط
Doha; الدوحة
Ottawa; أوتاوا
Canberra; كانبرا
Tanger; Tangier; Tangiers; طنجة
Fès; Fez; Fes; فاس
Meknès; Meknes; مكناس
Marrakech; Marrakesh; مراكش
Agadir; أكادير
Tétouan; Tetouan; تطوان
Oujda; وجدة
Essaouira; Mogador; الصويرة
El Jadida; Mazagan; الجديدة
Salé; سلا
Dakhla; الداخلة
Ouarzazate; ورزازات
Oran; وهران
Constantine; قسنطينة
Annaba; عنابة
Tlemcen; تلمسان
Sfax; صفاقس
Sousse; سوسة
Kairouan; القيروان
Bizerte; بنزرت
Benghazi; بنغازي
Nouadhibou; نواذيبو
Alexandrie; Alexandria; الإسكندرية
Charm el-Cheikh; Sharm el-Sheikh; شرم الشيخ
Louxor; Luxor; الأقصر
Assouan; Aswan; أسوان
Port-Saïd; Port Said; بورسعيد
La Mecque; Mecca; Mekkah; مكة المكرمة; مكة
Médine; Medina; المدينة المنورة
Djeddah; Djedda; Jeddah; جدة
Abou Dhabi; Abu Dhabi; أبوظبي; أبو ظبي
Sanaa; Sana'a; صنعاء
Alep; Aleppo; حلب
Homs; حمص
Lattaquié; Latakia; اللاذقية
Mossoul; Mosul; الموصل
Bassora; Basra; البصرة
Erbil; Arbil; أربيل
Ramallah; رام الله
Naplouse; Nablus; نابلس
Bethléem; Bethlehem; بيت لحم
Haïfa; Haifa; حيفا
Tel-Aviv; Tel Aviv; تل أبيب
Ankara; أنقرة
Genève; Geneva; Genf; جنيف
Berne; Bern; برن; بيرن
Lausanne; لوزان
Bâle; Basel; بازل
Strasbourg; ستراسبورغ
Marseille; Marseilles; مرسيليا
Lyon; ليون
Nice; نيس
La Haye; The Hague; Den Haag; لاهاي
Rotterdam; روتردام
Anvers; Antwerp; أنتويرب
Cologne; Köln; كولونيا
Munich; München; ميونيخ; ميونخ
Hambourg; Hamburg; هامبورغ
Francfort; Frankfurt; فرانكفورت
Barcelone; Barcelona; برشلونة
Séville; Seville; Sevilla; إشبيلية
Grenade; Granada; غرناطة
Cordoue; Córdoba; Cordoba; قرطبة
Valence; Valencia; بلنسية; فالنسيا
Milan; Milano; ميلانو
Naples; Napoli; نابولي
Venise; Venice; Venezia; البندقية
Florence; Firenze; فلورنسا
Turin; Torino; تورينو
Cracovie; Krakow; Kraków; كراكوف
Saint-Pétersbourg; Saint Petersburg; سانت بطرسبرغ
Édimbourg; Edinburgh; إدنبرة
Gênes; Genoa; Genova; جنوة
Salonique; Thessaloniki; سالونيك
Washington; Washington DC; واشنطن
Boston; بوسطن
San Francisco; سان فرانسيسكو
Houston; هيوستن
Montréal; Montreal; مونتريال
Pékin; Beijing; Peking; بكين; بيجين
Bombay; Mumbai; مومباي
New Delhi; نيودلهي
Islamabad; إسلام آباد
Cotonou; كوتونو
Yaoundé; Yaounde; ياوندي
Abuja; أبوجا
Tombouctou; Timbuktu; تمبكتو
Le Cap; Cape Town; كيب تاون
Pretoria; بريتوريا
Zinder; زيندر
Agadez; أغاديز
Gao; غاو
"""


def names_of(group: Iterator[str | None]) -> frozenset[str]:
    return frozenset(folded for name in group if name and (folded := fold(name)))


@cache
def groups() -> tuple[frozenset[str], ...]:
    """The names of each place, as they are compared."""
    codes = dict.fromkeys([*BESIDE, *(language.code for language in Language.all())])
    locales = [Locale.parse(code, sep="-") for code in codes]
    zones = dict.fromkeys(str(zone) for one in locales for zone in one.time_zones)
    found = [names_of(iter(line.split("; "))) for line in CITIES.strip().splitlines()]
    found += [names_of(of_zone(zone, locales)) for zone in zones if not zone.startswith("Etc/")]
    lands = dict.fromkeys(str(code) for one in locales for code in one.territories)
    found += [
        names_of(one.territories.get(code) for one in locales) for code in lands if code.isalpha()
    ]
    return merged([one for one in found if len(one) > 1])


def merged(found: list[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """The groups, those of one place as one: two have two names in common, تونس alone is two."""
    kept: list[frozenset[str]] = []
    with_name: dict[str, set[int]] = {}
    for group in found:
        near = {at for name in group for at in with_name.get(name, ())}
        at = next((at for at in sorted(near) if len(kept[at] & group) > 1), len(kept))
        if at == len(kept):
            kept.append(group)
        kept[at] |= group
        for name in group:
            with_name.setdefault(name, set()).add(at)
    return tuple(kept)


def of_zone(zone: str, locales: list[Locale]) -> Iterator[str | None]:
    """What the city of a time zone is called; the zone itself has it in English."""
    yield zone.rpartition("/")[2].replace("_", " ")
    for one in locales:
        yield one.time_zones.get(zone, {}).get("city")


@cache
def places_called() -> dict[str, list[frozenset[str]]]:
    """Of each name, the places that are called so: تونس is a city, and a country."""
    found: dict[str, list[frozenset[str]]] = {}
    for group in groups():
        for name in group:
            found.setdefault(name, []).append(group)
    return found


def surely_the_same(name: str) -> frozenset[str]:
    """The other names of a place, where only one is called so, folded."""
    meant = places_called().get(fold(name), [])
    if len(meant) != 1:
        return frozenset()
    # A name that two places share says of neither which it is.
    alone = (one for one in meant[0] if len(places_called()[one]) == 1)
    return frozenset(alone) - {fold(name)}


def perhaps_the_same(name: str) -> frozenset[str]:
    """The other names of all places that are called so, folded."""
    meant = places_called().get(fold(name), [])
    return frozenset[str]().union(*meant) - {fold(name)}
