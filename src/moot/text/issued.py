"""Words before the day of a text, by language: that it was published, or that it was changed."""

from __future__ import annotations

PUBLISHED = "|".join(
    (
        r"first published|published(?: online)?|posted|released|release date|issued|publication date|date",
        r"erschienen|veröffentlicht|publiziert|stand",
        r"publiée?|parue?|mise? en ligne",
        r"publicad[oa]|fecha de publicación|data de publicação|publicat",
        r"pubblicat[oa]|data di pubblicazione",
        r"gepubliceerd|geplaatst",
        r"publicerad|publicerat|publiceret|publisert|udgivet",
        r"julkaistu|avaldatud|paskelbta",
        r"opublikowano|data publikacji|publikováno|zveřejněno|publikované|zverejnené|objavljeno|objavljen",
        r"közzétéve|megjelent|publikálva",
        r"δημοσιεύ[θτ]ηκε|δημοσίευση|ημερομηνία δημοσίευσης",
        r"опубликовано|дата публикации|опубліковано|дата публікації|публикувано|публикувана",
        r"yayınlan(?:dı|ma tarihi)|yayımlan(?:dı|ma tarihi)",
        r"פורסם(?: ב)?|תאריך פרסום",
        r"تاريخ النشر|نُ?شر(?: في)?",
        r"ngày đăng|đăng(?: lúc| ngày)?|dipublikasikan|diterbitkan",
        r"입력|등록|게시일?|게재|발행일?|기사입력",
        r"发布时间|发布于|发布日期|發布日期|發佈時間|公開日|掲載日|発行日|投稿日",
    )
)
"""As a pattern."""
CHANGED = "|".join(
    (
        r"updated|modified|edited|changed|correct\w*|revised|reviewed|retracted|withdrawn",
        r"aktualisiert|geändert|überarbeitet|zurückgezogen|letzte (?:änderung|aktualisierung)",
        r"mise? à jour|modifiée?|actualisée?|rétractée?|dernière (?:modification|mise à jour)",
        r"actualizad[oa]|modificad[oa]|retractad[oa]|atualizad[oa]|actualizat|modificat",
        r"última (?:modificación|actualización|modificação|atualização)",
        r"aggiornat[oa]|modificat[oa]|ultimo aggiornamento|ultima modifica",
        r"bijgewerkt|gewijzigd",
        r"uppdaterad|ändrad|opdateret|oppdatert|endret|ændret",
        r"päivitetty|muokattu|uuendatud|muudetud|atnaujinta",
        r"zaktualizowano|aktualizacja|aktualizováno|upraveno|aktualizované|posodobljeno|ažurirano",
        r"frissítve|módosítva",
        r"ενημερώθηκε|τελευταία ενημέρωση",
        r"обновлено|изменено|оновлено|змінено|обновена|актуализирано",
        r"güncellen(?:di|me tarihi)|güncelleme",
        r"עודכן|עדכון אחרון",
        r"آخر تحديث|تم التحديث",
        r"cập nhật(?: lúc| ngày)?|diperbarui",
        r"최종수정|수정|업데이트|갱신",
        r"更新日時|更新日|更新|修改",
    )
)
"""The same."""
