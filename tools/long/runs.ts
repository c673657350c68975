import { cohortEqual } from './cohort/cohort-equal.js'
import { differential } from './differential/differential.js'
import { drainFaults } from './drain-faults/drain-faults.js'
import { feedbackModel, feedbackModelServer } from './feedback-model/feedback-model.js'
import { feedbackFaults, feedbackFaultsServer } from './feedback-faults/feedback-faults.js'
import { certificates } from './fuzz/certificates.js'
import { core } from './fuzz/core.js'
import { eligibility } from './fuzz/eligibility.js'
import { fhir } from './fuzz/fhir.js'
import { http } from './fuzz/http.js'
import { jws } from './fuzz/jws.js'
import { revocation } from './fuzz/revocation.js'
import { signedLists } from './fuzz/signed-lists.js'
import { tables } from './fuzz/tables.js'
import { timestamps } from './fuzz/timestamps.js'
import { x509 } from './fuzz/x509.js'
import { identityKill } from './identity-kill/identity-kill.js'
import { kill } from './kill/kill.js'
import { torn } from './kill/torn.js'
import type { LongRun } from './long-run.js'
import { outboxModel } from './outbox-model/outbox-model.js'
import { powerCut } from './power-cut/power-cut.js'
import { signKill } from './sign-kill/sign-kill.js'
import { soak } from './soak/soak.js'

/** Every long run, in the order of the table. */
export const longRuns: readonly LongRun[] = [
  certificates,
  signedLists,
  x509,
  revocation,
  timestamps,
  jws,
  tables,
  fhir,
  core,
  http,
  eligibility,
  cohortEqual,
  kill,
  torn,
  outboxModel,
  drainFaults,
  powerCut,
  identityKill,
  signKill,
  feedbackModel,
  feedbackModelServer,
  feedbackFaults,
  feedbackFaultsServer,
  differential,
  soak,
]
