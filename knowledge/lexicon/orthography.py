"""Of what letters Vietnamese syllables are made: what may begin one, and what may follow, without the tones."""

ONSETS = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x"

RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu",
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong",
    "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh ui uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt",
    "uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu",
    "y yêm yên yêng yêt yêu",
)

MIXED_UP = (
    "s x", "x s", "ch tr", "tr ch", "l n", "n l", "d gi", "gi d", "d r", "r d", "gi r", "r gi", "d v", "v d",
)  # fmt: skip
"""Beginnings that some regions say alike: what is written, what is meant."""

BEFORE_NUMBERS = frozenset(("vực", "vưc", "vuc", "mục", "muc", "phần", "phân", "phan", "lục", "luc", "nhóm", "nhom"))
"""After these a single "i" is a number: "lĩnh vực I"."""
