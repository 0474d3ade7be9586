"""What an announced, demanded or refused act is told as: will help = AGREE, must leave = REQUEST."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.by_place import Side
from detente.coding.en.fits import contents
from detente.coding.en.frames import acting, passive, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.lexicon import Entry
from detente.coding.en.modality import MAY, MUST, auxiliary_of, mode_of
from detente.coding.en.pronouns import FIRST, WE
from detente.coding.en.refusals import CAN, WILL, refused
from detente.coding.en.tree import Tree
from detente.findings import Modality

COOPERATIVE = frozenset({"SUPPORT", "CONSULT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REJECT"})
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
PROMISES = frozenset({"agree-promise", "agree-undertake", "agree-ready"})
PRESSING = frozenset({"COERCE", "THREATEN"})
ABSORBING = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE", "ACCUSE", "SUPPORT"})
CONTENT = frozenset({"xcomp", "ccomp", "pcomp", "acl", "dobj", "pobj", "advcl"})
INVITING = "consult-invite"
ALLOWING = "concede-allow"
CLAUSE = frozenset({"xcomp", "ccomp"})
UNREAL = frozenset({Modality.PLANNED, Modality.HYPOTHETICAL, Modality.DENIED, Modality.PREDICTED_NOT})

DEMAND = Entry(id="said-must", plover="REQUEST", speech=True, stance="+", weight=0.8)


def told_type(act: Act) -> str:
    """The PLOVER type under which news reports the act: promise, threat, refusal or the act itself."""
    plover, mode = act.entry.plover, act.mode
    ahead = mode.modality in (Modality.PLANNED, Modality.PREDICTED_NOT) and not mode.purpose
    if mode.auxiliary == "would" and mode.saying is None:
        ahead = False
    if mode.negated and (plover in COOPERATIVE or plover == "MOBILIZE"):
        return "REJECT"
    if mode.modality is Modality.PREDICTED_NOT and plover in HOSTILE:
        return "AGREE"
    if ahead and not mode.negated:
        return "AGREE" if plover in COOPERATIVE else "THREATEN" if plover in HOSTILE else plover
    if mode.auxiliary in MAY and plover in HOSTILE and not mode.negated:
        return "THREATEN"
    return act.entry.news or plover


def will_not(tree: Tree, acts: list[Act]) -> list[Act]:
    """The acts with a "will not" to something friendly, or to being pressed, told as a refusal."""
    acts = [_refused(act) if _declines(tree, act) else act for act in acts]
    acts = [_threat(act) if _left_open(tree, act) else act for act in acts]
    return [_defied(act) if _defies(tree, act) else act for act in acts]


def _left_open(tree: Tree, act: Act) -> bool:
    """Whether someone does not rule something out, which is to threaten with it."""
    return act.entry.plover == "REJECT" and act.mode.negated and tree.lemmas[act.at] == "rule"


def _defies(tree: Tree, act: Act) -> bool:
    """Whether someone says that he will not be made to do something: it would not be pushed around."""
    pressed = act.entry.plover in PRESSING and act.entry.part == "v" and passive(tree, act.at)
    return pressed and act.mode.negated and act.mode.auxiliary in WILL | CAN


def _defied(act: Act) -> Act:
    entry = replace(act.entry, plover="REJECT", mode=None, stance="-", news="")
    mode = replace(act.mode, modality=Modality.ASSERTED)
    return replace(act, entry=entry, mode=mode, actors=act.targets, targets=act.actors)


def _declines(tree: Tree, act: Act) -> bool:
    mode = act.mode
    friendly = act.entry.plover in COOPERATIVE and act.entry.part == "v"
    reported = mode.saying is not None or mode.auxiliary == "would" or _by_speaker(tree, act.at)
    reported = reported or refused(tree, act.at)
    denied = mode.modality is Modality.DENIED and act.entry.plover in ("SUPPORT", "AGREE", "CONCEDE")
    if denied and is_a("withheld", tree.lemmas[act.at]) and not mode.auxiliary:
        return act.entry.part == "v" and not passive(tree, act.at)
    unreal = mode.modality is Modality.PREDICTED_NOT or (denied and mode.auxiliary not in MAY)
    return friendly and unreal and reported and not passive(tree, act.at) and not mode.purpose


def _by_speaker(tree: Tree, at: int) -> bool:
    """Whether whoever says it is who will not: I will not recognise it."""
    return any(tree.words[h].lower() in FIRST | WE for h in acting(tree, at))


def _refused(act: Act) -> Act:
    """The act as a refusal, which is one side's even where the act itself would be both sides'."""
    entry = replace(act.entry, plover="REJECT", mode=None, stance="-", news="", joint=False)
    mode = replace(act.mode, modality=Modality.ASSERTED)
    actors, targets = act.actors, act.targets
    if act.path.endswith(("(subject,with)", "(subject,object)")) and actors == targets[::-1]:
        actors, targets = actors[:1], targets[:1]
    return replace(act, entry=entry, mode=mode, actors=actors, targets=targets)


def promised_harm(tree: Tree, acts: list[Act]) -> list[Act]:
    """The acts with a promise, or a readiness, to do someone harm told as a threat: offered to hang him."""
    harm = {act.at: act.entry.plover for act in acts if act.entry.plover in HARM and not act.mode.negated}
    return [_threat(act) if _promises(tree, act, harm) else act for act in acts]


def _promises(tree: Tree, act: Act, harm: dict[int, str]) -> bool:
    return act.entry.id in PROMISES and any(
        k in harm for c in tree.children(act.at, "xcomp", "ccomp") for k in tree.conjuncts(c)
    )


def _threat(act: Act) -> Act:
    """The act told as a threat that is uttered."""
    entry = replace(act.entry, plover="THREATEN", stance="-", news="")
    return replace(act, entry=entry, mode=replace(act.mode, modality=Modality.ASSERTED, negated=False))


def said_must(cast: Cast) -> list[Act]:
    """Demands put as "X said that Y must ...": the speaker asks something of the subject."""
    tree = cast.tree
    found: list[Act] = []
    for i, dep in enumerate(tree.deps):
        if dep != "ccomp" or not tree.verbal(tree.heads[i]) or not _obliged(tree, i):
            continue
        side = _said(cast, i)
        if side is not None:
            speaker, target = side
            mode = replace(mode_of(tree, tree.heads[i]), negated=False)
            heads = speaker.heads + target.heads
            found.append(
                Act(tree.heads[i], DEMAND, speaker.codes, target.codes, heads, mode, "said-must", 1.0)
            )
    return found


def _obliged(tree: Tree, i: int) -> bool:
    has_to = tree.lemmas[i] in ("have", "need") and tree.child(i, "xcomp") is not None
    return auxiliary_of(tree, i) in MUST or has_to


def _said(cast: Cast, i: int) -> tuple[Side, Side] | None:
    tree = cast.tree
    verb = tree.heads[i]
    if not is_a("speech", tree.lemmas[verb]):
        return None
    speakers = acting(tree, verb)
    codes = tuple(c for s in speakers for c in cast.named(s))
    subjects = acting(tree, i) or undergoing(tree, i)
    own = set(states_of(codes))
    for h in contents(tree, subjects) + undergoing(tree, i):
        targets = tuple(c for c in cast.touched(h) if c.split("/")[0] not in own)
        if codes and targets:
            return Side(codes, tuple(speakers), "speaker"), Side(targets, (h,), "clause")
    return None


def without_content(tree: Tree, found: list[Act]) -> list[Act]:
    """The acts without those that are only the content of another: agreed to send, refused to meet."""
    over = {act.at for act in found if act.entry.plover in ABSORBING or act.entry.id == INVITING}
    agreed = {act.at for act in found if act.entry.plover == "AGREE"}
    allowed = {act.at for act in found if act.entry.id == ALLOWING}
    driven = {act.at for act in found if act.entry.plover in ("SANCTION", "COERCE") and act.entry.part == "v"}
    found = [act for act in found if not _made_to(tree, act, driven)]
    left = [act for act in found if not (_content_of(tree, act.at, over) and _unreal(act))]
    left = [act for act in left if not (tree.deps[act.at] in CLAUSE and tree.heads[act.at] in allowed)]
    return [act for act in left if not (tree.deps[act.at] == "xcomp" and tree.heads[act.at] in agreed)]


def _made_to(tree: Tree, act: Act, driven: set[int]) -> bool:
    """Whether an act is only what somebody was made to do: ordered the envoy to leave."""
    forced = act.entry.plover == "RETREAT" and tree.deps[act.at] in ("xcomp", "ccomp") and tree.has_to(act.at)
    return forced and tree.heads[act.at] in driven and is_a("object_control", tree.lemmas[tree.heads[act.at]])


def _unreal(act: Act) -> bool:
    return act.mode.modality in UNREAL


def _content_of(tree: Tree, i: int, over: set[int]) -> bool:
    at = i
    for above in tree.up(i):
        if tree.deps[at] not in CONTENT | {"prep", "conj", "dative"}:
            return False
        if above in over and tree.deps[at] != "conj":
            return True
        at = above
    return False
