"""A diagnosis from the record alone: what looks wrong with a run, with the evidence for each finding."""

from glassnet.history.timeline import Timeline
from glassnet.run.symptoms import SYMPTOMS, Evidence, Finding


def diagnose(timeline: Timeline) -> tuple[Finding, ...]:
    """Return what looks wrong with a run, the most certain finding first; nothing for a sound run.

    Only the record counts: data and their scaling, states, gradients and updates, not the names of rules or layers.
    `run.diagnose()` calls this for the run's own timeline.

    >>> import glassnet as gn
    >>> net, recipe = gn.Network([gn.Dense(8, "relu"), gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy")
    >>> setup = gn.Setup(net, recipe, gn.data.moons(200, seed=1))
    >>> sound, faulty = gn.Run.of(setup), gn.Run.of(gn.faults.inject("wrong_sign", setup))
    >>> sound.advance(20).state.step, faulty.advance(20).state.step
    (20, 20)
    >>> sound.diagnose(), [finding.fault for finding in faulty.diagnose()]
    ((), ['wrong_sign'])
    """
    evidence = Evidence(timeline)
    found = [finding for symptom in SYMPTOMS for finding in [symptom(evidence)] if finding is not None]
    return tuple(sorted(found, key=lambda finding: -finding.certainty))
