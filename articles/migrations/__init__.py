"""The tables of the newsroom.

Until the first release there were thirty-three migrations, which these three stand for; a database
that has had all of them is as these would make it. One that has had only some is refused (``desk/upgrades.py``).
"""

OLD_TABLES = [
    "0001_newsroom",
    "0003_roles",
    "0004_working_copies_and_revisions",
    "0005_scheduled_withdrawal",
    "0006_preview_links",
    "0007_notes",
    "0008_what_waits_is_found_fast",
    "0009_pictures_have_renditions",
    "0010_writers_and_their_languages",
    "0011_rights_by_author_state_and_language",
    "0013_credits_in_each_language",
    "0014_search",
    "0015_own_reporting_is_said",
    "0016_glossary",
    "0017_translations",
    "0018_corrections_have_a_kind",
    "0019_former_addresses",
    "0020_the_board_finds_states_fast",
    "0021_links_are_taken_back_one_by_one",
    "0022_translation_memory",
    "0026_records_are_public_when_needed",
    "0027_what_readers_had_is_kept",
    "0028_records_have_revisions_and_proposals",
    "0029_what_is_not_known_is_kept",
    "0030_forms_are_sent_once",
    "0031_a_change_may_be_an_update",
    "0032_pairs_know_whose_words_they_are",
    "0033_words_are_gated",
]
OLD_PROMISES = [
    "0002_event_is_not_its_own_ancestor",
    "0012_transitions_are_kept_as_they_were",
]
OLD_INDEX = [
    "0023_search_index_is_narrow",
    "0024_many_entries_are_indexed_at_once",
    "0025_search_index_can_be_compared",
]
SQUASHED = sorted([*OLD_TABLES, *OLD_PROMISES, *OLD_INDEX])
