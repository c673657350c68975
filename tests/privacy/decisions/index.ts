import { certificatesDecisions } from './certificates.js'
import { clinicDecisions } from './clinic.js'
import { coreDecisions } from './core.js'
import type { Recipe } from './decision.js'
import { feedbackDecisions } from './feedback.js'
import { identityDecisions } from './identity.js'
import { schemasDecisions } from './schemas.js'
import { signingDecisions } from './signing.js'

const all = [
  coreDecisions,
  schemasDecisions,
  identityDecisions,
  feedbackDecisions,
  clinicDecisions,
  certificatesDecisions,
  signingDecisions,
]

export const reasons: ReadonlyMap<string, string> = new Map(
  all.flatMap((one) => Object.entries(one.reasons)),
)

export const recipes: ReadonlyMap<string, Recipe> = new Map(
  all.flatMap((one) => Object.entries(one.recipes)),
)
