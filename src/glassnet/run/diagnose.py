"""A diagnosis from the record alone: what is wrong with a run, with the evidence and what to try."""

from glassnet.history.history import History
from glassnet.history.timeline import Timeline
from glassnet.run.symptoms import SYMPTOMS, Evidence, Finding, Findings


def diagnose(timeline: Timeline, history: History) -> Findings:
    """Return what is wrong with a run, causes before what they lead to; for a sound run, only what was checked.

    Only the record counts: data and their scaling, states, gradients and updates, not the names of rules or layers.
    `run.diagnose()` calls this for the run's own timeline and history.

    >>> import glassnet as gn
    >>> net, recipe = gn.Network([gn.Dense(8, "relu"), gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy")
    >>> setup = gn.Setup(net, recipe, gn.data.moons(200, seed=1))
    >>> sound, faulty = gn.Run.of(setup), gn.Run.of(gn.faults.inject("wrong_sign", setup))
    >>> sound.advance(20).state.step, faulty.advance(20).state.step
    (20, 20)
    >>> len(sound.diagnose()), [finding.fault for finding in faulty.diagnose()]
    (0, ['wrong_sign'])
    >>> print(faulty.diagnose()[0].remedy.code)
    better = run.branch(0, optimizer=gn.SGD())
    better.continue_(4)
    print(run.compare(better))
    """
    seen = Evidence(timeline, history)
    found: list[Finding] = []
    checked, unchecked = [], []
    for symptom in SYMPTOMS:
        cause = next((one for one in found if one.fault in symptom.after), None)
        result = f"first mend the {cause.title}" if cause else symptom.search(seen)
        if isinstance(result, str):
            unchecked.append(f"{symptom.checks} ({result})")
            continue
        checked.append(symptom.checks)
        if result is not None:
            found.append(result)
    return Findings(tuple(found), tuple(checked), tuple(unchecked))
