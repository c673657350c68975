import { certificatesDecisions } from './certificates.js'
import { cliDecisions } from './cli.js'
import { clinicDecisions } from './clinic.js'
import { coreDecisions } from './core.js'
import type { Recipe } from './decision.js'
import { eligibilityDecisions } from './eligibility.js'
import { feedbackDecisions } from './feedback.js'
import { identityDecisions } from './identity.js'
import { sandboxDecisions } from './sandbox.js'
import { schemasDecisions } from './schemas.js'
import { signersDecisions } from './signers.js'
import { signerRemoteDecisions } from './signer-remote.js'
import { signingDecisions } from './signing.js'
import { x509Decisions } from './x509.js'

const all = [
  coreDecisions,
  schemasDecisions,
  identityDecisions,
  feedbackDecisions,
  clinicDecisions,
  certificatesDecisions,
  signingDecisions,
  signersDecisions,
  signerRemoteDecisions,
  x509Decisions,
  eligibilityDecisions,
  sandboxDecisions,
  cliDecisions,
]

export const reasons: ReadonlyMap<string, string> = new Map(
  all.flatMap((one) => Object.entries(one.reasons)),
)

export const recipes: ReadonlyMap<string, Recipe> = new Map(
  all.flatMap((one) => Object.entries(one.recipes)),
)
