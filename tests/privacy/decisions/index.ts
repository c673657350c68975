import { clinicDecisions } from './clinic.js'
import { coreDecisions } from './core.js'
import type { Recipe } from './decision.js'
import { feedbackDecisions } from './feedback.js'
import { identityDecisions } from './identity.js'
import { schemasDecisions } from './schemas.js'

const all = [coreDecisions, schemasDecisions, identityDecisions, feedbackDecisions, clinicDecisions]

export const reasons: ReadonlyMap<string, string> = new Map(
  all.flatMap((one) => Object.entries(one.reasons)),
)

export const recipes: ReadonlyMap<string, Recipe> = new Map(
  all.flatMap((one) => Object.entries(one.recipes)),
)
